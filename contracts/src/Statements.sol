// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Channels} from "./Channels.sol";
import {Hashes} from "./Hashes.sol";
import {Record} from "./Structs.sol";

/// @title Net settlement: many channels of one payer under one signature
/// @notice An entry is worth what a voucher for its amount is worth, and writes to the same place: the two
/// together pay no more than the higher one (IPSX-PAY-034).
/// @dev The loop runs hundreds of times for one signature, and what an entry costs is the point of it. Nothing in it
/// can overflow: amounts are below 2^96, and all wallets together hold less than 2^91.
abstract contract Statements is Channels {
    /// @dev An entry is the 32 bytes of a channel's id and the 12 of its cumulative amount.
    uint256 private constant ENTRY = 44;
    /// @dev Of `Phase`: inline assembly knows no enumerations.
    uint256 private constant FINAL = 7;
    uint256 private constant DEMANDED = 4;

    /// @dev Why a run of entries was left before its end.
    uint256 private constant FOREIGN = 1;
    uint256 private constant ABOVE_CAP = 2;
    uint256 private constant ASKED_FOR = 3;

    /// @notice Pays every entry of a list that the payer signed (IPSX-PAY-031). What time can do to an entry,
    /// that its channel is final or has paid as much, does not hold up the others (IPSX-PAY-032); what was
    /// wrong when it was signed refuses the whole (IPSX-PAY-033).
    function claimStatement(address payer, bytes calldata entries, bytes calldata sigPayer) external {
        if (entries.length % ENTRY != 0) revert LengthMismatch();
        bytes32 hash = keccak256(entries);
        _requireSigned(Hashes.statement(payer, hash), payer, sigPayer);

        (uint256 at, uint256 end) = (0, 0);
        assembly ("memory-safe") {
            at := entries.offset
            end := add(at, entries.length)
        }
        (uint256 paid, uint256 fees) = _payAll(payer, at, end);
        if (paid == 0) revert ZeroAmount();
        _release(payer, paid, 0);
        _addFee(fees);
        // forge-lint: disable-next-line(unsafe-typecast)
        emit StatementPaid(payer, hash, uint128(paid), uint128(fees));
    }

    /// @dev Pays the entries from `at` in the call's data up to `end`.
    function _payAll(address payer, uint256 at, uint256 end) private returns (uint256 paid, uint256 fees) {
        // What one provider gets of consecutive entries is credited together.
        (address provider, uint256 credit, uint256 reason) = (address(0), 0, 0);
        (uint256 bp, uint256 least) = (commissionBp, minCommission);
        while (true) {
            // Pays entries up to the end, or up to one that needs more than this: the reason says what. The first two
            // slots of a `Record`, from their low ends: provider (160 bits), phase (4) and paid; requester (160) and
            // cap. A wallet's balance is the low half of its slot. `commission` is `Rules._commission`.
            assembly ("memory-safe") {
                function commission(amount, rate, minimum) -> share {
                    share := div(mul(amount, rate), 10000)
                    if lt(share, minimum) { share := minimum }
                }
                reason := 0
                for {} lt(at, end) { at := add(at, ENTRY) } {
                    mstore(0x00, calldataload(at))
                    mstore(0x20, _channels.slot)
                    let c := keccak256(0x00, 0x40)
                    let cumulative := shr(160, calldataload(add(at, 0x20)))
                    let word := sload(add(c, 1))
                    if shl(96, xor(word, payer)) {
                        reason := FOREIGN
                        break
                    }
                    if gt(cumulative, shr(160, word)) {
                        reason := ABOVE_CAP
                        break
                    }
                    word := sload(c)
                    let more := shr(164, word)
                    if iszero(gt(cumulative, more)) { continue }
                    if eq(and(shr(160, word), 0xf), FINAL) { continue }

                    sstore(c, or(shl(164, cumulative), shr(92, shl(92, word))))
                    let fee := sub(commission(cumulative, bp, least), commission(more, bp, least))
                    fees := add(fees, fee)
                    more := sub(cumulative, more)
                    paid := add(paid, more)
                    if shl(96, xor(word, provider)) {
                        if credit {
                            mstore(0x00, provider)
                            mstore(0x20, _wallets.slot)
                            c := keccak256(0x00, 0x40)
                            sstore(c, add(sload(c), credit))
                        }
                        provider := shr(96, shl(96, word))
                        credit := 0
                    }
                    credit := add(credit, sub(more, fee))
                    if eq(and(shr(160, word), 0xf), DEMANDED) {
                        reason := ASKED_FOR
                        break
                    }
                }
            }
            if (reason == 0) break;
            _explain(payer, at, reason);
            unchecked {
                at += ENTRY;
            }
        }
        if (credit != 0) _credit(provider, credit);
    }

    /// @dev Meets the demand of an entry that was paid, or refuses with what was wrong with it.
    function _explain(address payer, uint256 at, uint256 reason) private {
        (bytes32 id, uint256 cumulative) = (0, 0);
        assembly ("memory-safe") {
            id := calldataload(at)
            cumulative := shr(160, calldataload(add(at, 32)))
        }
        Record storage c = _channels[id];
        _phaseOf(id, c);
        if (reason == FOREIGN) revert NotParty(id, payer);
        // forge-lint: disable-next-line(unsafe-typecast)
        if (reason == ABOVE_CAP) revert VoucherExceedsCap(id, uint128(cumulative), c.cap);
        _meet(id, c, cumulative);
    }
}
