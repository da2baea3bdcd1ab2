/*
 * One deal between two parties, a network, the clock and the chain, for SPIN. Written from the prose of
 * spec/agreement.md and spec/payment.md; nothing here is generated. What is abstracted, and how this model and the
 * search in src/agreement-fsm/explore hold each other to account, is in README.md.
 *
 * Parameters: HONEST_P, HONEST_R: whether that side keeps to IPSX-AGR-047, IPSX-AGR-048. A lying side says and submits
 * whatever the registers and the chain accept. LEVELS: amounts are levels of service, 0 to LEVELS, at most 2.
 * IN_FLIGHT: status messages under way each way. PREPAID: level that the deal prepays.
 * LIVENESS: everybody may do nothing for ever, except time, and an honest provider before a deadline.
 * NO_AUTOMATIC, NEGLIGENT: mutants, without the transactions that time allows, and with a provider without duties.
 */
#ifndef HONEST_P
#define HONEST_P 1
#endif
#ifndef HONEST_R
#define HONEST_R 0
#endif
#ifndef LEVELS
#define LEVELS 1
#endif
#ifndef IN_FLIGHT
#define IN_FLIGHT 1
#endif
#ifndef PREPAID
#define PREPAID 0
#endif
#define BOTH_HONEST (HONEST_P && HONEST_R)

/* Phases of the channel on the chain. */
#define NONE 0
#define OPEN 1
#define CLOSING 2
#define CHALLENGED 3
#define DEMANDED 4
#define BREACHED 5
#define DISPUTED 6
#define FINAL 7

/* What each side believes of both registers: index 0 is the provider's view, 1 the requester's. */
#define P 0
#define R 1
#define VIEWS 2
#include "registers.pml"

/* Status messages under way. The hash-linked inbox makes any network a queue that may stand still. */
chan toR = [IN_FLIGHT] of { byte };
chan toP = [IN_FLIGHT] of { byte };

/* The channel. `due`: the deadline of the phase has passed; in NONE: the option has lapsed; in FINAL: by consent. */
byte phase;
bit ended, due;
byte stopP; /* 0 never, 1 early, 2 after a matured notice, 3 at or after T_end */
bit stopR;
byte notice; /* 0 none, 1 given, 2 matured */
bit challenged, convicted, exonerated, lapsed, eqP, eqR, dispP, dispR;
byte demanded; /* the level that is demanded while the stake is held */
byte met; /* demands that were met, at most 2 are told apart */

/* Levels of service: delivered; the highest voucher vouched, held by the provider, claimed; the meter, and proved. */
byte served, vouched, holds, paid, meter, metered;

/* Scratch, no part of the state. */
hidden byte m, breachP, breachR;
hidden int c, rest, penaltyP, penaltyR, noShow, toProvider, toRequester, loss;

#define opened (phase != NONE && phase != FINAL)
#define over (phase == FINAL || (phase == NONE && due))
#define is2(a, b) (phase == a || phase == b)
#define is3(a, b, x) (phase == a || phase == b || phase == x)
#define stoppable (phase == OPEN || phase == CHALLENGED || phase == DEMANDED || phase == CLOSING)
#define max(a, b) ((a) > (b) -> (a) : (b))
#define min(a, b) ((a) < (b) -> (a) : (b))

/* --- Messages ------------------------------------------------------------------------------------------------- */

