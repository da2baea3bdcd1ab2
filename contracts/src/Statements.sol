// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Channels} from "./Channels.sol";
import {Hashes} from "./Hashes.sol";
import {Channel, Phase} from "./Structs.sol";

/// @title Net settlement: many channels of one payer under one signature
/// @notice An entry is worth what a voucher for its amount is worth, and writes to the same place: the two
/// together pay no more than the higher one (IPSX-PAY-034).
abstract contract Statements is Channels {
    /// @dev An entry is the 32 bytes of a channel's id and the 12 of its cumulative amount.
    uint256 private constant ENTRY = 44;

    /// @notice Pays every entry of a list that the payer signed (IPSX-PAY-031). What time can do to an entry,
    /// that its channel is final or has paid as much, does not hold up the others (IPSX-PAY-032); what was
    /// wrong when it was signed refuses the whole (IPSX-PAY-033).
    function claimStatement(address payer, bytes calldata entries, bytes calldata sigPayer) external {
        if (entries.length % ENTRY != 0) revert LengthMismatch();
        bytes32 hash = keccak256(entries);
        _requireSigned(Hashes.statement(payer, hash), payer, sigPayer);

        (uint256 paid, uint256 fees) = (0, 0);
        // Consecutive entries of one provider are credited together.
        (address provider, uint256 credit) = (address(0), 0);
        for (uint256 at = 0; at < entries.length; at += ENTRY) {
            (bytes32 id, uint256 cumulative) = _entry(entries, at);
            Channel storage c = _channels[id];
            Phase phase = _phaseOf(id, c);
            if (c.requester != payer) revert NotParty(id, payer);
            // forge-lint: disable-next-line(unsafe-typecast)
            if (cumulative > c.cap) revert VoucherExceedsCap(id, uint128(cumulative), c.cap);
            uint256 before = c.paid;
            if (phase == Phase.Final || cumulative <= before) continue;

            uint256 fee = _commission(cumulative) - _commission(before);
            // forge-lint: disable-next-line(unsafe-typecast)
            c.paid = uint96(cumulative);
            (paid, fees) = (paid + cumulative - before, fees + fee);
            if (c.provider != provider) {
                if (credit != 0) _credit(provider, credit);
                (provider, credit) = (c.provider, 0);
            }
            credit += cumulative - before - fee;
            if (phase == Phase.Demanded) _meet(id, c, cumulative);
        }
        if (paid == 0) revert ZeroAmount();
        _credit(provider, credit);
        _release(payer, paid, 0);
        _addFee(fees);
        // forge-lint: disable-next-line(unsafe-typecast)
        emit StatementPaid(payer, hash, uint128(paid), uint128(fees));
    }

    /// @dev The list is a whole number of entries, so that an entry that begins in it ends in it.
    function _entry(bytes calldata entries, uint256 at) private pure returns (bytes32 id, uint256 cumulative) {
        assembly ("memory-safe") {
            let from := add(entries.offset, at)
            id := calldataload(from)
            cumulative := shr(160, calldataload(add(from, 32)))
        }
    }
}
