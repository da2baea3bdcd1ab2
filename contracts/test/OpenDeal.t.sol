// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deal, Phase} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

contract OpenDealTest is Fixture {
    function test_IPSX_AGR_020_openReservesCapAndBond() public {
        Deal memory d = terms();
        bytes32 id = idOf(d);
        bytes memory sigProvider = sign(provider, id);
        bytes memory sigRequester = sign(requester, id);
        expectLog();
        emit DealOpened(id, provider, requester, d.cap, d.bond, d.start, d.end);
        vm.prank(third);
        centralizer.openDeal(d, sigProvider, sigRequester);
        assertWallet(requester, FULL - d.cap - MIN_COMMISSION, d.cap, "requester");
        assertWallet(provider, FULL - d.bond, d.bond, "provider");
        assertEq(centralizer.fees(), MIN_COMMISSION, "fees");
        assertPhase(id, Phase.Open);
        assertEq(channel(id).end, d.end, "end");
    }

    /// @dev The figure comes from viem's hashStruct of the same deal.
    function test_theChannelIdIsTheStructHashThatWalletsSign() public pure {
        Deal memory d;
        d.provider = address(0x1111111111111111111111111111111111111111);
        d.requester = address(0x2222222222222222222222222222222222222222);
        (d.offer, d.request) = (bytes32(uint256(1)), bytes32(uint256(2)));
        (d.providerNonce, d.requesterNonce, d.resource) = (3, 4, bytes32(uint256(5)));
        (d.firstSeat, d.seats, d.start, d.end, d.validUntil) = (6, 7, 8, 9, 10);
        (d.cap, d.bond, d.prepaid, d.pricePerSecond, d.pricePerByte) = (11, 12, 13, 14, 15);
        (d.setupPrice, d.noShowCharge, d.maxLag, d.notice) = (16, 17, 18, 19);
        (d.terms, d.salt) = (bytes32(uint256(20)), bytes32(uint256(21)));
        require(idOf(d) == GOLDEN, "struct hash");
    }

    function test_IPSX_AGR_021_aDealOpensOnceForEver() public {
        (Deal memory d, bytes32 id) = openDefault();
        _refuses(d, abi.encodeWithSelector(ChannelExists.selector, id));
        settle(id, 0);
        _refuses(d, abi.encodeWithSelector(ChannelExists.selector, id));
    }

    function test_anAcceptanceEndsWithValidUntil() public {
        Deal memory d = terms();
        pass(30, 1);
        uint256 kept = clock;
        pass(1, 1);
        _refuses(d, abi.encodeWithSelector(DealExpired.selector, idOf(d), d.validUntil, clock));
        vm.warp(kept);
        open(d);
    }

    function test_badTermsAreNamedByTheirCode() public {
        Deal memory d = terms();
        d.end = d.start + 4;
        _refusesTerms(d, 1);
        d = terms();
        d.end = d.start + 31 days + 1;
        _refusesTerms(d, 1);
        d = terms();
        d.end = d.start - 1;
        _refusesTerms(d, 1);
        d = terms();
        (d.start, d.end) = (uint64(clock - 10), uint64(clock));
        _refusesTerms(d, 2);
        d = terms();
        d.provider = requester;
        _refusesTerms(d, 3);
        d = terms();
        d.provider = address(0);
        _refusesTerms(d, 3);
        d = terms();
        d.requester = address(0);
        _refusesTerms(d, 3);
        d = terms();
        d.cap = 0;
        _refusesTerms(d, 4);
        d = terms();
        d.prepaid = d.cap + 1;
        _refusesTerms(d, 4);
        d = terms();
        d.setupPrice = d.cap + 1;
        _refusesTerms(d, 4);
        d = terms();
        d.bond = 10e18 - 1;
        _refusesTerms(d, 5);
        d = terms();
        d.cap = 100e18 + 1;
        _refusesTerms(d, 5);
        d = terms();
        d.seats = 65;
        _refusesTerms(d, 6);
        d = terms();
        d.firstSeat = type(uint32).max;
        d.seats = 2;
        _refusesTerms(d, 6);
        d = terms();
        d.noShowCharge = 0;
        _refusesTerms(d, 7);
        d = terms();
        d.noShowCharge = d.cap + 1;
        _refusesTerms(d, 7);
        d = terms();
        (d.start, d.end) = (uint64(clock + 31 days + 1), uint64(clock + 32 days));
        _refusesTerms(d, 8);
        d = terms();
        d.pricePerSecond = 2 ** 96;
        _refusesTerms(d, 9);
        d = terms();
        d.pricePerByte = 2 ** 96;
        _refusesTerms(d, 9);
        d = terms();
        d.bond = 2 ** 96;
        _refusesTerms(d, 9);
        d = terms();
        d.cap = type(uint128).max;
        d.bond = type(uint128).max;
        _refusesTerms(d, 9);
    }

    function test_theBoundsOfTheTermsThemselvesAreAccepted() public {
        Deal memory d = terms();
        d.end = d.start + 5;
        d.prepaid = d.cap;
        d.noShowCharge = d.cap;
        open(d);
        d = terms();
        (d.start, d.end) = (uint64(clock + 31 days), uint64(clock + 62 days));
        d.firstSeat = type(uint32).max;
        open(d);
    }

    function test_aStandingReservationNeedsNeitherBondNorNoShowCharge() public {
        Deal memory d = terms();
        (d.seats, d.bond, d.noShowCharge) = (0, 0, 0);
        bytes32 id = open(d);
        assertWallet(provider, FULL, 0, "provider");
        assertPhase(id, Phase.Open);
    }

    function test_IPSX_AGR_022_cancelledOrdersDoNotOpen() public {
        Deal memory d = terms();
        (d.providerNonce, d.requesterNonce) = (4, 6);
        expectLog();
        emit OrdersCancelled(provider, 5);
        vm.prank(provider);
        centralizer.cancelOrders(5);
        _refuses(d, abi.encodeWithSelector(NonceCancelled.selector, provider, 4, 5));
        d.providerNonce = 5;
        vm.prank(requester);
        centralizer.cancelOrders(7);
        _refuses(d, abi.encodeWithSelector(NonceCancelled.selector, requester, 6, 7));
        d.requesterNonce = 7;
        open(d);
        assertEq(centralizer.minNonce(provider), 5, "minNonce");
    }

    function test_cancellationsOnlyGoForward(uint64 minimum) public {
        vm.prank(provider);
        centralizer.cancelOrders(9);
        minimum = minimum % 10;
        expectError(abi.encodeWithSelector(NonceNotIncreasing.selector, provider, minimum, 9));
        vm.prank(provider);
        centralizer.cancelOrders(minimum);
    }

    function test_bothPartiesMustHaveSigned() public {
        Deal memory d = terms();
        bytes32 id = idOf(d);
        bytes memory sigProvider = sign(provider, id);
        bytes memory sigRequester = sign(requester, id);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, provider));
        centralizer.openDeal(d, sigRequester, sigProvider);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.openDeal(d, sigProvider, sigProvider);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.openDeal(d, sigProvider, "");
    }

    function test_IPSX_AGR_023_IPSX_MAT_020_aSeatIsNeverBookedTwice() public {
        Deal memory d = terms();
        d.seats = 3;
        open(d);
        Deal memory other = terms();
        other.firstSeat = 2;
        (other.start, other.end) = (d.end - 1, d.end + 100);
        _refuses(other, abi.encodeWithSelector(SeatTaken.selector, provider, other.resource, 2));
        (other.start, other.end) = (d.end, d.end + 100);
        open(other);
        other = terms();
        other.firstSeat = 3;
        open(other);
        other = terms();
        other.resource = "another";
        open(other);
    }

    function test_aSeatIsFreeAgainOnceItsDealIsClosing() public {
        (, bytes32 id) = openDefault();
        vm.prank(requester);
        centralizer.stop(id);
        openDefault();
    }

    function test_aBookingIsOverWithItsTimeEvenIfNobodySaysSo() public {
        openDefault();
        Deal memory d = terms();
        pass(3600);
        (d.start, d.end, d.validUntil) = (uint64(clock - 10), uint64(clock + 100), uint64(clock));
        open(d);
    }

    function test_aSeatHasSixteenBookingsAtMost() public {
        Deal memory d;
        for (uint64 i = 0; i < 16; ++i) {
            d = _slice(i);
            open(d);
        }
        _refuses(_slice(16), abi.encodeWithSelector(TooManyBookings.selector, provider, d.resource, 0));
        vm.prank(requester);
        centralizer.stop(idOf(d));
        open(_slice(16));
    }

    function test_IPSX_WAL_004_bothWalletsMustCover() public {
        Deal memory d = terms();
        (d.cap, d.bond) = (FULL - MIN_COMMISSION + 1, FULL);
        _refuses(d, abi.encodeWithSelector(InsufficientBalance.selector, requester, FULL, FULL + 1));
        d.cap = FULL - MIN_COMMISSION;
        d.bond = FULL + 1;
        _refuses(d, abi.encodeWithSelector(InsufficientBalance.selector, provider, FULL, FULL + 1));
        d.bond = FULL;
        open(d);
        assertWallet(requester, 0, d.cap, "requester");
        assertWallet(provider, 0, d.bond, "provider");
    }

    bytes32 private constant GOLDEN = 0x024bdbef4a7f78b05e9406dba5b1c96cf74f9bcd2d3acd1f38a3ef316fce74b3;

    function _slice(uint64 i) private returns (Deal memory d) {
        d = terms();
        (d.cap, d.bond, d.start, d.end) = (10e18, 1e18, d.start + 10 * i, d.start + 10 * (i + 1));
    }

    function _refuses(Deal memory d, bytes memory problem) private {
        bytes32 id = idOf(d);
        bytes memory sigProvider = sign(provider, id);
        bytes memory sigRequester = sign(requester, id);
        expectError(problem);
        centralizer.openDeal(d, sigProvider, sigRequester);
    }

    function _refusesTerms(Deal memory d, uint8 code) private {
        _refuses(d, abi.encodeWithSelector(BadTerms.selector, idOf(d), code));
    }
}
