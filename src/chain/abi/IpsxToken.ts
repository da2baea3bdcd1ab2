// Generated from contracts/src/IpsxToken.sol by scripts/contracts.ts. Do not edit.
export const abi = [
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "funding_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "partners",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "bounty",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "team",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "ECDSAInvalidSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "ECDSAInvalidSignatureLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "ECDSAInvalidSignatureS",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "allowance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "needed",
        "type": "uint256"
      }
    ],
    "name": "ERC20InsufficientAllowance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "needed",
        "type": "uint256"
      }
    ],
    "name": "ERC20InsufficientBalance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "approver",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidApprover",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "receiver",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidReceiver",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidSender",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidSpender",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "ERC2612ExpiredSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "ERC2612InvalidSigner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "NotFundingController",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TransfersAlreadyOpen",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TransfersLocked",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "Approval",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "Transfer",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "TransfersOpened",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "BOUNTY",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "DOMAIN_SEPARATOR",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "FUNDING",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "PARTNERS",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "TEAM",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      }
    ],
    "name": "allowance",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "approve",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "balanceOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "burn",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "decimals",
    "outputs": [
      {
        "internalType": "uint8",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "funding",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "name",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "openTransfers",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "permit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "symbol",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totalSupply",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "transfer",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "transferFrom",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "transfersOpen",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const

/** What a deployment sends, before the constructor's arguments. */
export const bytecode =
  "0x610180806040523461066c576080816114d780380380916100208285610670565b83398101031261066c5761003381610693565b9061004060208201610693565b610058606061005160408501610693565b9301610693565b92604051610067604082610670565b600481526020810163092a0a6b60e31b815260405190610088604083610670565b6004825263092a0a6b60e31b6020830152604051926100a8604085610670565b6004845263092a0a6b60e31b6020850152604051936100c8604086610670565b60018552603160f81b60208601908152845190946001600160401b0382116105675760035490600182811c92168015610662575b60208310146105495781601f8493116105ec575b50602090601f8311600114610586575f9261057b575b50508160011b915f199060031b1c1916176003555b8051906001600160401b0382116105675760045490600182811c9216801561055d575b60208310146105495781601f8493116104d3575b50602090601f831160011461046d575f92610462575b50508160011b915f199060031b1c1916176004555b6101a6816106a7565b610120526101b3846106a7565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261021c60c082610670565b5190206080523060c0526101608190526001600160a01b0316801561044f576002546b02e87669c308736a04000000810180911161043b57600255805f525f60205260405f206b02e87669c308736a0400000081540190555f5f5160206114b75f395f51905f5260206040516b02e87669c308736a040000008152a36001600160a01b0316801561044f576002546b01997453c4de3f7a4f000000810180911161043b57600255805f525f60205260405f206b01997453c4de3f7a4f00000081540190555f5f5160206114b75f395f51905f5260206040516b01997453c4de3f7a4f0000008152a36001600160a01b0316801561044f576002546a25391ee35a05c54d000000810180911161043b57600255805f525f60205260405f206a25391ee35a05c54d00000081540190555f5f5160206114b75f395f51905f5260206040516a25391ee35a05c54d0000008152a36001600160a01b0316801561044f576002546b0129c8f71ad02e2a68000000810180911161043b57600255805f525f60205260405f206b0129c8f71ad02e2a6800000081540190555f5f5160206114b75f395f51905f5260206040516b0129c8f71ad02e2a680000008152a3604051610da49081610713823960805181610b1f015260a05181610bdc015260c05181610ae9015260e05181610b6e01526101005181610b9401526101205181610569015261014051816105920152610160518181816102f901526103990152f35b634e487b7160e01b5f52601160045260245ffd5b63ec442f0560e01b5f525f60045260245ffd5b015190505f80610188565b60045f9081528281209350601f198516905b8181106104bb57509084600195949392106104a3575b505050811b0160045561019d565b01515f1960f88460031b161c191690555f8080610495565b9293602060018192878601518155019501930161047f565b828111156101725760045f52909150601f830160051c7f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b60208510610541575b849392601f0160051c82900391015f5b828110610531575050610172565b5f81830155859450600101610523565b5f9150610513565b634e487b7160e01b5f52602260045260245ffd5b91607f169161015e565b634e487b7160e01b5f52604160045260245ffd5b015190505f80610126565b60035f9081528281209350601f198516905b8181106105d457509084600195949392106105bc575b505050811b0160035561013b565b01515f1960f88460031b161c191690555f80806105ae565b92936020600181928786015181550195019301610598565b828111156101105760035f52909150601f830160051c7fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b6020851061065a575b849392601f0160051c82900391015f5b82811061064a575050610110565b5f8183015585945060010161063c565b5f915061062c565b91607f16916100fc565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761056757604052565b51906001600160a01b038216820361066c57565b601f8151116106d25760208151910151602082106106c3571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816306fdde03146108f357508063095ea7b3146108cd57806318160ddd146108b057806323b872dd146107d1578063313ce567146107b65780633644e5151461079457806342966c68146106da57806366fbb686146106b857806370a08231146106815780637ecebe001461064957806384b0196e146105515780639296f0fa1461052b57806394b91f061461050557806395d89b41146103f9578063a9059cbb146103c8578063cb4c86b714610384578063cbe66d0a146102e7578063cecdc6aa146102c1578063d081f2b81461029c578063d505accf146101575763dd62ed3e14610103575f80fd5b346101535760403660031901126101535761011c6109cf565b6101246109e5565b6001600160a01b039182165f908152600160209081526040808320949093168252928352819020549051908152f35b5f80fd5b346101535760e0366003190112610153576101706109cf565b6101786109e5565b604435906064359260843560ff81168103610153578442116102895761024c6102559160018060a01b03841696875f52600760205260405f20908154916001830190556040519060208201927f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c984528a604084015260018060a01b038916606084015289608084015260a083015260c082015260c0815261021a60e0826109fb565b519020610225610ae6565b906040519161190160f01b83526002830152602282015260c43591604260a4359220610ca3565b90929192610d30565b6001600160a01b031684810361027257506102709350610c02565b005b84906325c0072360e11b5f5260045260245260445ffd5b8463313c898160e11b5f5260045260245ffd5b34610153575f3660031901126101535760206040516a25391ee35a05c54d0000008152f35b34610153575f3660031901126101535760206040516b0129c8f71ad02e2a680000008152f35b34610153575f366003190112610153577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036103715760085460ff81166103625760ff19166001176008557f1cc0a46453ca1206a4b121f65b8a62d1a8c6e9f943307c9ab4179b7f078e23ac5f80a1005b636566312160e01b5f5260045ffd5b630204d95960e51b5f523360045260245ffd5b34610153575f366003190112610153576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34610153576040366003190112610153576103ee6103e46109cf565b6024359033610a31565b602060405160018152f35b34610153575f366003190112610153576040515f6004548060011c906001811680156104fb575b6020831081146104e7578285529081156104c35750600114610465575b6104618361044d818503826109fb565b6040519182916020835260208301906109ab565b0390f35b91905060045f527f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b915f905b8082106104a95750909150810160200161044d61043d565b919260018160209254838588010152019101909291610491565b60ff191660208086019190915291151560051b8401909101915061044d905061043d565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610420565b34610153575f3660031901126101535760206040516b01997453c4de3f7a4f0000008152f35b34610153575f3660031901126101535760206040516b02e87669c308736a040000008152f35b34610153575f366003190112610153576105ed61058d7f0000000000000000000000000000000000000000000000000000000000000000610c65565b6105b67f0000000000000000000000000000000000000000000000000000000000000000610c65565b60206105fb604051926105c983856109fb565b5f84525f368137604051958695600f60f81b875260e08588015260e08701906109ab565b9085820360408701526109ab565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061063257505050500390f35b835185528695509381019392810192600101610623565b34610153576020366003190112610153576001600160a01b0361066a6109cf565b165f526007602052602060405f2054604051908152f35b34610153576020366003190112610153576001600160a01b036106a26109cf565b165f525f602052602060405f2054604051908152f35b34610153575f36600319011261015357602060ff600854166040519015158152f35b346101535760203660031901126101535760043533156107815760ff600854161561077257335f525f60205260405f20548181106107595790805f923384528360205203604083205580600254036002556040519081527fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef60203392a3005b63391434e360e21b5f523360045260245260445260645ffd5b6336e278fd60e21b5f5260045ffd5b634b637e8f60e11b5f525f60045260245ffd5b34610153575f3660031901126101535760206107ae610ae6565b604051908152f35b34610153575f36600319011261015357602060405160128152f35b34610153576060366003190112610153576107ea6109cf565b6107f26109e5565b6001600160a01b0382165f818152600160209081526040808320338452909152902054909260443592915f198110610830575b506103ee9350610a31565b83811061089557841561088257331561086f576103ee945f52600160205260405f2060018060a01b0333165f526020528360405f209103905584610825565b634a1406b160e11b5f525f60045260245ffd5b63e602df0560e01b5f525f60045260245ffd5b8390637dc7a0d960e11b5f523360045260245260445260645ffd5b34610153575f366003190112610153576020600254604051908152f35b34610153576040366003190112610153576103ee6108e96109cf565b6024359033610c02565b34610153575f366003190112610153575f6003548060011c906001811680156109a1575b6020831081146104e7578285529081156104c35750600114610943576104618361044d818503826109fb565b91905060035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b915f905b8082106109875750909150810160200161044d61043d565b91926001816020925483858801015201910190929161096f565b91607f1691610917565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600435906001600160a01b038216820361015357565b602435906001600160a01b038216820361015357565b90601f8019910116810190811067ffffffffffffffff821117610a1d57604052565b634e487b7160e01b5f52604160045260245ffd5b6001600160a01b0316908115610781576001600160a01b0316918215610ad35760ff600854161561077257815f525f60205260405f2054818110610aba57817fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef92602092855f525f84520360405f2055845f525f825260405f20818154019055604051908152a3565b8263391434e360e21b5f5260045260245260445260645ffd5b63ec442f0560e01b5f525f60045260245ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480610bd9575b15610b41577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152610bd360c0826109fb565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614610b18565b6001600160a01b0316908115610882576001600160a01b031691821561086f5760207f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92591835f526001825260405f20855f5282528060405f2055604051908152a3565b60ff811690601f8211610c945760405191610c816040846109fb565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610d25579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610d1a575f516001600160a01b03811615610d1057905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f9160039190565b6004811015610d905780610d42575050565b60018103610d595763f645eedf60e01b5f5260045ffd5b60028103610d74575063fce698f760e01b5f5260045260245ffd5b600314610d7e5750565b6335e2f38360e21b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffdddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef" as const
