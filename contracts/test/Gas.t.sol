// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../src/Hashes.sol";
import {Deal, Receipt} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

/// @notice The committed figures of snapshots/gas.json. Each call is a transaction of its own with cold
/// storage, intrinsic gas and call data included, between parties whose wallets are not empty.
/// forge-config: default.isolate = true
contract GasTest is Fixture {
    function setUp() public override {
        super.setUp();
        // The platform has earned before: the first fee of all pays for a new slot once.
        settle(open(_seats(1)), 1e18);
    }

    function test_gas_wallets() public {
        centralizer.deposit(1e18);
        centralizer.deposit(1e18);
        _record("deposit");
        vm.prank(provider);
        centralizer.withdraw(1e18);
        vm.prank(provider);
        centralizer.withdraw(1e18);
        _record("withdraw");
        vm.prank(provider);
        centralizer.transfer(third, 1e18);
        _record("transfer");
        vm.prank(provider);
        centralizer.cancelOrders(1);
        _record("cancelOrders");
        vm.prank(provider);
        centralizer.anchorProfile("profile");
        _record("anchorProfile");
        vm.prank(platform);
        centralizer.withdrawFees(platform);
        _record("withdrawFees");
        (address[] memory owners, uint128[] memory amounts) = (new address[](10), new uint128[](10));
        for (uint160 i = 0; i < 10; ++i) {
            (owners[i], amounts[i]) = (address(0x1000 + i), 1e18);
        }
        centralizer.depositMany(owners, amounts);
        _record("depositMany10");
    }

    function test_gas_openAndPay() public {
        _open(0, "openReservation");
        bytes32 one = idOf(_open(1, "openDeal1"));
        Deal memory d = _seats(8);
        d.resource = "another";
        _open(d, "openDeal8");
        claim(one, 1e18);
        _record("claimFirst");
        claim(one, 2e18);
        _record("claim");
        settle(one, 3e18);
        _record("settle");
    }

    function test_gas_many() public {
        uint256 n = 10;
        bytes32[] memory ids = new bytes32[](n);
        (uint128[] memory amounts, bytes32[] memory receipts) = (new uint128[](n), new bytes32[](n));
        (bytes[] memory p, bytes[] memory r) = (new bytes[](n), new bytes[](n));
        for (uint32 i = 0; i < n; ++i) {
            Deal memory d = _seats(1);
            d.firstSeat = 1 + i;
            (ids[i], amounts[i]) = (open(d), 1e18);
            r[i] = voucher(ids[i], 1e18);
        }
        centralizer.claimMany(ids, amounts, r);
        _record("claimMany10");
        bytes memory entries;
        for (uint256 i = 0; i < n; ++i) {
            entries = bytes.concat(entries, ids[i], bytes12(uint96(1.5e18)));
        }
        bytes32 statement = keccak256(abi.encode(Hashes.STATEMENT, requester, keccak256(entries)));
        centralizer.claimStatement(requester, entries, sign(requester, statement));
        _record("claimStatement10");
        for (uint256 i = 0; i < n; ++i) {
            (amounts[i], receipts[i]) = (2e18, "receipt");
            (p[i], r[i]) = (closing(provider, ids[i], 2e18, "receipt"), closing(requester, ids[i], 2e18, "receipt"));
        }
        centralizer.settleMany(ids, amounts, receipts, p, r);
        _record("settleMany10");
    }

    function test_gas_closing() public {
        (Deal memory d, bytes32 id) = openDefault();
        vm.prank(provider);
        centralizer.giveNotice(d, uint64(clock + 600));
        _record("giveNotice");
        proveMeter(d, 10, 0);
        _record("proveMeter");
        vm.prank(provider);
        centralizer.stop(id);
        _record("stopByProvider");
        proveEquivocation(id, PROVIDER);
        _record("proveEquivocation");
        vm.prank(requester);
        centralizer.dispute(id);
        _record("dispute");
        pass(3600);
        centralizer.finalize(d);
        _record("finalizeBreach");

        d = terms();
        id = open(d);
        vm.prank(requester);
        centralizer.stop(id);
        _record("stop");
        claim(id, 1e18);
        pass(900);
        centralizer.finalize(d);
        _record("finalize");
        id = open(d = _seats(1));
        pass(3600);
        centralizer.expire(id);
        _record("expire");
    }

    function test_gas_challenges() public {
        Deal memory d = _seats(1);
        bytes32 id = open(d);
        vm.prank(requester);
        centralizer.challenge(id);
        _record("challenge");
        vm.prank(provider);
        centralizer.answer(id);
        _record("answer");
        id = open(_seats(1));
        vm.prank(requester);
        centralizer.challenge(id);
        pass(600);
        centralizer.convict(id);
        _record("convict");
        d = _seats(1);
        id = open(d);
        vm.prank(provider);
        centralizer.demand(d, 1e18);
        _record("demand");
        pass(600);
        centralizer.lapse(id);
        _record("lapse");
    }

    function test_gas_stakes() public {
        vm.prank(provider);
        centralizer.stake(2e18);
        _record("stake");
        vm.prank(provider);
        centralizer.requestUnstake();
        _record("requestUnstake");
        Deal memory d = _seats(1);
        (bytes32 x, bytes32 y) = (open(d), 0);
        settle(x, 0);
        y = open(_seats(1));
        Receipt memory a = Receipt(x, provider, requester, d.resource, 0, 1000, 2000, 0);
        Receipt memory b = Receipt(y, provider, requester, d.resource, 0, 1000, 2000, 0);
        (bytes32 hashA, bytes32 hashB) =
            (keccak256(abi.encode(Hashes.RECEIPT, a)), keccak256(abi.encode(Hashes.RECEIPT, b)));
        (bytes memory pa, bytes memory ra) = (sign(provider, hashA), sign(requester, hashA));
        (bytes memory pb, bytes memory rb) = (sign(provider, hashB), sign(requester, hashB));
        vm.prank(third);
        centralizer.proveDoubleLease(a, pa, ra, b, pb, rb);
        _record("proveDoubleLease");
        vm.prank(provider);
        centralizer.stake(2e18);
        vm.prank(provider);
        centralizer.requestUnstake();
        pass(30 days);
        vm.prank(provider);
        centralizer.unstake();
        _record("unstake");
    }

    function _record(string memory name) private {
        vm.snapshotGasLastCall("gas", name);
    }

    function _seats(uint32 seats) private returns (Deal memory d) {
        d = terms();
        d.seats = seats;
    }

    function _open(uint32 seats, string memory name) private returns (Deal memory d) {
        d = _seats(seats);
        _open(d, name);
    }

    function _open(Deal memory d, string memory name) private {
        open(d);
        _record(name);
    }
}
