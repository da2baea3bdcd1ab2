// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Parameters} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

contract WalletsTest is Fixture {
    function test_IPSX_WAL_001_depositMovesTokensIntoTheBalance() public {
        expectLog();
        emit Deposited(address(this), 5e18);
        centralizer.deposit(5e18);
        assertWallet(address(this), 5e18, 0, "depositor");
        assertEq(token.balanceOf(address(centralizer)), 3 * FULL + 5e18, "held");
    }

    function test_depositWithPermitNeedsNoApproval() public {
        token.transfer(provider, 5e18);
        (uint8 v, bytes32 r, bytes32 s) = _permit(5e18);
        vm.prank(provider);
        centralizer.depositWithPermit(5e18, clock, v, r, s);
        assertWallet(provider, FULL + 5e18, 0, "provider");
    }

    function test_depositWithPermitSurvivesAPermitThatSomebodySubmittedFirst() public {
        token.transfer(provider, 5e18);
        (uint8 v, bytes32 r, bytes32 s) = _permit(5e18);
        token.permit(provider, address(centralizer), 5e18, clock, v, r, s);
        vm.prank(provider);
        centralizer.depositWithPermit(5e18, clock, v, r, s);
        assertWallet(provider, FULL + 5e18, 0, "provider");
    }

    function test_depositWithAWrongPermitMovesNothing() public {
        (uint8 v, bytes32 r, bytes32 s) = _permit(5e18);
        expectError(
            abi.encodeWithSignature(
                "ERC20InsufficientAllowance(address,uint256,uint256)", address(centralizer), 0, 6e18
            )
        );
        vm.prank(provider);
        centralizer.depositWithPermit(6e18, clock, v, r, s);
    }

    function test_depositManyRefusesListsOfUnequalLength() public {
        expectError(abi.encodeWithSelector(LengthMismatch.selector));
        centralizer.depositMany(new address[](1), new uint128[](2));
    }

    function test_depositManyRefusesTheZeroAddress() public {
        uint128[] memory amounts = new uint128[](1);
        amounts[0] = 1;
        expectError(abi.encodeWithSelector(ZeroAddress.selector));
        centralizer.depositMany(new address[](1), amounts);
    }

    function test_depositManyOfNothingDoesNothing() public {
        centralizer.depositMany(new address[](0), new uint128[](0));
        assertEq(token.balanceOf(address(centralizer)), 3 * FULL, "held");
    }

    function test_IPSX_WAL_006_amountsAreAboveZero() public {
        bytes memory zero = abi.encodeWithSelector(ZeroAmount.selector);
        expectError(zero);
        centralizer.deposit(0);
        expectError(zero);
        centralizer.withdraw(0);
        expectError(zero);
        centralizer.transfer(third, 0);
        expectError(zero);
        centralizer.stake(0);
        expectError(zero);
        centralizer.depositWithPermit(0, 0, 0, 0, 0);
        expectError(zero);
        centralizer.depositMany(new address[](1), new uint128[](1));
    }

    function test_withdrawMovesTokensOut() public {
        expectLog();
        emit Withdrawn(provider, 4e18);
        vm.prank(provider);
        centralizer.withdraw(4e18);
        assertWallet(provider, FULL - 4e18, 0, "provider");
        assertEq(token.balanceOf(provider), 4e18, "tokens");
    }

    function test_IPSX_WAL_004_anOperationWithoutCoverFailsWhole() public {
        bytes memory poor = abi.encodeWithSelector(InsufficientBalance.selector, provider, FULL, FULL + 1);
        expectError(poor);
        vm.prank(provider);
        centralizer.withdraw(FULL + 1);
        expectError(poor);
        vm.prank(provider);
        centralizer.transfer(third, FULL + 1);
        expectError(poor);
        vm.prank(provider);
        centralizer.stake(FULL + 1);
        assertWallet(provider, FULL, 0, "provider");
    }

    function test_transferMovesBalance() public {
        expectLog();
        emit Transferred(provider, third, 4e18);
        vm.prank(provider);
        centralizer.transfer(third, 4e18);
        assertWallet(provider, FULL - 4e18, 0, "provider");
        assertWallet(third, FULL + 4e18, 0, "third");
    }

    function test_transferToOneselfChangesNothing(uint128 amount) public {
        amount = uint128(1 + amount % FULL);
        vm.prank(provider);
        centralizer.transfer(provider, amount);
        assertWallet(provider, FULL, 0, "provider");
    }

    function test_transferRefusesTheZeroAddress() public {
        expectError(abi.encodeWithSelector(ZeroAddress.selector));
        vm.prank(provider);
        centralizer.transfer(address(0), 1);
    }

    function test_anchorProfileLeavesALog() public {
        expectLog();
        emit ProfileAnchored(provider, "profile");
        vm.prank(provider);
        centralizer.anchorProfile("profile");
    }

    function test_IPSX_PAY_004_onlyThePlatformTakesTheFees() public {
        openDefault();
        expectError(abi.encodeWithSelector(NotPlatform.selector, provider));
        vm.prank(provider);
        centralizer.withdrawFees(provider);
        expectError(abi.encodeWithSelector(ZeroAddress.selector));
        vm.prank(platform);
        centralizer.withdrawFees(address(0));
        expectLog();
        emit FeesWithdrawn(third, MIN_COMMISSION);
        vm.prank(platform);
        centralizer.withdrawFees(third);
        assertEq(token.balanceOf(third), MIN_COMMISSION, "tokens");
        assertEq(centralizer.fees(), 0, "fees");
        expectError(abi.encodeWithSelector(ZeroAmount.selector));
        vm.prank(platform);
        centralizer.withdrawFees(third);
    }

    function test_constructorRefusesTheZeroAddress() public {
        expectError(abi.encodeWithSelector(ZeroAddress.selector));
        deploy(address(0), platform, defaults());
        expectError(abi.encodeWithSelector(ZeroAddress.selector));
        deploy(address(token), address(0), defaults());
    }

    function test_parametersAreThoseOfTheDeployment() public view {
        require(keccak256(abi.encode(centralizer.parameters())) == keccak256(abi.encode(defaults())), "parameters");
    }

    function test_H12_IPSX_AGR_039_timersThatMoveMoneyLeaveRoom() public {
        bytes32[5] memory names =
            [bytes32("settleGrace"), "challengeSeconds", "appealSeconds", "evidenceSeconds", "claimWindow"];
        uint32 least = 24 + 2 * 12 + 60;
        for (uint256 i = 0; i < names.length; ++i) {
            _refuses(_timer(i, least - 1), names[i]);
            deploy(address(token), platform, _timer(i, least));
        }
    }

    function test_parametersOutOfBoundsAreRefused() public {
        Parameters memory p = defaults();
        p.minLease = 0;
        _refuses(p, "minLease");
        p = defaults();
        p.minLease = p.maxLease + 1;
        _refuses(p, "minLease");
        p = defaults();
        p.maxLease = 3651 days;
        _refuses(p, "maxLease");
        p = defaults();
        p.bookAheadMax = 3651 days;
        _refuses(p, "bookAheadMax");
        p = defaults();
        p.shortLeaseMax = p.maxLease + 1;
        _refuses(p, "shortLeaseMax");
        p = defaults();
        p.maxSeats = 0;
        _refuses(p, "maxSeats");
        p = defaults();
        p.maxSeats = 257;
        _refuses(p, "maxSeats");
        p = defaults();
        p.deadlineBlocks = 0;
        _refuses(p, "deadlineBlocks");
        p = defaults();
        p.commissionBp = 10_001;
        _refuses(p, "commissionBp");
        p = defaults();
        p.bondBp = 10_001;
        _refuses(p, "bondBp");
        p = defaults();
        p.minCommission = 2 ** 96;
        _refuses(p, "minCommission");
        p = defaults();
        p.challengeStake = 0;
        _refuses(p, "challengeStake");
        p = defaults();
        p.challengeStake = 2 ** 96;
        _refuses(p, "challengeStake");
        p = defaults();
        p.disputeStake = 0;
        _refuses(p, "disputeStake");
        p = defaults();
        p.disputeStake = 2 ** 96;
        _refuses(p, "disputeStake");
    }

    function _refuses(Parameters memory p, bytes32 name) private {
        expectError(abi.encodeWithSelector(InvalidParameter.selector, name));
        deploy(address(token), platform, p);
    }

    function _timer(uint256 which, uint32 value) private pure returns (Parameters memory p) {
        p = defaults();
        if (which == 0) p.settleGrace = value;
        else if (which == 1) p.challengeSeconds = value;
        else if (which == 2) p.appealSeconds = value;
        else if (which == 3) p.evidenceSeconds = value;
        else p.claimWindow = value;
    }

    function _permit(uint256 amount) private view returns (uint8, bytes32, bytes32) {
        bytes32 hash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                provider,
                address(centralizer),
                amount,
                0,
                clock
            )
        );
        return vm.sign(keys[provider], keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), hash)));
    }
}