/* What the partner is told is applied when its register allows it, and ignored otherwise. */
inline hearP(v, s) {
  if
  :: s == ACCEPTED && mayAccept(prov[v], v) -> prov[v] = s
  :: s == DECLINED && mayDecline(prov[v], v) -> prov[v] = s
  :: s == SERVING && mayReady(v) -> prov[v] = s
  :: s == PAUSED && mayPause(prov[v], v) -> prov[v] = s
  :: s == STOPPED && mayStop(prov[v], v) -> prov[v] = s
  :: s == SETTLED && maySettle(prov[v], v) -> prov[v] = s
  :: else
  fi
}
inline hearR(v, s) {
  if
  :: s == ACCEPTED && mayAccept(reqr[v], v) -> setR(v, s)
  :: s == DECLINED && mayDecline(reqr[v], v) -> setR(v, s)
  :: s == SERVING && mayActivate(v) -> setR(v, s)
  :: s == PAUSED && mayPause(reqr[v], v) -> setR(v, s)
  :: s == STOPPED && mayStop(reqr[v], v) -> setR(v, s)
  :: s == SETTLED && maySettle(reqr[v], v) -> setR(v, s)
  :: else
  fi
}

/* An honest side moves its register and tells the partner; a lying side only tells. */
#if HONEST_P
#define voiceP P
#if HONEST_R
#define canSayP (nfull(toR))
inline sayP(s) { prov[P] = s; toR!s }
#else
#define canSayP true
inline sayP(s) { prov[P] = s }
#endif
#else
#define voiceP R
#define canSayP (HONEST_R)
inline sayP(s) { prov[R] = s }
#endif

#if HONEST_R
#define voiceR R
#if HONEST_P
#define canSayR (nfull(toP))
inline sayR(s) { setR(R, s); toP!s }
#else
#define canSayR true
inline sayR(s) { setR(R, s) }
#endif
#else
#define voiceR P
#define canSayR (HONEST_P)
inline sayR(s) { setR(P, s) }
#endif

/* --- The chain ------------------------------------------------------------------------------------------------ */

/* Entering a phase arms its deadline. */
inline enter(p) { phase = p; due = 0 }

/* A claim that reaches an open demand answers it (IPSX-PAY-003). */
inline claim(level) {
  paid = level;
  if
  :: phase == DEMANDED && level >= demanded ->
    enter(OPEN);
    demanded = 0;
    met = min(2, met + 1)
  :: else
  fi
}

/* Amounts of the deal: a level is 100, the cap 250. The early stop is half-way, so that half of the bond is due. */
#define UNIT 100
#define CAP 250
#define BOND 50
#define EARLY 25
#define NO_SHOW 11
#define CHALLENGE_STAKE 7
#define DISPUTE_STAKE 3

/* IPSX-AGR-046, IPSX-PAY-007: what is promised to the honest, in money. toProvider and toRequester are what each has
   more than before the deal. */
inline promises() {
  toProvider = toProvider - met * CHALLENGE_STAKE;
  toRequester = toRequester + met * CHALLENGE_STAKE;
  if
  :: HONEST_P ->
    loss = served * UNIT - toProvider;
    assert(!breachP && penaltyP == 0);
    assert(loss <= UNIT + (met > 0 -> CHALLENGE_STAKE : 0))
  :: else
  fi;
  if
  :: HONEST_R ->
    loss = 0 - toRequester - served * UNIT;
    assert(!breachR);
    assert(loss <= (PREPAID > 0 -> PREPAID * UNIT : NO_SHOW) + (challenged -> CHALLENGE_STAKE : 0))
  :: else
  fi
}

