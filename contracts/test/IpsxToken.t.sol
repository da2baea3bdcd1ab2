// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IpsxToken} from "../src/IpsxToken.sol";
import {Vm} from "./Vm.sol";

contract IpsxTokenTest {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
    address private constant PARTNERS = address(0xB1);
    address private constant BOUNTY = address(0xB2);
    address private constant TEAM = address(0xB3);
    address private constant STRANGER = address(0xBAD);
    IpsxToken private token;

    event TransfersOpened();

    function setUp() public {
        token = new IpsxToken(address(this), PARTNERS, BOUNTY, TEAM);
    }

    function test_IPSX_TOK_001_createsTheSupplyOnce() public view {
        require(token.totalSupply() == 1_800_000_000e18, "supply");
        require(token.balanceOf(address(this)) == 900_000_000e18, "funding");
        require(token.balanceOf(PARTNERS) == 495_000_000e18, "partners");
        require(token.balanceOf(BOUNTY) == 45_000_000e18, "bounty");
        require(token.balanceOf(TEAM) == 360_000_000e18, "team");
        require(token.decimals() == 18, "decimals");
        require(keccak256(bytes(token.symbol())) == keccak256("IPSX"), "symbol");
    }

    function test_IPSX_TOK_002_hasNoMintFunction() public {
        (bool done,) = address(token).call(abi.encodeWithSignature("mint(address,uint256)", address(this), 1));
        require(!done, "minted");
    }

    function test_IPSX_TOK_003_transfersAreLockedUntilTheFundingSucceeds() public {
        vm.expectRevert(abi.encodeWithSelector(IpsxToken.TransfersLocked.selector));
        token.transfer(STRANGER, 1);
        vm.expectRevert(abi.encodeWithSelector(IpsxToken.TransfersLocked.selector));
        token.burn(1);
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IpsxToken.NotFundingController.selector, STRANGER));
        token.openTransfers();

        vm.expectEmit(true, true, true, true, address(token));
        emit TransfersOpened();
        token.openTransfers();
        token.transfer(STRANGER, 1);
        require(token.balanceOf(STRANGER) == 1, "moved");
        vm.expectRevert(abi.encodeWithSelector(IpsxToken.TransfersAlreadyOpen.selector));
        token.openTransfers();
    }

    function test_IPSX_TOK_004_holdersBurnTheirOwnTokens(uint256 amount) public {
        token.openTransfers();
        amount = amount % (token.FUNDING() + 1);
        token.burn(amount);
        require(token.totalSupply() == 1_800_000_000e18 - amount, "supply");
        require(token.balanceOf(address(this)) == token.FUNDING() - amount, "balance");
    }
}
