; The money of one channel for amounts of any size, from spec/payment.md and spec/wallet.md. Each lemma asserts the
; opposite of what it claims and must be unsat; its mutant, a change of one place in the definitions or in the lemma,
; must be sat. `node scripts/formal.ts --only lemmas` and test/formal/lemmas.test.ts run them.
;
;   ;; lemma NAME: what it says
;   ;; mutant: TEXT ==> TEXT      a replacement, once, in the definitions or in the lemma

(define-fun most ((a Int) (b Int)) Int (ite (> a b) a b))
(define-fun least ((a Int) (b Int)) Int (ite (< a b) a b))
(define-fun when ((condition Bool) (amount Int)) Int (ite condition amount 0))

; --- Terms and parameters ---
(declare-const cap Int)
(declare-const bond Int)
(declare-const prepaid Int)
(declare-const noShowCharge Int)
(declare-const challengeStake Int)
(declare-const disputeStake Int)
(declare-const minCommission Int)
(declare-const commissionBp Int)
(assert (and (> cap 0) (>= bond 0) (<= 0 prepaid cap) (< 0 noShowCharge) (<= noShowCharge cap)))
(assert (and (> challengeStake 0) (> disputeStake 0) (> minCommission 0) (<= 0 commissionBp 10000)))

; IPSX-PAY-004: the commission on what is paid in all, rounded down.
(define-fun share ((amount Int)) Int (div (* amount commissionBp) 10000))
(define-fun commission ((amount Int)) Int (most minCommission (share amount)))

; --- Facts ---
(declare-const paid Int)
(declare-const meterDue Int)
(declare-const early Int)            ; what an early stop costs: early-stop-within-bond bounds it
(declare-const fee Int)              ; commission(c) - commission(paid): commission-within-payment bounds it
(declare-const stopped Bool)         ; the provider, before the end
(declare-const requesterStopped Bool)
(declare-const noticed Bool)
(declare-const challenged Bool)
(declare-const convicted Bool)
(declare-const exonerated Bool)
(declare-const demanded Bool)
(declare-const lagged Bool)
(declare-const providerEquivocated Bool)
(declare-const requesterEquivocated Bool)
(declare-const providerDisputed Bool)
(declare-const requesterDisputed Bool)
(assert (and (<= 0 paid cap) (>= meterDue 0) (<= 0 early bond)))
(assert (=> convicted challenged))

; --- The verdict ---
(define-fun c () Int (most (most paid prepaid) (least cap meterDue)))
(define-fun rest () Int (- cap c))
(define-fun breachP () Bool (or (and convicted (not exonerated)) providerEquivocated))
(define-fun breachR () Bool requesterEquivocated)
(define-fun penaltyP () Int
  (ite breachP bond (when (and stopped (not requesterStopped) (not lagged) (not noticed)) early)))
(define-fun noShow () Int (when (and (= c 0) (not breachP) (not stopped)) (least noShowCharge rest)))
(define-fun penaltyR () Int (when breachR (least (- rest noShow) bond)))
(define-fun compensation () Int (ite breachP (div penaltyP 2) penaltyP))
(define-fun reparation () Int (div penaltyR 2))
(define-fun challengeWon () Bool (and challenged (not exonerated) (or convicted stopped)))
(define-fun vindicated () Bool (or exonerated requesterEquivocated (> meterDue (most paid prepaid))))
(define-fun stakesOfProvider () Int
  (+ (when (or demanded lagged) challengeStake) (when providerDisputed disputeStake)))
(define-fun stakesOfRequester () Int (+ (when challenged challengeStake) (when requesterDisputed disputeStake)))
(define-fun stakesToProvider () Int
  (+ (when (or demanded lagged) challengeStake)
     (when (and challenged (not challengeWon)) challengeStake)
     (when (and providerDisputed vindicated) disputeStake)))
(define-fun stakesToRequester () Int
  (+ (when challengeWon challengeStake) (when (and requesterDisputed providerEquivocated) disputeStake)))
(define-fun stakesBurned () Int
  (+ (when (and providerDisputed (not vindicated)) disputeStake)
     (when (and requesterDisputed (not providerEquivocated)) disputeStake)))
(define-fun fromProvider () Int (+ bond stakesOfProvider))
(define-fun fromRequester () Int (+ (- cap paid) stakesOfRequester))
(define-fun toProvider () Int (+ (- c paid) (- fee) (- bond penaltyP) reparation stakesToProvider))
(define-fun toRequester () Int (+ (- rest noShow penaltyR) compensation stakesToRequester))
(define-fun burned () Int (+ noShow (- penaltyP compensation) (- penaltyR reparation) stakesBurned))

; --- A wallet with this channel and others in it ---
(declare-const balance Int)
(declare-const others Int)           ; what other channels and the stake hold of it
(declare-const amount Int)
(assert (and (>= balance 0) (>= others 0)))

