/*
 * Several deals of one requester that draw on one wallet, for SPIN, from spec/wallet.md, spec/payment.md and
 * spec/agreement.md: every event of every deal may happen at any time.
 *
 * DEALS: how many, at most 3. CAP: the cap of each in levels, which vouchers pay one by one. BUDGET: what the wallet
 * holds at the beginning.
 */
#ifndef DEALS
#define DEALS 2
#endif
#ifndef CAP
#define CAP 1
#endif
#ifndef BUDGET
#define BUDGET 1
#endif
#define VIEWS DEALS
#include "registers.pml"

/* The requester's wallet, and what has left it: to the providers, or forfeit in a breach. */
short balance = BUDGET;
short reserved, gone;
byte paid[DEALS];

#define rest(v) (CAP - paid[v])
inline release(v) { reserved = reserved - rest(v); balance = balance + rest(v) }
inline forfeit(v) { reserved = reserved - rest(v); gone = gone + rest(v) }

/* IPSX-WAL-003, IPSX-WAL-004, IPSX-WAL-005: nothing is made or lost, and nothing is overdrawn. */
inline sound() { assert(balance >= 0 && reserved >= 0 && balance + reserved + gone == BUDGET) }

active [DEALS] proctype Deal() {
end:
  do
  FREE_EVENTS(_pid)
  /* IPSX-WAL-004: a commit needs the cap in the balance. */
  :: d_step { mayCommit(_pid) && balance >= CAP -> balance = balance - CAP; reserved = reserved + CAP; commit(_pid);
      sound() }
  :: d_step { committed(_pid) && paid[_pid] < CAP -> paid[_pid]++; reserved--; gone++; sound() }
  :: d_step { committed(_pid) -> release(_pid); finalLog(_pid, SETTLED, SETTLED); sound() }
  :: d_step { committed(_pid) -> release(_pid); finalLog(_pid, DEFAULTED, SETTLED); sound() }
  /* The requester's breach forfeits what the cap leaves. */
  :: d_step { committed(_pid) -> forfeit(_pid); finalLog(_pid, SETTLED, DEFAULTED); sound() }
  :: d_step { committed(_pid) -> forfeit(_pid); finalLog(_pid, DEFAULTED, DEFAULTED); sound() }
  od
}
