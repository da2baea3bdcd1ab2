// Generated from contracts/src/Centralizer.sol by scripts/contracts.ts. Do not edit.
export const abi = [
  {
    "inputs": [
      {
        "internalType": "contract IpsxToken",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "platform_",
        "type": "address"
      },
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "minLease",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "maxLease",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "bookAheadMax",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "shortLeaseMax",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "maxSeats",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "provisionWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "settleGrace",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "challengeSeconds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "appealSeconds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "evidenceSeconds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "claimWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "deadlineBlocks",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "finality",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "delta",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "commissionBp",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bondBp",
            "type": "uint16"
          },
          {
            "internalType": "uint128",
            "name": "minCommission",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "challengeStake",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "disputeStake",
            "type": "uint128"
          }
        ],
        "internalType": "struct Parameters",
        "name": "p",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "AlreadyDisputed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyNoticed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "a",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "b",
        "type": "bytes32"
      }
    ],
    "name": "AlreadyProven",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "AlreadyStopped",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint128",
        "name": "due",
        "type": "uint128"
      },
      {
        "internalType": "uint128",
        "name": "most",
        "type": "uint128"
      }
    ],
    "name": "BadDemand",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint8",
        "name": "code",
        "type": "uint8"
      }
    ],
    "name": "BadTerms",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "ChannelExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "ChannelFinal",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "validUntil",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "now",
        "type": "uint64"
      }
    ],
    "name": "DealExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "wallet",
        "type": "address"
      },
      {
        "internalType": "uint128",
        "name": "available",
        "type": "uint128"
      },
      {
        "internalType": "uint128",
        "name": "needed",
        "type": "uint128"
      }
    ],
    "name": "InsufficientBalance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      }
    ],
    "name": "InvalidParameter",
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
        "name": "expected",
        "type": "address"
      }
    ],
    "name": "InvalidSignature",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "LengthMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "nonce",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "minimum",
        "type": "uint64"
      }
    ],
    "name": "NonceCancelled",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint64",
        "name": "minimum",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "current",
        "type": "uint64"
      }
    ],
    "name": "NonceNotIncreasing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "a",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "b",
        "type": "bytes32"
      }
    ],
    "name": "NotDoubleLease",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "NotEquivocation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "NotParty",
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
    "name": "NotPlatform",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "NotService",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "NothingStaked",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "at",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "earliest",
        "type": "uint64"
      }
    ],
    "name": "NoticeTooShort",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "start",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "end",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "now",
        "type": "uint64"
      }
    ],
    "name": "OutsideLease",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "resource",
        "type": "bytes32"
      },
      {
        "internalType": "uint32",
        "name": "seat",
        "type": "uint32"
      }
    ],
    "name": "SeatTaken",
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
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "earliestTime",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "earliestBlock",
        "type": "uint64"
      }
    ],
    "name": "TooEarly",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "resource",
        "type": "bytes32"
      },
      {
        "internalType": "uint32",
        "name": "seat",
        "type": "uint32"
      }
    ],
    "name": "TooManyBookings",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "UnknownChannel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "UnstakeNotRequested",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint128",
        "name": "cumulative",
        "type": "uint128"
      },
      {
        "internalType": "uint128",
        "name": "cap",
        "type": "uint128"
      }
    ],
    "name": "VoucherExceedsCap",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint128",
        "name": "cumulative",
        "type": "uint128"
      },
      {
        "internalType": "uint128",
        "name": "paid",
        "type": "uint128"
      }
    ],
    "name": "VoucherStale",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "actual",
        "type": "bytes32"
      }
    ],
    "name": "WrongChannel",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "enum Phase",
        "name": "phase",
        "type": "uint8"
      }
    ],
    "name": "WrongPhase",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAddress",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ZeroAmount",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "ChallengeAnswered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "byProvider",
        "type": "bool"
      },
      {
        "indexed": false,
        "internalType": "bool",
        "name": "byRequester",
        "type": "bool"
      }
    ],
    "name": "DealBreached",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "DealChallenged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      }
    ],
    "name": "DealDisputed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "DealEnded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "cap",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "bond",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "start",
        "type": "uint64"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "end",
        "type": "uint64"
      }
    ],
    "name": "DealOpened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "cumulative",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "penaltyProvider",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "penaltyRequester",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "receipt",
        "type": "bytes32"
      }
    ],
    "name": "DealSettled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "by",
        "type": "address"
      }
    ],
    "name": "DealStopped",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "DemandLapsed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "DemandMet",
    "type": "event"
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
        "indexed": false,
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "Deposited",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "provider",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "resource",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint32",
        "name": "seat",
        "type": "uint32"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "slashed",
        "type": "uint128"
      }
    ],
    "name": "DoubleLeaseProved",
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
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint8",
        "name": "role",
        "type": "uint8"
      }
    ],
    "name": "EquivocationProved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "FeesWithdrawn",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "meterDue",
        "type": "uint128"
      }
    ],
    "name": "MeterProved",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint64",
        "name": "at",
        "type": "uint64"
      }
    ],
    "name": "NoticeGiven",
    "type": "event"
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
        "indexed": false,
        "internalType": "uint64",
        "name": "minimum",
        "type": "uint64"
      }
    ],
    "name": "OrdersCancelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "due",
        "type": "uint128"
      }
    ],
    "name": "PaymentDemanded",
    "type": "event"
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
        "indexed": false,
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "ProfileAnchored",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "ProviderDefaulted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "ServiceProved",
    "type": "event"
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
        "indexed": false,
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "Staked",
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
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "Transferred",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "UnstakeRequested",
    "type": "event"
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
        "indexed": false,
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "Unstaked",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "cumulative",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "feeDelta",
        "type": "uint128"
      }
    ],
    "name": "VoucherPaid",
    "type": "event"
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
        "indexed": false,
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "Withdrawn",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "anchorProfile",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "answer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "minimum",
        "type": "uint64"
      }
    ],
    "name": "cancelOrders",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "challenge",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32[]",
        "name": "ids",
        "type": "bytes32[]"
      }
    ],
    "name": "channels",
    "outputs": [
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "provider",
                "type": "address"
              },
              {
                "internalType": "uint96",
                "name": "paid",
                "type": "uint96"
              },
              {
                "internalType": "address",
                "name": "requester",
                "type": "address"
              },
              {
                "internalType": "uint96",
                "name": "cap",
                "type": "uint96"
              },
              {
                "internalType": "uint96",
                "name": "bond",
                "type": "uint96"
              },
              {
                "internalType": "uint32",
                "name": "start",
                "type": "uint32"
              },
              {
                "internalType": "uint32",
                "name": "end",
                "type": "uint32"
              },
              {
                "internalType": "uint32",
                "name": "armedAt",
                "type": "uint32"
              },
              {
                "internalType": "uint32",
                "name": "armedBlock",
                "type": "uint32"
              },
              {
                "internalType": "enum Phase",
                "name": "phase",
                "type": "uint8"
              },
              {
                "internalType": "uint24",
                "name": "flags",
                "type": "uint24"
              }
            ],
            "internalType": "struct Channel",
            "name": "channel",
            "type": "tuple"
          },
          {
            "components": [
              {
                "internalType": "uint96",
                "name": "meterDue",
                "type": "uint96"
              },
              {
                "internalType": "uint96",
                "name": "due",
                "type": "uint96"
              },
              {
                "internalType": "uint32",
                "name": "challengedAt",
                "type": "uint32"
              },
              {
                "internalType": "uint32",
                "name": "providerStoppedAt",
                "type": "uint32"
              },
              {
                "internalType": "uint64",
                "name": "noticeAt",
                "type": "uint64"
              }
            ],
            "internalType": "struct Rare",
            "name": "rare",
            "type": "tuple"
          }
        ],
        "internalType": "struct ChannelView[]",
        "name": "list",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint128",
        "name": "cumulative",
        "type": "uint128"
      },
      {
        "internalType": "bytes",
        "name": "sigRequester",
        "type": "bytes"
      }
    ],
    "name": "claim",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32[]",
        "name": "ids",
        "type": "bytes32[]"
      },
      {
        "internalType": "uint128[]",
        "name": "cumulatives",
        "type": "uint128[]"
      },
      {
        "internalType": "bytes[]",
        "name": "sigs",
        "type": "bytes[]"
      }
    ],
    "name": "claimMany",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "convict",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "offer",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "request",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "providerNonce",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "requesterNonce",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "firstSeat",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "seats",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "start",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "end",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cap",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "prepaid",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerSecond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerByte",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "setupPrice",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "noShowCharge",
            "type": "uint128"
          },
          {
            "internalType": "uint32",
            "name": "maxLag",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "notice",
            "type": "uint32"
          },
          {
            "internalType": "bytes32",
            "name": "terms",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Deal",
        "name": "d",
        "type": "tuple"
      },
      {
        "internalType": "uint128",
        "name": "due",
        "type": "uint128"
      }
    ],
    "name": "demand",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "deposit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "owners",
        "type": "address[]"
      },
      {
        "internalType": "uint128[]",
        "name": "amounts",
        "type": "uint128[]"
      }
    ],
    "name": "depositMany",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
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
    "name": "depositWithPermit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "dispute",
    "outputs": [],
    "stateMutability": "nonpayable",
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
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "expire",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "fees",
    "outputs": [
      {
        "internalType": "uint128",
        "name": "",
        "type": "uint128"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "offer",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "request",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "providerNonce",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "requesterNonce",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "firstSeat",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "seats",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "start",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "end",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cap",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "prepaid",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerSecond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerByte",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "setupPrice",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "noShowCharge",
            "type": "uint128"
          },
          {
            "internalType": "uint32",
            "name": "maxLag",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "notice",
            "type": "uint32"
          },
          {
            "internalType": "bytes32",
            "name": "terms",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Deal",
        "name": "d",
        "type": "tuple"
      }
    ],
    "name": "finalize",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "offer",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "request",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "providerNonce",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "requesterNonce",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "firstSeat",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "seats",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "start",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "end",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cap",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "prepaid",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerSecond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerByte",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "setupPrice",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "noShowCharge",
            "type": "uint128"
          },
          {
            "internalType": "uint32",
            "name": "maxLag",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "notice",
            "type": "uint32"
          },
          {
            "internalType": "bytes32",
            "name": "terms",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Deal",
        "name": "d",
        "type": "tuple"
      },
      {
        "internalType": "uint64",
        "name": "when",
        "type": "uint64"
      }
    ],
    "name": "giveNotice",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "lapse",
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
      }
    ],
    "name": "minNonce",
    "outputs": [
      {
        "internalType": "uint64",
        "name": "",
        "type": "uint64"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "offer",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "request",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "providerNonce",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "requesterNonce",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "firstSeat",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "seats",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "start",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "end",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cap",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "prepaid",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerSecond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerByte",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "setupPrice",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "noShowCharge",
            "type": "uint128"
          },
          {
            "internalType": "uint32",
            "name": "maxLag",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "notice",
            "type": "uint32"
          },
          {
            "internalType": "bytes32",
            "name": "terms",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Deal",
        "name": "d",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigProvider",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "sigRequester",
        "type": "bytes"
      }
    ],
    "name": "openDeal",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "parameters",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint32",
            "name": "minLease",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "maxLease",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "bookAheadMax",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "shortLeaseMax",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "maxSeats",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "provisionWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "settleGrace",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "challengeSeconds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "appealSeconds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "evidenceSeconds",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "claimWindow",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "deadlineBlocks",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "finality",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "delta",
            "type": "uint32"
          },
          {
            "internalType": "uint16",
            "name": "commissionBp",
            "type": "uint16"
          },
          {
            "internalType": "uint16",
            "name": "bondBp",
            "type": "uint16"
          },
          {
            "internalType": "uint128",
            "name": "minCommission",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "challengeStake",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "disputeStake",
            "type": "uint128"
          }
        ],
        "internalType": "struct Parameters",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "platform",
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
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "channelId",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "seat",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "commitment",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Receipt",
        "name": "a",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigProviderA",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "sigRequesterA",
        "type": "bytes"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "channelId",
            "type": "bytes32"
          },
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "seat",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "commitment",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Receipt",
        "name": "b",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigProviderB",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "sigRequesterB",
        "type": "bytes"
      }
    ],
    "name": "proveDoubleLease",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "channelId",
            "type": "bytes32"
          },
          {
            "internalType": "uint8",
            "name": "role",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "reason",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "at",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cumulativeAmount",
            "type": "uint128"
          },
          {
            "internalType": "bytes32",
            "name": "previous",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Status",
        "name": "a",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigA",
        "type": "bytes"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "channelId",
            "type": "bytes32"
          },
          {
            "internalType": "uint8",
            "name": "role",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "reason",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "at",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cumulativeAmount",
            "type": "uint128"
          },
          {
            "internalType": "bytes32",
            "name": "previous",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Status",
        "name": "b",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigB",
        "type": "bytes"
      }
    ],
    "name": "proveEquivocation",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "provider",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "offer",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "request",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "providerNonce",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "requesterNonce",
            "type": "uint64"
          },
          {
            "internalType": "bytes32",
            "name": "resource",
            "type": "bytes32"
          },
          {
            "internalType": "uint32",
            "name": "firstSeat",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "seats",
            "type": "uint32"
          },
          {
            "internalType": "uint64",
            "name": "start",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "end",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "validUntil",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cap",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "bond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "prepaid",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerSecond",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "pricePerByte",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "setupPrice",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "noShowCharge",
            "type": "uint128"
          },
          {
            "internalType": "uint32",
            "name": "maxLag",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "notice",
            "type": "uint32"
          },
          {
            "internalType": "bytes32",
            "name": "terms",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Deal",
        "name": "d",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "channelId",
            "type": "bytes32"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "secondsUsed",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "bytesUsed",
            "type": "uint64"
          }
        ],
        "internalType": "struct Meter",
        "name": "m",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigProvider",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "sigRequester",
        "type": "bytes"
      }
    ],
    "name": "proveMeter",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "channelId",
            "type": "bytes32"
          },
          {
            "internalType": "uint8",
            "name": "role",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "seq",
            "type": "uint64"
          },
          {
            "internalType": "uint8",
            "name": "status",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "reason",
            "type": "uint8"
          },
          {
            "internalType": "uint64",
            "name": "at",
            "type": "uint64"
          },
          {
            "internalType": "uint128",
            "name": "cumulativeAmount",
            "type": "uint128"
          },
          {
            "internalType": "bytes32",
            "name": "previous",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Status",
        "name": "s",
        "type": "tuple"
      },
      {
        "internalType": "bytes",
        "name": "sigRequester",
        "type": "bytes"
      }
    ],
    "name": "proveService",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "requestUnstake",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint128",
        "name": "cumulative",
        "type": "uint128"
      },
      {
        "internalType": "bytes32",
        "name": "receipt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "sigProvider",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "sigRequester",
        "type": "bytes"
      }
    ],
    "name": "settle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32[]",
        "name": "ids",
        "type": "bytes32[]"
      },
      {
        "internalType": "uint128[]",
        "name": "cumulatives",
        "type": "uint128[]"
      },
      {
        "internalType": "bytes32[]",
        "name": "receipts",
        "type": "bytes32[]"
      },
      {
        "internalType": "bytes[]",
        "name": "sigsProvider",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes[]",
        "name": "sigsRequester",
        "type": "bytes[]"
      }
    ],
    "name": "settleMany",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "stake",
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
      }
    ],
    "name": "staked",
    "outputs": [
      {
        "internalType": "uint128",
        "name": "",
        "type": "uint128"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "stop",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IpsxToken",
        "name": "",
        "type": "address"
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
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "transfer",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unstake",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "owners",
        "type": "address[]"
      }
    ],
    "name": "wallets",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint128",
            "name": "balance",
            "type": "uint128"
          },
          {
            "internalType": "uint128",
            "name": "reserved",
            "type": "uint128"
          }
        ],
        "internalType": "struct Wallet[]",
        "name": "list",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint128",
        "name": "amount",
        "type": "uint128"
      }
    ],
    "name": "withdraw",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "withdrawFees",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

