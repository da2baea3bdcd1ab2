// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Channels} from "./Channels.sol";
import {Hashes} from "./Hashes.sol";
import {Deal, Fact, Meter, Phase, Rare, Record, Status, progressOf} from "./Structs.sol";
import {Verdict} from "./Verdict.sol";

/// @title What the parties do and fail to do, and the proofs of it
/// @notice No function here takes a bond or a payment from anybody: they record facts, hold stakes and set
/// deadlines; the verdict moves the money. Silence counts only after a funded challenge on the chain
/// (IPSX-AGR-050).
abstract contract Conduct is Channels {
    uint8 private constant ROLE_PROVIDER = 0;
    uint8 private constant ROLE_REQUESTER = 1;
    uint8 private constant STATUS_ACTIVE = 3;

    /// @notice A party ends its part. A provider that leaves before the end forfeits the bond's part for
    /// the rest of the time, unless the verdict finds a reason.
    function stop(bytes32 id) external {
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        bool byProvider = _party(id, c);
        if (!_isServed(phase) && phase != Phase.Closing) revert WrongPhase(id, phase);
        uint24 fact = byProvider ? Fact.PROVIDER_STOPPED : Fact.REQUESTER_STOPPED;
        if (c.flags & fact != 0) revert AlreadyStopped(id, msg.sender);
        c.flags |= fact;
        // forge-lint: disable-next-line(unsafe-typecast)
        if (byProvider && block.timestamp < c.end) _rare[id].providerStoppedAt = uint32(block.timestamp);
        if (phase != Phase.Closing) _arm(c, Phase.Closing);
        emit DealStopped(id, msg.sender);
    }

    /// @notice The lease's time is over, for everybody (IPSX-AGR-032). A challenge outlives it.
    function expire(bytes32 id) external {
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        if (phase != Phase.Open && phase != Phase.Demanded) revert WrongPhase(id, phase);
        if (block.timestamp < c.end) revert TooEarly(id, c.end, 0);
        _arm(c, Phase.Closing);
        emit DealEnded(id);
    }

    /// @notice The provider will leave at `when` without a penalty (IPSX-AGR-035).
    function giveNotice(Deal calldata d, uint64 when) external {
        bytes32 id = Hashes.deal(d);
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        _requireProvider(id, c);
        if (phase != Phase.Open && phase != Phase.Demanded) revert WrongPhase(id, phase);
        if (_rare[id].noticeAt != 0) revert AlreadyNoticed(id);
        uint64 earliest = _now() + d.notice;
        if (when < earliest) revert NoticeTooShort(id, when, earliest);
        _rare[id].noticeAt = when;
        emit NoticeGiven(id, when);
    }

    /// @notice The requester says, at its own risk, that no service comes (IPSX-AGR-050).
    function challenge(bytes32 id) external {
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        _requireRequester(id, c);
        if (phase != Phase.Open) revert WrongPhase(id, phase);
        if (block.timestamp < c.start || block.timestamp >= c.end) revert OutsideLease(id, c.start, c.end, _now());
        _reserve(msg.sender, challengeStake, 0);
        c.flags |= Fact.CHALLENGED;
        // forge-lint: disable-next-line(unsafe-typecast)
        _rare[id].challengedAt = uint32(block.timestamp);
        _arm(c, Phase.Challenged);
        emit DealChallenged(id);
    }

    /// @notice The provider is there: the deal ends, and nobody is in breach (IPSX-AGR-051).
    function answer(bytes32 id) external {
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        _requireProvider(id, c);
        if (phase != Phase.Challenged) revert WrongPhase(id, phase);
        c.flags |= Fact.ANSWERED;
        _arm(c, Phase.Closing);
        emit ChallengeAnswered(id);
    }

    /// @notice A challenge was not answered in time (IPSX-AGR-052). Anybody may say so.
    function convict(bytes32 id) external {
        _overdue(id, Phase.Challenged, Fact.CONVICTED, Phase.Breached);
        emit ProviderDefaulted(id);
    }

    /// @notice The provider says, at its own risk, that a voucher over `due` is owed (IPSX-AGR-053). The
    /// requester answers with `claim`, or with `stop`.
    function demand(Deal calldata d, uint128 due) external {
        bytes32 id = Hashes.deal(d);
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        _requireProvider(id, c);
        if (phase != Phase.Open) revert WrongPhase(id, phase);
        if (d.seats == 0) revert BadDemand(id, due, 0);
        if (block.timestamp < d.start) revert OutsideLease(id, d.start, d.end, _now());
        uint256 most = d.cap;
        if (d.pricePerByte == 0) {
            uint256 served = Verdict.min(block.timestamp, d.end) - d.start;
            most = Verdict.min(most, d.setupPrice + d.pricePerSecond * served);
        }
        // forge-lint: disable-next-line(unsafe-typecast)
        if (due <= c.progress.paid() || due > most) revert BadDemand(id, due, uint128(most));
        _reserve(msg.sender, challengeStake, 0);
        c.flags |= Fact.DEMANDED;
        // forge-lint: disable-next-line(unsafe-typecast)
        _rare[id].due = uint96(due);
        _arm(c, Phase.Demanded);
        emit PaymentDemanded(id, due);
    }

    /// @notice A demand was not answered in time (IPSX-AGR-054). Anybody may say so.
    function lapse(bytes32 id) external {
        _overdue(id, Phase.Demanded, Fact.LAGGED, Phase.Closing);
        emit DemandLapsed(id);
    }

    /// @notice A party contests the outcome, once, with a stake (IPSX-AGR-063). The other party's dispute
    /// does not prolong the time for evidence.
    function dispute(bytes32 id) external {
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        uint24 fact = _party(id, c) ? Fact.PROVIDER_DISPUTED : Fact.REQUESTER_DISPUTED;
        if (phase != Phase.Closing && phase != Phase.Breached && phase != Phase.Disputed) {
            revert WrongPhase(id, phase);
        }
        if (c.flags & fact != 0) revert AlreadyDisputed(id, msg.sender);
        _reserve(msg.sender, disputeStake, 0);
        c.flags |= fact;
        if (phase != Phase.Disputed) _arm(c, Phase.Disputed);
        emit DealDisputed(id, msg.sender);
    }

    /// @notice A reading that both signed raises what is paid at the end (IPSX-PAY-010).
    function proveMeter(Deal calldata d, Meter calldata m, bytes calldata sigProvider, bytes calldata sigRequester)
        external
    {
        bytes32 id = Hashes.deal(d);
        _requireLive(id, _channels[id]);
        if (m.channelId != id) revert WrongChannel(id, m.channelId);
        bytes32 hash = Hashes.meter(m);
        _requireSigned(hash, d.provider, sigProvider);
        _requireSigned(hash, d.requester, sigRequester);
        uint256 price =
            uint256(d.setupPrice) + uint256(d.pricePerSecond) * m.secondsUsed + uint256(d.pricePerByte) * m.bytesUsed;
        Rare storage rare = _rare[id];
        // forge-lint: disable-next-line(unsafe-typecast)
        uint96 due = uint96(Verdict.max(rare.meterDue, Verdict.min(d.cap, price)));
        rare.meterDue = due;
        emit MeterProved(id, due);
    }

    /// @notice Two different messages of one party with one number are a breach (IPSX-AGR-061).
    function proveEquivocation(
        bytes32 id,
        Status calldata a,
        bytes calldata sigA,
        Status calldata b,
        bytes calldata sigB
    ) external {
        Record storage c = _channels[id];
        _requireLive(id, c);
        (bytes32 hashA, bytes32 hashB) = (Hashes.status(a), Hashes.status(b));
        bool same = a.channelId == id && b.channelId == id && a.role == b.role && a.seq == b.seq;
        if (!same || a.role > ROLE_REQUESTER || hashA == hashB) revert NotEquivocation(id);
        bool byProvider = a.role == ROLE_PROVIDER;
        address party = byProvider ? c.provider : c.requester;
        _requireSigned(hashA, party, sigA);
        _requireSigned(hashB, party, sigB);
        c.flags |= byProvider ? Fact.PROVIDER_EQUIVOCATED : Fact.REQUESTER_EQUIVOCATED;
        emit EquivocationProved(id, a.role);
    }

    /// @notice The requester said Active after it had challenged: the provider is cleared (IPSX-AGR-062).
    function proveService(bytes32 id, Status calldata s, bytes calldata sigRequester) external {
        Record storage c = _channels[id];
        Phase phase = _requireLive(id, c);
        if (phase != Phase.Challenged && c.flags & Fact.CONVICTED == 0) revert WrongPhase(id, phase);
        bool served = s.channelId == id && s.role == ROLE_REQUESTER && s.status == STATUS_ACTIVE
            && s.at >= _rare[id].challengedAt;
        if (!served) revert NotService(id);
        _requireSigned(Hashes.status(s), c.requester, sigRequester);
        c.flags |= Fact.EXONERATED;
        emit ServiceProved(id);
    }

    /// @dev What was asked for in a phase did not come in time: a fact, and the next phase.
    function _overdue(bytes32 id, Phase asked, uint24 fact, Phase next) private {
        Record storage c = _channels[id];
        Phase phase = _phaseOf(id, c);
        if (phase != asked) revert WrongPhase(id, phase);
        _requirePassed(id, c.armedAt, c.armedBlock, challengeSeconds);
        c.flags |= fact;
        _arm(c, next);
    }

    /// @dev Starts the clock of a phase. Whatever ran before is void with it (IPSX-AGR-030).
    function _arm(Record storage c, Phase phase) private {
        c.progress = progressOf(c.progress.paid(), phase);
        // forge-lint: disable-next-line(unsafe-typecast)
        (c.armedAt, c.armedBlock) = (uint32(block.timestamp), uint32(block.number));
    }

    /// @return byProvider Which party the caller is.
    function _party(bytes32 id, Record storage c) private view returns (bool byProvider) {
        byProvider = msg.sender == c.provider;
        if (!byProvider) _requireRequester(id, c);
    }

    function _requireProvider(bytes32 id, Record storage c) private view {
        if (msg.sender != c.provider) revert NotParty(id, msg.sender);
    }

    function _requireRequester(bytes32 id, Record storage c) private view {
        if (msg.sender != c.requester) revert NotParty(id, msg.sender);
    }
}
