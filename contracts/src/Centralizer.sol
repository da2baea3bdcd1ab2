// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Conduct} from "./Conduct.sol";
import {IpsxToken} from "./IpsxToken.sol";
import {Rules} from "./Rules.sol";
import {Stakes} from "./Stakes.sol";
import {Statements} from "./Statements.sol";
import {Parameters} from "./Structs.sol";
import {Wallets} from "./Wallets.sol";

/// @title Centralizer
/// @notice The Ethereum layer of IPSX: wallets, channels and stakes of one token, under parameters that
/// nobody can change. It has no owner: the platform may withdraw its commissions, and that is all.
contract Centralizer is Conduct, Statements, Stakes {
    constructor(IpsxToken token_, address platform_, Parameters memory p) Rules(p) Wallets(token_, platform_) {}
}