/* The verdict on money, and the stakes (IPSX-AGR-060, IPSX-PAY-023..027). No commission. */
inline verdict() {
  c = max(max(paid, PREPAID), metered) * UNIT;
  c = min(c, CAP);
  rest = CAP - c;
  breachP = (convicted && !exonerated) || eqP;
  breachR = eqR;
  penaltyP = (breachP -> BOND : (stopP == 1 && !stopR && !lapsed -> EARLY : 0));
  noShow = (c == 0 && !breachP && (stopP == 0 || stopP == 3) -> min(NO_SHOW, rest) : 0);
  penaltyR = (breachR -> min(rest - noShow, BOND) : 0);
  toProvider = c - penaltyP + penaltyR / 2;
  toRequester = 0 - c - noShow - penaltyR + (breachP -> penaltyP / 2 : penaltyP);
  if
  :: challenged && (exonerated || !(convicted || stopP == 1 || stopP == 2)) ->
    toProvider = toProvider + CHALLENGE_STAKE;
    toRequester = toRequester - CHALLENGE_STAKE
  :: else
  fi;
  if
  :: dispP && !(exonerated || eqR || metered > max(paid, PREPAID)) -> toProvider = toProvider - DISPUTE_STAKE
  :: else
  fi;
  if :: dispR && !eqP -> toRequester = toRequester - DISPUTE_STAKE :: else fi;
  /* An early stop and a breach are never free (IPSX-PAY-023, IPSX-PAY-024). */
  assert(!(stopP == 1 && !stopR && !lapsed) || penaltyP > 0);
  assert(!(convicted && !exonerated) || penaltyP > 0);
  promises()
}

/* Both signed: that sum, no penalty, each stake back to whoever placed it (IPSX-PAY-006). */
inline consent() {
  breachP = 0;
  breachR = 0;
  penaltyP = 0;
  toProvider = paid * UNIT;
  toRequester = 0 - paid * UNIT;
  promises()
}

/* An honest provider has answered, claimed and proved before the deadline of a phase passes (IPSX-AGR-047). */
#ifdef NEGLIGENT
#define obliged false
#else
#define obliged (HONEST_P && (phase == CHALLENGED || paid < holds || max(paid, metered) < meter))
#endif

/* --- Who acts ------------------------------------------------------------------------------------------------- */

#ifdef LIVENESS
#define IDLE :: true -> skip
#else
#define IDLE
#endif

/* An honest provider answers, claims and proves; a lying one may. */
#define DUTIES \
  :: d_step { opened && holds > paid -> claim(holds) } \
  :: d_step { phase == CHALLENGED -> enter(CLOSING); answered(P); answered(R) } \
  :: d_step { opened && meter > metered -> metered = meter }

/* Vouchers, meters and closings that a side would not sign. */
#define maySign(level) \
  ((!HONEST_P || (level >= holds && level + 1 >= served && level >= meter)) && \
   (!HONEST_R || level <= max(max(served, vouched), max(paid, PREPAID))))
#define SETTLE(level) \
  :: d_step { opened && level >= paid && level <= LEVELS && maySign(level) -> \
      enter(FINAL); paid = level; due = 1; \
      finalLog(P, SETTLED, SETTLED); finalLog(R, SETTLED, SETTLED); consent() }

/* IPSX-AGR-049: an honest provider demands once, and at most one level beyond what it served. */
#define mayDemand(level) (!HONEST_P || (met == 0 && level <= max(served, paid + 1)))
#define DEMAND(level) \
  :: d_step { phase == OPEN && level > paid && level <= LEVELS && mayDemand(level) -> \
      enter(DEMANDED); demanded = level }