;; lemma product: a share in hundredths of a percent lies between nothing and the whole
;; mutant: (<= 0 commissionBp 10000) ==> (<= 0 commissionBp 10001)
(assert (>= amount 0))
(assert (not (<= 0 (* amount commissionBp) (* amount 10000))))

;; lemma commission-monotone: paying more never lowers the commission (IPSX-PAY-004)
;; mutant: (most minCommission (share amount)) ==> (- (share amount))
(declare-const x Int)
(declare-const y Int)
(assert (and (<= 0 x) (>= amount 0) (= y (+ x amount))))
(assert (<= 0 (* amount commissionBp) (* amount 10000)))
(assert (not (<= (commission x) (commission y))))

;; lemma commission-within-payment: a claim never costs the provider: the commission on it is at most the claim
;; mutant: (<= 0 commissionBp 10000) ==> (<= 0 commissionBp 10001)
(declare-const x Int)
(declare-const y Int)
(assert (and (<= 0 x) (>= amount 0) (= y (+ x amount))))
(assert (=> (<= commissionBp 10000) (<= 0 (* amount commissionBp) (* amount 10000))))
(assert (not (<= (- (commission y) (commission x)) amount)))

;; lemma commission-splits: however a payment is split, the commission is that of the sum (IPSX-PAY-018)
;; mutant: (- (commission y) (commission x)) ==> (share (- y x))
(declare-const x Int)
(declare-const y Int)
(declare-const z Int)
(assert (<= 0 x y z))
(assert (not (= (+ (- (commission y) (commission x)) (- (commission z) (commission y)))
                (- (commission z) (commission x)))))

;; lemma early-stop-within-bond: ceil(B * remaining / lease) is at least 0 and at most B (IPSX-PAY-005, IPSX-PAY-023)
;; mutant: (<= 0 remaining lease) ==> (<= 0 remaining (+ lease 1))
(declare-const remaining Int)
(declare-const lease Int)
(declare-const penalty Int)
(assert (and (> lease 0) (<= 0 remaining lease)))
(assert (and (>= (* penalty lease) (* bond remaining)) (< (* (- penalty 1) lease) (* bond remaining))))
(assert (not (<= 0 penalty bond)))

;; lemma opening-conserves: opening moves money and makes none, and overdraws nobody (IPSX-WAL-004, IPSX-WAL-005)
;; mutant: (- balance cap minCommission) ==> (- balance cap)
(declare-const fees Int)
(define-fun balance1 () Int (- balance cap minCommission))
(define-fun reserved1 () Int (+ others cap))
(define-fun fees1 () Int (+ fees minCommission))
(assert (>= balance (+ cap minCommission)))
(assert (not (and (>= balance1 0) (= (+ balance1 reserved1 fees1) (+ balance others fees)))))

;; lemma opening-covered: the check before an opening is what keeps the balance from below zero (IPSX-WAL-007)
;; mutant: (>= balance (+ cap minCommission)) ==> (>= balance cap)
(assert (>= balance (+ cap minCommission)))
(assert (not (>= (- balance cap minCommission) 0)))

;; lemma claim-conserves: what leaves the requester's reserve is what provider and platform get (IPSX-PAY-003)
;; mutant: (- delta deltaFee) ==> delta
(declare-const cumulative Int)
(define-fun delta () Int (- cumulative paid))
(define-fun deltaFee () Int (- (commission cumulative) (commission paid)))
(assert (and (> cumulative paid) (<= cumulative cap)))
(assert (not (= (+ (- delta) (- delta deltaFee) deltaFee) 0)))

;; lemma claim-covered: a claim within the cap leaves the reserve at what the channel still holds (IPSX-WAL-003)
;; mutant: (<= cumulative cap) ==> (<= cumulative (+ cap 1))
(declare-const cumulative Int)
(define-fun reserved1 () Int (- (+ others (- cap paid)) (- cumulative paid)))
(assert (and (> cumulative paid) (<= cumulative cap)))
(assert (not (and (= reserved1 (+ others (- cap cumulative))) (>= reserved1 others))))

;; lemma voucher-monotone: what a channel has paid never falls and never passes the cap (IPSX-PAY-002, IPSX-PAY-011)
;; mutant: (> cumulative paid) ==> (distinct cumulative paid)
(declare-const cumulative Int)
(assert (and (> cumulative paid) (<= cumulative cap)))
(define-fun paid1 () Int cumulative)
(assert (not (and (>= paid1 paid) (<= 0 paid1 cap))))

;; lemma withdrawal-spares-reserve: a withdrawal or a transfer takes from the balance alone (IPSX-WAL-008)
;; mutant: (<= amount balance) ==> (<= amount (+ balance others))
(assert (and (> amount 0) (<= amount balance)))
(assert (not (>= (- balance amount) 0)))

;; lemma verdict-conserves: the verdict hands out exactly what was held (IPSX-AGR-060, IPSX-WAL-005)
;; mutant: (+ bond stakesOfProvider) ==> bond
(declare-const held Int)
(assert (= held (+ fromProvider fromRequester)))
(assert (not (= held (+ toProvider toRequester fee burned))))

