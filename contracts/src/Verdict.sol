// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Fact} from "./Structs.sol";

/// @title The one verdict (IPSX-AGR-060)
/// @notice Total and pure: of a deal's terms and a channel's facts, and of nothing else. The amounts are
/// below 2^96 and the times below 2^64, so that no product here leaves 256 bits.
library Verdict {
    /// @notice Terms and facts. `isDeal` is false for a standing reservation (seats = 0).
    struct Case {
        uint256 cap;
        uint256 bond;
        uint256 prepaid;
        uint256 noShowCharge;
        uint256 start;
        uint256 end;
        bool isDeal;
        uint256 paid;
        uint256 meterDue;
        uint256 providerStoppedAt;
        uint256 noticeAt;
        uint24 flags;
    }

    struct Ruling {
        uint256 c;
        uint256 penaltyProvider;
        uint256 penaltyRequester;
        uint256 noShow;
        bool breachProvider;
        bool breachRequester;
    }

    /// @notice Where everything goes that the channel reserved: fromProvider + fromRequester =
    /// toProvider + toRequester + burned. The commission is taken out of toProvider afterwards.
    struct Payout {
        uint256 fromProvider;
        uint256 fromRequester;
        uint256 toProvider;
        uint256 toRequester;
        uint256 burned;
    }

    /// @notice Who broke the deal, what is paid and what is forfeit.
    function rule(Case memory k) internal pure returns (Ruling memory r) {
        // IPSX-PAY-001: the highest amount that the requester signed for is always paid.
        r.c = max(max(k.paid, k.prepaid), min(k.cap, k.meterDue));
        uint256 rest = k.cap - r.c;

        r.breachProvider = (has(k, Fact.CONVICTED) && !has(k, Fact.EXONERATED)) || has(k, Fact.PROVIDER_EQUIVOCATED);
        r.breachRequester = has(k, Fact.REQUESTER_EQUIVOCATED);

        // IPSX-PAY-005: a penalty comes only from the bond or from what the cap still holds.
        r.penaltyProvider = r.breachProvider ? k.bond : earlyStop(k);
        if (k.isDeal && r.c == 0 && !r.breachProvider && k.providerStoppedAt == 0) {
            r.noShow = min(k.noShowCharge, rest);
        }
        if (r.breachRequester) r.penaltyRequester = min(rest - r.noShow, k.bond);
    }

    /// @notice The bond's part for the time that a provider did not serve, without a breach.
    function earlyStop(Case memory k) internal pure returns (uint256) {
        uint256 stopped = k.providerStoppedAt;
        if (!k.isDeal || stopped == 0) return 0;
        if (has(k, Fact.REQUESTER_STOPPED) || has(k, Fact.LAGGED)) return 0;
        if (k.noticeAt != 0 && stopped >= k.noticeAt) return 0;
        return divUp(k.bond * (k.end - max(stopped, k.start)), k.end - k.start);
    }

    /// @notice Divides everything that was reserved by the ruling.
    function divide(Case memory k, Ruling memory r, uint256 challengeStake, uint256 disputeStake)
        internal
        pure
        returns (Payout memory p)
    {
        p.fromRequester = k.cap - k.paid;
        p.fromProvider = k.bond;
        p.toProvider = r.c - k.paid + k.bond - r.penaltyProvider + r.penaltyRequester / 2;
        p.toRequester = k.cap - r.c - r.noShow - r.penaltyRequester;
        p.burned = r.noShow + r.penaltyRequester - r.penaltyRequester / 2;
        // An early stop pays the requester whole; of a breach half is burned, so that nobody gains by
        // letting himself be robbed of a bond.
        uint256 compensation = r.breachProvider ? r.penaltyProvider / 2 : r.penaltyProvider;
        p.toRequester += compensation;
        p.burned += r.penaltyProvider - compensation;

        if (has(k, Fact.CHALLENGED)) {
            p.fromRequester += challengeStake;
            bool justified = !has(k, Fact.EXONERATED) && (has(k, Fact.CONVICTED) || k.providerStoppedAt != 0);
            if (justified) p.toRequester += challengeStake;
            else p.toProvider += challengeStake;
        }
        if (has(k, Fact.DEMANDED)) {
            p.fromProvider += challengeStake;
            p.toProvider += challengeStake;
        }
        if (has(k, Fact.PROVIDER_DISPUTED)) {
            p.fromProvider += disputeStake;
            bool justified =
                has(k, Fact.EXONERATED) || has(k, Fact.REQUESTER_EQUIVOCATED) || k.meterDue > max(k.paid, k.prepaid);
            if (justified) p.toProvider += disputeStake;
            else p.burned += disputeStake;
        }
        if (has(k, Fact.REQUESTER_DISPUTED)) {
            p.fromRequester += disputeStake;
            if (has(k, Fact.PROVIDER_EQUIVOCATED)) p.toRequester += disputeStake;
            else p.burned += disputeStake;
        }
    }

    /// @notice Both signed `c`: it is paid, everything else goes back to who put it there (IPSX-PAY-006).
    function settle(Case memory k, uint256 c, uint256 challengeStake, uint256 disputeStake)
        internal
        pure
        returns (Payout memory p)
    {
        p.fromRequester = k.cap - k.paid;
        p.fromProvider = k.bond;
        if (has(k, Fact.CHALLENGED)) p.fromRequester += challengeStake;
        if (has(k, Fact.REQUESTER_DISPUTED)) p.fromRequester += disputeStake;
        if (has(k, Fact.DEMANDED)) p.fromProvider += challengeStake;
        if (has(k, Fact.PROVIDER_DISPUTED)) p.fromProvider += disputeStake;
        p.toProvider = p.fromProvider + (c - k.paid);
        p.toRequester = p.fromRequester - (c - k.paid);
    }

    function has(Case memory k, uint24 fact) internal pure returns (bool) {
        return k.flags & fact != 0;
    }

    function min(uint256 a, uint256 b) internal pure returns (uint256) {
        return a < b ? a : b;
    }

    function max(uint256 a, uint256 b) internal pure returns (uint256) {
        return a > b ? a : b;
    }

    function divUp(uint256 a, uint256 b) internal pure returns (uint256) {
        return (a + b - 1) / b;
    }
}
