// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICentralizer} from "../src/ICentralizer.sol";
import {Deal, Phase, Status} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

/// @notice The attacks on the agreement that the contract has to withstand, and the four defects of the
/// contract that it descends from.
contract HolesTest is Fixture {
    function test_H1_IPSX_AGR_060_theBondIsNotOptional() public {
        // A month's lease is left after a day because prices doubled: 29 of 31 days' bond are gone.
        Deal memory d = terms();
        d.end = d.start + 31 days;
        bytes32 id = open(d);
        claim(id, 1e18);
        pass(1 days);
        vm.prank(provider);
        centralizer.stop(id);
        pass(900);
        uint256 before = balance(requester);
        centralizer.finalize(d);
        assertEq(balance(requester), before + 99e18 + (10e18 * uint256(30) + 30) / 31, "compensation");
    }

    function test_H2_IPSX_AGR_050_silenceWithoutAChallengeCostsNothing() public {
        (Deal memory d, bytes32 id) = openDefault();
        claim(id, 1e18);
        expectError(abi.encodeWithSelector(WrongPhase.selector, id, Phase.Open));
        centralizer.convict(id);
        pass(3600);
        centralizer.expire(id);
        pass(900);
        centralizer.finalize(d);
        assertWallet(provider, FULL + 1e18 - 0.01e18, 0, "provider");
    }

    function testFuzz_H2_IPSX_AGR_051_anyAnswerBeforeTheConvictionCures(uint256 delay) public {
        (Deal memory d, bytes32 id) = openDefault();
        claim(id, 1e18);
        uint256 before = balance(provider);
        vm.prank(requester);
        centralizer.challenge(id);
        pass(delay % 100_000);
        vm.prank(provider);
        centralizer.answer(id);
        pass(900);
        centralizer.finalize(d);
        assertEq(balance(provider), before + 10e18 + CHALLENGE_STAKE, "the provider gains the stake");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_H3_IPSX_AGR_021_replaysInAnyOrderOpenOnce(uint256 order) public {
        Deal[3] memory deals = [terms(), terms(), terms()];
        (deals[1].firstSeat, deals[2].firstSeat) = (1, 2);
        uint256 opened = 0;
        for (uint256 i = 0; i < 12; ++i) {
            Deal memory d = deals[(order >> (4 * i)) % 3];
            bytes32 id = idOf(d);
            bool isNew = channel(id).phase == Phase.None;
            bytes memory data = abi.encodeCall(ICentralizer.openDeal, (d, sign(provider, id), sign(requester, id)));
            (bool done,) = address(centralizer).call(data);
            assertTrue(done == isNew, "opens exactly once");
            if (done) ++opened;
            if ((order >> (4 * i)) & 8 != 0 && channel(id).phase == Phase.Open) settle(id, 0);
        }
        assertEq(centralizer.fees(), opened * MIN_COMMISSION, "fees");
    }

    function testFuzz_H3_IPSX_AGR_022_aCancellationHoldsFromItsInclusion(bool first) public {
        Deal memory d = terms();
        (bytes32 id, bool done) = (idOf(d), false);
        bytes memory data = abi.encodeCall(ICentralizer.openDeal, (d, sign(provider, id), sign(requester, id)));
        if (first) {
            vm.prank(provider);
            centralizer.cancelOrders(1);
            (done,) = address(centralizer).call(data);
        } else {
            (done,) = address(centralizer).call(data);
            vm.prank(provider);
            centralizer.cancelOrders(1);
            claim(id, 1e18);
        }
        assertTrue(done != first, "the order of inclusion decides");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_H4_IPSX_PAY_001_theHighestVoucherIsPaid(uint128[8] memory amounts) public {
        (Deal memory d, bytes32 id) = openDefault();
        vm.prank(requester);
        centralizer.stop(id);
        uint128 highest = 0;
        for (uint256 i = 0; i < 8; ++i) {
            uint128 c = amounts[i] % (d.cap + 1);
            bytes memory data = abi.encodeCall(ICentralizer.claim, (id, c, voucher(id, c)));
            (bool done,) = address(centralizer).call(data);
            assertTrue(done == c > highest, "only higher ones");
            if (c > highest) highest = c;
        }
        pass(900);
        centralizer.finalize(d);
        assertEq(channel(id).paid, highest, "paid");
    }

    function test_H4_IPSX_AGR_031_anOutageDoesNotExpireEverything() public {
        (, bytes32 id) = openDefault();
        vm.prank(requester);
        centralizer.challenge(id);
        pass(1 hours, 1);
        expectError(abi.encodeWithSelector(TooEarly.selector, id, T0 + 600, HEIGHT0 + 10));
        centralizer.convict(id);
        vm.prank(provider);
        centralizer.answer(id);
    }

    function test_H5_IPSX_AGR_034_anUnpaidProviderLeavesWithoutPenalty() public {
        (Deal memory d, bytes32 id) = openDefault();
        pass(120);
        vm.prank(provider);
        centralizer.demand(d, 3.4e18);
        pass(600);
        centralizer.lapse(id);
        vm.prank(provider);
        centralizer.stop(id);
        pass(900);
        uint256 before = balance(provider);
        centralizer.finalize(d);
        assertEq(balance(provider), before + 11e18, "bond and stake");
    }

    function test_H7_IPSX_AGR_072_aReservationPaysCumulativelyAndOutlastsItsShortDeals() public {
        Deal memory d = terms();
        (d.seats, d.bond) = (0, 5e18);
        bytes32 id = open(d);
        claim(id, 40e18);
        vm.prank(provider);
        centralizer.stop(id);
        claim(id, 41e18);
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, id, clock + 1200, height + 10);
        pass(1199);
        expectError(early);
        centralizer.finalize(d);
        claim(id, 42e18);
        pass(1);
        centralizer.finalize(d);
        // A reservation promises no service of its own: leaving it early costs nothing.
        assertWallet(provider, FULL + 42e18 - 0.83e18, 0, "provider");
    }

    function test_H8_IPSX_AGR_063_aDisputeNeverFreezesMoneyForGood() public {
        (Deal memory d, bytes32 id) = openDefault();
        claim(id, 1e18);
        vm.prank(requester);
        centralizer.stop(id);
        pass(899);
        vm.prank(requester);
        centralizer.dispute(id);
        pass(3599);
        vm.prank(provider);
        centralizer.dispute(id);
        pass(1);
        centralizer.finalize(d);
        assertPhase(id, Phase.Final);
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_H9_IPSX_AGR_040_theOrderOfProofsDoesNotMatter(uint256 order) public {
        (Deal memory d, bytes32 id) = openDefault();
        vm.prank(requester);
        centralizer.challenge(id);
        uint256 done = 0;
        for (uint256 i = 0; done != 31; ++i) {
            uint256 which = i < 40 ? (order >> (3 * i)) % 5 : i % 5;
            done |= 1 << which;
            if (which == 0) proveMeter(d, 10, 0);
            else if (which == 1) proveMeter(d, 20, 0);
            else if (which == 2) proveEquivocation(id, PROVIDER);
            else if (which == 3) proveEquivocation(id, REQUESTER);
            else _proveService(id);
        }
        pass(600);
        centralizer.convict(id);
        pass(900);
        centralizer.finalize(d);
        // c = 1.4; the provider pays 10, of which 5 burn; the requester 10, of which 5 burn.
        assertWallet(provider, FULL + 1.4e18 - 0.018e18 - 10e18 + 5e18 + 1e18, 0, "provider");
        assertWallet(requester, FULL - MIN_COMMISSION - 1.4e18 - 10e18 + 5e18 - 1e18, 0, "requester");
    }

    function test_H10_IPSX_AGR_030_aLaterArmingVoidsTheEarlierDeadline() public {
        (Deal memory d, bytes32 id) = openDefault();
        vm.prank(provider);
        centralizer.demand(d, 1e18);
        pass(599);
        claim(id, 1e18);
        pass(1);
        vm.prank(provider);
        centralizer.demand(d, 2e18);
        expectError(abi.encodeWithSelector(TooEarly.selector, id, clock + 600, height + 10));
        centralizer.lapse(id);
    }

    function test_H11_IPSX_AGR_032_fiveSecondsAreALeaseAndItsEndIsAbsolute() public {
        Deal memory d = terms();
        d.end = d.start + 5;
        bytes32 id = open(d);
        pass(5);
        centralizer.expire(id);
        assertPhase(id, Phase.Closing);
    }

    function test_H11_theNoShowChargeIsBurnedAndGoesToNobody() public {
        (Deal memory d,) = openDefault();
        uint256 supply = token.totalSupply();
        pass(3600);
        centralizer.expire(idOf(d));
        pass(900);
        centralizer.finalize(d);
        assertEq(supply - token.totalSupply(), d.noShowCharge, "burned");
        assertWallet(provider, FULL, 0, "provider");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_H13_IPSX_PAY_004_splittingAPaymentNeverChangesTheCommission(uint128[6] memory cuts) public {
        (Deal memory d, bytes32 id) = openDefault();
        uint128 c = 0;
        for (uint256 i = 0; i < 6; ++i) {
            c += cuts[i] % 10e18;
            if (c > channel(id).paid) claim(id, c);
        }
        pass(3600);
        centralizer.expire(id);
        pass(900);
        centralizer.finalize(d);
        uint256 share = uint256(c) * 200 / 10_000;
        assertEq(centralizer.fees(), share > MIN_COMMISSION ? share : MIN_COMMISSION, "commission");
    }

    function test_W1_aPayerWhoDeclaresTooLittleLocksNothing() public {
        // µRaiden: a close with a balance below what was withdrawn never settles. Here nobody declares one.
        (Deal memory d, bytes32 id) = openDefault();
        claim(id, 40e18);
        vm.prank(requester);
        centralizer.stop(id);
        pass(900);
        centralizer.finalize(d);
        assertWallet(requester, FULL - 40e18 - MIN_COMMISSION, 0, "requester");
    }

    function test_W2_IPSX_PAY_011_aClosedChannelCannotBeOpenedAgainForItsOldVouchers() public {
        (Deal memory d, bytes32 id) = openDefault();
        bytes memory old = voucher(id, 30e18);
        centralizer.claim(id, 30e18, old);
        settle(id, 30e18);
        (bytes memory sigProvider, bytes memory sigRequester) = (sign(provider, id), sign(requester, id));
        expectError(abi.encodeWithSelector(ChannelExists.selector, id));
        centralizer.openDeal(d, sigProvider, sigRequester);
        Deal memory next = terms();
        bytes32 other = open(next);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claim(other, 30e18, old);
    }

    function testFuzz_W3_IPSX_SIG_003_theTwinOfASignatureIsRefused(uint128 c) public {
        (, bytes32 id) = openDefault();
        c = 1 + c % 100e18;
        bytes memory low = voucher(id, c);
        (bytes32 r, bytes32 s, uint8 v) = (0, 0, uint8(low[64]));
        assembly ("memory-safe") {
            r := mload(add(low, 0x20))
            s := mload(add(low, 0x40))
        }
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory high = abi.encodePacked(r, order - uint256(s), v == 27 ? 28 : 27);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claim(id, c, high);
        bytes32 compact = bytes32(uint256(s) | (v == 28 ? 1 << 255 : 0));
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claim(id, c, abi.encodePacked(r, compact));
        centralizer.claim(id, c, low);
    }

    function test_W4_aChannelWithoutACapIsRefused() public {
        Deal memory d = terms();
        (d.cap, d.setupPrice, d.noShowCharge) = (0, 0, 0);
        bytes32 id = idOf(d);
        (bytes memory sigProvider, bytes memory sigRequester) = (sign(provider, id), sign(requester, id));
        expectError(abi.encodeWithSelector(BadTerms.selector, id, 4));
        centralizer.openDeal(d, sigProvider, sigRequester);
    }

    function test_W5_aSignatureHoldsOnOneChainOnly() public {
        (, bytes32 id) = openDefault();
        bytes memory signature = voucher(id, 1e18);
        uint256 home = block.chainid;
        vm.chainId(home + 1);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claim(id, 1e18, signature);
        vm.chainId(home);
        centralizer.claim(id, 1e18, signature);
    }

    function _proveService(bytes32 id) private {
        Status memory s = Status(id, REQUESTER, 9, ACTIVE, 0, uint64(clock), 0, 0);
        centralizer.proveService(id, s, signStatus(requester, s));
    }
}
