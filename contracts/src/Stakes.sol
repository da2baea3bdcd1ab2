// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Channels} from "./Channels.sol";
import {Hashes} from "./Hashes.sol";
import {ICentralizer} from "./ICentralizer.sol";
import {Pledge, Receipt, Record} from "./Structs.sol";
import {Verdict} from "./Verdict.sol";

/// @title Pooled stakes and the proof of a double lease
/// @notice A stake stays slashable until it is taken out, a claim window after it was asked back, so that
/// a deal's end does not end its provider's liability (IPSX-AGR-065).
abstract contract Stakes is Channels {
    mapping(address owner => Pledge) private _pledges;
    mapping(bytes32 pair => bool) private _proven;

    /// @notice Moves an amount from the caller's balance into its stake.
    /// @dev A request to unstake is void after it: otherwise a stake could be raised when its window is
    /// over and be taken out at once.
    function stake(uint128 amount) external {
        _requireAmount(amount);
        _reserve(msg.sender, amount, 0);
        // forge-lint: disable-next-line(unsafe-typecast)
        _pledges[msg.sender] = Pledge(_pledges[msg.sender].amount + uint96(amount), 0, 0);
        emit Staked(msg.sender, amount);
    }

    /// @notice Starts the claim window.
    function requestUnstake() external {
        Pledge storage p = _pledges[msg.sender];
        if (p.amount == 0) revert NothingStaked(msg.sender);
        // forge-lint: disable-next-line(unsafe-typecast)
        (p.requestedAt, p.requestedBlock) = (uint40(block.timestamp), uint40(block.number));
        emit UnstakeRequested(msg.sender);
    }

    /// @notice Takes the whole stake back, after the claim window.
    function unstake() external {
        Pledge memory p = _pledges[msg.sender];
        if (p.amount == 0) revert NothingStaked(msg.sender);
        if (p.requestedAt == 0) revert UnstakeNotRequested(msg.sender);
        _requirePassed(bytes32(uint256(uint160(msg.sender))), p.requestedAt, p.requestedBlock, claimWindow);
        delete _pledges[msg.sender];
        _release(msg.sender, p.amount, p.amount);
        emit Unstaked(msg.sender, p.amount);
    }

    /// @notice Two receipts of one provider for one seat at one time cost it the whole stake: half goes to
    /// whoever proves it, half is burned, so that reporting oneself is a loss (IPSX-AGR-065).
    function proveDoubleLease(
        Receipt calldata a,
        bytes calldata sigProviderA,
        bytes calldata sigRequesterA,
        Receipt calldata b,
        bytes calldata sigProviderB,
        bytes calldata sigRequesterB
    ) external nonReentrant {
        if (!_isDoubleLease(a, b)) revert NotDoubleLease(a.channelId, b.channelId);
        _prove(a.channelId, b.channelId);
        _requireReceipt(a, sigProviderA, sigRequesterA);
        _requireReceipt(b, sigProviderB, sigRequesterB);

        uint96 slashed = _pledges[a.provider].amount;
        // An offence proved while nothing is staked would be an offence without a price.
        if (slashed == 0) revert NothingStaked(a.provider);
        delete _pledges[a.provider];
        uint96 reward = slashed / 2;
        _release(a.provider, slashed, 0);
        _credit(msg.sender, reward);
        emit DoubleLeaseProved(a.provider, a.resource, a.seat, slashed);
        _burn(slashed - reward);
    }

    /// @inheritdoc ICentralizer
    function staked(address owner) external view returns (uint128) {
        return _pledges[owner].amount;
    }

    /// @dev Overlaps within the clocks' skew of both sides prove nothing. The intervals are those that were
    /// really served, so that a seat let again after an early stop is not one.
    function _isDoubleLease(Receipt calldata a, Receipt calldata b) private view returns (bool) {
        if (a.channelId == b.channelId) return false;
        if (a.provider != b.provider || a.resource != b.resource || a.seat != b.seat) return false;
        if (!_isOpenedFor(a) || !_isOpenedFor(b)) return false;
        uint256 from = Verdict.max(a.from, b.from);
        uint256 to = Verdict.min(a.to, b.to);
        return to > from && to - from > 2 * uint256(delta);
    }

    /// @dev A channel that was never opened has no provider, and nobody signs for the zero address.
    function _isOpenedFor(Receipt calldata r) private view returns (bool) {
        Record storage c = _channels[r.channelId];
        return c.provider != address(0) && c.provider == r.provider && c.requester == r.requester;
    }

    /// @dev One proof for each unordered pair of channels.
    function _prove(bytes32 a, bytes32 b) private {
        bytes32 pair = a < b ? keccak256(abi.encode(a, b)) : keccak256(abi.encode(b, a));
        if (_proven[pair]) revert AlreadyProven(a, b);
        _proven[pair] = true;
    }

    function _requireReceipt(Receipt calldata r, bytes calldata sigProvider, bytes calldata sigRequester) private view {
        bytes32 hash = Hashes.receipt(r);
        _requireSigned(hash, r.provider, sigProvider);
        _requireSigned(hash, r.requester, sigRequester);
    }
}
