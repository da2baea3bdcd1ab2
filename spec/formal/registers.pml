/*
 * The two registers of a deal and everything that can move them, for SPIN, from the prose of spec/agreement.md.
 * agreement.pml and deals.pml include it. By itself, with -DALONE, it lets every event happen at any time.
 *
 * VIEWS: how many pairs of registers there are.
 */
#ifndef VIEWS
#define VIEWS 1
#endif

/* Registers, by their numbers (IPSX-AGR-002). */
#define OFFERED 0
#define ACCEPTED 1
#define RESERVED 2
#define SERVING 3 /* Ready for the provider, Active for the requester */
#define PAUSED 4
#define STOPPED 5
#define SETTLED 6
#define DECLINED 7
#define DEFAULTED 8
#define DISPUTING 9

byte prov[VIEWS], reqr[VIEWS];
bit provDisputed[VIEWS], reqrDisputed[VIEWS], lagging[VIEWS], final[VIEWS];

#define negotiating(r) (r == OFFERED || r == ACCEPTED || r == DECLINED)
#define leasing(r) (r == RESERVED || r == SERVING || r == PAUSED)

/* Own moves: whether one is possible depends on the own register alone (IPSX-AGR-010, IPSX-AGR-011), and a final
   agreement takes none (IPSX-AGR-042). Those that only repeat the register change nothing and are left out. */
#define mayAccept(r, v) (!final[v] && r == OFFERED)
#define mayDecline(r, v) (!final[v] && r == OFFERED)
#define mayReady(v) (!final[v] && (prov[v] == RESERVED || prov[v] == PAUSED))
#define mayActivate(v) (!final[v] && (reqr[v] == RESERVED || (reqr[v] == PAUSED && !lagging[v])))
#define mayPause(r, v) (!final[v] && r == SERVING)
#define mayStop(r, v) (!final[v] && leasing(r))
#define maySettle(r, v) (!final[v] && r == STOPPED)
#define mayDispute(r, v, spent) (!final[v] && !spent && (leasing(r) || r == STOPPED || r == DEFAULTED))

/* The requester's register leaves Paused: the lag is over with the pause (IPSX-AGR-034). */
inline setR(v, r) { reqr[v] = r; lagging[v] = 0 }

inline commit(v) {
  if
  :: !final[v] && negotiating(prov[v]) -> prov[v] = RESERVED; setR(v, RESERVED)
  :: else
  fi
}
inline acceptExpired(v) {
  if
  :: !final[v] && negotiating(prov[v]) ->
    if
    :: prov[v] == ACCEPTED && reqr[v] == ACCEPTED -> prov[v] = DECLINED; reqr[v] = DECLINED
    :: else ->
      if :: prov[v] == OFFERED -> prov[v] = DECLINED :: else fi;
      if :: reqr[v] == OFFERED -> reqr[v] = DECLINED :: else fi
    fi;
    final[v] = 1
  :: else
  fi
}
/* `end` and `cap`: both sides at once. */
#define mayEnd(v) (!final[v] && (leasing(prov[v]) || leasing(reqr[v])))
inline endBoth(v) {
  if :: !final[v] && leasing(prov[v]) -> prov[v] = STOPPED :: else fi;
  if :: !final[v] && leasing(reqr[v]) -> setR(v, STOPPED) :: else fi
}
inline answered(v) {
  if :: !final[v] && (leasing(prov[v]) || prov[v] == DISPUTING) -> prov[v] = STOPPED :: else fi
}
inline convictedLog(v) { if :: !final[v] && leasing(prov[v]) -> prov[v] = DEFAULTED :: else fi }
inline lapsedLog(v) { if :: !final[v] && leasing(reqr[v]) -> setR(v, STOPPED) :: else fi }
inline stopLogP(v) { if :: mayStop(prov[v], v) -> prov[v] = STOPPED :: else fi }
inline stopLogR(v) { if :: mayStop(reqr[v], v) -> setR(v, STOPPED) :: else fi }
inline disputeLogP(v) {
  if :: mayDispute(prov[v], v, provDisputed[v]) -> prov[v] = DISPUTING; provDisputed[v] = 1 :: else fi
}
inline disputeLogR(v) {
  if :: mayDispute(reqr[v], v, reqrDisputed[v]) -> setR(v, DISPUTING); reqrDisputed[v] = 1 :: else fi
}
inline finalLog(v, p, r) {
  if
  :: !final[v] && !negotiating(prov[v]) -> prov[v] = p; setR(v, r); final[v] = 1
  :: else
  fi
}

