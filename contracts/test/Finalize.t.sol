// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../src/Hashes.sol";
import {Deal, Fact, Meter, Phase, Status} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

/// @notice What each way to end a channel does to the wallets.
contract FinalizeTest is Fixture {
    Deal private d;
    bytes32 private id;
    uint256 private supply;

    function setUp() public override {
        super.setUp();
        (d, id) = openDefault();
        supply = token.totalSupply();
    }

    function test_aDealThatRanToItsEndPaysTheVoucherAndFreesTheRest() public {
        claim(id, 73e18);
        pass(3600);
        centralizer.expire(id);
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, id, clock + 900, height + 10);
        pass(899);
        expectError(early);
        centralizer.finalize(d);
        pass(1);
        expectLog();
        emit DealSettled(id, 73e18, 0, 0, 0);
        vm.prank(third);
        centralizer.finalize(d);
        _assertEnd(-73e18, 73e18 - 1.45e18, 0);
    }

    function test_IPSX_AGR_072_aReservationWaitsForItsLongestShortDeal() public {
        Deal memory standing = terms();
        (standing.seats, standing.cap, standing.bond) = (0, 50e18, 0);
        bytes32 other = open(standing);
        vm.prank(requester);
        centralizer.stop(other);
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, other, clock + 1200, height + 10);
        pass(1199);
        expectError(early);
        centralizer.finalize(standing);
        pass(1);
        centralizer.finalize(standing);
        assertPhase(other, Phase.Final);
        assertWallet(requester, FULL - 100e18 - 2 * MIN_COMMISSION, 100e18, "requester");
    }

    function test_IPSX_AGR_072_aDisputeDoesNotCutTheTimeOfAReservation() public {
        Deal memory standing = terms();
        (standing.seats, standing.cap, standing.bond) = (0, 50e18, 0);
        bytes32 other = open(standing);
        vm.prank(requester);
        centralizer.stop(other);
        vm.prank(provider);
        centralizer.dispute(other);
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, other, clock + 3900, height + 10);
        pass(3899);
        expectError(early);
        centralizer.finalize(standing);
        pass(1);
        centralizer.finalize(standing);
        assertPhase(other, Phase.Final);
    }

    function test_anUnusedDealCostsTheRequesterTheNoShowChargeWhichIsBurned() public {
        pass(3600);
        centralizer.expire(id);
        pass(900);
        centralizer.finalize(d);
        _assertEnd(-2e18, 0, 2e18);
    }

    function test_IPSX_PAY_009_thePrepaidPartIsPaid() public {
        Deal memory prepaid = terms();
        (prepaid.firstSeat, prepaid.prepaid, prepaid.cap, prepaid.bond) = (1, 3e18, 20e18, 2e18);
        d = prepaid;
        id = open(prepaid);
        vm.prank(requester);
        centralizer.stop(id);
        pass(900);
        uint256 before = balance(provider);
        centralizer.finalize(d);
        assertEq(balance(provider), before + 2e18 + 3e18 - 0.05e18, "provider");
        assertEq(channel(id).paid, 3e18, "paid");
    }

    function test_IPSX_PAY_010_theMeterRaisesWhatIsPaid() public {
        expectLog();
        emit MeterProved(id, 3e18);
        proveMeter(d, 100, 0);
        proveMeter(d, 50, 1e9);
        assertEq(rare(id).meterDue, 3e18, "never falls");
        proveMeter(d, type(uint64).max, 0);
        assertEq(rare(id).meterDue, 100e18, "at most the cap");
    }

    function test_IPSX_PAY_010_aMeterNeedsItsChannelAndBothSignatures() public {
        Meter memory m = Meter("other", 1, 1, 1);
        expectError(abi.encodeWithSelector(WrongChannel.selector, id, bytes32("other")));
        centralizer.proveMeter(d, m, "", "");
        m.channelId = id;
        bytes32 hash = keccak256(abi.encode(Hashes.METER, m));
        (bytes memory p, bytes memory r) = (sign(provider, hash), sign(requester, hash));
        expectError(abi.encodeWithSelector(InvalidSignature.selector, provider));
        centralizer.proveMeter(d, m, r, r);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.proveMeter(d, m, p, p);
        Deal memory never = terms();
        expectError(abi.encodeWithSelector(UnknownChannel.selector, idOf(never)));
        centralizer.proveMeter(never, m, p, r);
        settle(id, 0);
        expectError(abi.encodeWithSelector(ChannelFinal.selector, id));
        centralizer.proveMeter(d, m, p, r);
    }

    function test_anEarlyStopPaysTheRequesterForTheRestOfTheTime() public {
        pass(900);
        vm.prank(provider);
        centralizer.stop(id);
        pass(900);
        expectLog();
        emit DealSettled(id, 0, 7.5e18, 0, 0);
        centralizer.finalize(d);
        _assertEnd(7.5e18, -7.5e18, 0);
    }

    function test_IPSX_AGR_035_aStopAfterAMaturedNoticeIsFree() public {
        vm.prank(provider);
        centralizer.giveNotice(d, uint64(clock + 600));
        claim(id, 1e18);
        pass(600);
        vm.prank(provider);
        centralizer.stop(id);
        pass(900);
        centralizer.finalize(d);
        _assertEnd(-1e18, 1e18 - 0.01e18, 0);
    }

    function test_aStopBeforeTheNoticeHasMaturedIsEarly() public {
        vm.prank(provider);
        centralizer.giveNotice(d, uint64(clock + 600));
        pass(450);
        vm.prank(provider);
        centralizer.stop(id);
        pass(900);
        centralizer.finalize(d);
        _assertEnd(8.75e18, -8.75e18, 0);
    }

    function test_anUnansweredChallengeCostsTheBond() public {
        claim(id, 1e18);
        vm.prank(requester);
        centralizer.challenge(id);
        pass(600);
        centralizer.convict(id);
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, id, clock + 900, height + 10);
        expectError(early);
        centralizer.finalize(d);
        pass(900);
        expectLog();
        emit DealBreached(id, true, false);
        expectLog();
        emit DealSettled(id, 1e18, 10e18, 0, 0);
        centralizer.finalize(d);
        _assertEnd(-1e18 + 5e18, 1e18 - 0.01e18 - 10e18, 5e18);
    }

    function test_anAnsweredChallengeCostsItsStake() public {
        claim(id, 1e18);
        vm.prank(requester);
        centralizer.challenge(id);
        vm.prank(provider);
        centralizer.answer(id);
        pass(900);
        centralizer.finalize(d);
        _assertEnd(-1e18 - 1e18, 1e18 - 0.01e18 + 1e18, 0);
    }

    function test_IPSX_AGR_062_aProvedServiceClearsTheProvider() public {
        claim(id, 1e18);
        vm.prank(requester);
        centralizer.challenge(id);
        Status memory s = Status(id, REQUESTER, 9, ACTIVE, 0, uint64(clock), 0, 0);
        pass(600);
        centralizer.convict(id);
        vm.prank(provider);
        centralizer.dispute(id);
        bytes memory signature = signStatus(requester, s);
        expectLog();
        emit ServiceProved(id);
        centralizer.proveService(id, s, signature);
        pass(3599);
        expectError(abi.encodeWithSelector(TooEarly.selector, id, clock + 1, height - 299));
        centralizer.finalize(d);
        pass(1);
        centralizer.finalize(d);
        _assertEnd(-1e18 - 1e18, 1e18 - 0.01e18 + 1e18, 0);
    }

    function test_IPSX_AGR_062_aServiceIsProvedByALaterActiveOfTheRequesterOnly() public {
        Status memory s = Status(id, REQUESTER, 9, ACTIVE, 0, uint64(clock), 0, 0);
        expectError(abi.encodeWithSelector(WrongPhase.selector, id, Phase.Open));
        centralizer.proveService(id, s, "");
        vm.prank(requester);
        centralizer.challenge(id);
        s.at = uint64(clock - 1);
        _refusesService(s);
        s = Status(id, PROVIDER, 9, ACTIVE, 0, uint64(clock), 0, 0);
        _refusesService(s);
        s = Status(id, REQUESTER, 9, 2, 0, uint64(clock), 0, 0);
        _refusesService(s);
        s = Status("other", REQUESTER, 9, ACTIVE, 0, uint64(clock), 0, 0);
        _refusesService(s);
        s = Status(id, REQUESTER, 9, ACTIVE, 0, uint64(clock), 0, 0);
        bytes memory signature = signStatus(provider, s);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.proveService(id, s, signature);
        centralizer.proveService(id, s, signStatus(requester, s));
        assertEq(channel(id).flags, Fact.CHALLENGED | Fact.EXONERATED, "flags");
        settle(id, 0);
        expectError(abi.encodeWithSelector(ChannelFinal.selector, id));
        centralizer.proveService(id, s, signature);
    }

    function test_aLapsedDemandFreesTheProvider() public {
        pass(100);
        vm.prank(provider);
        centralizer.demand(d, 3e18);
        pass(600);
        centralizer.lapse(id);
        vm.prank(provider);
        centralizer.stop(id);
        proveMeter(d, 100, 0);
        pass(900);
        centralizer.finalize(d);
        _assertEnd(-3e18, 3e18 - 0.05e18, 0);
    }

    function test_IPSX_AGR_061_anEquivocatingProviderLosesTheBond() public {
        claim(id, 1e18);
        expectLog();
        emit EquivocationProved(id, PROVIDER);
        proveEquivocation(id, PROVIDER);
        vm.prank(requester);
        centralizer.stop(id);
        vm.prank(requester);
        centralizer.dispute(id);
        pass(3600);
        centralizer.finalize(d);
        _assertEnd(-1e18 + 5e18, 1e18 - 0.01e18 - 10e18, 5e18);
    }

    function test_IPSX_AGR_061_anEquivocatingRequesterLosesAsMuch() public {
        claim(id, 1e18);
        proveEquivocation(id, REQUESTER);
        vm.prank(provider);
        centralizer.stop(id);
        vm.prank(requester);
        centralizer.stop(id);
        vm.prank(provider);
        centralizer.dispute(id);
        pass(3600);
        expectLog();
        emit DealBreached(id, false, true);
        expectLog();
        emit DealSettled(id, 1e18, 0, 10e18, 0);
        centralizer.finalize(d);
        _assertEnd(-1e18 - 10e18, 1e18 - 0.01e18 + 5e18, 5e18);
    }

    function test_IPSX_AGR_061_equivocationNeedsTwoMessagesOfOnePartyWithOneNumber() public {
        Status memory a = Status(id, PROVIDER, 7, ACTIVE, 0, 1, 0, 0);
        Status memory b = Status(id, PROVIDER, 7, ACTIVE, 0, 1, 0, 0);
        _refusesEquivocation(a, b);
        b.seq = 8;
        _refusesEquivocation(a, b);
        b = Status(id, REQUESTER, 7, ACTIVE, 0, 1, 0, 0);
        _refusesEquivocation(a, b);
        b = Status("other", PROVIDER, 7, ACTIVE, 0, 1, 0, 0);
        _refusesEquivocation(a, b);
        _refusesEquivocation(b, a);
        (a.role, b.role, b.channelId, b.at) = (2, 2, id, 2);
        _refusesEquivocation(a, b);
        (a.role, b.role) = (PROVIDER, PROVIDER);
        bytes memory byProvider = signStatus(provider, a);
        bytes memory other = signStatus(requester, b);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, provider));
        centralizer.proveEquivocation(id, a, byProvider, b, other);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, provider));
        centralizer.proveEquivocation(id, b, other, a, byProvider);
        expectError(abi.encodeWithSelector(UnknownChannel.selector, bytes32("?")));
        centralizer.proveEquivocation("?", a, "", b, "");
        settle(id, 0);
        expectError(abi.encodeWithSelector(ChannelFinal.selector, id));
        centralizer.proveEquivocation(id, a, "", b, "");
    }

    function test_IPSX_AGR_063_aPartyDisputesOnceAndTheSecondDoesNotProlong() public {
        vm.prank(requester);
        centralizer.stop(id);
        pass(5);
        expectLog();
        emit DealDisputed(id, requester);
        vm.prank(requester);
        centralizer.dispute(id);
        uint256 armedAt = clock;
        assertEq(wallet(requester).reserved, 105e18, "reserved");
        pass(5);
        expectError(abi.encodeWithSelector(AlreadyDisputed.selector, id, requester));
        vm.prank(requester);
        centralizer.dispute(id);
        vm.prank(provider);
        centralizer.dispute(id);
        assertEq(channel(id).armedAt, armedAt, "armedAt");
        assertPhase(id, Phase.Disputed);
    }

    function test_IPSX_AGR_063_aDisputeNeedsItsStake() public {
        vm.prank(requester);
        centralizer.stop(id);
        drain(requester);
        expectError(abi.encodeWithSelector(InsufficientBalance.selector, requester, 0, DISPUTE_STAKE));
        vm.prank(requester);
        centralizer.dispute(id);
    }

    function test_IPSX_AGR_063_disputesWithoutEvidenceBurnTheirStakes() public {
        claim(id, 1e18);
        vm.prank(requester);
        centralizer.stop(id);
        vm.prank(provider);
        centralizer.dispute(id);
        vm.prank(requester);
        centralizer.dispute(id);
        pass(3600);
        centralizer.finalize(d);
        _assertEnd(-1e18 - 5e18, 1e18 - 0.01e18 - 5e18, 10e18);
    }

    function test_IPSX_AGR_063_aMeterAboveTheVouchersJustifiesTheProvidersDispute() public {
        claim(id, 1e18);
        vm.prank(requester);
        centralizer.stop(id);
        vm.prank(provider);
        centralizer.dispute(id);
        proveMeter(d, 100, 0);
        pass(3600);
        centralizer.finalize(d);
        _assertEnd(-3e18, 3e18 - 0.05e18, 0);
    }

    /// @dev Changes since the opening, the commission that it charged left out.
    function _assertEnd(int256 requesterGain, int256 providerGain, uint256 burned) private view {
        assertPhase(id, Phase.Final);
        assertWallet(requester, uint256(int256(uint256(FULL - MIN_COMMISSION)) + requesterGain), 0, "requester");
        assertWallet(provider, uint256(int256(uint256(FULL)) + providerGain), 0, "provider");
        assertEq(supply - token.totalSupply(), burned, "burned");
        uint256 held = balance(requester) + balance(provider) + balance(third) + centralizer.fees();
        assertEq(token.balanceOf(address(centralizer)), held, "held");
    }

    function _refusesService(Status memory s) private {
        bytes memory signature = signStatus(requester, s);
        expectError(abi.encodeWithSelector(NotService.selector, id));
        centralizer.proveService(id, s, signature);
    }

    function _refusesEquivocation(Status memory a, Status memory b) private {
        bytes memory sigA = signStatus(provider, a);
        bytes memory sigB = signStatus(provider, b);
        expectError(abi.encodeWithSelector(NotEquivocation.selector, id));
        centralizer.proveEquivocation(id, a, sigA, b, sigB);
    }
}