;; lemma verdict-stakes: each stake goes to one receiver, once (IPSX-PAY-027)
;; mutant: (and challenged (not challengeWon)) challengeStake ==> challenged challengeStake
(assert (not (= (+ stakesOfProvider stakesOfRequester) (+ stakesToProvider stakesToRequester stakesBurned))))

;; lemma verdict-never-negative: nobody has to bring money to the end of a channel (IPSX-PAY-005)
;; mutant: (when breachR (least (- rest noShow) bond)) ==> (when breachR bond)
(assert (<= 0 fee (- c paid)))       ; commission-monotone, commission-within-payment
(assert (not (and (>= toProvider 0) (>= toRequester 0) (>= burned 0))))

;; lemma penalty-from-bond-or-rest: penalties come from the bond or from what the cap leaves (IPSX-PAY-005)
;; mutant: (least (- rest noShow) bond) ==> (least rest bond)
(assert (not (and (<= 0 penaltyP bond) (<= 0 (+ noShow penaltyR)) (<= (+ noShow penaltyR) rest))))

;; lemma paid-at-least: what was claimed, what was prepaid and what was metered is paid (IPSX-PAY-001, IPSX-PAY-010)
;; mutant: (most (most paid prepaid) (least cap meterDue)) ==> (most paid (least cap meterDue))
(assert (not (and (>= c paid) (>= c prepaid) (>= c (least cap meterDue)) (<= c cap))))

;; lemma breach-burns-half: at least half of what a breach costs is burned (IPSX-PAY-024, IPSX-PAY-025)
;; mutant: (div penaltyR 2) ==> (div (+ penaltyR 1) 2)
(assert (not (and (=> breachP (>= (* 2 (- penaltyP compensation)) penaltyP))
                  (=> breachR (>= (* 2 (- penaltyR reparation)) penaltyR)))))

;; lemma honest-provider-keeps-bond: without a breach and with an excuse for its stop, it gets the bond (IPSX-AGR-046)
;; mutant: (and convicted (not exonerated)) ==> convicted
(assert (and (=> convicted exonerated) (not providerEquivocated)))
(assert (=> stopped (or requesterStopped lagged noticed)))
(assert (not (= penaltyP 0)))

;; lemma honest-provider-bound: it gives at most one lag beyond what is paid, and its stake of a demand is its own
;; choice (IPSX-PAY-007, IPSX-PAY-008)
;; mutant: (<= served (+ claimed lag)) ==> (<= served (+ claimed lag 1))
(declare-const served Int)
(declare-const claimed Int)
(declare-const lag Int)
(assert (and (>= lag 0) (<= served (+ claimed lag)) (<= claimed paid)))
(assert (and (not breachP) (= penaltyP 0)))
(assert (not (<= (- served c) lag)))

;; lemma honest-requester-bound: it pays for what it used and owes, the prepaid part, or the charge for not coming; to
;; which comes the stake of a challenge that it chose to make (IPSX-PAY-007)
;; mutant: (and (= c 0) (not breachP) (not stopped)) ==> (not stopped)
(declare-const used Int)
(assert (and (>= used 0) (<= paid used) (<= meterDue used)))
(assert (and (not breachR) (not requesterDisputed)))
(define-fun loss () Int (- (+ c noShow (when (and challenged (not challengeWon)) challengeStake)) used))
(assert (not (<= loss (+ (most prepaid (when (= c 0) noShowCharge)) (when challenged challengeStake)))))

;; lemma no-show-only-when-nothing-is-paid: who has paid anything is not charged for not coming (IPSX-PAY-026)
;; mutant: (and (= c 0) (not breachP) ==> (and (not breachP)
(assert (> c 0))
(assert (not (= noShow 0)))

;; lemma closing-conserves: an end that both signed pays that sum and gives everything else back (IPSX-PAY-006)
;; mutant: (- cap cumulative) ==> (- cap paid)
(declare-const cumulative Int)
(assert (<= paid cumulative cap))
(define-fun closingFee () Int (- (commission cumulative) (commission paid)))
(define-fun closingToProvider () Int (+ (- cumulative paid) (- closingFee) bond stakesOfProvider))
(define-fun closingToRequester () Int (+ (- cap cumulative) stakesOfRequester))
(assert (not (= (+ fromProvider fromRequester) (+ closingToProvider closingToRequester closingFee))))

;; lemma end-releases: after the end a wallet's reserve is what its other channels hold, for both (IPSX-WAL-003)
;; mutant: (+ (- cap paid) stakesOfRequester) ==> (- cap paid)
(define-fun heldOfRequester () Int (+ (- cap paid) (+ (when challenged challengeStake) (when requesterDisputed disputeStake))))
(assert (not (= (- (+ others heldOfRequester) fromRequester) others)))
