// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title The IPSX token
/// @notice A fixed supply, created once (IPSX-TOK-001); there is no function that mints (IPSX-TOK-002).
contract IpsxToken is ERC20, ERC20Permit {
    uint256 public constant FUNDING = 900_000_000e18;
    uint256 public constant PARTNERS = 495_000_000e18;
    uint256 public constant BOUNTY = 45_000_000e18;
    uint256 public constant TEAM = 360_000_000e18;

    /// @notice Holds the tokens that are sold, and alone decides that the funding has succeeded.
    address public immutable funding;

    /// @notice Whether tokens move. Once true, always true (IPSX-TOK-003).
    bool public transfersOpen;

    event TransfersOpened();

    error TransfersLocked();
    error TransfersAlreadyOpen();
    error NotFundingController(address sender);

    constructor(address funding_, address partners, address bounty, address team)
        ERC20("IPSX", "IPSX")
        ERC20Permit("IPSX")
    {
        funding = funding_;
        _mint(funding_, FUNDING);
        _mint(partners, PARTNERS);
        _mint(bounty, BOUNTY);
        _mint(team, TEAM);
    }

    /// @notice The funding has succeeded: from now on tokens move (IPSX-TOK-003).
    function openTransfers() external {
        if (msg.sender != funding) revert NotFundingController(msg.sender);
        if (transfersOpen) revert TransfersAlreadyOpen();
        transfersOpen = true;
        emit TransfersOpened();
    }

    /// @notice Destroys the caller's own tokens; the total supply falls (IPSX-TOK-004).
    function burn(uint256 amount) external {
        _burn(msg.sender, amount);
    }

    /// @dev Only the constructor's minting passes the lock: burning before the end of the funding would
    /// change what one sold token is worth.
    function _update(address from, address to, uint256 value) internal override {
        if (from != address(0) && !transfersOpen) revert TransfersLocked();
        super._update(from, to, value);
    }
}
