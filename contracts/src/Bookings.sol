// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Wallets} from "./Wallets.sol";
import {Deal, Phase, Record} from "./Structs.sol";

/// @title The channels' storage and the booking of seats
/// @notice A seat is never booked twice for one instant (IPSX-MAT-020, IPSX-AGR-023).
abstract contract Bookings is Wallets {
    uint256 internal constant BOOKINGS_PER_SEAT = 16;

    mapping(bytes32 id => Record) internal _channels;

    /// @dev A booking is the id of its channel. It ends when the channel leaves the phases in which
    /// service is due, or when its time is over, so that no settlement has to write here: settling must
    /// never depend on a counter of supply.
    mapping(bytes32 seat => bytes32[BOOKINGS_PER_SEAT]) private _bookings;

    function _book(bytes32 id, Deal calldata d) internal {
        for (uint256 i = 0; i < d.seats; ++i) {
            // forge-lint: disable-next-line(unsafe-typecast)
            uint32 seat = uint32(d.firstSeat + i);
            bytes32[BOOKINGS_PER_SEAT] storage list = _bookings[keccak256(abi.encode(d.provider, d.resource, seat))];
            uint256 free = _freeBooking(list, d, seat);
            if (free == BOOKINGS_PER_SEAT) revert TooManyBookings(d.provider, d.resource, seat);
            list[free] = id;
        }
    }

    /// @dev Looks at every booking of a seat. The list fills from its start and is never cleared, so that
    /// the first empty place ends it.
    function _freeBooking(bytes32[BOOKINGS_PER_SEAT] storage list, Deal calldata d, uint32 seat)
        private
        view
        returns (uint256 free)
    {
        free = BOOKINGS_PER_SEAT;
        for (uint256 i = 0; i < BOOKINGS_PER_SEAT; ++i) {
            bytes32 other = list[i];
            if (other == 0) return free < i ? free : i;
            Record storage c = _channels[other];
            (Phase phase, uint256 start, uint256 end) = (c.progress.phase(), c.start, c.end);
            if (_isServed(phase) && end > block.timestamp) {
                if (start < d.end && d.start < end) revert SeatTaken(d.provider, d.resource, seat);
            } else if (free == BOOKINGS_PER_SEAT) {
                free = i;
            }
        }
    }

    /// @dev The phases in which the provider owes service.
    function _isServed(Phase phase) internal pure returns (bool) {
        return phase == Phase.Open || phase == Phase.Challenged || phase == Phase.Demanded;
    }
}
