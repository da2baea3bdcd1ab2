// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deal, Phase} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

contract PaymentTest is Fixture {
    Deal private d;
    bytes32 private id;

    function setUp() public override {
        super.setUp();
        (d, id) = openDefault();
    }

    function test_IPSX_PAY_002_claimPaysTheDifferenceLessCommission() public {
        expectLog();
        emit VoucherPaid(id, 40e18, 0.79e18);
        claim(id, 40e18);
        assertWallet(requester, FULL - 100e18 - MIN_COMMISSION, 60e18, "requester");
        assertWallet(provider, FULL - 10e18 + 40e18 - 0.79e18, 10e18, "provider");
        assertEq(centralizer.fees(), 0.8e18, "fees");
        claim(id, 41e18);
        assertEq(centralizer.fees(), 0.82e18, "fees");
        assertEq(channel(id).paid, 41e18, "paid");
    }

    function test_IPSX_PAY_003_anybodyMayClaimForTheProvider() public {
        bytes memory signature = voucher(id, 5e18);
        vm.prank(third);
        centralizer.claim(id, 5e18, signature);
        assertEq(channel(id).paid, 5e18, "paid");
    }

    function test_IPSX_PAY_011_aVoucherPaysOnce() public {
        claim(id, 5e18);
        bytes memory signature = voucher(id, 5e18);
        expectError(abi.encodeWithSelector(VoucherStale.selector, id, 5e18, 5e18));
        centralizer.claim(id, 5e18, signature);
        expectError(abi.encodeWithSelector(VoucherStale.selector, id, 4e18, 5e18));
        centralizer.claim(id, 4e18, signature);
    }

    function test_claimRefusesMoreThanTheCap() public {
        bytes memory signature = voucher(id, 100e18 + 1);
        expectError(abi.encodeWithSelector(VoucherExceedsCap.selector, id, 100e18 + 1, 100e18));
        centralizer.claim(id, 100e18 + 1, signature);
        claim(id, 100e18);
        assertEq(wallet(requester).reserved, 0, "reserved");
    }

    function test_claimRefusesAnyOtherSigner() public {
        bytes memory signature = closing(requester, id, 5e18, "receipt");
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claim(id, 5e18, signature);
    }

    function test_claimNeedsAChannelThatIsNotFinal() public {
        expectError(abi.encodeWithSelector(UnknownChannel.selector, bytes32("?")));
        centralizer.claim("?", 1, "");
        settle(id, 5e18);
        bytes memory signature = voucher(id, 6e18);
        expectError(abi.encodeWithSelector(ChannelFinal.selector, id));
        centralizer.claim(id, 6e18, signature);
    }

    function test_IPSX_PAY_001_aHigherVoucherIsAcceptedUntilTheEnd() public {
        vm.prank(requester);
        centralizer.stop(id);
        claim(id, 5e18);
        vm.prank(requester);
        centralizer.dispute(id);
        claim(id, 6e18);
        pass(3600);
        centralizer.finalize(d);
        assertEq(channel(id).paid, 6e18, "paid");
    }

    function test_claimManyPaysAllOrNone() public {
        Deal memory other = terms();
        other.firstSeat = 1;
        (bytes32[] memory ids, uint128[] memory amounts, bytes[] memory sigs) =
            (new bytes32[](2), new uint128[](2), new bytes[](2));
        (ids[0], ids[1]) = (id, open(other));
        (amounts[0], amounts[1]) = (5e18, 7e18);
        (sigs[0], sigs[1]) = (voucher(ids[0], 5e18), voucher(ids[1], 8e18));
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claimMany(ids, amounts, sigs);
        assertEq(channel(id).paid, 0, "paid");
        sigs[1] = voucher(ids[1], 7e18);
        centralizer.claimMany(ids, amounts, sigs);
        assertEq(channel(ids[0]).paid, 5e18, "paid");
        assertEq(channel(ids[1]).paid, 7e18, "paid");
    }

    function test_manyRefuseListsOfUnequalLength() public {
        bytes memory unequal = abi.encodeWithSelector(LengthMismatch.selector);
        expectError(unequal);
        centralizer.claimMany(new bytes32[](1), new uint128[](2), new bytes[](1));
        expectError(unequal);
        centralizer.claimMany(new bytes32[](1), new uint128[](1), new bytes[](2));
        for (uint256 i = 0; i < 4; ++i) {
            uint256[4] memory n = [uint256(1), 1, 1, 1];
            n[i] = 2;
            expectError(unequal);
            centralizer.settleMany(
                new bytes32[](1), new uint128[](n[0]), new bytes32[](n[1]), new bytes[](n[2]), new bytes[](n[3])
            );
        }
    }

    function test_IPSX_PAY_006_settlePaysWhatBothSignedAndFreesTheRest() public {
        claim(id, 5e18);
        (bytes memory p, bytes memory r) =
            (closing(provider, id, 40e18, "receipt"), closing(requester, id, 40e18, "receipt"));
        expectLog();
        emit DealSettled(id, 40e18, 0, 0, "receipt");
        vm.prank(third);
        centralizer.settle(id, 40e18, "receipt", p, r);
        assertWallet(requester, FULL - 40e18 - MIN_COMMISSION, 0, "requester");
        assertWallet(provider, FULL + 40e18 - 0.79e18, 0, "provider");
        assertEq(centralizer.fees(), 0.8e18, "fees");
        assertEq(channel(id).paid, 40e18, "paid");
        assertPhase(id, Phase.Final);
    }

    function test_settleGivesEveryStakeBackToWhoPlacedIt() public {
        vm.prank(requester);
        centralizer.challenge(id);
        vm.prank(provider);
        centralizer.answer(id);
        vm.prank(provider);
        centralizer.dispute(id);
        vm.prank(requester);
        centralizer.dispute(id);
        assertEq(wallet(requester).reserved, 106e18, "requester's reserved");
        assertEq(wallet(provider).reserved, 15e18, "provider's reserved");
        settle(id, 0);
        assertWallet(requester, FULL - MIN_COMMISSION, 0, "requester");
        assertWallet(provider, FULL, 0, "provider");
    }

    function test_settleOfADemandedChannelGivesTheStakeBack() public {
        pass(100);
        vm.prank(provider);
        centralizer.demand(d, 2e18);
        settle(id, 2e18);
        assertWallet(provider, FULL + 2e18 - 0.03e18, 0, "provider");
    }

    function test_settleStaysBetweenPaidAndCap() public {
        claim(id, 5e18);
        expectError(abi.encodeWithSelector(VoucherStale.selector, id, 4e18, 5e18));
        centralizer.settle(id, 4e18, 0, "", "");
        expectError(abi.encodeWithSelector(VoucherExceedsCap.selector, id, 101e18, 100e18));
        centralizer.settle(id, 101e18, 0, "", "");
    }

    function test_settleNeedsBothSignatures() public {
        bytes memory p = closing(provider, id, 5e18, "receipt");
        bytes memory r = closing(requester, id, 5e18, "receipt");
        expectError(abi.encodeWithSelector(InvalidSignature.selector, provider));
        centralizer.settle(id, 5e18, "receipt", r, p);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.settle(id, 5e18, "receipt", p, p);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, provider));
        centralizer.settle(id, 5e18, "another", p, r);
    }

    function test_settleNeedsAChannelThatIsNotFinal() public {
        expectError(abi.encodeWithSelector(UnknownChannel.selector, bytes32("?")));
        centralizer.settle("?", 1, 0, "", "");
        settle(id, 5e18);
        expectError(abi.encodeWithSelector(ChannelFinal.selector, id));
        centralizer.settle(id, 5e18, 0, "", "");
    }

    function test_settleManySettlesAllOrNone() public {
        Deal memory other = terms();
        other.firstSeat = 1;
        bytes32[] memory ids = new bytes32[](2);
        (uint128[] memory amounts, bytes32[] memory receipts) = (new uint128[](2), new bytes32[](2));
        (bytes[] memory p, bytes[] memory r) = (new bytes[](2), new bytes[](2));
        (ids[0], ids[1]) = (id, open(other));
        for (uint256 i = 0; i < 2; ++i) {
            (amounts[i], p[i]) = (5e18, closing(provider, ids[i], 5e18, 0));
            r[i] = closing(requester, ids[i], i == 0 ? 5e18 : 6e18, 0);
        }
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.settleMany(ids, amounts, receipts, p, r);
        assertPhase(id, Phase.Open);
        r[1] = closing(requester, ids[1], 5e18, 0);
        centralizer.settleMany(ids, amounts, receipts, p, r);
        assertPhase(ids[0], Phase.Final);
        assertPhase(ids[1], Phase.Final);
        assertWallet(requester, FULL - 10e18 - 2 * MIN_COMMISSION, 0, "requester");
    }
}
