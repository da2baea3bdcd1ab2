// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {Bookings} from "./Bookings.sol";
import {Hashes} from "./Hashes.sol";
import {ICentralizer} from "./ICentralizer.sol";
import {Channel, ChannelView, Deal, Fact, Phase, Progress, Rare, Record, progressOf} from "./Structs.sol";
import {Verdict} from "./Verdict.sol";

/// @title Opening, paying and ending a channel
abstract contract Channels is Bookings, EIP712 {
    mapping(bytes32 id => Rare) internal _rare;

    /// @inheritdoc ICentralizer
    mapping(address owner => uint64) public minNonce;

    constructor() EIP712("IPSX", "1") {}

    /// @notice Commits a deal that both parties signed: cap and bond are reserved, the seats booked
    /// (IPSX-AGR-020). A deal opens once, for ever (IPSX-AGR-021). Anybody may submit it.
    function openDeal(Deal calldata d, bytes calldata sigProvider, bytes calldata sigRequester) external {
        bytes32 id = Hashes.deal(d);
        if (_channels[id].provider != address(0)) revert ChannelExists(id);
        if (block.timestamp > d.validUntil) revert DealExpired(id, d.validUntil, _now());
        uint8 code = _termsCode(d);
        if (code != 0) revert BadTerms(id, code);
        _requireNonce(d.provider, d.providerNonce);
        _requireNonce(d.requester, d.requesterNonce);
        _requireSigned(id, d.provider, sigProvider);
        _requireSigned(id, d.requester, sigRequester);
        _book(id, d);
        _reserve(d.requester, d.cap, minCommission);
        if (d.bond != 0) _reserve(d.provider, d.bond, 0);

        Record storage c = _channels[id];
        // The casts are safe: code 9 bounds the amounts, codes 1 and 8 the times.
        // forge-lint: disable-start(unsafe-typecast)
        c.provider = d.provider;
        c.progress = progressOf(0, Phase.Open);
        c.requester = d.requester;
        c.cap = uint96(d.cap);
        c.bond = uint96(d.bond);
        c.start = uint32(d.start);
        c.end = uint32(d.end);
        // forge-lint: disable-end(unsafe-typecast)
        emit DealOpened(id, d.provider, d.requester, d.cap, d.bond, d.start, d.end);
    }

    /// @notice Every order of the caller with a nonce below `minimum` is void from this block on
    /// (IPSX-AGR-022).
    function cancelOrders(uint64 minimum) external {
        uint64 current = minNonce[msg.sender];
        if (minimum <= current) revert NonceNotIncreasing(msg.sender, minimum, current);
        minNonce[msg.sender] = minimum;
        emit OrdersCancelled(msg.sender, minimum);
    }

    /// @notice Pays what the requester signed for, in any phase before the end (IPSX-PAY-002, IPSX-PAY-003).
    /// Anybody may submit it for the provider.
    function claim(bytes32 id, uint128 cumulative, bytes calldata sigRequester) external {
        _claim(id, cumulative, sigRequester);
    }

    /// @notice Pays many vouchers, all or none.
    function claimMany(bytes32[] calldata ids, uint128[] calldata cumulatives, bytes[] calldata sigs) external {
        if (ids.length != cumulatives.length || ids.length != sigs.length) revert LengthMismatch();
        for (uint256 i = 0; i < ids.length; ++i) {
            _claim(ids[i], cumulatives[i], sigs[i]);
        }
    }

    /// @notice Ends a channel as both parties agreed: no penalty, every stake goes home (IPSX-PAY-006).
    function settle(
        bytes32 id,
        uint128 cumulative,
        bytes32 receipt,
        bytes calldata sigProvider,
        bytes calldata sigRequester
    ) external {
        _settle(id, cumulative, receipt, sigProvider, sigRequester);
    }

    /// @notice Ends many channels, all or none.
    function settleMany(
        bytes32[] calldata ids,
        uint128[] calldata cumulatives,
        bytes32[] calldata receipts,
        bytes[] calldata sigsProvider,
        bytes[] calldata sigsRequester
    ) external {
        uint256 n = ids.length;
        if (n != cumulatives.length || n != receipts.length || n != sigsProvider.length || n != sigsRequester.length) {
            revert LengthMismatch();
        }
        for (uint256 i = 0; i < n; ++i) {
            _settle(ids[i], cumulatives[i], receipts[i], sigsProvider[i], sigsRequester[i]);
        }
    }

    /// @notice Ends a channel without a common signature, by the one verdict (IPSX-AGR-060), after the time
    /// in which either side could add evidence. A standing reservation waits for its longest short deal
    /// too (IPSX-AGR-072).
    function finalize(Deal calldata d) external nonReentrant {
        bytes32 id = Hashes.deal(d);
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        uint256 period;
        if (phase == Phase.Closing) period = settleGrace;
        else if (phase == Phase.Breached) period = appealSeconds;
        else if (phase == Phase.Disputed) period = evidenceSeconds;
        else revert WrongPhase(id, phase);
        if (d.seats == 0) period += shortLeaseMax;
        _requirePassed(id, c.armedAt, c.armedBlock, period);

        Verdict.Case memory k = _case(id, c);
        (k.isDeal, k.prepaid, k.noShowCharge) = (d.seats != 0, d.prepaid, d.noShowCharge);
        Verdict.Ruling memory r = Verdict.rule(k);
        Verdict.Payout memory p = Verdict.divide(k, r, challengeStake, disputeStake);
        _close(c, r.c, p);
        if (r.breachProvider || r.breachRequester) emit DealBreached(id, r.breachProvider, r.breachRequester);
        // forge-lint: disable-next-line(unsafe-typecast)
        emit DealSettled(id, uint128(r.c), uint128(r.penaltyProvider), uint128(r.penaltyRequester), 0);
        _burn(p.burned);
    }

    /// @inheritdoc ICentralizer
    function channels(bytes32[] calldata ids) external view returns (ChannelView[] memory list) {
        list = new ChannelView[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            list[i] = ChannelView(_view(_channels[ids[i]]), _rare[ids[i]]);
        }
    }

    function _claim(bytes32 id, uint128 cumulative, bytes calldata sigRequester) private {
        Record storage c = _channels[id];
        Phase phase = _requireLive(id, c);
        uint128 paid = c.progress.paid();
        if (cumulative > c.cap) revert VoucherExceedsCap(id, cumulative, c.cap);
        if (cumulative <= paid) revert VoucherStale(id, cumulative, paid);
        _requireSigned(Hashes.voucher(id, cumulative), c.requester, sigRequester);

        uint256 fee = _commission(cumulative) - _commission(paid);
        c.progress = progressOf(cumulative, phase);
        _release(c.requester, cumulative - paid, 0);
        _credit(c.provider, cumulative - paid - fee);
        _addFee(fee);
        // forge-lint: disable-next-line(unsafe-typecast)
        emit VoucherPaid(id, cumulative, uint128(fee));

        if (phase == Phase.Demanded) _meet(id, c, cumulative);
    }

    /// @dev IPSX-AGR-053: the demand was answered in money; the stake pays for having been late.
    function _meet(bytes32 id, Record storage c, uint256 cumulative) internal {
        if (cumulative < _rare[id].due) return;
        (c.progress, c.flags) = (progressOf(cumulative, Phase.Open), c.flags & ~Fact.DEMANDED);
        _release(c.provider, challengeStake, 0);
        _credit(c.requester, challengeStake);
        emit DemandMet(id);
    }

    function _settle(
        bytes32 id,
        uint128 cumulative,
        bytes32 receipt,
        bytes calldata sigProvider,
        bytes calldata sigRequester
    ) private {
        Record storage c = _channels[id];
        _requireLive(id, c);
        if (cumulative > c.cap) revert VoucherExceedsCap(id, cumulative, c.cap);
        uint128 paid = c.progress.paid();
        if (cumulative < paid) revert VoucherStale(id, cumulative, paid);
        bytes32 closing = Hashes.closing(id, cumulative, receipt);
        _requireSigned(closing, c.provider, sigProvider);
        _requireSigned(closing, c.requester, sigRequester);

        Verdict.Case memory k;
        (k.cap, k.bond, k.paid, k.flags) = (c.cap, c.bond, paid, c.flags);
        _close(c, cumulative, Verdict.settle(k, cumulative, challengeStake, disputeStake));
        emit DealSettled(id, cumulative, 0, 0, receipt);
    }

    /// @dev The last write to a channel: the phase is final, what it reserved is divided, the commission on
    /// what it has not yet paid comes out of the provider's part.
    function _close(Record storage c, uint256 amount, Verdict.Payout memory p) private {
        uint256 fee = _commission(amount) - _commission(c.progress.paid());
        c.progress = progressOf(amount, Phase.Final);
        _release(c.requester, p.fromRequester, p.toRequester);
        if (p.fromProvider != 0 || p.toProvider != 0) _release(c.provider, p.fromProvider, p.toProvider - fee);
        _addFee(fee);
    }

    /// @dev The first broken rule of a deal's terms, 0 when none is.
    function _termsCode(Deal calldata d) private view returns (uint8) {
        if (d.end < d.start || d.end - d.start < minLease || d.end - d.start > maxLease) return 1;
        if (block.timestamp >= d.end) return 2;
        if (d.provider == d.requester || d.provider == address(0) || d.requester == address(0)) return 3;
        if (d.cap == 0 || d.prepaid > d.cap || d.setupPrice > d.cap) return 4;
        if (d.seats > 0 && d.bond < Verdict.divUp(uint256(d.cap) * bondBp, BASIS_POINTS)) return 5;
        if (d.seats > maxSeats || uint256(d.firstSeat) + d.seats > 2 ** 32) return 6;
        if (d.seats > 0 && (d.noShowCharge == 0 || d.noShowCharge > d.cap)) return 7;
        if (d.start > block.timestamp + bookAheadMax) return 8;
        uint128 all = d.cap | d.bond | d.prepaid | d.pricePerSecond | d.pricePerByte | d.setupPrice | d.noShowCharge;
        return all >> 96 == 0 ? 0 : 9;
    }

    function _requireNonce(address owner, uint64 nonce) private view {
        uint64 minimum = minNonce[owner];
        if (nonce < minimum) revert NonceCancelled(owner, nonce, minimum);
    }

    /// @dev 65 bytes, low s (IPSX-SIG-003), under the domain of this contract on this chain.
    function _requireSigned(bytes32 structHash, address expected, bytes calldata signature) internal view {
        (address signer, ECDSA.RecoverError problem,) =
            ECDSA.tryRecoverCalldata(_hashTypedDataV4(structHash), signature);
        if (problem != ECDSA.RecoverError.NoError || signer != expected) revert InvalidSignature(expected);
    }

    function _phaseOf(bytes32 id, Record storage c) internal view returns (Phase phase) {
        phase = c.progress.phase();
        if (phase == Phase.None) revert UnknownChannel(id);
    }

    function _requireLive(bytes32 id, Record storage c) internal view returns (Phase phase) {
        phase = _phaseOf(id, c);
        if (phase == Phase.Final) revert ChannelFinal(id);
    }

    /// @dev What storage knows of a case; `finalize` adds the signed terms.
    function _case(bytes32 id, Record storage c) private view returns (Verdict.Case memory k) {
        Rare storage rare = _rare[id];
        (k.cap, k.bond, k.start, k.end) = (c.cap, c.bond, c.start, c.end);
        (k.paid, k.flags) = (c.progress.paid(), c.flags);
        (k.meterDue, k.providerStoppedAt, k.noticeAt) = (rare.meterDue, rare.providerStoppedAt, rare.noticeAt);
    }

    function _view(Record storage c) private view returns (Channel memory v) {
        Progress progress = c.progress;
        (v.provider, v.paid, v.phase) = (c.provider, progress.paid(), progress.phase());
        (v.requester, v.cap) = (c.requester, c.cap);
        (v.bond, v.start, v.end, v.armedAt, v.armedBlock, v.flags) =
        (c.bond, c.start, c.end, c.armedAt, c.armedBlock, c.flags);
    }

    function _now() internal view returns (uint64) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return uint64(block.timestamp);
    }
}