/** What a deployment sends, before the constructor's arguments. */
export const bytecode =
  "0x61040060405234610ab657616767803803809161001e82610400610aba565b610400396102a08112610ab657610400516001600160a01b0381168103610ab65761042051916001600160a01b0383168303610ab65761026090603f190112610ab6576040519161026083016001600160401b03811184821017610aa25760405261008a610440610add565b8352610097610460610add565b60208401526100a7610480610add565b60408401526100b76104a0610add565b60608401526100c76104c0610add565b60808401526100d76104e0610add565b60a08401526100e7610500610add565b60c08401526100f7610520610add565b60e0840152610107610540610add565b610100840152610118610560610add565b610120840152610129610580610add565b61014084015261013a6105a0610add565b61016084015261014b6105c0610add565b61018084015261015c6105e0610add565b6101a084015261016d610600610aee565b6101c084015261017e610620610aee565b6101e084015261018f610640610afd565b6102008401526101a0610660610afd565b6102208401526101b1610680610afd565b610240840152604051916101c6604084610aba565b6004835263092a0a6b60e31b6020840152604051936101e6604086610aba565b60018552603160f81b602086015263ffffffff81511660038110159081610a8d575b5015610a6d576312cc030063ffffffff60208301511611610a4d576312cc030063ffffffff60408301511611610a295763ffffffff60608201511663ffffffff8251168110159081610a14575b50156109ef5763ffffffff60808201511680151590816109e2575b50156109c25763ffffffff610160820151161561099c5761271061ffff6101c083015116116109785761271061ffff6101e0830151161161095a576102008101516001600160801b03168015159081610943575b501561091e576102208101516001600160801b03168015159081610907575b50156108e1576102408101516001600160801b031680151590816108ca575b50156108a6576101808101516101a0820151610343916103329160011b6401fffffffe169063ffffffff16610b7c565b63ffffffff60a08401511690610b7c565b8063ffffffff60c0840151161061086f578063ffffffff60e08401511610610847578063ffffffff6101008401511610610822578063ffffffff61012084015116106107fb5763ffffffff61014083015116106107d85763ffffffff81511660805263ffffffff60208201511660a05263ffffffff60408201511660c05263ffffffff60608201511660e05263ffffffff6080820151166101005263ffffffff60a0820151166101205263ffffffff60c0820151166101405263ffffffff60e0820151166101605263ffffffff610100820151166101805263ffffffff610120820151166101a05263ffffffff610140820151166101c05263ffffffff610160820151166101e05263ffffffff610180820151166102005263ffffffff6101a0820151166102205261ffff6101c0820151166102405261ffff6101e0820151166102605260018060801b03610200820151166102805260018060801b03610220820151166102a05261024060018060801b03910151166102c05260018060a01b0381161580156107c7575b6107b8576102e052610300526104e381610b11565b6103c0526104f082610b11565b6103e0526020815191012090816103805260208151910120806103a05246610340526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261056360c082610aba565b519020610320523061036052604051615bdd9081610b8a82396080518181816121100152818161247001526155a5015260a051818181612139015261555d015260c05181818161216501526152e6015260e051818181611c0201526121910152610100518181816121bd0152615298015261012051816121e90152610140518181816113b30152612215015261016051818181610e14015281816122410152612f06015261018051818181611c3d015261226d01526101a051818181611c72015261229a01526101c0518181816122c701526139d201526101e0518181816122f401526145d00152610200518161232101526102205181818161234e0152614f0d01526102405181818161237901526157000152610260518181816123a4015261546e015261028051818181610ac4015281816123d4015261572901526102a051818181610772015281816119c1015281816119f701528181611a3801528181611a8b01528181611acc0152818161240401528181613b71015281816148480152614cef01526102c0518181816117eb0152818161182f01528181611872015281816118b1015281816119050152818161194601528181611d3701528181612434015261487901526102e05181818161027b01528181610ffd015281816135f501528181613e1301528181613f0501528181614af10152614fd10152610300518181816136f10152613d7b01526103205181615a5701526103405181615b1401526103605181615a2101526103805181615aa601526103a05181615acc01526103c051816129f401526103e05181612a1e0152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156104ce565b6309175cb760e31b5f9081526a636c61696d57696e646f7760a81b600452602490fd5b6309175cb760e31b5f9081526e65766964656e63655365636f6e647360881b600452602490fd5b6309175cb760e31b5f9081526c61707065616c5365636f6e647360981b600452602490fd5b6309175cb760e31b5f9081526f6368616c6c656e67655365636f6e647360801b600452602490fd5b6309175cb760e31b5f9081526a736574746c65477261636560a81b600452602490fd5b634e487b7160e01b5f52601160045260245ffd5b6309175cb760e31b5f9081526b646973707574655374616b6560a01b600452602490fd5b6c010000000000000000000000009150105f610302565b6309175cb760e31b5f9081526d6368616c6c656e67655374616b6560901b600452602490fd5b6c010000000000000000000000009150105f6102e3565b6309175cb760e31b5f9081526c36b4b721b7b6b6b4b9b9b4b7b760991b600452602490fd5b6c010000000000000000000000009150105f6102c4565b6309175cb760e31b5f908152650626f6e6442760d41b600452602490fd5b6309175cb760e31b5f9081526b0636f6d6d697373696f6e42760a41b600452602490fd5b6309175cb760e31b5f9081526d646561646c696e65426c6f636b7360901b600452602490fd5b6309175cb760e31b5f908152676d6178536561747360c01b600452602490fd5b610100915011155f610270565b6309175cb760e31b5f9081526c0e6d0dee4e898cac2e6ca9ac2f609b1b600452602490fd5b905063ffffffff60208301511610155f610255565b6309175cb760e31b5f9081526b0c4deded682d0cac2c89ac2f60a31b600452602490fd5b6309175cb760e31b5f908152676d61784c6561736560c01b600452602490fd5b6309175cb760e31b5f908152676d696e4c6561736560c01b600452602490fd5b905063ffffffff60208301511610155f610208565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b03821190821017610aa257604052565b519063ffffffff82168203610ab657565b519061ffff82168203610ab657565b51906001600160801b0382168203610ab657565b601f815111610b3c576020815191015160208210610b2d571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b919082018092116108925756fe60806040526004361015610011575f80fd5b5f5f3560e01c806302387a7b14613e945780630ef808c514613e53578063164e68de14613d5857806323b30ef614613a6b5780632def6620146139445780633b9cd8b0146138d75780634380dd5b146137205780634bde38c8146136dc57806354469aea146136a15780635a4baeea146135c35780635bca4327146134df5780635be52c991461310a57806363c4f03114612f8c57806377c2498f14612eb05780637cc0bb0b14612b1f5780637e9cf4c514612ad657806384b0196e146129da5780638807cb401461293657806388187514146126d757806388fe2be8146125b5578063890357301461206557806398807d84146120225780639af1d35a14611ffb578063a925b86f14611eac578063aa99fa9814611e69578063add98c7014611cb1578063ae01d92814611360578063b0b5ac80146111e8578063b3ca268f1461113e578063c3125c8414610f86578063c644179814610ed5578063c64751bd14610dc3578063ca81d59a14610895578063cffd46dc146106ff578063ed50e438146104d7578063f7818dc314610337578063fbb001d6146102aa578063fc0c546a146102655763fc63958e146101c7575f80fd5b346102625780600319360112610262573381526008602052604081206001600160601b038154161561024f57805464ffffffffff60601b4260601b1669ffffffffffffffffffff60601b1990911664ffffffffff60881b4360881b1617179055337fc71a12d68198cab1d323bdc45a5a90923cab472ebc45c89829a688d83cc0262f8280a280f35b633e50315f60e11b825233600452602482fd5b80fd5b50346102625780600319360112610262576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5034610262576040366003190112610262576102c4613f5e565b6001600160801b036102d4613f48565b6102dd81614345565b6102e683614451565b6102f08133614384565b16906102fc8282614f9e565b6040519182526001600160a01b03169033907f7cdf1c7850b1287b5880ac319568e0629bb1d77e5a2410a8587a420c3f57a97390602090a380f35b503461026257366003190161030081126104d3576102e013610262576102e4356001600160401b0381168091036104d357610370614470565b9081835260026020526040832061039161038a82856144a7565b91846144d9565b60088110156104bf576001811415806104b4575b610498575081835260066020526001600160401b03600160408520015416610484576102843563ffffffff81169081810361048057506001600160401b034216016001600160401b03811161046c576001600160401b0316808210610451575060207ffa2b73ea1e099045393cc3b6ecacff4a5ad55ac07ee72d379d9f665e3b9c22b4918385526006825260016040862001816001600160401b0319825416179055604051908152a280f35b6322a01a6560e11b8452600492909252602452604452606490fd5b634e487b7160e01b84526011600452602484fd5b8480fd5b6334bb3e4160e01b83526004829052602483fd5b836104b26044928563509b2d0560e11b8452600452613fd1565bfd5b5060048114156103a5565b634e487b7160e01b84526021600452602484fd5b5080fd5b50346102625736600319016103a081126104d3576102e013610262576080366102e319011261026257610364356001600160401b0381116104d357610520903690600401613f74565b9190610384356001600160401b0381116106fb57610542903690600401613f74565b9061054b614470565b92838552600260205261056160408620856149b5565b506102e4358481036106e457506105b96105c794959660a06040517f7df213606c5a3ab175c9a16eec535b7b6f3c79f9f183b966125a7a07852eea57815260806102e4602083013720926105b36142c2565b84614a1f565b6105c16142ac565b90614a1f565b6001600160801b036105d761408a565b166001600160801b036105e86140a1565b1690610324356001600160401b0381168082036106e0576106139361060d9250614104565b90614117565b6001600160801b03610623614073565b169061034435916001600160401b038316918284036106e05761060d60209361066e937fee1605faf106e785ac7625024a5a9ef27a5eae49ebf984dd33755c219d4749d89650614104565b838552600682526001600160601b03604086209181835416906001600160801b0361069761405c565b1690808210156106d957505b808211156106d257505b16906001600160601b0382166001600160601b0319825416179055604051908152a280f35b90506106ad565b90506106a3565b8580fd5b632ce7ab1160e01b86526004859052602452604485fd5b8280fd5b50346102625760203660031901126102625760043580825260026020526040822061072a81836144a7565b6107348284615625565b60088110156104bf57600181036104985750600201805463ffffffff8160601c168042108015610882575b6108465750506107986001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614523565b80546001600160e81b03811660e891821c60041790911b6001600160e81b031916178155818352600660205260408320805463ffffffff60c01b19164260c01b63ffffffff60c01b161790556107ef6003826142ec565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557fd34a04611d61ad8145e132fa5c4c335eeb5b305bf3fa3325556d0e58c0d5c24e8280a280f35b63ffffffff608492859260405193634f6c0c9f60e01b85526004850152602484015260801c1660448201526001600160401b0342166064820152fd5b5063ffffffff8260801c1642101561075f565b503461026257366003190161032081126104d3576102e013610262576102e4356001600160401b0381116104d3576108d1903690600401613f74565b610304356001600160401b038111610a98576108f1903690600401613f74565b906108fa614470565b93848652600260205260ff600260408820015460e01c166008811015610daf57610d9b576001600160401b0361092e614045565b164211610d665760ff61093f6151a7565b1680610d4f575061094e6142c2565b6084356001600160401b0381168103610d4b5761096a916155cd565b6109726142ac565b9360a435916001600160401b0383168303610d4b576109ae956109a693610998916155cd565b6109a06142c2565b87614a1f565b6105b36142ac565b819060c4359260e43563ffffffff81169081811415945b63ffffffff6109d2614003565b16811015610a9c5785610a985763ffffffff6109ee8285614117565b166109f76142c2565b604051602081019160018060a01b0316825289604082015282606082015260608152610a246080826141c1565b5190208552600360205260408520610a3c82826158f8565b9160108314610a6d575060019291610a5391615616565b81549060031b9088821b915f19901b1916179055016109c5565b866064918b610a7a6142c2565b63be9b2a2d60e01b84526001600160a01b0316600452602452604452fd5b8380fd5b8385610b71610aa96142ac565b6001600160801b03610ab961405c565b166001600160801b037f00000000000000000000000000000000000000000000000000000000000000001691610af8610af28484614117565b8261563d565b60018060a01b03168552846020526001600160801b036040862091610b5c610b3c845492610b3385610b2a8984614117565b16868616614364565b9360801c614503565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b031982541617905561568d565b6001600160801b03610b816140b8565b16610d24575b8082526002602052604082206001600160a01b03610ba36142c2565b82546001600160a01b0319169116178155610c0f610bbf6142ac565b6001830180546001600160a01b0319166001600160a01b039092169190911781556001600160601b03610bf061405c565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b6001600160601b03600281610c226140b8565b16920191166001600160601b0319825416178155610c3e614017565b815463ffffffff60801b610c5061402e565b60ff60e01b1967ffffffffffffffff60601b1990931660609490941b63ffffffff60601b169390931760809390931b169190911716600160e01b179055610c956142c2565b90610c9e6142ac565b907f44f92b707292f02c1202b065cfc559b4826c26c4cf4e4c8442382103c80419476080610cca61405c565b936001600160401b03610cdb6140b8565b81610ce4614017565b6001600160801b03610cf461402e565b604080519b83168c529190941660208b01529116908801521660608601526001600160a01b03908116951693a480f35b610d46610d2f6142c2565b6001600160801b03610d3f6140b8565b1690614523565b610b87565b8780fd5b635a54d3b160e11b87526004869052602452604486fd5b6064866001600160401b0387610d7a614045565b9063e325449960e01b8452600452166024526001600160401b034216604452fd5b63054a060360e51b86526004859052602486fd5b634e487b7160e01b87526021600452602487fd5b503461026257602036600319011261026257600435808252600260205260408220610dee81836144a7565b60088110156104bf57600381036104985750600201610e7360108254610e4e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c16886145ba565b83546001600160e81b031660e891821c92909217901b6001600160e81b031916178255565b610e7e6005826142ec565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557f1b74139697222a14ac9a663413515ffc5934a00781a15cab319a465c3de207398280a280f35b503461026257602036600319011261026257600435808252600260205260408220610f0081836144a7565b60088110156104bf57600181141580610f7b575b610498575063ffffffff600282015460801c16804210610f5f5750610f389061457a565b7f3408da6b5c11bc7186798cedf9753e4d65762f2eaf6f704cb3f609e76e1d336d8280a280f35b6328ae40d360e11b845260048390526024526044839052606483fd5b506004811415610f14565b5034610262576040366003190112610262576004356001600160401b0381116104d357610fb7903690600401613fa1565b906024356001600160401b038111610a9857610fd7903690600401613fa1565b610fdf614310565b80840361112c579190849285945b80861061103d578661102a8630337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031661511e565b805f516020615bbd5f395f51905f525d80f35b909192936110c860019161106261105d6110588a888a6141f2565b6140cf565b614345565b61107d6110786110738a878b6141f2565b6142d8565b614451565b6110ab61108e6110738a878b6141f2565b6001600160801b036110a46110588c8a8c6141f2565b1690614f9e565b6001600160801b036110c16110588a888a6141f2565b1690614117565b956110d76110738285896141f2565b7fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a47602061110861105885898b6141f2565b926001600160801b0360405194168452858060a01b031692a2019493929190610fed565b6001621398b960e31b03198552600485fd5b5034610262576020366003190112610262576004356001600160401b0381168091036104d35733825260076020526001600160401b03604083205416808211156111ce5750338252600760205260408220816001600160401b03198254161790556040519081527f663b0e6449820c633f6d9d194944ccc40e3633c1bcb8878cf728c2713ccae7e760203392a280f35b6064929163f41729c760e01b835233600452602452604452fd5b50346102625760a0366003190112610262576004356001600160401b0381116104d357611219903690600401613fa1565b91906024356001600160401b0381116106fb5761123a903690600401613fa1565b93906044356001600160401b0381116104805761125b903690600401613fa1565b9590926064356001600160401b03811161135c5761127d903690600401613fa1565b976084356001600160401b0381116113585761129d903690600401613fa1565b94909381811480159061134e575b8015611344575b801561133a575b61132857895b8181106112ca578a80f35b806113228a8a8f8a8f61131a878f94818f94918f8f9d8f9160019f61105883611305926112fe8261130b986113129c6141f2565b359f6141f2565b9c6141f2565b3595614216565b959094614216565b959094614711565b016112bf565b6001621398b960e31b03198a5260048afd5b50858114156112b9565b508a8114156112b2565b50828114156112ab565b8880fd5b8680fd5b5034610262576102e03660031901126102625761137b614310565b611383614470565b8082526002602052604082209061139a82826144a7565b60088110156104bf5760028103611c2d575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000165b63ffffffff6113e1614003565b1615611bf7575b61140b60028401549163ffffffff8360c01c1663ffffffff8460a01c16856145ba565b6001600160601b0361141b6146a8565b9183865260066020526040862090600186015460a01c63ffffffff8260801c1660a086015263ffffffff8260601c16608086015283821660208601528452855460a01c9060e81c61016085015260e08401526001600160401b0360018254920154166101408401528060e01c6101208401521661010082015263ffffffff6114a1614003565b1615156101c4356001600160801b0381169081810361135c5750610244356001600160801b03811690818103610d4b57506060840152604083015260c08201526040519060c082018281106001600160401b03821117611be357608061102a95936117378296947f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9460405289835289602084015289604084015289606084015289848401528960a084015261158b60e082015160408301518082115f14611bdc57505b825161010084015180821015611bd557505b80821115611bce57505b80855282516140e3565b601061016083015116151580611bbe575b8015611bac575b1580158587015261016083015161020016151560a0860152611b9e5760208201515b602085015260c0820151151580611b95575b80611b8a575b80611b7d575b611b5e575b60a0840151611b2f575b506115fb61426e565b968161160e89935160e0830151906140e3565b60208401526020810151835261165761164961163e611633885160e0860151906140e3565b602085015190614117565b6020880151906140e3565b604087015160011c90614117565b604084015261168561167a61166f83518851906140e3565b6060880151906140e3565b6040870151906140e3565b60608401526116ae6116a06060870151604088015190614117565b604087015160011c906140e3565b838701528486015115611b1f576116f06116e7602087015160011c5b6116d8816060880151614117565b606087015260208801516140e3565b87850151614117565b86840152600461016082015116611a2b575b6040610160820151166119b4575b610400610160820151166118a4575b610800610160820151166117d7575b50835190615042565b838282015115801580916117ca575b61178d575b50506001600160801b03815116906001600160801b03604081602084015116920151169060405192835260208301526040820152876060820152a20151614fc7565b60407fff24cb75b25be0266877fe167de216402e8aa675961b73c4ac563eeecf9c382e9160a0850151151582519182526020820152a2835f61174b565b5060a08301511515611746565b610160610100916118156001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166020870151614117565b602086015201511615611865576118596001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166060840151614117565b60608301525b5f61172e565b61189b6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001686840151614117565b8583015261185f565b6118d86001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168451614117565b8352602061016082015116151580156119a2575b8015611978575b156119395761192f6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614117565b604084015261171f565b61196f6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001687850151614117565b8684015261171f565b5061010081015160e082015160408301518082111561199a5750905b116118f3565b905090611994565b506102006101608201511615156118ec565b6119e86001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168451614117565b8352611a216001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614117565b6040840152611710565b611a626001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166020850151614117565b602084015260206101608201511615151580611b00575b15611abf57611ab56001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166060850151614117565b6060840152611702565b611af66001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614117565b6040840152611702565b50601061016082015116151580611a7957506101208101511515611a79565b6116f06116e760208701516116ca565b6060840151611b3d916140e3565b602082015180821015611b5757505b60408401525f6115f2565b9050611b4c565b606082015181811015611b76575b60608501526115e8565b5080611b6c565b50610120820151156115e3565b5084840151156115dd565b508351156115d7565b611ba782615814565b6115c5565b506101006101608301511615156115a3565b506101608201516020161561159c565b9050611581565b9050611577565b9050611565565b634e487b7160e01b86526041600452602486fd5b611c289063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001690614117565b6113e8565b60058103611c62575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166113d4565b60068103611c97575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166113d4565b6104b2849160449363509b2d0560e11b8452600452613fd1565b503461026257602036600319011261026257600435808252600260205260408220611cdc81836144a7565b611ce68284614dc2565b15611e6057610400915b60088210159081611e3e57600283141580611e52575b8281611e2d575b50611e12576002019262ffffff81855460e81c1616611dfa57611d8390611d5d6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614523565b84546001600160e81b03811660e891821c92909217901b6001600160e81b031916178455565b6104bf57600603611db9575b5033907ff545ed94f2dba7a41bb3d8f481a0acfcaa90e34ff3c51b8a9c237549c5eacfdd8380a380f35b611dc46006826142ec565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790555f611d8f565b6322babe6760e21b8652600485905233602452604486fd5b63509b2d0560e11b865260048590526044866104b285613fd1565b9050611e3e57600683141582611d0d565b634e487b7160e01b86526021600452602486fd5b508591506005831415611d06565b61080091611cf0565b5034610262576020366003190112610262576020906001600160401b03906040906001600160a01b03611e9a613f5e565b16815260078452205416604051908152f35b5034610262576020366003190112610262576004356001600160401b0381116104d357611edd903690600401613fa1565b611ee681614257565b91611ef460405193846141c1565b818352601f19611f0383614257565b01845b818110611fd8575050835b828110611f76578385604051918291602083016020845282518091526020604085019301915b818110611f45575050500390f35b91935091602060406001926001600160801b0383885182815116845201511683820152019401910191849392611f37565b6001906001600160a01b03611f8f6110738387876141f2565b168652856020526040862060405190611fa782614153565b546001600160801b038116825260801c6020820152611fc68287614298565b52611fd18186614298565b5001611f11565b602090604051611fe781614153565b878152878382015282828801015201611f06565b503461026257806003193601126102625760206001600160801b0360015416604051908152f35b5034610262576020366003190112610262576020906001600160601b03906040906001600160a01b03612053613f5e565b16815260088452205416604051908152f35b5034610262578060031936011261026257610240604051612085816141a5565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e082015282610200820152826102208201520152610260604051612109816141a5565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016815263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016602082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016606082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016608082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660a082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660c082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660e082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661010082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661012082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661014082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661016082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661018082015263ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166101a082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101c082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101e08201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102008201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102208201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102408201526001600160801b036102406040519263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016845263ffffffff602082015116602085015263ffffffff604082015116604085015263ffffffff606082015116606085015263ffffffff608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff6101008201511661010085015263ffffffff6101208201511661012085015263ffffffff6101408201511661014085015263ffffffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015261ffff6101c0820151166101c085015261ffff6101e0820151166101e085015282610200820151166102008501528261022082015116610220850152015116610240820152f35b5034610262576020366003190112610262576125cf613f32565b6125d881614345565b6001600160801b038116906125ed8233614523565b33835260086020526001600160601b03806040852054169116016001600160601b0381116126c357612694906001600160601b036040519161262e83614124565b1681526020808201858152604080840187815233885260089093528620925183549151925160609390931b64ffffffffff60601b166001600160601b039091166001600160b01b0319909216919091171760889190911b64ffffffffff60881b16179055565b6040519081527f2eefbcc6809174727cb788be082c392be6c822829c56ab5eb44d528e9d9f37f960203392a280f35b634e487b7160e01b83526011600452602483fd5b503461026257610260366003190112610262576004359061010036602319011261026257610124356001600160401b0381116104d35761271b903690600401613f74565b909290610100366101431901126106fb57610244356001600160401b038111610a985761274c903690600401613f74565b94908385526002602052604085209261276584866149b5565b5061276e6149e8565b906101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda81526101006101446020830137209086602435148061292a575b80612906575b806128c9575b1580156128b5575b80156128ac575b612898579161280a939161280561283f98999a9460ff6127e96141e2565b16159788156128825789546001600160a01b0316948590614a1f565b614a1f565b15612877576002610100915b0180546001600160e81b03811660e891821c909317901b6001600160e81b031916919091179055565b7f64b11a0bba857a68ae90e6f78dbbb680db09d26c3400ae46a498e004eee267bf602061286a6141e2565b60ff60405191168152a280f35b600261020091612816565b60018a01546001600160a01b0316948590614a1f565b63397663b360e21b88526004879052602488fd5b508183146127cb565b50600160ff6128c26141e2565b16116127c4565b506064356001600160401b03811690818103612902575061018435906001600160401b038216918281036128fe5750146127bc565b8a80fd5b8980fd5b5061290f6141e2565b610164359060ff8216918281036128fe575060ff16146127b6565b508661014435146127b0565b50346102625760203660031901126102625760043580825260026020526040822061296181836144a7565b61296b82846144d9565b60088110156104bf576003810361049857506002810180546001600160e81b03811660e891821c60081790911b6001600160e81b0319161790556129b39061457a565b61457a565b7f668bd1beac2be1ee8411790a342055aa29e8a48d3185756ee6b41c8fd0fc46ea8280a280f35b5034610262578060031936011261026257612a7a90612a187f00000000000000000000000000000000000000000000000000000000000000006157d6565b90612a427f00000000000000000000000000000000000000000000000000000000000000006157d6565b906020612a8860405193612a5683866141c1565b8385525f368137604051968796600f60f81b885260e08589015260e0880190613fdf565b908682036040880152613fdf565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110612abf57505050500390f35b835185528695509381019392810192600101612ab0565b503461026257606036600319011261026257612af0613f48565b604435906001600160401b0382116106fb57612b13612b1c923690600401613f74565b91600435614b1e565b80f35b503461026257366003190161028081126104d3576101001361026257610104356001600160401b0381116104d357612b5b903690600401613f74565b90610124356001600160401b038111610a9857612b7c903690600401613f74565b9091906101003661014319011261048057610244356001600160401b0381116106e057612bad903690600401613f74565b949091610264356001600160401b038111610d4b57612bd0903690600401613f74565b959094612bdb614310565b612be3614e20565b15612e94576004356101443580821015612e6b57604051602081019083825282604082015260408152612c176060826141c1565b519020915b828c52600960205260ff60408d205416612e565750508952600960205260408920600160ff198254161790556101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af8878152610100600460208301372093602435916001600160a01b03831683036128fe57612c9b9286614a1f565b6044356001600160a01b038116810361135857612cb793614a1f565b6101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af88781526101006101446020830137209361016435916001600160a01b038316830361135c57612d0c9286614a1f565b610184356001600160a01b038116810361048057612d2993614a1f565b6001600160a01b03612d396142ac565b168152600860205260408120546001600160601b038116908115612e33576b7fffffffffffffffffffffff906001600160a01b03612d756142ac565b168452600860205283604081205560011c1690612d9981612d946142ac565b614639565b612da38233614f9e565b612dab6142ac565b60843563ffffffff8116908181036106e057506040805191825260208201849052606435926001600160a01b0316917f293cc769bec061aab4f7e3b4bb439b2779a630645b22fdf9c272580dab635db29190a3036001600160601b038111612e1f576001600160601b0361102a9116614fc7565b634e487b7160e01b82526011600452602482fd5b602483612e3e6142ac565b633e50315f60e11b82526001600160a01b0316600452fd5b63191e17c360e31b8c5260045260245260448afd5b604051602081019082825283604082015260408152612e8b6060826141c1565b51902091612c1c565b63e2d77fb960e01b895260048035905261014435602452604489fd5b503461026257602036600319011261026257600435808252600260205260408220612edb81836144a7565b60088110156104bf57600481036104985750806129ae6002612f65930160808154612f4063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168a6145ba565b82546001600160e81b031660e891821c92909217901b6001600160e81b031916179055565b7f24a0b947e5fc095dfd3e5a8008cbdf74698deef8d92b81b5d821a24153ce45a68280a280f35b503461026257602036600319011261026257600435808252600260205260408220612fb781836144a7565b612fc18284614dc2565b612fca82614de4565b15806130e2575b6130c75780156130c05760015b6002840190815460e81c62ffffff828216166130a85782546001600160e81b0316911760e81b6001600160e81b03191617815581613094575b50613067575b60088110156104bf57600203613058575b5033907fe7fa6efa4e05ddc24d8e036cd3a65a1b814ee73cf96bf77c63e845114462f4a78380a380f35b6130619061457a565b5f61302e565b82845260066020526040842080546001600160e01b03164260e01b6001600160e01b03191617905561301d565b63ffffffff91505460801c1642105f613017565b631e70f55b60e31b8852600487905233602452604488fd5b6002612fde565b63509b2d0560e11b855260048490526044856104b284613fd1565b5060088210156130f6576002821415612fd1565b634e487b7160e01b85526021600452602485fd5b5034610262576020366003190112610262576004356001600160401b0381116104d35761313b903690600401613fa1565b61314781939293614257565b9061315560405192836141c1565b808252601f1961316482614257565b01835b81811061345f57505082935b8185106132de5750506040519060208201602083528151809152602060408401920190845b8186106131a55784840385f35b9091928351805160018060a01b0381511683526001600160601b03602082015116602084015260018060a01b0360408201511660408401526001600160601b0360608201511660608401526001600160601b03608082015116608084015263ffffffff60a08201511660a084015263ffffffff60c08201511660c084015263ffffffff60e08201511660e084015263ffffffff6101008201511661010084015261012081015160088110156130f657926001600160401b0360806020809562ffffff6101406102009760019a61012089015201511661014086015201516001600160601b038151166101608501526001600160601b03868201511661018085015263ffffffff6040820151166101a085015263ffffffff6060820151166101c08501520151166101e08201520194019501949190613198565b6132e98583836141f2565b358452600260205260408420946133018184846141f2565b3585526006602052604085206040519061331a82614153565b6002604051986133298a61416e565b805460018060a01b0381168b5260a01c60208b0152600181015460018060a01b03811660408c015260a01c60608b01520154976001600160601b038916608082015263ffffffff8960601c1660a082015263ffffffff8960801c1660c082015263ffffffff8960a01c1660e082015263ffffffff8960c01c1661010082015260ff8960e01c169860088a101561344b576001959697989961012083015260e81c61014082015282526001600160401b0384604051926133e78461418a565b80546001600160601b03811685526001600160601b038160601c16602086015263ffffffff8160c01c16604086015260e01c6060850152015416608082015260208201526134358287614298565b526134408186614298565b500193929190613173565b634e487b7160e01b89526021600452602489fd5b602090604096939495965161347381614153565b60405161347f8161416e565b88815288848201528860408201528860608201528860808201528860a08201528860c08201528860e082015288610100820152886101208201528861014082015281526134ca61426e565b83820152828288010152019493929194613167565b5034610262576060366003190112610262576004356001600160401b0381116104d357613510903690600401613fa1565b6024356001600160401b038111610a985761352f903690600401613fa1565b6044356001600160401b0381116106e05761354e903690600401613fa1565b9190938181148015906135b9575b6135a757865b81811061356d578780f35b806135a161357e600193858b6141f2565b3561358d61105884888b6141f2565b9061359984898c614216565b929091614b1e565b01613562565b6001621398b960e31b03198752600487fd5b508281141561355c565b503461369d5760a036600319011261369d576135dd613f32565b60443560ff811680910361369d576135f3614310565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561369d575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501526001600160801b03891660448501526024356064850152608484015260643560a484015260843560c48401525af1613686575b5061102a90614aa1565b6136939192505f906141c1565b5f9061102a61367c565b5f80fd5b3461369d57602036600319011261369d576136ca6136bd613f32565b6136c5614310565b614aa1565b5f5f516020615bbd5f395f51905f525d005b3461369d575f36600319011261369d576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461369d5761014036600319011261369d5760043561010036602319011261369d57610124356001600160401b03811161369d57613762903690600401613f74565b825f52600260205260405f2061377881856149b5565b60088110156138c3576003811415806138b1575b6138945750836024351480613880575b80613867575b80613833575b15613820576137d36002926137fa946137bf6149e8565b60018501546001600160a01b031690614a1f565b0180546001600160e81b03811660e891821c60201790911b6001600160e81b031916179055565b7f70c8d42b2c36c877cc34366f79d479554ecfb43a9503b4fd9c9712ac1ef4fbac5f80a2005b83632faf380560e01b5f5260045260245ffd5b5060c4356001600160401b0381169081810361369d5750845f52600660205263ffffffff60405f205460c01c1611156137a8565b5060843560ff811680820361369d5760039150146137a2565b50600160ff61388d6141e2565b161461379c565b63509b2d0560e11b5f5260048590526138ac90613fd1565b60445ffd5b506010600283015460e81c161561378c565b634e487b7160e01b5f52602160045260245ffd5b3461369d5760a036600319011261369d576138f0613f48565b6064356001600160401b03811161369d5761390f903690600401613f74565b91608435926001600160401b03841161369d57613933613942943690600401613f74565b93909260443590600435614711565b005b3461369d575f36600319011261369d57335f52600860205260405f206040519061396d82614124565b54906001600160601b038216808252602082019064ffffffffff8460601c16825264ffffffffff604084019460881c16845215613a585764ffffffffff81511615613a45576001600160601b039264ffffffffff806139f993511691511663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691336145ba565b335f5260086020525f6040812055613a15828251168033614674565b51166040519081527f23eb338ed2df691870bc931bf6328c55b2708178ecf1f1b3e889afca4418adea60203392a2005b6309a59af960e31b5f523360045260245ffd5b633e50315f60e11b5f523360045260245ffd5b3461369d573660031901610300811261369d576102e01361369d576102e4356001600160801b03811680820361369d57613aa3614470565b91825f52600260205260405f20613aba81856144a7565b613ac482866144d9565b60088110156138c35760018103613894575063ffffffff613ae3614003565b1615613d3d576001600160401b03613af9614017565b164210613cf0576001600160801b03613b1061405c565b166001600160801b03613b21614073565b1615613c6b575b815460a01c8411801590613c62575b613c3e57509160209160027fdfa4fda5f1f71ccb424b68064fe6c7f1c04e71d61de3224930e9703b5a977a2d94613b976001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614523565b0180546001600160e81b03811660e891821c60401790911b6001600160e81b031916178155905f868152600685526040902080546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b16919091179055613c056004826142ec565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055604051908152a2005b6001600160801b03908486630417271560e21b5f526004526024521660445260645ffd5b50808411613b37565b6001600160401b03613c7b61402e565b168042105f14613ce45750613ccf613ca5425b6001600160401b03613c9e614017565b16906140e3565b6001600160801b03613cc8613cb861408a565b9282613cc26140a1565b16614104565b9116614117565b80821015613cdd5750613b28565b9050613b28565b613ca5613ccf91613c8e565b6084846001600160401b03613d03614017565b81613d0c61402e565b9160405194634f6c0c9f60e01b865260048601521660248401521660448201526001600160401b0342166064820152fd5b8284630417271560e21b5f526004526024525f60445260645ffd5b3461369d57602036600319011261369d57613d71613f5e565b613d79614310565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303613e40576001546136ca916001600160801b03821691613dc483614345565b613dcd82614451565b6001600160801b0319166001556040518281526001600160a01b038216907f22bef34a215596dccb9189a55ce50cff9b85b028497cbe73981dfdc77588647e90602090a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166143d0565b63967a6ee960e01b5f523360045260245ffd5b3461369d57602036600319011261369d5760405160043581527f9cf61333153bf00386caf84118ddee282fc1dd86c50c976c366ce081e808355060203392a2005b3461369d57602036600319011261369d576136ca613eb0613f32565b613eb8614310565b613ec181614345565b613ecb8133614384565b6001600160801b036040519116908181527fab48b3d59a240196dc5bdd7f7a638fca310f8194c7d350c3dd7765861311ddf860203392a2337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166143d0565b600435906001600160801b038216820361369d57565b602435906001600160801b038216820361369d57565b600435906001600160a01b038216820361369d57565b9181601f8401121561369d578235916001600160401b03831161369d576020838186019501011161369d57565b9181601f8401121561369d578235916001600160401b03831161369d576020808501948460051b01011161369d57565b60088110156138c357602452565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6101043563ffffffff8116810361369d5790565b610124356001600160401b038116810361369d5790565b610144356001600160401b038116810361369d5790565b610164356001600160401b038116810361369d5790565b610184356001600160801b038116810361369d5790565b610204356001600160801b038116810361369d5790565b610224356001600160801b038116810361369d5790565b6101e4356001600160801b038116810361369d5790565b6101a4356001600160801b038116810361369d5790565b356001600160801b038116810361369d5790565b919082039182116140f057565b634e487b7160e01b5f52601160045260245ffd5b818102929181159184041417156140f057565b919082018092116140f057565b606081019081106001600160401b0382111761413f57604052565b634e487b7160e01b5f52604160045260245ffd5b604081019081106001600160401b0382111761413f57604052565b61016081019081106001600160401b0382111761413f57604052565b60a081019081106001600160401b0382111761413f57604052565b61026081019081106001600160401b0382111761413f57604052565b90601f801991011681019081106001600160401b0382111761413f57604052565b60443560ff8116810361369d5790565b91908110156142025760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908110156142025760051b81013590601e198136030182121561369d5701908135916001600160401b03831161369d57602001823603811361369d579190565b6001600160401b03811161413f5760051b60200190565b6040519061427b8261418a565b5f6080838281528260208201528260408201528260608201520152565b80518210156142025760209160051b010190565b6024356001600160a01b038116810361369d5790565b6004356001600160a01b038116810361369d5790565b356001600160a01b038116810361369d5790565b9060088110156138c357815460ff60e01b191660e09190911b60ff60e01b16179055565b5f516020615bbd5f395f51905f525c6143365760015f516020615bbd5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b6001600160801b03161561435557565b631f2a200560e01b5f5260045ffd5b906001600160801b03809116911603906001600160801b0382116140f057565b6143976001600160801b0383168261563d565b60018060a01b03165f525f6020526001600160801b036143be60405f209282845416614364565b166001600160801b0319825416179055565b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615614430575b604052156144105750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661444857823b15153d15161690614405565b503d5f823e3d90fd5b6001600160a01b03161561446157565b63d92e233d60e01b5f5260045ffd5b6103006040517ffce7e8d4b55fe318ba48cb97b1ebd967f964faddf2f2139894565caa9a356a2c81526102e0600460208301372090565b9190600260ff91015460e01c169160088310156138c35782156144c75750565b63b08fc1cb60e01b5f5260045260245ffd5b90546001600160a01b031633036144ed5750565b63723bbd3560e01b5f526004523360245260445ffd5b906001600160801b03809116911601906001600160801b0382116140f057565b61452d828261563d565b60018060a01b03165f525f6020526001600160801b0360405f209161455f610b3c8385549316610b3381868616614364565b166001600160801b03198254161790556145785f61568d565b565b6002016145886002826142ec565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055565b926145c8906145f692614117565b9163ffffffff7f00000000000000000000000000000000000000000000000000000000000000001690614117565b918142108015614630575b61460a57505050565b6001600160401b03929183916328ae40d360e11b5f52600452166024521660445260645ffd5b50824310614601565b60018060a01b03165f525f6020526001600160801b0360405f20916143be610b3c8454846146695f828416614503565b94169060801c614364565b906001600160801b039160018060a01b03165f525f6020526143be610b3c60405f2094846146698188549316828416614503565b6040519061018082018281106001600160401b0382111761413f576040525f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9594919394929092865f52600260205260405f209261473084896149b5565b506001840154966001600160801b038860a01c96169786891161499a578554918260a01c95868b1061497f578a989589958b9995614911958f7f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9f9660809f966147fa9261491b9e99614809996040519160208301937fc7eab35b0c2329d9491c5d75cd9f4e4c7ce9c3a9d646991bb0d11c05d9eb5b558552604084015260608301526080820152608081526147e760a0826141c1565b519020946001600160a01b031685614a1f565b6001600160a01b031690614a1f565b61490b6148146146a8565b956002850154906001600160601b03602089019260e08a01958160e81c6101608c0152865216825287526001600160801b037f000000000000000000000000000000000000000000000000000000000000000016966104006101606001600160801b037f000000000000000000000000000000000000000000000000000000000000000016926148a261426e565b9a6148b082518951906140e3565b60208d0196818852518d52816004858501511661496d575b5050610800838301511661495b575b60408383015116614948575b50015116614935575b506148fd875161060d8551896140e3565b6040880152519151856140e3565b906140e3565b6060840152615042565b6040519182525f60208301525f60408301526060820152a2565b614940908851614117565b87525f6148ec565b614953908c51614117565b8b525f6148e3565b614966858751614117565b86526148d7565b61497691614117565b86525f816148c8565b868b8d63086bd8d560e41b5f5260045260245260445260645ffd5b86898b630ad2258d60e31b5f5260045260245260445260645ffd5b91906149c190836144a7565b9160088310156138c357600783146149d65750565b635865995f60e11b5f5260045260245ffd5b6101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda8152610100602460208301372090565b916042614a4e93949294614a31615a1e565b906040519161190160f01b835260028301526022820152206156c0565b5060048110156138c3571590811591614a8a575b50614a6a5750565b633615713d60e21b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f614a62565b6001600160801b0361457891614ab681614345565b16614ac18133614f9e565b6040518181527fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760203392a230337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031661511e565b9290835f52600260205260405f2090614b3782866149b5565b50815460a01c60018301938454958660a01c966001600160801b03851697808911614da8575083881115614d8d578894614c687f08851f18ca48c7749be0f043d3244f59e643b2a4a02098d3ef66eee07d6848af95614bf3604096614c6296614c6e968b8f8b519060208201927fe97c93f01d3ef8eaba1586553df13308f236815bf4ea49c7b696895d8f5ea68a84528d830152606082015260608152614bdf6080826141c1565b5190206001600160a01b0390911690614a1f565b6001600160801b03614c10614c078d6156f4565b61490b846156f4565b8a546001600160a01b031660a086901b6001600160a01b031916178b559586928c54614c51906001600160a01b031684614c4a848a614364565b1690614639565b8b546001600160a01b031695614364565b166140e3565b90614f9e565b614c778161568d565b6001600160801b03825191888352166020820152a26002810180549360ff8560e01c1660088110156138c3576004149081614d6a575b50614cba575b5050505050565b80546001600160e81b03166001604160e81b0319909416939093178355614d3c92805460ff60e01b1916600160e01b179055547f00000000000000000000000000000000000000000000000000000000000000006001600160801b03169190614d2d9083906001600160a01b0316614639565b546001600160a01b0316614f9e565b7f4efb36588d2ca6f32a0d29ed39c51a64d9a0a317367571bd208ab9b9c6d251f05f80a25f80808080614cb3565b9050855f5260066020526001600160601b0360405f205460601c1611155f614cad565b83888a63086bd8d560e41b5f5260045260245260445260645ffd5b888a630ad2258d60e31b5f5260045260245260445260645ffd5b81546001600160a01b0316331492918315614ddb575050565b61457891615625565b600881101590816138c35760018114918215614e13575b8215614e0657505090565b9091506138c35760041490565b506003811491505f614dfb565b6101443560043514614f49576024356001600160a01b0381169081810361369d5750610164356001600160a01b038116919082810361369d575014801590614f8f575b8015614f5f575b614f4957614e786004615762565b158015614f4d575b614f495760a4356001600160401b0381169081810361369d57506101e4356001600160401b0381169081810361369d575080821115614f4257505b60c4356001600160401b0381169081810361369d5750610204356001600160401b0381169081810361369d575080821015614f3a5750905b8082119182614f0157505090565b614f0b92506140e3565b7f000000000000000000000000000000000000000000000000000000000000000060011b6401fffffffe161090565b905090614ef3565b9050614ebb565b5f90565b50614f59610144615762565b15614e80565b5060843563ffffffff81169081810361369d57506101c4359063ffffffff82169182810361369d57501415614e6a565b506101a4356064351415614e63565b60018060a01b03165f525f6020526001600160801b036143be8160405f20931682845416614503565b80614fcf5750565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b1561369d575f91602483926040519485938492630852cd8d60e31b845260048401525af180156150375761502d5750565b5f614578916141c1565b6040513d5f823e3d90fd5b90614578926001600160601b03926150a761506c61505f856156f4565b61490b845460a01c6156f4565b60028301805460ff60e01b1916600760e01b17905582546001600160a01b03169490951660a01b6001600160a01b0319169390931781558392565b6001810154602083015160608401516150cb929091906001600160a01b0316614674565b8151908115801590615111575b6150e6575b5050505061568d565b6151089360406151029260018060a01b039054169401516140e3565b91614674565b805f80806150dd565b50604083015115156150d8565b6040516323b872dd60e01b5f9081526001600160a01b039384166004529290931660245260449390935260209060648180865af19060015f511482161561516f575b6040525f606052156144105750565b90600181151661444857823b15153d15161690615160565b906001600160401b03809116911603906001600160401b0382116140f057565b610144356001600160401b0381169081811415908161369d5761012435926001600160401b0384169182851415938461369d578383108015615585575b8015615539575b61552e5761369d5750421015615526576004356001600160a01b03811680820361369d576024356001600160a01b0381169182820361369d5782811493841561551b575b50508215615510575b50506155085761018435926001600160801b0384169283851415938461369d57801580156154e6575b80156154c2575b6154b757610104359063ffffffff82169182810361369d57821515928380615449575b61543b575f9063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016811190811561540b575b506153fd5761369d5750816153c1575b506153b75761369d575061530c63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614117565b106153b05761369d576101a4356001600160801b038116810361369d576101c4356001600160801b038116810361369d576101e4356001600160801b038116810361369d5761020435906001600160801b038216820361369d5761022435926001600160801b038416840361369d5761024435946001600160801b038616860361369d5763ffffffff9617171717171760601c16155f146153ab575f90565b600990565b5050600890565b5050505050600790565b6102443591506001600160801b03821680830361369d5780159283156153eb575b5050505f6152d2565b509091508561369d57115f80806153e2565b505050505050505050600690565b91505060e4359063ffffffff82169182810361369d576401000000009161543491505f93614117565b115f6152c2565b505050505050505050600590565b506101a4356001600160801b0381169081810361369d57508861369d5761549461ffff7f00000000000000000000000000000000000000000000000000000000000000001685614104565b6127108101908181116140f05761270f019081116140f05761271090041161528b565b505050505050600490565b50610224356001600160801b0381169081810361369d57508561369d578110615268565b506101c4356001600160801b038116955085810361369d5750805f9511615261565b505050600390565b501590505f80615238565b501592505f8061522f565b505050600290565b505050505050600190565b508061369d578461369d5761554e8683615187565b6001600160401b0363ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169116116151eb565b505f94508490506155968683615187565b6001600160401b0363ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169116106151e4565b6001600160a01b03165f818152600760205260409020546001600160401b039081169216908282106155fe57505050565b639bb0722f60e01b5f5260045260245260445260645ffd5b60108210156142025701905f90565b6001909101546001600160a01b031633036144ed5750565b6001600160a01b03165f818152602081905260409020546001600160801b03169082821061566a57505050565b6001600160801b039350631f98435160e01b5f526004526024521660445260645ffd5b806156955750565b6001600160801b036156ae816001549316828416614503565b16906001600160801b03191617600155565b90604183036156ea576156e39250602081013591604082359201355f1a90615b3a565b9192909190565b50505f9160029190565b6157266127109161ffff7f00000000000000000000000000000000000000000000000000000000000000001690614104565b047f00000000000000000000000000000000000000000000000000000000000000006001600160801b03168082111561575d575090565b905090565b80355f90815260026020526040902080546001600160a01b0316801515929190836157b6575b508261579357505090565b600101546001600160a01b039081169250906157b1906040016142d8565b161490565b9092506001600160a01b036157cd602084016142d8565b1614915f615788565b60ff811690601f821161580557604051916157f26040846141c1565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b61012081015160c08201511580156158f0575b6158d1576101608201600281511615908115916158e2575b506158d15761014082015180151590816158d7575b506158d1576158996158a09161588f602085015161588960a08701966080885191019485518082115f146158c95750906140e3565b90614104565b93519051906140e3565b8092614117565b5f1981019081116140f05781156158b5570490565b634e487b7160e01b5f52601260045260245ffd5b9050906140e3565b50505f90565b90508110155f615854565b60809150511615155f61583f565b508015615827565b91906010925f5b6010811061590c57505050565b6159168183615616565b90549060031b1c8015615a0b575f526002602052600260405f20015463ffffffff8160801c169061594c60ff8260e01c16614de4565b80615a02575b156159e757610144356001600160401b0381169182820361369d5763ffffffff915060601c161090816159c7575b5061598f576001905b016158ff565b600435836001600160a01b03821680830361369d5763ffffffff9250637c03d12760e11b5f5260045260c4356024521660445260645ffd5b9050610124356001600160401b0381169081810361369d5750105f615980565b5050601085146159fa575b600190615989565b9350836159f2565b50428211615952565b509293929150508082101561575d575090565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480615b11575b15615a79577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152615b0b60c0826141c1565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615a50565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615bb1579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15615037575f516001600160a01b03811615615ba757905f905f90565b505f906001905f90565b5050505f916003919056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const
