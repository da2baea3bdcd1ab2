// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Hashes} from "../src/Hashes.sol";
import {ICentralizer} from "../src/ICentralizer.sol";
import {Channel, Deal, Fact, Phase, Receipt, Status, Wallet} from "../src/Structs.sol";
import {Fixture} from "./Fixture.sol";

/// @notice Does anything that anybody may do, in any order, among four actors who deal with each other in
/// both roles. What must hold between two steps is checked here; `violation` names the first that did not.
contract Handler is Fixture {
    uint256 private constant MOST_DEALS = 12;

    address[] public actors;
    Deal[] private _deals;
    mapping(bytes32 id => Channel) private _last;
    string public violation;
    uint256 public feesTaken;
    uint256 public finalized;

    constructor() {
        setUp();
        actors = [provider, requester, third, party(0xD00D)];
    }

    function wallets(uint256 who, uint256 what, uint128 amount) external {
        address actor = actors[who % 4];
        amount = amount % 50e18;
        bytes memory data;
        if (what % 6 == 0) data = abi.encodeCall(ICentralizer.withdraw, (amount));
        else if (what % 6 == 1) data = abi.encodeCall(ICentralizer.transfer, (actors[what / 6 % 4], amount));
        else if (what % 6 == 2) data = abi.encodeCall(ICentralizer.stake, (amount));
        else if (what % 6 == 3) data = abi.encodeCall(ICentralizer.requestUnstake, ());
        else if (what % 6 == 4) data = abi.encodeCall(ICentralizer.unstake, ());
        else (data, actor) = (abi.encodeCall(ICentralizer.withdrawFees, (third)), platform);
        _try(actor, data);
    }

    function open(uint256 who, uint256 other, uint32 seats, uint32 firstSeat, uint128 cap, uint256 start) external {
        if (_deals.length == MOST_DEALS) return;
        Deal memory d = terms();
        (d.provider, d.requester) = (actors[who % 4], actors[(who % 4 + 1 + other % 3) % 4]);
        (d.seats, d.firstSeat) = (seats % 3, firstSeat % 3);
        (d.start, d.end) = (uint64(clock + start % 100), uint64(clock + start % 100 + 5 + start % 3000));
        d.cap = 2e18 + cap % 500e18;
        (d.bond, d.prepaid) = (d.cap / 10 + 1 + uint128(start % 7e18), start % 2 == 0 ? 0 : 1e18);
        if (start % 3 == 0) d.pricePerByte = 1;
        bytes32 id = idOf(d);
        bytes memory data = abi.encodeCall(ICentralizer.openDeal, (d, sign(d.provider, id), sign(d.requester, id)));
        if (_try(third, data)) _deals.push(d);
        // Whatever was opened opens never again (IPSX-AGR-021).
        if (_try(third, data)) violation = "opened twice";
    }

    function pay(uint256 which, uint128 amount) external {
        if (_deals.length == 0) return;
        Deal memory d = _deals[which % _deals.length];
        (bytes32 id, uint128 c) = (idOf(d), amount % (d.cap + 1));
        bytes memory signature = sign(d.requester, keccak256(abi.encode(Hashes.VOUCHER, id, c)));
        bytes memory data = abi.encodeCall(ICentralizer.claim, (id, c, signature));
        uint256 most = _worth(d.provider) + c;
        _try(third, data);
        if (_worth(d.provider) > most) violation = "paid more than was signed";
        if (_try(third, data)) violation = "paid twice";
    }

    /// @dev A statement over two channels, the second of them often of another payer.
    function payMany(uint256 which, uint256 other, uint96 amount) external {
        if (_deals.length == 0) return;
        (Deal memory a, Deal memory b) = (_deals[which % _deals.length], _deals[other % _deals.length]);
        uint96 c = uint96(amount % (a.cap + 1));
        bytes memory entries = abi.encodePacked(idOf(a), c, idOf(b), uint96(c / 2));
        bytes32 hash = keccak256(abi.encode(Hashes.STATEMENT, a.requester, keccak256(entries)));
        bytes memory signature = sign(a.requester, hash);
        bytes memory data = abi.encodeCall(ICentralizer.claimStatement, (a.requester, entries, signature));
        uint256 most = _worth(a.provider) + c + c / 2;
        _try(third, data);
        if (_worth(a.provider) > most) violation = "paid more than was signed";
        if (_try(third, data)) violation = "paid twice";
    }

    function settle(uint256 which, uint128 amount) external {
        // Not so often that every deal ends here.
        if (_deals.length == 0 || amount % 4 != 0) return;
        Deal memory d = _deals[which % _deals.length];
        (bytes32 id, uint128 c) = (idOf(d), amount % (d.cap + 1));
        bytes memory sigProvider = closing(d.provider, id, c, "receipt");
        bytes memory sigRequester = closing(d.requester, id, c, "receipt");
        _try(third, abi.encodeCall(ICentralizer.settle, (id, c, "receipt", sigProvider, sigRequester)));
    }

    function act(uint256 which, uint256 what, uint128 amount) external {
        if (_deals.length == 0) return;
        Deal memory d = _deals[which % _deals.length];
        bytes32 id = idOf(d);
        bool byProvider = what % 2 == 0;
        address actor = byProvider ? d.provider : d.requester;
        what = what / 2 % 9;
        if (what > 5 && amount % 2 == 0) pass(600);
        bytes memory data;
        if (what == 0) data = abi.encodeCall(ICentralizer.stop, (id));
        else if (what == 1) data = abi.encodeCall(ICentralizer.dispute, (id));
        else if (what == 2) data = abi.encodeCall(ICentralizer.giveNotice, (d, uint64(clock + amount % 2000)));
        else if (what == 3) data = abi.encodeCall(ICentralizer.challenge, (id));
        else if (what == 4) data = abi.encodeCall(ICentralizer.answer, (id));
        else if (what == 5) data = abi.encodeCall(ICentralizer.demand, (d, amount % (d.cap + 1)));
        else if (what == 6) data = abi.encodeCall(ICentralizer.expire, (id));
        else if (what == 7) data = abi.encodeCall(ICentralizer.convict, (id));
        else data = abi.encodeCall(ICentralizer.lapse, (id));
        _try(actor, data);
    }

    /// @dev The path to a conviction is too narrow to be found by chance.
    function silence(uint256 which) external {
        if (_deals.length == 0) return;
        Deal memory d = _deals[which % _deals.length];
        _try(d.requester, abi.encodeCall(ICentralizer.challenge, (idOf(d))));
        pass(600);
        _try(third, abi.encodeCall(ICentralizer.convict, (idOf(d))));
    }

    function prove(uint256 which, uint256 what, uint64 amount) external {
        if (_deals.length == 0) return;
        Deal memory d = _deals[which % _deals.length];
        bytes32 id = idOf(d);
        if (channel(id).phase == Phase.Final) return;
        (provider, requester) = (d.provider, d.requester);
        if (what % 8 < 2) proveMeter(d, amount % 4000, amount);
        else if (what % 8 == 2) proveEquivocation(id, uint8(amount % 2));
        else if (what % 8 < 5) _service(id, d.requester);
        else _doubleLease(d, _deals[amount % _deals.length]);
        _watch();
    }

    /// @dev The bound of a party's loss at the end (IPSX-PAY-005): the bond and its own stakes.
    function finalize(uint256 which, bool patient) external {
        if (_deals.length == 0) return;
        Deal memory d = _deals[which % _deals.length];
        if (patient) pass(3600);
        Channel memory c = channel(idOf(d));
        (uint256 ofProvider, uint256 ofRequester) = (_worth(d.provider), _worth(d.requester));
        if (!_try(third, abi.encodeCall(ICentralizer.finalize, (d)))) return;
        ++finalized;
        if (_worth(d.provider) + c.bond + DISPUTE_STAKE < ofProvider) violation = "slashed more than the bond";
        uint256 most = c.cap - c.paid + CHALLENGE_STAKE + DISPUTE_STAKE;
        if (_worth(d.requester) + most < ofRequester) violation = "charged more than the cap";
    }

    function wait_(uint256 time, uint256 blocks) external {
        pass(time % 2000, blocks % 200);
    }

    function actorsCount() external view returns (uint256) {
        return actors.length;
    }

    function held() external view returns (uint256) {
        return token.balanceOf(address(centralizer));
    }

    function feesHeld() external view returns (uint256) {
        return centralizer.fees();
    }

    function walletOf(address who) external view returns (Wallet memory) {
        return wallet(who);
    }

    /// @dev What an owner's wallet must hold in reserve, from its channels and its stake.
    function owed(address who) external view returns (uint256 sum) {
        sum = centralizer.staked(who);
        for (uint256 i = 0; i < _deals.length; ++i) {
            Channel memory c = channel(idOf(_deals[i]));
            if (c.phase == Phase.Final) continue;
            if (c.requester == who) {
                sum += c.cap - c.paid;
                if (c.flags & Fact.CHALLENGED != 0) sum += CHALLENGE_STAKE;
                if (c.flags & Fact.REQUESTER_DISPUTED != 0) sum += DISPUTE_STAKE;
            }
            if (c.provider == who) {
                sum += c.bond;
                if (c.flags & Fact.DEMANDED != 0) sum += CHALLENGE_STAKE;
                if (c.flags & Fact.PROVIDER_DISPUTED != 0) sum += DISPUTE_STAKE;
            }
        }
    }

    /// @dev φ of everything that was ever paid (IPSX-PAY-004).
    function commissions() external view returns (uint256 sum) {
        for (uint256 i = 0; i < _deals.length; ++i) {
            uint256 share = uint256(channel(idOf(_deals[i])).paid) * 200 / 10_000;
            sum += share > MIN_COMMISSION ? share : MIN_COMMISSION;
        }
    }

    function _service(bytes32 id, address who) private {
        Status memory s = Status(id, REQUESTER, 99, ACTIVE, 0, uint64(clock), 0, 0);
        _try(third, abi.encodeCall(ICentralizer.proveService, (id, s, signStatus(who, s))));
    }

    function _doubleLease(Deal memory x, Deal memory y) private {
        Receipt memory a =
            Receipt(idOf(x), x.provider, x.requester, x.resource, 0, uint64(clock - 50), uint64(clock), 0);
        Receipt memory b =
            Receipt(idOf(y), y.provider, y.requester, y.resource, 0, uint64(clock - 60), uint64(clock), 0);
        bytes memory data = abi.encodeCall(
            ICentralizer.proveDoubleLease,
            (a, _receipt(x.provider, a), _receipt(x.requester, a), b, _receipt(y.provider, b), _receipt(y.requester, b))
        );
        _try(actors[0], data);
    }

    function _receipt(address who, Receipt memory r) private view returns (bytes memory) {
        return sign(who, keccak256(abi.encode(Hashes.RECEIPT, r)));
    }

    function _worth(address who) private view returns (uint256) {
        Wallet memory w = wallet(who);
        return uint256(w.balance) + w.reserved;
    }

    /// @dev Refusals are expected; panics are not.
    function _try(address who, bytes memory data) private returns (bool done) {
        uint256 feesBefore = centralizer.fees();
        bytes memory result;
        vm.prank(who);
        (done, result) = address(centralizer).call(data);
        if (!done && bytes4(result) == bytes4(keccak256("Panic(uint256)"))) violation = "panic";
        if (done && bytes4(data) == ICentralizer.withdrawFees.selector) feesTaken += feesBefore;
        _watch();
    }

    /// @dev Between two steps `paid` never falls and a final channel does not change (IPSX-PAY-011).
    function _watch() private {
        for (uint256 i = 0; i < _deals.length; ++i) {
            bytes32 id = idOf(_deals[i]);
            Channel memory now_ = channel(id);
            Channel memory before = _last[id];
            if (now_.paid < before.paid) violation = "paid fell";
            if (now_.paid > now_.cap) violation = "paid exceeds the cap";
            if (before.phase == Phase.Final && keccak256(abi.encode(now_)) != keccak256(abi.encode(before))) {
                violation = "a final channel changed";
            }
            if (before.flags & ~Fact.DEMANDED & ~now_.flags != 0) violation = "a fact was forgotten";
            _last[id] = now_;
        }
    }
}
