// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IpsxToken} from "../src/IpsxToken.sol";
import {TokenSale} from "../src/TokenSale.sol";
import {Vm} from "./Vm.sol";

contract TokenSaleTest {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    uint64 private constant T0 = 1_000_000;
    uint64 private constant PRIVATE = T0 + 100;
    uint64 private constant PRE_SALE = T0 + 200;
    uint64 private constant PUBLIC = T0 + 300;
    uint64 private constant CLOSES = T0 + 400;
    uint128 private constant SOFT = 100 ether;
    uint128 private constant HARD = 700 ether;
    address private constant ANN = address(0xA1);
    address private constant BOB = address(0xB0B);
    address payable private constant TREASURY = payable(address(0x7EA));
    TokenSale private sale;
    IpsxToken private token;

    function setUp() public {
        vm.warp(T0);
        sale = create(plan());
        token = sale.token();
        vm.deal(ANN, 2_000 ether);
        vm.deal(BOB, 2_000 ether);
        address[] memory both = new address[](2);
        (both[0], both[1]) = (ANN, BOB);
        sale.admit(TokenSale.Stage.Private, both, true);
        sale.admit(TokenSale.Stage.PreSale, both, true);
    }

    function plan() private pure returns (TokenSale.Plan memory) {
        return TokenSale.Plan(PRIVATE, PRE_SALE, PUBLIC, CLOSES, 10 ether, SOFT, HARD);
    }

    function create(TokenSale.Plan memory plan_) private returns (TokenSale) {
        return new TokenSale(address(this), TREASURY, address(0xB1), address(0xB2), address(0xB3), plan_);
    }

    function pay(address who, uint256 amount) private {
        vm.prank(who);
        sale.contribute{value: amount}();
    }

    function refused(address who, uint256 amount, bytes memory reason) private {
        vm.prank(who);
        vm.expectRevert(reason);
        sale.contribute{value: amount}();
    }

    function only(address who) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = who;
    }

    function test_IPSX_TOK_005_theStagesFollowEachOther() public {
        uint64[6] memory at = [PRIVATE - 1, PRIVATE, PRE_SALE, PUBLIC, CLOSES - 1, CLOSES];
        uint8[6] memory expected = [0, 1, 2, 3, 3, 4];
        for (uint256 i = 0; i < at.length; i++) {
            vm.warp(at[i]);
            require(uint8(sale.stage()) == expected[i], "stage");
        }
    }

    function test_IPSX_TOK_005_thePrivateStageHasAMinimumAndAList() public {
        bytes memory notOpen = abi.encodeWithSelector(TokenSale.NotOpen.selector, TokenSale.Stage.Before);
        refused(ANN, 10 ether, notOpen);
        vm.warp(PRIVATE);
        refused(ANN, 10 ether - 1, abi.encodeWithSelector(TokenSale.BelowMinimum.selector, 10 ether - 1, 10 ether));
        pay(ANN, 10 ether);
        pay(ANN, 1);
        sale.admit(TokenSale.Stage.Private, only(BOB), false);
        refused(BOB, 10 ether, abi.encodeWithSelector(TokenSale.NotAdmitted.selector, TokenSale.Stage.Private, BOB));
    }

    function test_IPSX_TOK_005_thePreSaleWantsTheIdentityCheckAndThePublicStageNothing() public {
        vm.warp(PRE_SALE);
        sale.admit(TokenSale.Stage.PreSale, only(BOB), false);
        pay(ANN, 1);
        refused(BOB, 1, abi.encodeWithSelector(TokenSale.NotAdmitted.selector, TokenSale.Stage.PreSale, BOB));
        vm.warp(PUBLIC);
        pay(BOB, 1);
        refused(BOB, 0, abi.encodeWithSelector(TokenSale.NothingPaid.selector));
        vm.warp(CLOSES);
        refused(BOB, 1, abi.encodeWithSelector(TokenSale.NotOpen.selector, TokenSale.Stage.Over));
    }

    function test_IPSX_TOK_005_onlyTheStewardKeepsTheLists() public {
        vm.prank(BOB);
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NotSteward.selector, BOB));
        sale.admit(TokenSale.Stage.Private, only(BOB), true);
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NoListInStage.selector, TokenSale.Stage.Public));
        sale.admit(TokenSale.Stage.Public, only(BOB), true);
    }

    function test_IPSX_TOK_006_aPlanMustBeSetBeforeItStarts() public {
        TokenSale.Plan memory late = plan();
        late.privateOpens = T0;
        TokenSale.Plan memory unordered = plan();
        unordered.publicOpens = PRE_SALE;
        TokenSale.Plan memory unreachable = plan();
        unreachable.softCap = HARD + 1;
        TokenSale.Plan memory uncapped = plan();
        uncapped.hardCap = 0;
        TokenSale.Plan memory free = plan();
        free.softCap = 0;
        TokenSale.Plan[5] memory wrong = [late, unordered, unreachable, uncapped, free];
        for (uint256 i = 0; i < wrong.length; i++) {
            vm.expectRevert(abi.encodeWithSelector(TokenSale.InvalidPlan.selector));
            create(wrong[i]);
        }
    }

    function test_IPSX_TOK_006_theRateIsTheSameInEveryStageAndForEveryPiece(uint96 first, uint96 second) public {
        uint256 one = 10 ether + uint256(first) % 300 ether;
        uint256 two = 1 + uint256(second) % 300 ether;
        vm.warp(PRIVATE);
        pay(ANN, one);
        vm.warp(PUBLIC);
        pay(ANN, two);
        require(sale.sold() == (one + two) * 900_000_000e18 / HARD, "pieces");
    }

    function test_IPSX_TOK_009_nothingIsTakenAboveTheHardCap() public {
        vm.warp(PUBLIC);
        pay(ANN, 600 ether);
        bytes memory above = abi.encodeWithSelector(TokenSale.AboveHardCap.selector, 100 ether + 1, 100 ether);
        refused(BOB, 100 ether + 1, above);
        pay(BOB, 100 ether);
        require(sale.stage() == TokenSale.Stage.Over, "over");
        require(sale.sold() <= 900_000_000e18, "more than there is");
        refused(BOB, 1, abi.encodeWithSelector(TokenSale.NotOpen.selector, TokenSale.Stage.Over));
    }

    function test_IPSX_TOK_007_whatIsNotSoldGoesToTheContributors(uint96 first, uint96 second) public {
        uint256 ann = 50 ether + uint256(first) % 200 ether;
        uint256 bob = 50 ether + uint256(second) % 200 ether;
        vm.warp(PUBLIC);
        pay(ANN, ann);
        pay(BOB, bob);
        uint256 unsold = 900_000_000e18 - sale.sold();
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NotSucceeded.selector));
        sale.claim(ANN);
        vm.warp(CLOSES);
        sale.succeed();
        sale.claim(ANN);
        require(token.balanceOf(ANN) == ann * 900_000_000e18 / HARD + unsold * ann / (ann + bob), "ann");
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NothingToClaim.selector, ANN));
        sale.claim(ANN);
        vm.prank(ANN);
        sale.claim(BOB);
        uint256 given = token.balanceOf(ANN) + token.balanceOf(BOB);
        require(token.balanceOf(address(sale)) == 0, "kept");
        require(given <= 900_000_000e18 && given >= 900_000_000e18 - 2, "dust");
        require(token.totalSupply() == 900_000_000e18 + given, "burned");
    }

    function test_IPSX_TOK_008_aFailedFundingPaysBack() public {
        vm.warp(PUBLIC);
        pay(ANN, SOFT - 1);
        vm.expectRevert(abi.encodeWithSelector(TokenSale.StillOpen.selector));
        sale.payBack(payable(ANN));
        vm.expectRevert(abi.encodeWithSelector(TokenSale.StillOpen.selector));
        sale.succeed();
        vm.warp(CLOSES);
        vm.expectRevert(abi.encodeWithSelector(TokenSale.SoftCapNotReached.selector, SOFT - 1, SOFT));
        sale.succeed();
        sale.payBack(payable(ANN));
        require(ANN.balance == 2_000 ether, "paid back");
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NothingToClaim.selector, ANN));
        sale.payBack(payable(ANN));
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NotSucceeded.selector));
        sale.collect();
    }

    function test_IPSX_TOK_008_aSuccessPaysNothingBack() public {
        vm.warp(PUBLIC);
        pay(ANN, SOFT);
        vm.warp(CLOSES);
        vm.expectRevert(abi.encodeWithSelector(TokenSale.SoftCapReached.selector, SOFT, SOFT));
        sale.payBack(payable(ANN));
        sale.succeed();
        vm.expectRevert(abi.encodeWithSelector(TokenSale.AlreadySucceeded.selector));
        sale.succeed();
    }

    function test_IPSX_TOK_010_theTreasuryGetsNothingBeforeSuccess() public {
        vm.warp(PUBLIC);
        pay(ANN, SOFT);
        vm.expectRevert(abi.encodeWithSelector(TokenSale.NotSucceeded.selector));
        sale.collect();
        vm.warp(CLOSES);
        sale.succeed();
        sale.collect();
        require(TREASURY.balance == SOFT && address(sale).balance == 0, "collected");
    }

    function test_IPSX_TOK_003_onlySuccessOpensTheTransfers() public {
        require(token.funding() == address(sale), "controller");
        vm.warp(PUBLIC);
        pay(ANN, SOFT);
        require(!token.transfersOpen(), "too early");
        vm.warp(CLOSES);
        sale.succeed();
        require(token.transfersOpen(), "open");
    }
}
