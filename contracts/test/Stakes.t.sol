// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../src/Hashes.sol";
import {Deal, Receipt} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

contract StakesTest is Fixture {
    address private other;
    Receipt private a;
    Receipt private b;

    /// @dev The provider lets the seat again after it stopped the first deal at once; the two receipts say
    /// that it went on serving the first.
    function setUp() public override {
        super.setUp();
        other = party(0xD00D);
        (, bytes32 first) = openDefault();
        vm.prank(provider);
        centralizer.stop(first);
        Deal memory d = terms();
        d.requester = other;
        bytes32 second = open(d);
        a = Receipt(first, provider, requester, d.resource, 0, uint64(clock), uint64(clock + 100), "a");
        b = Receipt(second, provider, other, d.resource, 0, uint64(clock + 75), uint64(clock + 200), "b");
        vm.prank(provider);
        centralizer.stake(101);
    }

    function test_aStakeIsReserved() public {
        expectLog();
        emit Staked(third, 7e18);
        vm.prank(third);
        centralizer.stake(7e18);
        assertWallet(third, FULL - 7e18, 7e18, "third");
        assertEq(centralizer.staked(third), 7e18, "staked");
    }

    function test_aStakeComesBackAfterTheClaimWindow() public {
        expectLog();
        emit UnstakeRequested(provider);
        _requestUnstake();
        uint256 before = balance(provider);
        bytes memory early = abi.encodeWithSelector(
            TooEarly.selector, bytes32(uint256(uint160(provider))), clock + 30 days, height + 10
        );
        pass(30 days - 1);
        expectError(early);
        _unstake();
        pass(1, 0);
        expectLog();
        emit Unstaked(provider, 101);
        _unstake();
        assertEq(balance(provider), before + 101, "balance");
        assertEq(centralizer.staked(provider), 0, "staked");
        expectError(abi.encodeWithSelector(NothingStaked.selector, provider));
        _unstake();
        expectError(abi.encodeWithSelector(NothingStaked.selector, provider));
        _requestUnstake();
    }

    function test_unstakeNeedsARequestAndAFurtherStakeVoidsIt() public {
        expectError(abi.encodeWithSelector(UnstakeNotRequested.selector, provider));
        _unstake();
        _requestUnstake();
        pass(30 days);
        vm.prank(provider);
        centralizer.stake(1);
        expectError(abi.encodeWithSelector(UnstakeNotRequested.selector, provider));
        _unstake();
    }

    function test_H6_IPSX_AGR_065_aDoubleLeaseCostsTheWholeStake() public {
        uint256 supply = token.totalSupply();
        uint256 reserved = wallet(provider).reserved;
        expectLog();
        emit DoubleLeaseProved(provider, a.resource, 0, 101);
        _prove();
        assertEq(centralizer.staked(provider), 0, "staked");
        assertEq(wallet(provider).reserved, reserved - 101, "reserved");
        assertEq(balance(third), FULL + 50, "reward");
        assertEq(token.totalSupply(), supply - 51, "burned");
    }

    function test_H6_IPSX_AGR_065_aStakeIsSlashableUntilItIsOut() public {
        _requestUnstake();
        pass(60 days);
        _prove();
        assertEq(centralizer.staked(provider), 0, "staked");
    }

    function test_IPSX_AGR_065_aPairIsProvenOnce() public {
        _prove();
        vm.prank(provider);
        centralizer.stake(101);
        expectError(abi.encodeWithSelector(AlreadyProven.selector, a.channelId, b.channelId));
        _prove();
        Receipt memory kept = a;
        a = b;
        b = kept;
        expectError(abi.encodeWithSelector(AlreadyProven.selector, a.channelId, b.channelId));
        _prove();
    }

    function test_IPSX_AGR_065_aProofWaitsForAStake() public {
        _requestUnstake();
        pass(30 days);
        _unstake();
        expectError(abi.encodeWithSelector(NothingStaked.selector, provider));
        _prove();
        vm.prank(provider);
        centralizer.stake(9);
        _prove();
    }

    function test_H6_IPSX_AGR_065_anOverlapWithinTheClocksSkewProvesNothing() public {
        b.from = a.to - 24;
        _refuses();
        b.from = a.to;
        _refuses();
        b.from = a.to + 10;
        _refuses();
        b.from = a.to - 25;
        _prove();
    }

    function test_IPSX_AGR_065_bothReceiptsAreOfOneSeatAndOfOpenedDeals() public {
        a.seat = 1;
        _refuses();
        a.seat = 0;
        a.resource = "another";
        _refuses();
        a.resource = b.resource;
        a.provider = third;
        _refuses();
        a.provider = provider;
        a.requester = third;
        _refuses();
        a.requester = requester;
        bytes32 first = a.channelId;
        a.channelId = "never opened";
        _refuses();
        a.channelId = b.channelId;
        a.requester = other;
        _refuses();
        (a.channelId, a.requester) = (first, requester);
        _prove();
    }

    function test_IPSX_AGR_065_fourSignaturesAreNeeded() public {
        (bytes32 hashA, bytes32 hashB) = (_hash(a), _hash(b));
        bytes[4] memory sigs =
            [sign(provider, hashA), sign(requester, hashA), sign(provider, hashB), sign(other, hashB)];
        address[4] memory signers = [provider, requester, provider, other];
        for (uint256 i = 0; i < 4; ++i) {
            bytes memory kept = sigs[i];
            sigs[i] = sign(third, i < 2 ? hashA : hashB);
            expectError(abi.encodeWithSelector(InvalidSignature.selector, signers[i]));
            centralizer.proveDoubleLease(a, sigs[0], sigs[1], b, sigs[2], sigs[3]);
            sigs[i] = kept;
        }
    }

    function testFuzz_H6_IPSX_AGR_065_reportingOneselfIsALoss(uint96 amount) public {
        amount = 1 + amount % uint96(FULL / 2);
        vm.prank(provider);
        centralizer.stake(amount);
        uint256 before = balance(provider) + wallet(provider).reserved;
        (bytes memory sigPa, bytes memory sigRa, bytes memory sigPb, bytes memory sigRb) = _signatures();
        vm.prank(provider);
        centralizer.proveDoubleLease(a, sigPa, sigRa, b, sigPb, sigRb);
        assertTrue(balance(provider) + wallet(provider).reserved < before, "loss");
    }

    function _prove() private {
        (bytes memory sigPa, bytes memory sigRa, bytes memory sigPb, bytes memory sigRb) = _signatures();
        vm.prank(third);
        centralizer.proveDoubleLease(a, sigPa, sigRa, b, sigPb, sigRb);
    }

    function _refuses() private {
        expectError(abi.encodeWithSelector(NotDoubleLease.selector, a.channelId, b.channelId));
        _prove();
    }

    function _signatures() private view returns (bytes memory, bytes memory, bytes memory, bytes memory) {
        (bytes32 hashA, bytes32 hashB) = (_hash(a), _hash(b));
        return (sign(a.provider, hashA), sign(a.requester, hashA), sign(b.provider, hashB), sign(b.requester, hashB));
    }

    function _hash(Receipt memory r) private pure returns (bytes32) {
        return keccak256(abi.encode(Hashes.RECEIPT, r));
    }

    function _requestUnstake() private {
        vm.prank(provider);
        centralizer.requestUnstake();
    }

    function _unstake() private {
        vm.prank(provider);
        centralizer.unstake();
    }
}
