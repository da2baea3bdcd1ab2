// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../src/Hashes.sol";
import {Deal, Phase, Wallet} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

contract StatementTest is Fixture {
    bytes32[3] private ids;
    Deal private d;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 3; ++i) {
            d = terms();
            d.resource = bytes32(i);
            if (i == 2) d.provider = third;
            ids[i] = open(d);
        }
    }

    function _entry(bytes32 id, uint96 cumulative) private pure returns (bytes memory) {
        return abi.encodePacked(id, cumulative);
    }

    function _sign(address payer, bytes memory entries) private view returns (bytes memory) {
        return sign(payer, keccak256(abi.encode(Hashes.STATEMENT, payer, keccak256(entries))));
    }

    function _claim(bytes memory entries) private {
        centralizer.claimStatement(requester, entries, _sign(requester, entries));
    }

    function _three(uint96 a, uint96 b, uint96 c) private view returns (bytes memory) {
        return bytes.concat(_entry(ids[0], a), _entry(ids[1], b), _entry(ids[2], c));
    }

    function test_IPSX_PAY_031_paysEveryEntryAsAVoucherWould() public {
        bytes memory entries = _three(40e18, 7e18, 0.1e18);
        bytes memory signature = _sign(requester, entries);
        expectLog();
        emit StatementPaid(requester, keccak256(entries), 47.1e18, 0.92e18);
        vm.prank(third);
        centralizer.claimStatement(requester, entries, signature);
        assertWallet(requester, FULL - 300e18 - 3 * MIN_COMMISSION, 252.9e18, "requester");
        assertWallet(provider, FULL - 20e18 + 47e18 - 0.92e18, 20e18, "provider");
        assertWallet(third, FULL - 10e18 + 0.1e18, 10e18, "third");
        assertEq(centralizer.fees(), 0.95e18, "fees");
        assertEq(channel(ids[1]).paid, 7e18, "paid");
    }

    function test_IPSX_PAY_032_passesOverWhatIsFinalOrStale() public {
        settle(ids[0], 5e18);
        claim(ids[1], 9e18);
        _claim(_three(40e18, 9e18, 2e18));
        assertEq(channel(ids[0]).paid, 5e18, "paid of the final one");
        assertEq(channel(ids[1]).paid, 9e18, "paid of the stale one");
        assertEq(channel(ids[2]).paid, 2e18, "paid");
    }

    function test_IPSX_PAY_033_refusesTheWholeForAnEntryThatCouldNeverBePaid() public {
        bytes memory good = _entry(ids[0], 1e18);
        bytes memory entries = bytes.concat(good, _entry("?", 1));
        bytes memory signature = _sign(requester, entries);
        expectError(abi.encodeWithSelector(UnknownChannel.selector, bytes32("?")));
        centralizer.claimStatement(requester, entries, signature);

        entries = bytes.concat(good, _entry(ids[1], 100e18 + 1));
        signature = _sign(requester, entries);
        expectError(abi.encodeWithSelector(VoucherExceedsCap.selector, ids[1], 100e18 + 1, 100e18));
        centralizer.claimStatement(requester, entries, signature);

        // The provider's own statement over the requester's channel.
        signature = _sign(provider, good);
        expectError(abi.encodeWithSelector(NotParty.selector, ids[0], provider));
        centralizer.claimStatement(provider, good, signature);
        assertEq(channel(ids[0]).paid, 0, "paid");
    }

    function test_IPSX_PAY_034_aStatementAndVouchersPayTheHigherOnce() public {
        claim(ids[0], 5e18);
        _claim(_entry(ids[0], 8e18));
        bytes memory signature = voucher(ids[0], 8e18);
        expectError(abi.encodeWithSelector(VoucherStale.selector, ids[0], 8e18, 8e18));
        centralizer.claim(ids[0], 8e18, signature);
        // One channel twice in a list: its amounts are cumulative there too.
        _claim(bytes.concat(_entry(ids[0], 9e18), _entry(ids[0], 10e18), _entry(ids[0], 9e18)));
        assertWallet(provider, FULL - 20e18 + 10e18 - 0.19e18, 20e18, "provider");
        assertEq(wallet(requester).reserved, 290e18, "requester's reserved");
    }

    function test_IPSX_PAY_035_aStatementPaysOnce() public {
        bytes memory entries = _three(1e18, 2e18, 3e18);
        _claim(entries);
        bytes memory signature = _sign(requester, entries);
        expectError(abi.encodeWithSelector(ZeroAmount.selector));
        centralizer.claimStatement(requester, entries, signature);
        signature = _sign(requester, "");
        expectError(abi.encodeWithSelector(ZeroAmount.selector));
        centralizer.claimStatement(requester, "", signature);
    }

    function test_IPSX_SIG_009_refusesAnyOtherSignature() public {
        bytes memory entries = _three(1e18, 2e18, 3e18);
        bytes memory error = abi.encodeWithSelector(InvalidSignature.selector, requester);
        bytes memory signature = _sign(provider, entries);
        expectError(error);
        centralizer.claimStatement(requester, entries, signature);
        // Of the same list in another order.
        signature = _sign(requester, bytes.concat(_entry(ids[1], 2e18), _entry(ids[0], 1e18), _entry(ids[2], 3e18)));
        expectError(error);
        centralizer.claimStatement(requester, entries, signature);
        // Of the requester, for somebody else as the payer.
        signature = sign(requester, keccak256(abi.encode(Hashes.STATEMENT, provider, keccak256(entries))));
        expectError(error);
        centralizer.claimStatement(requester, entries, signature);
    }

    function test_IPSX_SIG_003_aStatementHasOneSpelling() public {
        bytes memory entries = _three(1e18, 2e18, 3e18);
        bytes32 hash = keccak256(abi.encode(Hashes.STATEMENT, requester, keccak256(entries)));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[requester], digest(hash));
        uint256 n = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
        bytes memory high = abi.encodePacked(r, bytes32(n - uint256(s)), v == 27 ? uint8(28) : 27);
        expectError(abi.encodeWithSelector(InvalidSignature.selector, requester));
        centralizer.claimStatement(requester, entries, high);
    }

    function test_refusesAListThatIsNoWholeNumberOfEntries() public {
        bytes memory entries = bytes.concat(_entry(ids[0], 1e18), hex"00");
        bytes memory signature = _sign(requester, entries);
        expectError(abi.encodeWithSelector(LengthMismatch.selector));
        centralizer.claimStatement(requester, entries, signature);
    }

    function test_IPSX_AGR_053_anEntryMeetsADemand() public {
        pass(100);
        vm.prank(third);
        centralizer.demand(d, 2e18);
        _claim(_three(1e18, 1e18, 1.9e18));
        assertPhase(ids[2], Phase.Demanded);
        expectLog();
        emit DemandMet(ids[2]);
        _claim(_entry(ids[2], 2e18));
        assertPhase(ids[2], Phase.Open);
        assertWallet(third, FULL - 10e18 - CHALLENGE_STAKE + 2e18 - 0.03e18, 10e18, "third");
        assertEq(wallet(requester).balance, FULL - 300e18 - 3 * MIN_COMMISSION + CHALLENGE_STAKE, "balance");
    }

    /// @dev The statement does what the vouchers do, whatever was paid before and in whichever order.
    function test_fuzz_IPSX_PAY_031_equalsTheVouchersOneByOne(uint96[3] memory first, uint96[4] memory then_, uint8 order)
        public
    {
        for (uint256 i = 0; i < 3; ++i) {
            first[i] = first[i] % 100e18;
            if (first[i] != 0) claim(ids[i], first[i]);
        }
        bytes memory entries;
        uint256[4] memory which;
        for (uint256 i = 0; i < 4; ++i) {
            then_[i] = then_[i] % 100e18 + 1;
            which[i] = (uint256(order) >> (2 * i)) % 3;
            entries = bytes.concat(entries, _entry(ids[which[i]], then_[i]));
        }
        uint256[3] memory expected;
        for (uint256 i = 0; i < 3; ++i) {
            expected[i] = first[i];
        }
        uint256 more = 0;
        for (uint256 i = 0; i < 4; ++i) {
            if (then_[i] <= expected[which[i]]) continue;
            more += then_[i] - expected[which[i]];
            expected[which[i]] = then_[i];
        }
        uint256 reserved = wallet(requester).reserved;
        uint256 feesBefore = centralizer.fees();
        uint256 worth = balance(provider) + balance(third);
        if (more == 0) return;
        _claim(entries);
        uint256 fees = 0;
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(channel(ids[i]).paid, expected[i], "paid");
            uint256 share = expected[i] * 200 / 10_000;
            fees += share > MIN_COMMISSION ? share : MIN_COMMISSION;
        }
        assertEq(centralizer.fees(), fees, "fees");
        assertEq(wallet(requester).reserved, reserved - more, "requester's reserved");
        assertEq(balance(provider) + balance(third), worth + more - (fees - feesBefore), "the providers' balances");
    }
}