active proctype Provider() {
end:
  do
  :: d_step { !over && canSayP && mayAccept(prov[voiceP], voiceP) -> sayP(ACCEPTED) }
  :: d_step { !over && canSayP && mayDecline(prov[voiceP], voiceP) -> sayP(DECLINED) }
  :: d_step { !over && canSayP && mayReady(voiceP) -> sayP(SERVING) }
  :: d_step { !over && canSayP && mayPause(prov[voiceP], voiceP) -> sayP(PAUSED) }
  :: d_step { !over && canSayP && mayStop(prov[voiceP], voiceP) -> sayP(STOPPED) }
  :: d_step { !over && canSayP && maySettle(prov[voiceP], voiceP) -> sayP(SETTLED) }
  /* Anybody opens, with both signatures; an honest side has signed when it has accepted (IPSX-AGR-020). */
  :: d_step { phase == NONE && !due && (!HONEST_P || prov[P] == ACCEPTED) && (!HONEST_R || reqr[R] == ACCEPTED) ->
      enter(OPEN); commit(P); commit(R) }
  /* An honest provider forwards one lag beyond what is vouched, while both are active (IPSX-PAY-008). */
#if HONEST_P
  :: d_step { served < LEVELS && phase == OPEN && !ended && prov[P] == SERVING && reqr[P] == SERVING &&
      (!HONEST_R || (prov[R] == SERVING && reqr[R] == SERVING)) && served < max(holds, PREPAID) + 1 ->
      served++ }
#elif HONEST_R
  :: d_step { served < LEVELS && opened && prov[R] == SERVING && reqr[R] == SERVING -> served++ }
#endif
  :: d_step { (phase == OPEN || phase == DEMANDED) && notice == 0 -> notice = 1 }
  /* An honest provider stops only when it is excused or the lease is over (IPSX-AGR-047). */
  :: d_step { stoppable && stopP == 0 && (!HONEST_P || notice == 2 || stopR || lapsed || ended) ->
      stopP = (ended -> 3 : (notice == 2 -> 2 : 1));
      if :: phase != CLOSING -> enter(CLOSING) :: else fi;
      stopLogP(P); stopLogP(R) }
  DEMAND(1)
  DEMAND(2)
  SETTLE(0)
  SETTLE(1)
  SETTLE(2)
#if !HONEST_R
  /* A lying requester signed two contents under one number, or an Active after its challenge. */
  :: d_step { opened && !eqR -> eqR = 1 }
  :: d_step { !exonerated && (phase == CHALLENGED || (convicted && phase != FINAL)) -> exonerated = 1 }
#endif
#if !HONEST_P
  :: d_step { !over && canSayP && mayDispute(prov[voiceP], voiceP, provDisputed[voiceP]) ->
      provDisputed[voiceP] = 1; sayP(DISPUTING) }
  :: d_step { is3(CLOSING, BREACHED, DISPUTED) && !dispP ->
      if :: phase != DISPUTED -> enter(DISPUTED) :: else fi;
      dispP = 1; disputeLogP(P); disputeLogP(R) }
  DUTIES
#endif
  IDLE
  od
}

/* A demand is met by a claim on the requester's own voucher; an honest one pays only what it used. */
#define MEET(level) \
  :: d_step { opened && demanded > 0 && level >= demanded && level > paid && level <= LEVELS && \
      (!HONEST_R || level <= served) -> \
      vouched = max(vouched, level); holds = max(holds, level); claim(level) }

active proctype Requester() {
end:
  do
  :: d_step { !over && canSayR && mayAccept(reqr[voiceR], voiceR) -> sayR(ACCEPTED) }
  :: d_step { !over && canSayR && mayDecline(reqr[voiceR], voiceR) -> sayR(DECLINED) }
  /* An honest requester signs no Active while its challenge is open: it would exonerate (IPSX-AGR-048). */
  :: d_step { !over && canSayR && mayActivate(voiceR) && !(HONEST_R && challenged) -> sayR(SERVING) }
  :: d_step { !over && canSayR && mayPause(reqr[voiceR], voiceR) -> sayR(PAUSED) }
  :: d_step { !over && canSayR && mayStop(reqr[voiceR], voiceR) -> sayR(STOPPED) }
  :: d_step { !over && canSayR && maySettle(reqr[voiceR], voiceR) -> sayR(SETTLED) }
  :: d_step { opened && vouched < (HONEST_R -> served : LEVELS) ->
      vouched++;
      if :: !BOTH_HONEST -> holds = vouched :: else fi }
  :: d_step { opened && meter < (HONEST_P || HONEST_R -> served : LEVELS) -> meter++ }
  :: d_step { stoppable && !stopR ->
      stopR = 1;
      if :: phase != CLOSING -> enter(CLOSING) :: else fi;
      stopLogR(P); stopLogR(R) }
  :: d_step { phase == OPEN && !ended -> enter(CHALLENGED); challenged = 1 }
  MEET(1)
  MEET(2)
#if !HONEST_P
  :: d_step { opened && !eqP -> eqP = 1 }
#endif
#if !HONEST_R
  :: d_step { !over && canSayR && mayDispute(reqr[voiceR], voiceR, reqrDisputed[voiceR]) ->
      reqrDisputed[voiceR] = 1; sayR(DISPUTING) }
  :: d_step { is3(CLOSING, BREACHED, DISPUTED) && !dispR ->
      if :: phase != DISPUTED -> enter(DISPUTED) :: else fi;
      dispR = 1; disputeLogR(P); disputeLogR(R) }
#endif
  IDLE
  od
}

