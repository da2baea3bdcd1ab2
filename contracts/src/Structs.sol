// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The nouns of the Ethereum layer
/// @notice Amounts are base units of the token (18 decimals), below 2^96 although the signed types say
/// uint128. Times are whole unix seconds; storage keeps 32 bits of them, which lasts until the year 2106.

/// @notice Phases of a channel. None is "never opened", Final is for ever (IPSX-PAY-011).
enum Phase {
    None,
    Open,
    Closing,
    Challenged,
    Demanded,
    Breached,
    Disputed,
    Final
}

/// @notice What both parties signed. The struct hash of it is the channel's id.
struct Deal {
    address provider;
    address requester;
    bytes32 offer;
    bytes32 request;
    uint64 providerNonce;
    uint64 requesterNonce;
    bytes32 resource;
    uint32 firstSeat;
    uint32 seats;
    uint64 start;
    uint64 end;
    uint64 validUntil;
    uint128 cap;
    uint128 bond;
    uint128 prepaid;
    uint128 pricePerSecond;
    uint128 pricePerByte;
    uint128 setupPrice;
    uint128 noShowCharge;
    uint32 maxLag;
    uint32 notice;
    bytes32 terms;
    bytes32 salt;
}

/// @notice A reading of the meter that both parties signed. `secondsUsed` is the signed type's field
/// `seconds`, a word that Solidity keeps for itself.
struct Meter {
    bytes32 channelId;
    uint64 seq;
    uint64 secondsUsed;
    uint64 bytesUsed;
}

/// @notice One message of the pair channel.
struct Status {
    bytes32 channelId;
    uint8 role;
    uint64 seq;
    uint8 status;
    uint8 reason;
    uint64 at;
    uint128 cumulativeAmount;
    bytes32 previous;
}

/// @notice Both parties' statement that a seat was rented out from `from` until `to`.
struct Receipt {
    bytes32 channelId;
    address provider;
    address requester;
    bytes32 resource;
    uint32 seat;
    uint64 from;
    uint64 to;
    bytes32 commitment;
}

/// @notice The part of the protocol's parameters that the contract decides by or checks (IPSX-AGR-039).
struct Parameters {
    uint32 minLease;
    uint32 maxLease;
    uint32 bookAheadMax;
    uint32 shortLeaseMax;
    uint32 maxSeats;
    uint32 provisionWindow;
    uint32 settleGrace;
    uint32 challengeSeconds;
    uint32 appealSeconds;
    uint32 evidenceSeconds;
    uint32 claimWindow;
    uint32 deadlineBlocks;
    uint32 finality;
    uint32 delta;
    uint16 commissionBp;
    uint16 bondBp;
    uint128 minCommission;
    uint128 challengeStake;
    uint128 disputeStake;
}

/// @notice One slot: what an owner may use, and what open channels and stakes hold (IPSX-WAL-001).
struct Wallet {
    uint128 balance;
    uint128 reserved;
}

/// @notice What a channel has paid, and its phase in the lowest four bits. They stand together beside the
/// provider, so that a payment reads two slots of a channel and writes one. What is paid was reserved before
/// and is less than the token's supply, 2^91, so that it needs no more than the 92 bits above.
type Progress is uint96;

using {paid, phase} for Progress global;

function progressOf(uint256 amount, Phase entered) pure returns (Progress p) {
    assembly ("memory-safe") {
        p := or(shl(4, amount), entered)
    }
}

function paid(Progress p) pure returns (uint96) {
    return Progress.unwrap(p) >> 4;
}

function phase(Progress p) pure returns (Phase entered) {
    assembly ("memory-safe") {
        entered := and(p, 0xf)
    }
}

/// @notice A channel in storage: three slots.
struct Record {
    address provider;
    Progress progress;
    address requester;
    uint96 cap;
    uint96 bond;
    uint32 start;
    uint32 end;
    uint32 armedAt;
    uint32 armedBlock;
    uint24 flags;
}

/// @notice A channel as readers get it.
struct Channel {
    address provider;
    uint96 paid;
    address requester;
    uint96 cap;
    uint96 bond;
    uint32 start;
    uint32 end;
    uint32 armedAt;
    uint32 armedBlock;
    Phase phase;
    uint24 flags;
}

/// @notice What most channels never need.
struct Rare {
    uint96 meterDue;
    uint96 due;
    uint32 challengedAt;
    uint32 providerStoppedAt;
    uint64 noticeAt;
}

/// @notice A provider's pooled stake, slashable until it is taken out (IPSX-AGR-065).
struct Pledge {
    uint96 amount;
    uint40 requestedAt;
    uint40 requestedBlock;
}

/// @notice A channel with everything that the chain knows of it, for readers.
struct ChannelView {
    Channel channel;
    Rare rare;
}

/// @notice The yes-or-no facts of a channel, one bit each of `Record.flags`. A bit other than DEMANDED
/// is never cleared, so the order in which facts arrive cannot matter (IPSX-AGR-040).
library Fact {
    uint24 internal constant PROVIDER_STOPPED = 1 << 0;
    uint24 internal constant REQUESTER_STOPPED = 1 << 1;
    uint24 internal constant CHALLENGED = 1 << 2;
    uint24 internal constant ANSWERED = 1 << 3;
    uint24 internal constant CONVICTED = 1 << 4;
    uint24 internal constant EXONERATED = 1 << 5;
    /// The provider's stake on a demand is held; met demands give it up.
    uint24 internal constant DEMANDED = 1 << 6;
    uint24 internal constant LAGGED = 1 << 7;
    uint24 internal constant PROVIDER_EQUIVOCATED = 1 << 8;
    uint24 internal constant REQUESTER_EQUIVOCATED = 1 << 9;
    uint24 internal constant PROVIDER_DISPUTED = 1 << 10;
    uint24 internal constant REQUESTER_DISPUTED = 1 << 11;
}
