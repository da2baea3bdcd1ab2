// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Fact} from "../src/Structs.sol";
import {Verdict} from "../src/Verdict.sol";

/// @notice The verdict as a pure function, over every combination of facts.
contract VerdictTest {
    uint256 private constant CHALLENGE_STAKE = 1e18;
    uint256 private constant DISPUTE_STAKE = 5e18;

    function testFuzz_IPSX_AGR_060_everythingReservedIsDivided(
        Verdict.Case memory raw,
        uint256 cap,
        uint256 bond,
        bool stopped
    ) public pure {
        Verdict.Case memory k = _bound(raw, cap, bond, stopped);
        Verdict.Ruling memory r = Verdict.rule(k);
        Verdict.Payout memory p = Verdict.divide(k, r, CHALLENGE_STAKE, DISPUTE_STAKE);
        require(p.fromProvider + p.fromRequester == p.toProvider + p.toRequester + p.burned, "sum");
        require(r.c >= k.paid && r.c >= k.prepaid && r.c <= k.cap, "c");
        require(r.penaltyProvider <= k.bond, "a penalty comes from the bond");
        require(r.penaltyRequester + r.noShow <= k.cap - r.c, "a penalty comes from the rest");
        require(r.penaltyRequester <= k.bond, "symmetry");
        require(p.toProvider >= r.c - k.paid, "what is owed is paid");
    }

    function testFuzz_IPSX_PAY_006_aCommonSettlementDividesEverything(
        Verdict.Case memory raw,
        uint256 cap,
        uint256 bond,
        uint256 c
    ) public pure {
        Verdict.Case memory k = _bound(raw, cap, bond, false);
        c = k.paid + c % (k.cap - k.paid + 1);
        Verdict.Payout memory p = Verdict.settle(k, c, CHALLENGE_STAKE, DISPUTE_STAKE);
        require(p.fromProvider + p.fromRequester == p.toProvider + p.toRequester, "sum");
        require(p.toProvider - p.fromProvider == c - k.paid && p.burned == 0, "c");
    }

    function testFuzz_IPSX_AGR_060_withoutEvidenceNobodyIsInBreach(Verdict.Case memory raw, uint256 cap, uint256 bond)
        public
        pure
    {
        Verdict.Case memory k = _bound(raw, cap, bond, false);
        k.flags &= ~(Fact.CONVICTED | Fact.PROVIDER_EQUIVOCATED | Fact.REQUESTER_EQUIVOCATED);
        Verdict.Ruling memory r = Verdict.rule(k);
        require(!r.breachProvider && !r.breachRequester, "breach");
        require(r.penaltyProvider == 0 && r.penaltyRequester == 0, "penalty");
    }

    /// @dev Every fact is a bit and every combination of the twelve is tried.
    function test_IPSX_AGR_060_allCombinationsOfFactsDivideEverything() public pure {
        Verdict.Case memory k;
        (k.cap, k.bond, k.start, k.end, k.noShowCharge, k.isDeal) = (100e18 + 1, 10e18 + 3, 1000, 4600, 2e18, true);
        for (uint24 flags = 0; flags < 4096; ++flags) {
            k.flags = flags;
            k.paid = flags % 3 == 0 ? 0 : 7e18;
            k.meterDue = flags % 5 == 0 ? 0 : 9e18;
            k.providerStoppedAt = flags & Fact.PROVIDER_STOPPED == 0 ? 0 : 2001;
            Verdict.Payout memory p = Verdict.divide(k, Verdict.rule(k), CHALLENGE_STAKE, DISPUTE_STAKE);
            require(p.fromProvider + p.fromRequester == p.toProvider + p.toRequester + p.burned, "sum");
        }
    }

    function testFuzz_anEarlyStopPaysForTheRestRoundedUp(uint256 at) public pure {
        Verdict.Case memory k;
        (k.cap, k.bond, k.start, k.end, k.isDeal) = (100e18, 10e18 + 1, 1000, 4600, true);
        k.providerStoppedAt = 1 + at % 4599;
        uint256 rest = k.end - (k.providerStoppedAt < k.start ? k.start : k.providerStoppedAt);
        uint256 penalty = Verdict.rule(k).penaltyProvider;
        require(penalty * 3600 >= k.bond * rest && (penalty - 1) * 3600 < k.bond * rest, "rounded up");
    }

    function _bound(Verdict.Case memory k, uint256 cap, uint256 bond, bool stopped)
        private
        pure
        returns (Verdict.Case memory)
    {
        k.cap = 1 + cap % (2 ** 96 - 1);
        k.bond = bond % 2 ** 96;
        k.paid %= k.cap + 1;
        k.prepaid %= k.cap + 1;
        k.noShowCharge %= k.cap + 1;
        k.meterDue %= k.cap + 1;
        k.start %= 2 ** 32 - 10;
        k.end = k.start + 5 + k.end % (2 ** 32 - k.start - 5);
        k.providerStoppedAt = stopped ? 1 + k.providerStoppedAt % (k.end - 1) : 0;
        k.noticeAt %= 2 ** 33;
        return k;
    }
}
