// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Deal, Meter, Receipt, Status} from "./Structs.sol";

/// @title EIP-712 struct hashes
/// @notice The field order is normative. Every member of every type is static, so that the encoding of
/// the type hash and the struct is the concatenation that EIP-712 asks for.
library Hashes {
    bytes32 internal constant DEAL = keccak256(
        "Deal(address provider,address requester,bytes32 offer,bytes32 request,uint64 providerNonce,uint64 requesterNonce,bytes32 resource,uint32 firstSeat,uint32 seats,uint64 start,uint64 end,uint64 validUntil,uint128 cap,uint128 bond,uint128 prepaid,uint128 pricePerSecond,uint128 pricePerByte,uint128 setupPrice,uint128 noShowCharge,uint32 maxLag,uint32 notice,bytes32 terms,bytes32 salt)"
    );
    bytes32 internal constant VOUCHER = keccak256("Voucher(bytes32 channelId,uint128 cumulativeAmount)");
    bytes32 internal constant CLOSING =
        keccak256("Closing(bytes32 channelId,uint128 cumulativeAmount,bytes32 receipt)");
    bytes32 internal constant STATEMENT = keccak256("Statement(address payer,bytes32 entries)");
    bytes32 internal constant METER = keccak256("Meter(bytes32 channelId,uint64 seq,uint64 seconds,uint64 bytesUsed)");
    bytes32 internal constant STATUS = keccak256(
        "Status(bytes32 channelId,uint8 role,uint64 seq,uint8 status,uint8 reason,uint64 at,uint128 cumulativeAmount,bytes32 previous)"
    );
    bytes32 internal constant RECEIPT = keccak256(
        "Receipt(bytes32 channelId,address provider,address requester,bytes32 resource,uint32 seat,uint64 from,uint64 to,bytes32 commitment)"
    );

    /// @return The id of the channel: the salt makes it unique, never a block number (IPSX-AGR-021).
    function deal(Deal calldata d) internal pure returns (bytes32) {
        uint256 offset;
        assembly ("memory-safe") {
            offset := d
        }
        return _hash(DEAL, offset, 23);
    }

    function voucher(bytes32 id, uint128 cumulative) internal pure returns (bytes32) {
        return keccak256(abi.encode(VOUCHER, id, cumulative));
    }

    function closing(bytes32 id, uint128 cumulative, bytes32 receiptHash) internal pure returns (bytes32) {
        return keccak256(abi.encode(CLOSING, id, cumulative, receiptHash));
    }

    function statement(address payer, bytes32 entries) internal pure returns (bytes32) {
        return keccak256(abi.encode(STATEMENT, payer, entries));
    }

    function meter(Meter calldata m) internal pure returns (bytes32) {
        uint256 offset;
        assembly ("memory-safe") {
            offset := m
        }
        return _hash(METER, offset, 4);
    }

    function status(Status calldata s) internal pure returns (bytes32) {
        uint256 offset;
        assembly ("memory-safe") {
            offset := s
        }
        return _hash(STATUS, offset, 8);
    }

    function receipt(Receipt calldata r) internal pure returns (bytes32) {
        uint256 offset;
        assembly ("memory-safe") {
            offset := r
        }
        return _hash(RECEIPT, offset, 8);
    }

    /// @dev The call data of a static struct is its encoding already, so it is hashed as it came: a third of
    /// the code that the compiler's encoder takes. A member with dirty high bits gives a hash that no
    /// wallet would sign, and reading that member reverts.
    function _hash(bytes32 typeHash, uint256 offset, uint256 words) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, typeHash)
            calldatacopy(add(free, 0x20), offset, mul(words, 0x20))
            hash := keccak256(free, mul(add(words, 1), 0x20))
        }
    }
}