#if HONEST_P
active proctype Duty() {
end:
  do
  DUTIES
  od
}
#endif

#if HONEST_P && HONEST_R
active proctype Network() {
end:
  do
  :: d_step { !over && nempty(toR) -> toR?m; hearP(R, m); m = 0 }
  :: d_step { !over && nempty(toP) -> toP?m; hearR(P, m); m = 0 }
  :: d_step { opened && holds < vouched -> holds = vouched }
  IDLE
  od
}
#endif

/* Each side's own clock: whenever armed it may ring, and it moves that side's view only (IPSX-AGR-033). */
#define EITHER_CLOCK(v) \
  :: d_step { !over && !final[v] && prov[v] == PAUSED && reqr[v] == PAUSED -> prov[v] = STOPPED; setR(v, STOPPED) } \
  :: d_step { !over && mayEnd(v) -> endBoth(v) } /* cap */ \
  :: d_step { !over && ended && mayEnd(v) -> endBoth(v) } /* end */

#if HONEST_P || HONEST_R
active proctype Clocks() {
end:
  do
#if HONEST_P
  :: d_step { !over && !final[P] && reqr[P] == SERVING -> reqr[P] = PAUSED } /* silent */
  :: d_step { !over && !final[P] && reqr[P] == SERVING -> reqr[P] = PAUSED; lagging[P] = 1 }
  :: d_step { !over && lagging[P] && holds >= served -> lagging[P] = 0 }
  EITHER_CLOCK(P)
#endif
#if HONEST_R
  :: d_step { !over && !final[R] && prov[R] == SERVING -> prov[R] = PAUSED } /* silent */
  EITHER_CLOCK(R)
#endif
  IDLE
  od
}
#endif

/* Time passes, and anybody submits what it allows. */
active proctype Time() {
end:
  do
  :: d_step { phase == NONE && !due -> due = 1; acceptExpired(P); acceptExpired(R) }
  :: d_step { opened && !ended -> ended = 1 }
  :: d_step { opened && notice == 1 && !ended -> notice = 2 }
  :: d_step { opened && phase != OPEN && !due && !obliged -> due = 1 }
#ifndef NO_AUTOMATIC
  :: d_step { ended && (phase == OPEN || phase == DEMANDED) -> enter(CLOSING); endBoth(P); endBoth(R) }
  :: d_step { phase == CHALLENGED && due ->
      enter(BREACHED); convicted = 1; convictedLog(P); convictedLog(R) }
  :: d_step { phase == DEMANDED && due ->
      enter(CLOSING); lapsed = 1; lapsedLog(P); lapsedLog(R) }
  :: d_step { is3(CLOSING, BREACHED, DISPUTED) && due ->
      enter(FINAL);
      breachP = (convicted && !exonerated) || eqP;
      m = (breachP -> DEFAULTED : SETTLED);
      finalLog(P, m, (eqR -> DEFAULTED : SETTLED));
      finalLog(R, m, (eqR -> DEFAULTED : SETTLED));
      m = 0;
      verdict() }
#endif
  od
}

#ifdef LIVENESS
ltl ends { <> over }
ltl released { [] (opened -> <> !opened) }
#else
ltl sane { [] (!anomalous(P) && !anomalous(R)) }
#endif
