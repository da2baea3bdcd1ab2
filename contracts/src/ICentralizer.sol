// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ChannelView, Deal, Meter, Parameters, Phase, Receipt, Status, Wallet} from "./Structs.sol";

/// @title Events and errors of the Centralizer
/// @notice Events are past tense and carry what a reader needs to rebuild wallets and channels; errors
/// carry the values that decided.
interface ICentralizerEvents {
    event Deposited(address indexed owner, uint128 amount);
    event Withdrawn(address indexed owner, uint128 amount);
    event Transferred(address indexed from, address indexed to, uint128 amount);
    event FeesWithdrawn(address indexed to, uint128 amount);
    event ProfileAnchored(address indexed owner, bytes32 hash);
    event OrdersCancelled(address indexed owner, uint64 minimum);

    event DealOpened(
        bytes32 indexed id,
        address indexed provider,
        address indexed requester,
        uint128 cap,
        uint128 bond,
        uint64 start,
        uint64 end
    );
    event VoucherPaid(bytes32 indexed id, uint128 cumulative, uint128 feeDelta);
    event StatementPaid(address indexed payer, bytes32 entries, uint128 paid, uint128 fees);
    event DealStopped(bytes32 indexed id, address indexed by);
    event DealEnded(bytes32 indexed id);
    event NoticeGiven(bytes32 indexed id, uint64 at);
    event DealChallenged(bytes32 indexed id);
    event ChallengeAnswered(bytes32 indexed id);
    event ProviderDefaulted(bytes32 indexed id);
    event PaymentDemanded(bytes32 indexed id, uint128 due);
    event DemandMet(bytes32 indexed id);
    event DemandLapsed(bytes32 indexed id);
    event MeterProved(bytes32 indexed id, uint128 meterDue);
    event EquivocationProved(bytes32 indexed id, uint8 role);
    event ServiceProved(bytes32 indexed id);
    event DealDisputed(bytes32 indexed id, address indexed by);
    event DealBreached(bytes32 indexed id, bool byProvider, bool byRequester);
    event DealSettled(
        bytes32 indexed id, uint128 cumulative, uint128 penaltyProvider, uint128 penaltyRequester, bytes32 receipt
    );

    event Staked(address indexed owner, uint128 amount);
    event UnstakeRequested(address indexed owner);
    event Unstaked(address indexed owner, uint128 amount);
    event DoubleLeaseProved(address indexed provider, bytes32 indexed resource, uint32 seat, uint128 slashed);
}

interface ICentralizerErrors {
    error ZeroAmount();
    error ZeroAddress();
    error LengthMismatch();
    error InvalidParameter(bytes32 name);
    error InsufficientBalance(address wallet, uint128 available, uint128 needed);
    error NotPlatform(address sender);

    error UnknownChannel(bytes32 id);
    error ChannelExists(bytes32 id);
    error ChannelFinal(bytes32 id);
    error WrongChannel(bytes32 expected, bytes32 actual);
    error WrongPhase(bytes32 id, Phase phase);
    error NotParty(bytes32 id, address sender);
    error InvalidSignature(address expected);

    error DealExpired(bytes32 id, uint64 validUntil, uint64 now);
    error BadTerms(bytes32 id, uint8 code);
    error NonceCancelled(address owner, uint64 nonce, uint64 minimum);
    error NonceNotIncreasing(address owner, uint64 minimum, uint64 current);
    error SeatTaken(address provider, bytes32 resource, uint32 seat);
    error TooManyBookings(address provider, bytes32 resource, uint32 seat);

    error VoucherExceedsCap(bytes32 id, uint128 cumulative, uint128 cap);
    error VoucherStale(bytes32 id, uint128 cumulative, uint128 paid);

    error AlreadyStopped(bytes32 id, address party);
    error AlreadyNoticed(bytes32 id);
    error AlreadyDisputed(bytes32 id, address party);
    error NoticeTooShort(bytes32 id, uint64 at, uint64 earliest);
    error OutsideLease(bytes32 id, uint64 start, uint64 end, uint64 now);
    error TooEarly(bytes32 id, uint64 earliestTime, uint64 earliestBlock);
    error BadDemand(bytes32 id, uint128 due, uint128 most);
    error NotEquivocation(bytes32 id);
    error NotService(bytes32 id);

    error NothingStaked(address owner);
    error UnstakeNotRequested(address owner);
    error NotDoubleLease(bytes32 a, bytes32 b);
    error AlreadyProven(bytes32 a, bytes32 b);
}

/// @title The Ethereum layer of IPSX
/// @notice Wallets, channels, the one verdict and the providers' stakes.
interface ICentralizer is ICentralizerEvents, ICentralizerErrors {
    function deposit(uint128 amount) external;
    function depositWithPermit(uint128 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external;
    function depositMany(address[] calldata owners, uint128[] calldata amounts) external;
    function withdraw(uint128 amount) external;
    function transfer(address to, uint128 amount) external;
    function anchorProfile(bytes32 hash) external;
    function withdrawFees(address to) external;

    function openDeal(Deal calldata d, bytes calldata sigProvider, bytes calldata sigRequester) external;
    function cancelOrders(uint64 minimum) external;
    function claim(bytes32 id, uint128 cumulative, bytes calldata sigRequester) external;
    function claimMany(bytes32[] calldata ids, uint128[] calldata cumulatives, bytes[] calldata sigs) external;
    function claimStatement(address payer, bytes calldata entries, bytes calldata sigPayer) external;
    function settle(
        bytes32 id,
        uint128 cumulative,
        bytes32 receipt,
        bytes calldata sigProvider,
        bytes calldata sigRequester
    ) external;
    function settleMany(
        bytes32[] calldata ids,
        uint128[] calldata cumulatives,
        bytes32[] calldata receipts,
        bytes[] calldata sigsProvider,
        bytes[] calldata sigsRequester
    ) external;
    function finalize(Deal calldata d) external;

    function stop(bytes32 id) external;
    function expire(bytes32 id) external;
    function giveNotice(Deal calldata d, uint64 when) external;
    function challenge(bytes32 id) external;
    function answer(bytes32 id) external;
    function convict(bytes32 id) external;
    function demand(Deal calldata d, uint128 due) external;
    function lapse(bytes32 id) external;
    function dispute(bytes32 id) external;
    function proveMeter(Deal calldata d, Meter calldata m, bytes calldata sigProvider, bytes calldata sigRequester)
        external;
    function proveEquivocation(
        bytes32 id,
        Status calldata a,
        bytes calldata sigA,
        Status calldata b,
        bytes calldata sigB
    ) external;
    function proveService(bytes32 id, Status calldata s, bytes calldata sigRequester) external;

    function stake(uint128 amount) external;
    function requestUnstake() external;
    function unstake() external;
    function proveDoubleLease(
        Receipt calldata a,
        bytes calldata sigProviderA,
        bytes calldata sigRequesterA,
        Receipt calldata b,
        bytes calldata sigProviderB,
        bytes calldata sigRequesterB
    ) external;

    function wallets(address[] calldata owners) external view returns (Wallet[] memory);
    function channels(bytes32[] calldata ids) external view returns (ChannelView[] memory);
    function fees() external view returns (uint128);
    function minNonce(address owner) external view returns (uint64);
    function staked(address owner) external view returns (uint128);
    function parameters() external view returns (Parameters memory);
}
