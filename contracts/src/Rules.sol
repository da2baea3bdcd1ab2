// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICentralizer} from "./ICentralizer.sol";
import {Parameters} from "./Structs.sol";

/// @title The parameters, fixed at deployment
/// @notice Nobody can change one afterwards: a party knows at signing what the verdict will be.
abstract contract Rules is ICentralizer {
    /// @dev Ten years. Keeps every stored time within 32 bits until 2086.
    uint256 private constant LONGEST = 3650 days;
    uint256 internal constant BASIS_POINTS = 10_000;

    uint32 internal immutable minLease;
    uint32 internal immutable maxLease;
    uint32 internal immutable bookAheadMax;
    uint32 internal immutable shortLeaseMax;
    uint32 internal immutable maxSeats;
    uint32 internal immutable provisionWindow;
    uint32 internal immutable settleGrace;
    uint32 internal immutable challengeSeconds;
    uint32 internal immutable appealSeconds;
    uint32 internal immutable evidenceSeconds;
    uint32 internal immutable claimWindow;
    uint32 internal immutable deadlineBlocks;
    uint32 internal immutable finality;
    uint32 internal immutable delta;
    uint16 internal immutable commissionBp;
    uint16 internal immutable bondBp;
    uint128 internal immutable minCommission;
    uint128 internal immutable challengeStake;
    uint128 internal immutable disputeStake;

    constructor(Parameters memory p) {
        _validate(p);
        minLease = p.minLease;
        maxLease = p.maxLease;
        bookAheadMax = p.bookAheadMax;
        shortLeaseMax = p.shortLeaseMax;
        maxSeats = p.maxSeats;
        provisionWindow = p.provisionWindow;
        settleGrace = p.settleGrace;
        challengeSeconds = p.challengeSeconds;
        appealSeconds = p.appealSeconds;
        evidenceSeconds = p.evidenceSeconds;
        claimWindow = p.claimWindow;
        deadlineBlocks = p.deadlineBlocks;
        finality = p.finality;
        delta = p.delta;
        commissionBp = p.commissionBp;
        bondBp = p.bondBp;
        minCommission = p.minCommission;
        challengeStake = p.challengeStake;
        disputeStake = p.disputeStake;
    }

    /// @inheritdoc ICentralizer
    function parameters() external view returns (Parameters memory) {
        return Parameters({
            minLease: minLease,
            maxLease: maxLease,
            bookAheadMax: bookAheadMax,
            shortLeaseMax: shortLeaseMax,
            maxSeats: maxSeats,
            provisionWindow: provisionWindow,
            settleGrace: settleGrace,
            challengeSeconds: challengeSeconds,
            appealSeconds: appealSeconds,
            evidenceSeconds: evidenceSeconds,
            claimWindow: claimWindow,
            deadlineBlocks: deadlineBlocks,
            finality: finality,
            delta: delta,
            commissionBp: commissionBp,
            bondBp: bondBp,
            minCommission: minCommission,
            challengeStake: challengeStake,
            disputeStake: disputeStake
        });
    }

    /// @dev φ, the platform's share of a channel that has paid `c` (IPSX-PAY-004).
    function _commission(uint256 c) internal view returns (uint256) {
        unchecked {
            // An amount has 96 bits and the rate 16.
            uint256 share = c * commissionBp / BASIS_POINTS;
            return share > minCommission ? share : minCommission;
        }
    }

    /// @dev A deadline needs seconds and blocks: after an outage of the chain the first block must not
    /// find every deadline passed (IPSX-AGR-031).
    function _requirePassed(bytes32 id, uint256 armedAt, uint256 armedBlock, uint256 period) internal view {
        uint256 time = armedAt + period;
        uint256 height = armedBlock + deadlineBlocks;
        if (block.timestamp < time || block.number < height) {
            // forge-lint: disable-next-line(unsafe-typecast)
            revert TooEarly(id, uint64(time), uint64(height));
        }
    }

    /// @dev IPSX-AGR-039: a timer that moves money leaves room for a late block, the clocks' skew and the
    /// set-up of the service.
    function _validate(Parameters memory p) private pure {
        // The two windows of the shortest lease are a second each at least (IPSX-AGR-038).
        _check(p.minLease >= 3 && p.minLease <= p.maxLease, "minLease");
        _check(p.maxLease <= LONGEST, "maxLease");
        _check(p.bookAheadMax <= LONGEST, "bookAheadMax");
        _check(p.shortLeaseMax >= p.minLease && p.shortLeaseMax <= p.maxLease, "shortLeaseMax");
        _check(p.maxSeats > 0 && p.maxSeats <= 256, "maxSeats");
        _check(p.deadlineBlocks > 0, "deadlineBlocks");
        _check(p.commissionBp <= BASIS_POINTS, "commissionBp");
        _check(p.bondBp <= BASIS_POINTS, "bondBp");
        _check(p.minCommission > 0 && p.minCommission < 2 ** 96, "minCommission");
        _check(p.challengeStake > 0 && p.challengeStake < 2 ** 96, "challengeStake");
        _check(p.disputeStake > 0 && p.disputeStake < 2 ** 96, "disputeStake");
        uint256 least = uint256(p.finality) + 2 * uint256(p.delta) + p.provisionWindow;
        _check(p.settleGrace >= least, "settleGrace");
        _check(p.challengeSeconds >= least, "challengeSeconds");
        _check(p.appealSeconds >= least, "appealSeconds");
        _check(p.evidenceSeconds >= least, "evidenceSeconds");
        _check(p.claimWindow >= least, "claimWindow");
    }

    function _check(bool holds, bytes32 name) private pure {
        if (!holds) revert InvalidParameter(name);
    }
}
