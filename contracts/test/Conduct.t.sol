// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deal, Fact, Phase} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

contract ConductTest is Fixture {
    Deal private d;
    bytes32 private id;

    function setUp() public override {
        super.setUp();
        (d, id) = openDefault();
    }

    function test_stopArmsTheGraceAndRecordsWhoStopped() public {
        pass(100);
        expectLog();
        emit DealStopped(id, provider);
        _by(provider);
        centralizer.stop(id);
        assertPhase(id, Phase.Closing);
        assertEq(rare(id).providerStoppedAt, clock, "providerStoppedAt");
        assertEq(channel(id).armedAt, clock, "armedAt");
        uint256 armedAt = clock;
        pass(100);
        _by(requester);
        centralizer.stop(id);
        assertEq(channel(id).armedAt, armedAt, "a stop while closing arms nothing");
        assertEq(channel(id).flags, Fact.PROVIDER_STOPPED | Fact.REQUESTER_STOPPED, "flags");
    }

    function test_aPartyStopsOnce() public {
        _by(provider);
        centralizer.stop(id);
        expectError(abi.encodeWithSelector(AlreadyStopped.selector, id, provider));
        _by(provider);
        centralizer.stop(id);
    }

    function test_aProvidersStopAtTheEndIsNoEarlyStop() public {
        pass(3600);
        _by(provider);
        centralizer.stop(id);
        assertEq(rare(id).providerStoppedAt, 0, "providerStoppedAt");
        expectError(abi.encodeWithSelector(AlreadyStopped.selector, id, provider));
        _by(provider);
        centralizer.stop(id);
    }

    function test_IPSX_AGR_032_anybodyEndsALeaseWhoseTimeIsOver() public {
        pass(3599);
        expectError(abi.encodeWithSelector(TooEarly.selector, id, d.end, 0));
        centralizer.expire(id);
        pass(1);
        expectLog();
        emit DealEnded(id);
        _by(third);
        centralizer.expire(id);
        assertPhase(id, Phase.Closing);
        assertEq(channel(id).armedBlock, height, "armedBlock");
    }

    function test_IPSX_AGR_032_aChallengeOutlivesTheEnd() public {
        _challenge();
        pass(3600);
        _refusesPhase(Phase.Challenged);
        centralizer.expire(id);
        _by(provider);
        centralizer.answer(id);
    }

    function test_IPSX_AGR_035_aNoticeHasItsTime() public {
        expectError(abi.encodeWithSelector(NoticeTooShort.selector, id, clock + 599, clock + 600));
        _by(provider);
        centralizer.giveNotice(d, uint64(clock + 599));
        expectLog();
        emit NoticeGiven(id, uint64(clock + 600));
        _by(provider);
        centralizer.giveNotice(d, uint64(clock + 600));
        assertEq(rare(id).noticeAt, clock + 600, "noticeAt");
        expectError(abi.encodeWithSelector(AlreadyNoticed.selector, id));
        _by(provider);
        centralizer.giveNotice(d, uint64(clock + 600));
    }

    function test_IPSX_AGR_050_aChallengeIsFundedByTheRequester() public {
        expectLog();
        emit DealChallenged(id);
        _challenge();
        assertPhase(id, Phase.Challenged);
        assertEq(wallet(requester).reserved, 101e18, "reserved");
        assertEq(rare(id).challengedAt, clock, "challengedAt");
    }

    function test_IPSX_AGR_050_aChallengeNeedsItsStake() public {
        drain(requester);
        expectError(abi.encodeWithSelector(InsufficientBalance.selector, requester, 0, CHALLENGE_STAKE));
        _challenge();
    }

    function test_IPSX_AGR_050_aChallengeFallsIntoTheLease() public {
        Deal memory later = terms();
        (later.start, later.end, later.firstSeat) = (uint64(clock + 10), uint64(clock + 20), 1);
        bytes32 other = open(later);
        bytes memory outside = abi.encodeWithSelector(OutsideLease.selector, other, later.start, later.end, clock);
        expectError(outside);
        _by(requester);
        centralizer.challenge(other);
        pass(20);
        expectError(abi.encodeWithSelector(OutsideLease.selector, other, later.start, later.end, clock));
        _by(requester);
        centralizer.challenge(other);
    }

    function test_IPSX_AGR_051_anAnswerCures() public {
        _challenge();
        pass(10_000);
        expectLog();
        emit ChallengeAnswered(id);
        _by(provider);
        centralizer.answer(id);
        assertPhase(id, Phase.Closing);
        _refusesPhase(Phase.Closing);
        centralizer.convict(id);
    }

    function test_IPSX_AGR_031_IPSX_AGR_052_aConvictionNeedsSecondsAndBlocks() public {
        _challenge();
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, id, clock + 600, height + 10);
        pass(599, 50);
        expectError(early);
        centralizer.convict(id);
        pass(1, 0);
        uint256 reached = height;
        vm.roll(HEIGHT0 + 9);
        expectError(early);
        centralizer.convict(id);
        vm.roll(HEIGHT0 + 10);
        expectLog();
        emit ProviderDefaulted(id);
        _by(third);
        centralizer.convict(id);
        assertPhase(id, Phase.Breached);
        assertEq(channel(id).armedBlock, HEIGHT0 + 10, "armedBlock");
        assertTrue(reached > HEIGHT0, "blocks passed");
    }

    function test_IPSX_AGR_053_aDemandIsBoundedByThePriceOfTheTime() public {
        pass(100);
        uint128 most = 1e18 + 100 * 0.02e18;
        _refusesDemand(most + 1, most);
        _refusesDemand(0, most);
        expectLog();
        emit PaymentDemanded(id, most);
        _by(provider);
        centralizer.demand(d, most);
        assertEq(wallet(provider).reserved, 11e18, "reserved");
        assertPhase(id, Phase.Demanded);
        pass(4000);
        claim(id, most);
        _refusesDemand(most, 1e18 + 3600 * 0.02e18);
        _refusesDemand(74e18, 1e18 + 3600 * 0.02e18);
    }

    function test_IPSX_AGR_053_aDemandByTheByteIsBoundedByTheCap() public {
        Deal memory byBytes = terms();
        (byBytes.pricePerByte, byBytes.firstSeat) = (1, 1);
        bytes32 other = open(byBytes);
        expectError(abi.encodeWithSelector(BadDemand.selector, other, 100e18 + 1, 100e18));
        _by(provider);
        centralizer.demand(byBytes, 100e18 + 1);
        _by(provider);
        centralizer.demand(byBytes, 100e18);
    }

    function test_IPSX_AGR_053_aReservationHasNoDemands() public {
        Deal memory standing = terms();
        standing.seats = 0;
        bytes32 other = open(standing);
        expectError(abi.encodeWithSelector(BadDemand.selector, other, 1, 0));
        _by(provider);
        centralizer.demand(standing, 1);
    }

    function test_IPSX_AGR_053_aDemandWaitsForTheStart() public {
        Deal memory later = terms();
        (later.start, later.firstSeat) = (uint64(clock + 10), 1);
        bytes32 other = open(later);
        expectError(abi.encodeWithSelector(OutsideLease.selector, other, later.start, later.end, clock));
        _by(provider);
        centralizer.demand(later, 1);
    }

    function test_IPSX_AGR_053_aDemandNeedsItsStake() public {
        drain(provider);
        expectError(abi.encodeWithSelector(InsufficientBalance.selector, provider, 0, CHALLENGE_STAKE));
        _by(provider);
        centralizer.demand(d, 1e18);
    }

    function test_IPSX_AGR_053_aDemandIsMetByAVoucher() public {
        _demand(1e18);
        claim(id, 1e18 - 1);
        assertPhase(id, Phase.Demanded);
        uint256 before = balance(requester);
        bytes memory signature = voucher(id, 1e18);
        expectLog();
        emit VoucherPaid(id, 1e18, 1);
        expectLog();
        emit DemandMet(id);
        centralizer.claim(id, 1e18, signature);
        assertPhase(id, Phase.Open);
        assertEq(balance(requester), before + CHALLENGE_STAKE, "requester's balance");
        assertEq(wallet(provider).reserved, 10e18, "provider's reserved");
        assertEq(channel(id).flags, 0, "flags");
    }

    function test_IPSX_AGR_054_aDemandLapses() public {
        _demand(1e18);
        bytes memory early = abi.encodeWithSelector(TooEarly.selector, id, clock + 600, height + 10);
        expectError(early);
        centralizer.lapse(id);
        pass(600);
        expectLog();
        emit DemandLapsed(id);
        _by(third);
        centralizer.lapse(id);
        assertPhase(id, Phase.Closing);
        assertEq(channel(id).flags, Fact.LAGGED | Fact.DEMANDED, "flags");
    }

    function test_IPSX_AGR_053_aStopAnswersADemand() public {
        _demand(1e18);
        _by(requester);
        centralizer.stop(id);
        assertPhase(id, Phase.Closing);
    }

    function test_onlyThePartiesAct() public {
        bytes memory stranger = abi.encodeWithSelector(NotParty.selector, id, third);
        expectError(stranger);
        _by(third);
        centralizer.stop(id);
        expectError(stranger);
        _by(third);
        centralizer.dispute(id);
        bytes memory notRequester = abi.encodeWithSelector(NotParty.selector, id, provider);
        expectError(notRequester);
        _by(provider);
        centralizer.challenge(id);
        bytes memory notProvider = abi.encodeWithSelector(NotParty.selector, id, requester);
        expectError(notProvider);
        _by(requester);
        centralizer.answer(id);
        expectError(notProvider);
        _by(requester);
        centralizer.giveNotice(d, uint64(clock + 600));
        expectError(notProvider);
        _by(requester);
        centralizer.demand(d, 1e18);
    }

    function test_unknownChannelsAreNamed() public {
        Deal memory never = terms();
        bytes memory unknown = abi.encodeWithSelector(UnknownChannel.selector, idOf(never));
        expectError(unknown);
        centralizer.stop(idOf(never));
        expectError(unknown);
        centralizer.expire(idOf(never));
        expectError(unknown);
        centralizer.giveNotice(never, 0);
        expectError(unknown);
        centralizer.challenge(idOf(never));
        expectError(unknown);
        centralizer.answer(idOf(never));
        expectError(unknown);
        centralizer.convict(idOf(never));
        expectError(unknown);
        centralizer.demand(never, 1);
        expectError(unknown);
        centralizer.lapse(idOf(never));
        expectError(unknown);
        centralizer.dispute(idOf(never));
        expectError(unknown);
        centralizer.finalize(never);
    }

    function test_aFinalChannelIsAtRest() public {
        settle(id, 0);
        _refusesAll(Phase.Final, 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256 + 512 + 1);
    }

    function test_anOpenChannelCanNeitherBeAnsweredNorLapseNorBeDisputed() public {
        _refusesAll(Phase.Open, 16 + 32 + 128 + 256 + 512);
    }

    function test_aClosingChannelTakesStopsAndDisputesOnly() public {
        _by(requester);
        centralizer.stop(id);
        _refusesAll(Phase.Closing, 2 + 4 + 8 + 16 + 32 + 64 + 128);
    }

    function test_aBreachedChannelTakesDisputesOnly() public {
        _challenge();
        pass(600);
        centralizer.convict(id);
        _refusesAll(Phase.Breached, 1 + 2 + 4 + 8 + 16 + 32 + 64 + 128);
    }

    /// @dev One bit for each function that must refuse the phase.
    function _refusesAll(Phase phase, uint256 functions) private {
        if (functions & 1 != 0) {
            _refusesPhaseBy(phase, provider);
            centralizer.stop(id);
        }
        if (functions & 2 != 0) {
            _refusesPhaseBy(phase, third);
            centralizer.expire(id);
        }
        if (functions & 4 != 0) {
            _refusesPhaseBy(phase, provider);
            centralizer.giveNotice(d, 0);
        }
        if (functions & 8 != 0) {
            _refusesPhaseBy(phase, requester);
            centralizer.challenge(id);
        }
        if (functions & 16 != 0) {
            _refusesPhaseBy(phase, provider);
            centralizer.answer(id);
        }
        if (functions & 32 != 0) {
            _refusesPhaseBy(phase, third);
            centralizer.convict(id);
        }
        if (functions & 64 != 0) {
            _refusesPhaseBy(phase, provider);
            centralizer.demand(d, 1);
        }
        if (functions & 128 != 0) {
            _refusesPhaseBy(phase, third);
            centralizer.lapse(id);
        }
        if (functions & 256 != 0) {
            _refusesPhaseBy(phase, provider);
            centralizer.dispute(id);
        }
        if (functions & 512 != 0) {
            _refusesPhaseBy(phase, third);
            centralizer.finalize(d);
        }
    }

    function _refusesPhaseBy(Phase phase, address who) private {
        _refusesPhase(phase);
        _by(who);
    }

    function _refusesPhase(Phase phase) private {
        expectError(abi.encodeWithSelector(WrongPhase.selector, id, phase));
    }

    function _refusesDemand(uint128 due, uint128 most) private {
        expectError(abi.encodeWithSelector(BadDemand.selector, id, due, most));
        _by(provider);
        centralizer.demand(d, due);
    }

    function _demand(uint128 due) private {
        _by(provider);
        centralizer.demand(d, due);
    }

    function _challenge() private {
        _by(requester);
        centralizer.challenge(id);
    }

    function _by(address who) private {
        vm.prank(who);
    }
}
