// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../src/Hashes.sol";
import {ICentralizer, ICentralizerErrors, ICentralizerEvents} from "../src/ICentralizer.sol";
import {IpsxToken} from "../src/IpsxToken.sol";
import {
    Channel,
    ChannelView,
    Deal,
    Fact,
    Meter,
    Parameters,
    Phase,
    Rare,
    Receipt,
    Status,
    Wallet
} from "../src/Structs.sol";
import {Vm} from "./Vm.sol";

/// @notice A token, a Centralizer, two parties with full wallets and a third one who is no party.
/// @dev The tests keep their own clock: the optimiser may move reads of `block.timestamp` over a warp.
abstract contract Fixture is ICentralizerErrors, ICentralizerEvents {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint256 internal constant T0 = 1_800_000_000;
    uint256 internal constant HEIGHT0 = 100;
    uint128 internal constant FULL = 10_000e18;
    uint128 internal constant MIN_COMMISSION = 0.01e18;
    uint128 internal constant CHALLENGE_STAKE = 1e18;
    uint128 internal constant DISPUTE_STAKE = 5e18;
    uint8 internal constant PROVIDER = 0;
    uint8 internal constant REQUESTER = 1;
    uint8 internal constant ACTIVE = 3;

    IpsxToken internal token;
    ICentralizer internal centralizer;
    address internal platform = address(0xFEE);
    address internal provider;
    address internal requester;
    address internal third;
    mapping(address party => uint256) internal keys;
    uint256 internal clock = T0;
    uint256 internal height = HEIGHT0;
    uint256 private _salt;

    function setUp() public virtual {
        vm.warp(clock);
        vm.roll(height);
        token = new IpsxToken(address(this), address(0xB1), address(0xB2), address(0xB3));
        token.openTransfers();
        centralizer = deploy(address(token), platform, defaults());
        token.approve(address(centralizer), type(uint256).max);
        provider = party(0xA11CE);
        requester = party(0xB0B);
        third = party(0xCA401);
    }

    /// @dev The compiled contract is loaded, not imported: the tests need not be compiled as it is, nor
    /// with it.
    function deploy(address token_, address platform_, Parameters memory p) internal returns (ICentralizer) {
        bytes memory code =
            abi.encodePacked(vm.getCode("Centralizer.sol:Centralizer"), abi.encode(token_, platform_, p));
        address made;
        assembly ("memory-safe") {
            made := create(0, add(code, 0x20), mload(code))
            if iszero(made) {
                returndatacopy(0, 0, returndatasize())
                revert(0, returndatasize())
            }
        }
        return ICentralizer(made);
    }

    function party(uint256 key) internal returns (address who) {
        who = vm.addr(key);
        keys[who] = key;
        fill(who, FULL);
    }

    function fill(address who, uint128 amount) internal {
        (address[] memory owners, uint128[] memory amounts) = (new address[](1), new uint128[](1));
        (owners[0], amounts[0]) = (who, amount);
        centralizer.depositMany(owners, amounts);
    }

    function defaults() internal pure returns (Parameters memory) {
        return Parameters({
            minLease: 5,
            maxLease: 31 days,
            bookAheadMax: 31 days,
            shortLeaseMax: 300,
            maxSeats: 64,
            provisionWindow: 60,
            settleGrace: 900,
            challengeSeconds: 600,
            appealSeconds: 900,
            evidenceSeconds: 3600,
            claimWindow: 30 days,
            deadlineBlocks: 10,
            finality: 24,
            delta: 12,
            commissionBp: 200,
            bondBp: 1000,
            minCommission: MIN_COMMISSION,
            challengeStake: CHALLENGE_STAKE,
            disputeStake: DISPUTE_STAKE
        });
    }

    /// @dev One seat for an hour from now, 100 tokens of cap, 10 of bond.
    function terms() internal returns (Deal memory d) {
        d.provider = provider;
        d.requester = requester;
        d.resource = "resource";
        d.seats = 1;
        (d.start, d.end, d.validUntil) = (uint64(clock), uint64(clock + 3600), uint64(clock + 30));
        (d.cap, d.bond, d.setupPrice, d.noShowCharge) = (100e18, 10e18, 1e18, 2e18);
        d.pricePerSecond = 0.02e18;
        (d.maxLag, d.notice) = (120, 600);
        d.salt = bytes32(++_salt);
    }

    function idOf(Deal memory d) internal pure returns (bytes32) {
        return keccak256(abi.encode(Hashes.DEAL, d));
    }

    function digest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("IPSX"),
                keccak256("1"),
                block.chainid,
                address(centralizer)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function sign(address who, bytes32 structHash) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[who], digest(structHash));
        return abi.encodePacked(r, s, v);
    }

    function open(Deal memory d) internal returns (bytes32 id) {
        id = idOf(d);
        centralizer.openDeal(d, sign(d.provider, id), sign(d.requester, id));
    }

    function openDefault() internal returns (Deal memory d, bytes32 id) {
        d = terms();
        id = open(d);
    }

    function voucher(bytes32 id, uint128 cumulative) internal view returns (bytes memory) {
        return sign(requester, keccak256(abi.encode(Hashes.VOUCHER, id, cumulative)));
    }

    function claim(bytes32 id, uint128 cumulative) internal {
        centralizer.claim(id, cumulative, voucher(id, cumulative));
    }

    function closing(address who, bytes32 id, uint128 cumulative, bytes32 receipt)
        internal
        view
        returns (bytes memory)
    {
        return sign(who, keccak256(abi.encode(Hashes.CLOSING, id, cumulative, receipt)));
    }

    function settle(bytes32 id, uint128 cumulative) internal {
        bytes memory sigProvider = closing(provider, id, cumulative, "receipt");
        centralizer.settle(id, cumulative, "receipt", sigProvider, closing(requester, id, cumulative, "receipt"));
    }

    function signStatus(address who, Status memory s) internal view returns (bytes memory) {
        return sign(who, keccak256(abi.encode(Hashes.STATUS, s)));
    }

    function proveMeter(Deal memory d, uint64 secondsUsed, uint64 bytesUsed) internal {
        Meter memory m = Meter(idOf(d), 1, secondsUsed, bytesUsed);
        bytes32 hash = keccak256(abi.encode(Hashes.METER, m));
        centralizer.proveMeter(d, m, sign(d.provider, hash), sign(d.requester, hash));
    }

    function proveEquivocation(bytes32 id, uint8 role) internal {
        Status memory a = Status(id, role, 7, ACTIVE, 0, uint64(clock), 0, 0);
        Status memory b = Status(id, role, 7, ACTIVE + 1, 0, uint64(clock), 0, 0);
        address who = role == PROVIDER ? provider : requester;
        centralizer.proveEquivocation(id, a, signStatus(who, a), b, signStatus(who, b));
    }

    function pass(uint256 time) internal {
        pass(time, time / 12 + 10);
    }

    function pass(uint256 time, uint256 blocks) internal {
        (clock, height) = (clock + time, height + blocks);
        vm.warp(clock);
        vm.roll(height);
    }

    function channel(bytes32 id) internal view returns (Channel memory) {
        return _view(id).channel;
    }

    function rare(bytes32 id) internal view returns (Rare memory) {
        return _view(id).rare;
    }

    function wallet(address who) internal view returns (Wallet memory) {
        address[] memory owners = new address[](1);
        owners[0] = who;
        return centralizer.wallets(owners)[0];
    }

    function balance(address who) internal view returns (uint256) {
        return wallet(who).balance;
    }

    function drain(address who) internal {
        uint128 all = wallet(who).balance;
        vm.prank(who);
        centralizer.withdraw(all);
    }

    function expectError(bytes memory data) internal {
        vm.expectRevert(data);
    }

    function expectLog() internal {
        vm.expectEmit(true, true, true, true, address(centralizer));
    }

    function assertPhase(bytes32 id, Phase expected) internal view {
        assertEq(uint256(channel(id).phase), uint256(expected), "phase");
    }

    function assertWallet(address who, uint256 balance_, uint256 reserved, string memory what) internal view {
        Wallet memory w = wallet(who);
        assertEq(w.balance, balance_, string.concat(what, "'s balance"));
        assertEq(w.reserved, reserved, string.concat(what, "'s reserved"));
    }

    function assertEq(uint256 actual, uint256 expected, string memory what) internal pure {
        require(actual == expected, string.concat(what, ": ", vm.toString(actual), " is not ", vm.toString(expected)));
    }

    function assertTrue(bool holds, string memory what) internal pure {
        require(holds, what);
    }

    function _view(bytes32 id) private view returns (ChannelView memory) {
        bytes32[] memory ids = new bytes32[](1);
        ids[0] = id;
        return centralizer.channels(ids)[0];
    }
}
