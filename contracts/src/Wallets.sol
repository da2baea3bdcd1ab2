// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {ICentralizer} from "./ICentralizer.sol";
import {IpsxToken} from "./IpsxToken.sol";
import {Rules} from "./Rules.sol";
import {Wallet} from "./Structs.sol";

/// @title The wallets
/// @notice Tokens that the contract holds = Σ balance + Σ reserved + fees (IPSX-WAL-005). Tokens that
/// somebody sends to the contract without `deposit` belong to nobody and are not counted.
/// @dev The sum of all wallets is at most the token's supply, 2^91, so that additions cannot overflow and
/// no amount that comes out of a wallet leaves 96 bits. Every function writes before it calls the token.
abstract contract Wallets is Rules, ReentrancyGuardTransient {
    using SafeERC20 for IpsxToken;

    IpsxToken public immutable token;

    /// @notice May take the commissions, and nothing else.
    address public immutable platform;

    mapping(address owner => Wallet) internal _wallets;
    uint128 private _fees;

    constructor(IpsxToken token_, address platform_) {
        if (address(token_) == address(0) || platform_ == address(0)) revert ZeroAddress();
        token = token_;
        platform = platform_;
    }

    /// @notice Moves the caller's tokens into the caller's wallet.
    function deposit(uint128 amount) external nonReentrant {
        _deposit(amount);
    }

    /// @notice As `deposit`, with an EIP-2612 permit in place of an approval.
    /// @dev A permit that somebody else submitted first has done its work: only the allowance counts.
    function depositWithPermit(uint128 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external nonReentrant {
        try token.permit(msg.sender, address(this), amount, deadline, v, r, s) {} catch {}
        _deposit(amount);
    }

    /// @notice Fills many wallets from the caller's tokens with one transfer.
    function depositMany(address[] calldata owners, uint128[] calldata amounts) external nonReentrant {
        if (owners.length != amounts.length) revert LengthMismatch();
        uint256 sum = 0;
        for (uint256 i = 0; i < owners.length; ++i) {
            _requireAmount(amounts[i]);
            _requireAddress(owners[i]);
            _credit(owners[i], amounts[i]);
            sum += amounts[i];
            emit Deposited(owners[i], amounts[i]);
        }
        token.safeTransferFrom(msg.sender, address(this), sum);
    }

    /// @notice Moves tokens from the caller's balance to the caller's own account.
    function withdraw(uint128 amount) external nonReentrant {
        _requireAmount(amount);
        _debit(msg.sender, amount);
        emit Withdrawn(msg.sender, amount);
        token.safeTransfer(msg.sender, amount);
    }

    /// @notice Moves an amount from the caller's balance to another wallet (IPSX-WAL-006).
    function transfer(address to, uint128 amount) external {
        _requireAmount(amount);
        _requireAddress(to);
        _debit(msg.sender, amount);
        _credit(to, amount);
        emit Transferred(msg.sender, to, amount);
    }

    /// @notice Leaves the hash of the caller's profile in the log.
    function anchorProfile(bytes32 hash) external {
        emit ProfileAnchored(msg.sender, hash);
    }

    /// @notice The platform takes all commissions charged so far.
    function withdrawFees(address to) external nonReentrant {
        if (msg.sender != platform) revert NotPlatform(msg.sender);
        uint128 amount = _fees;
        _requireAmount(amount);
        _requireAddress(to);
        _fees = 0;
        emit FeesWithdrawn(to, amount);
        token.safeTransfer(to, amount);
    }

    /// @inheritdoc ICentralizer
    function wallets(address[] calldata owners) external view returns (Wallet[] memory list) {
        list = new Wallet[](owners.length);
        for (uint256 i = 0; i < owners.length; ++i) {
            list[i] = _wallets[owners[i]];
        }
    }

    /// @inheritdoc ICentralizer
    function fees() external view returns (uint128) {
        return _fees;
    }

    /// @dev IPSX-WAL-004: an operation that would make a balance negative fails whole.
    function _requireBalance(address owner, uint256 needed) internal view {
        uint128 available = _wallets[owner].balance;
        // forge-lint: disable-next-line(unsafe-typecast)
        if (available < needed) revert InsufficientBalance(owner, available, uint128(needed));
    }

    function _credit(address owner, uint256 amount) internal {
        // forge-lint: disable-next-line(unsafe-typecast)
        _wallets[owner].balance += uint128(amount);
    }

    /// @dev Takes `amount` and a fee out of the balance; the amount stays reserved (IPSX-WAL-003).
    function _reserve(address owner, uint256 amount, uint256 fee) internal {
        _requireBalance(owner, amount + fee);
        Wallet storage w = _wallets[owner];
        // forge-lint: disable-next-line(unsafe-typecast)
        (w.balance, w.reserved) = (w.balance - uint128(amount + fee), w.reserved + uint128(amount));
        _addFee(fee);
    }

    /// @dev Ends a reservation of `released`, of which `returned` (or more, when the other party pays)
    /// comes into the balance.
    function _release(address owner, uint256 released, uint256 returned) internal {
        Wallet storage w = _wallets[owner];
        // forge-lint: disable-next-line(unsafe-typecast)
        (w.balance, w.reserved) = (w.balance + uint128(returned), w.reserved - uint128(released));
    }

    function _addFee(uint256 amount) internal {
        // forge-lint: disable-next-line(unsafe-typecast)
        if (amount != 0) _fees += uint128(amount);
    }

    /// @dev The total supply falls by what a verdict burns (IPSX-WAL-005). Called last.
    function _burn(uint256 amount) internal {
        if (amount != 0) token.burn(amount);
    }

    function _requireAmount(uint128 amount) internal pure {
        if (amount == 0) revert ZeroAmount();
    }

    function _deposit(uint128 amount) private {
        _requireAmount(amount);
        _credit(msg.sender, amount);
        emit Deposited(msg.sender, amount);
        token.safeTransferFrom(msg.sender, address(this), amount);
    }

    function _debit(address owner, uint128 amount) private {
        _requireBalance(owner, amount);
        _wallets[owner].balance -= amount;
    }

    function _requireAddress(address a) private pure {
        if (a == address(0)) revert ZeroAddress();
    }
}