/* The deal status, as far as an event asks for it (IPSX-AGR-001, the rules 6 and 7). */
#define leased(v) (!final[v] && leasing(prov[v]) && leasing(reqr[v]))
#define provisioning(v) (leased(v) && prov[v] == RESERVED)
#define provisioned(v) (leased(v) && prov[v] == SERVING && reqr[v] == RESERVED)
#define suspended(v) (leased(v) && prov[v] != RESERVED && (prov[v] == PAUSED || reqr[v] == PAUSED))

/* The deal status is Anomalous exactly when one register alone is of the negotiation (IPSX-AGR-004). */
#define anomalous(v) (negotiating(prov[v]) != negotiating(reqr[v]))

/* Every event but the commit, the claims of vouchers and the end, which move money. Those that are taken and change
   nothing are signs of life (IPSX-AGR-013) and calls for a challenge or a demand (IPSX-AGR-050, IPSX-AGR-053). */
#define FREE_EVENTS(v) \
  :: d_step { mayAccept(prov[v], v) -> prov[v] = ACCEPTED } \
  :: d_step { mayDecline(prov[v], v) -> prov[v] = DECLINED } \
  :: d_step { mayReady(v) -> prov[v] = SERVING } \
  :: d_step { !final[v] && prov[v] == SERVING -> skip } \
  :: d_step { mayPause(prov[v], v) -> prov[v] = PAUSED } \
  :: d_step { !final[v] && prov[v] == PAUSED -> skip } \
  :: d_step { mayStop(prov[v], v) -> prov[v] = STOPPED } \
  :: d_step { maySettle(prov[v], v) -> prov[v] = SETTLED } \
  :: d_step { mayDispute(prov[v], v, provDisputed[v]) -> prov[v] = DISPUTING; provDisputed[v] = 1 } \
  :: d_step { mayAccept(reqr[v], v) -> setR(v, ACCEPTED) } \
  :: d_step { mayDecline(reqr[v], v) -> setR(v, DECLINED) } \
  :: d_step { mayActivate(v) -> setR(v, SERVING) } \
  :: d_step { !final[v] && reqr[v] == SERVING -> skip } \
  :: d_step { mayPause(reqr[v], v) -> reqr[v] = PAUSED } \
  :: d_step { !final[v] && reqr[v] == PAUSED -> skip } \
  :: d_step { mayStop(reqr[v], v) -> setR(v, STOPPED) } \
  :: d_step { maySettle(reqr[v], v) -> setR(v, SETTLED) } \
  :: d_step { mayDispute(reqr[v], v, reqrDisputed[v]) -> setR(v, DISPUTING); reqrDisputed[v] = 1 } \
  :: d_step { !final[v] && negotiating(prov[v]) -> acceptExpired(v) } \
  :: d_step { provisioning(v) -> skip } /* provisionExpired */ \
  :: d_step { provisioned(v) -> skip } /* connectExpired */ \
  :: d_step { !final[v] && prov[v] == SERVING -> prov[v] = PAUSED } /* providerSilent */ \
  :: d_step { !final[v] && reqr[v] == SERVING -> reqr[v] = PAUSED } /* requesterSilent */ \
  :: d_step { !final[v] && reqr[v] == SERVING -> reqr[v] = PAUSED; lagging[v] = 1 } /* lag */ \
  :: d_step { lagging[v] -> lagging[v] = 0 } /* cleared */ \
  :: d_step { suspended(v) -> /* suspendExpired */ \
      if :: prov[v] == PAUSED && reqr[v] == PAUSED -> prov[v] = STOPPED; setR(v, STOPPED) :: else fi } \
  :: d_step { mayEnd(v) -> endBoth(v) } /* end */ \
  :: d_step { mayEnd(v) -> endBoth(v) } /* cap */ \
  :: d_step { !final[v] && leasing(prov[v]) -> prov[v] = STOPPED } /* notice */ \
  :: d_step { !final[v] && (leasing(prov[v]) || prov[v] == DISPUTING) -> prov[v] = STOPPED } /* answered */ \
  :: d_step { !final[v] && leasing(prov[v]) -> prov[v] = DEFAULTED } /* convicted */ \
  :: d_step { !final[v] && leasing(reqr[v]) -> setR(v, STOPPED) } /* lapsed */

#define mayCommit(v) (!final[v] && negotiating(prov[v]))
#define committed(v) (!final[v] && !negotiating(prov[v]))

#ifdef ALONE
active proctype Registers() {
end:
  do
  FREE_EVENTS(0)
  :: d_step { mayCommit(0) -> commit(0) }
  :: d_step { committed(0) -> finalLog(0, SETTLED, SETTLED) }
  :: d_step { committed(0) -> finalLog(0, DEFAULTED, SETTLED) }
  :: d_step { committed(0) -> finalLog(0, SETTLED, DEFAULTED) }
  :: d_step { committed(0) -> finalLog(0, DEFAULTED, DEFAULTED) }
  od
}
#endif
