// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wallet} from "../src/Structs.sol";
import {Handler} from "./Handler.sol";

contract InvariantsTest {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Handler private handler;

    function setUp() public {
        handler = new Handler();
    }

    /// @dev The steps do what they are meant to: a breach is reached and judged.
    function test_theStepsLeadToAVerdict() public {
        handler.open(0, 0, 1, 0, 100e18, 0);
        handler.silence(0);
        handler.finalize(0, true);
        require(handler.finalized() == 1, "finalized");
        invariant_IPSX_WAL_005_tokensHeldAreBalancesReservesAndFees();
        invariant_IPSX_WAL_003_reservedIsCapsBondsAndStakes();
        invariant_IPSX_PAY_011_nothingIsPaidTwiceAndFinalIsFinal();
    }

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(handler);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        list = new FuzzSelector[](1);
        bytes4[] memory s = new bytes4[](12);
        (s[0], s[1], s[2], s[3]) =
        (Handler.wallets.selector, Handler.open.selector, Handler.pay.selector, Handler.settle.selector);
        (s[4], s[5], s[6], s[7]) =
        (Handler.act.selector, Handler.prove.selector, Handler.finalize.selector, Handler.wait_.selector);
        // The steps that lead on are tried more often.
        (s[8], s[9], s[10], s[11]) =
        (Handler.act.selector, Handler.wait_.selector, Handler.silence.selector, Handler.finalize.selector);
        list[0] = FuzzSelector(address(handler), s);
    }

    function invariant_IPSX_WAL_005_tokensHeldAreBalancesReservesAndFees() public view {
        uint256 sum = handler.feesHeld();
        for (uint256 i = 0; i < handler.actorsCount(); ++i) {
            Wallet memory w = handler.walletOf(handler.actors(i));
            sum += uint256(w.balance) + w.reserved;
        }
        require(handler.held() == sum, "conservation");
    }

    function invariant_IPSX_WAL_003_reservedIsCapsBondsAndStakes() public view {
        for (uint256 i = 0; i < handler.actorsCount(); ++i) {
            address who = handler.actors(i);
            require(handler.walletOf(who).reserved == handler.owed(who), "reserved");
        }
    }

    function invariant_IPSX_PAY_004_feesAreTheCommissionOnWhatWasPaid() public view {
        require(handler.feesHeld() + handler.feesTaken() == handler.commissions(), "fees");
    }

    function invariant_IPSX_PAY_011_nothingIsPaidTwiceAndFinalIsFinal() public view {
        require(bytes(handler.violation()).length == 0, handler.violation());
    }
}
