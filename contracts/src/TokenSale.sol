// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IpsxToken} from "./IpsxToken.sol";

/// @title The sale of the funding participants' part
/// @notice Creates the token and is its funding controller. Three stages follow each other (IPSX-TOK-005); the number of
/// tokens for one ether is fixed by the hard cap (IPSX-TOK-006); what was not sold goes to the contributors
/// (IPSX-TOK-007), and a funding that fails pays everything back (IPSX-TOK-008).
contract TokenSale {
    enum Stage {
        Before,
        Private,
        PreSale,
        Public,
        Over
    }

    /// @dev Moments are in seconds, amounts in wei. A stage lasts until the next one opens.
    struct Plan {
        uint64 privateOpens;
        uint64 preSaleOpens;
        uint64 publicOpens;
        uint64 closes;
        uint128 privateMinimum;
        uint128 softCap;
        uint128 hardCap;
    }

    IpsxToken public immutable token;
    /// @notice Keeps the two lists, and can do nothing else.
    address public immutable steward;
    /// @notice Receives what was paid, once the funding has succeeded.
    address payable public immutable treasury;

    Plan public plan;

    /// @notice The investors admitted to the private stage, and those who passed the identity check.
    mapping(Stage stage => mapping(address investor => bool)) public admitted;

    /// @notice What each contributor has paid, in wei; it stays until it is claimed or paid back.
    mapping(address contributor => uint256) public paid;
    uint256 public raised;
    /// @notice Tokens that the rate has promised so far.
    uint256 public sold;
    /// @notice Contributors whose tokens are still here.
    uint256 public waiting;
    bool public succeeded;

    event Admitted(Stage indexed stage, address indexed investor, bool admitted);
    event Contributed(address indexed contributor, uint256 amount, uint256 tokens);
    event Succeeded(uint256 raised, uint256 sold);
    event Claimed(address indexed contributor, uint256 tokens);
    event PaidBack(address indexed contributor, uint256 amount);
    event Collected(uint256 amount);

    error InvalidPlan();
    error NotSteward(address sender);
    error NoListInStage(Stage stage);
    error NotOpen(Stage stage);
    error NotAdmitted(Stage stage, address contributor);
    error BelowMinimum(uint256 total, uint256 minimum);
    error AboveHardCap(uint256 amount, uint256 available);
    error NothingPaid();
    error StillOpen();
    error AlreadySucceeded();
    error NotSucceeded();
    error SoftCapNotReached(uint256 raised, uint256 softCap);
    error SoftCapReached(uint256 raised, uint256 softCap);
    error NothingToClaim(address contributor);
    error PaymentFailed(address receiver);

    constructor(
        address steward_,
        address payable treasury_,
        address partners,
        address bounty,
        address team,
        Plan memory plan_
    ) {
        bool ordered = plan_.privateOpens < plan_.preSaleOpens && plan_.preSaleOpens < plan_.publicOpens
            && plan_.publicOpens < plan_.closes;
        bool capped = plan_.hardCap > 0 && plan_.softCap > 0 && plan_.softCap <= plan_.hardCap
            && plan_.privateMinimum <= plan_.hardCap;
        // A rate "set before it starts" (IPSX-TOK-006): a plan whose first stage has begun would be set after it.
        if (!ordered || !capped || plan_.privateOpens <= block.timestamp || treasury_ == address(0)) revert InvalidPlan();
        plan = plan_;
        steward = steward_;
        treasury = treasury_;
        token = new IpsxToken(address(this), partners, bounty, team);
    }

    /// @notice The stage of this moment; the sale is over at its end and when the hard cap is reached.
    function stage() public view returns (Stage) {
        if (block.timestamp < plan.privateOpens) return Stage.Before;
        if (block.timestamp >= plan.closes || raised == plan.hardCap) return Stage.Over;
        if (block.timestamp >= plan.publicOpens) return Stage.Public;
        return block.timestamp >= plan.preSaleOpens ? Stage.PreSale : Stage.Private;
    }

    /// @notice The tokens that the rate gives for a sum, rounded down: FUNDING for the hard cap (IPSX-TOK-006).
    function tokensFor(uint256 amount) public view returns (uint256) {
        return amount * token.FUNDING() / plan.hardCap;
    }

    /// @notice Puts investors on the list of a stage, or takes them off it (IPSX-TOK-005).
    function admit(Stage of_, address[] calldata investors, bool yes) external {
        if (msg.sender != steward) revert NotSteward(msg.sender);
        if (of_ != Stage.Private && of_ != Stage.PreSale) revert NoListInStage(of_);
        for (uint256 i = 0; i < investors.length; i++) {
            admitted[of_][investors[i]] = yes;
            emit Admitted(of_, investors[i], yes);
        }
    }

    /// @notice Pays for tokens, under the rules of the stage (IPSX-TOK-005, IPSX-TOK-009).
    function contribute() external payable {
        Stage now_ = stage();
        if (now_ == Stage.Before || now_ == Stage.Over) revert NotOpen(now_);
        if (now_ != Stage.Public && !admitted[now_][msg.sender]) revert NotAdmitted(now_, msg.sender);
        if (msg.value == 0) revert NothingPaid();
        uint256 available = plan.hardCap - raised;
        if (msg.value > available) revert AboveHardCap(msg.value, available);
        uint256 before = paid[msg.sender];
        uint256 total = before + msg.value;
        if (now_ == Stage.Private && total < plan.privateMinimum) revert BelowMinimum(total, plan.privateMinimum);
        // Of the total, not of the part: a sum paid in pieces buys what it buys at once.
        uint256 tokens = tokensFor(total) - tokensFor(before);
        if (before == 0) waiting += 1;
        paid[msg.sender] = total;
        raised += msg.value;
        sold += tokens;
        emit Contributed(msg.sender, msg.value, tokens);
    }

    /// @notice The funding has succeeded: from now on tokens move, and can be claimed. Anybody may say it.
    function succeed() external {
        if (succeeded) revert AlreadySucceeded();
        if (stage() != Stage.Over) revert StillOpen();
        if (raised < plan.softCap) revert SoftCapNotReached(raised, plan.softCap);
        succeeded = true;
        token.openTransfers();
        emit Succeeded(raised, sold);
    }

    /// @notice Gives a contributor what it bought, and its share of what was not sold, rounded down; with the last one
    /// the remainder of that division is burned (IPSX-TOK-007). Anybody may do it for anybody, so that no absent
    /// contributor keeps the others' remainder.
    function claim(address contributor) external {
        if (!succeeded) revert NotSucceeded();
        uint256 sum = paid[contributor];
        if (sum == 0) revert NothingToClaim(contributor);
        paid[contributor] = 0;
        waiting -= 1;
        uint256 tokens = tokensFor(sum) + (token.FUNDING() - sold) * sum / raised;
        emit Claimed(contributor, tokens);
        token.transfer(contributor, tokens);
        if (waiting == 0) token.burn(token.balanceOf(address(this)));
    }

    /// @notice Returns to a contributor what it paid, when the funding has failed (IPSX-TOK-008).
    function payBack(address payable contributor) external {
        if (stage() != Stage.Over) revert StillOpen();
        if (raised >= plan.softCap) revert SoftCapReached(raised, plan.softCap);
        uint256 sum = paid[contributor];
        if (sum == 0) revert NothingToClaim(contributor);
        paid[contributor] = 0;
        waiting -= 1;
        emit PaidBack(contributor, sum);
        (bool done,) = contributor.call{value: sum}("");
        if (!done) revert PaymentFailed(contributor);
    }

    /// @notice Sends what was paid to the treasury, after the funding has succeeded and not before (IPSX-TOK-010).
    function collect() external {
        if (!succeeded) revert NotSucceeded();
        uint256 amount = address(this).balance;
        emit Collected(amount);
        (bool done,) = treasury.call{value: amount}("");
        if (!done) revert PaymentFailed(treasury);
    }
}
