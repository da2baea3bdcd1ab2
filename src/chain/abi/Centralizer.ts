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
  "0x61040060405234610a8d57616760803803809161001e82610400610a91565b610400396102a08112610a8d57610400516001600160a01b0381168103610a8d5761042051916001600160a01b0383168303610a8d5761026090603f190112610a8d576040519161026083016001600160401b03811184821017610a795760405261008a610440610ab4565b8352610097610460610ab4565b60208401526100a7610480610ab4565b60408401526100b76104a0610ab4565b60608401526100c76104c0610ab4565b60808401526100d76104e0610ab4565b60a08401526100e7610500610ab4565b60c08401526100f7610520610ab4565b60e0840152610107610540610ab4565b610100840152610118610560610ab4565b610120840152610129610580610ab4565b61014084015261013a6105a0610ab4565b61016084015261014b6105c0610ab4565b61018084015261015c6105e0610ab4565b6101a084015261016d610600610ac5565b6101c084015261017e610620610ac5565b6101e084015261018f610640610ad4565b6102008401526101a0610660610ad4565b6102208401526101b1610680610ad4565b610240840152604051916101c6604084610a91565b6004835263092a0a6b60e31b6020840152604051936101e6604086610a91565b60018552603160f81b602086015263ffffffff8151168015159081610a64575b5015610a44576312cc030063ffffffff60208301511611610a24576312cc030063ffffffff60408301511611610a005763ffffffff60608201511663ffffffff602083015116106109db5763ffffffff60808201511680151590816109ce575b50156109ae5763ffffffff61016082015116156109885761271061ffff6101c083015116116109645761271061ffff6101e08301511611610946576102008101516c010000000000000000000000006001600160801b039091161015610921576102208101516001600160801b0316801515908161090a575b50156108e4576102408101516001600160801b031680151590816108cd575b50156108a9576101808101516101a082015161033f9161032e9160011b6401fffffffe169063ffffffff16610b53565b63ffffffff60a08401511690610b53565b8063ffffffff60c08401511610610872578063ffffffff60e0840151161061084a578063ffffffff6101008401511610610825578063ffffffff61012084015116106107fe5763ffffffff61014083015116106107db5763ffffffff81511660805263ffffffff60208201511660a05263ffffffff60408201511660c05263ffffffff60608201511660e05263ffffffff6080820151166101005263ffffffff60a0820151166101205263ffffffff60c0820151166101405263ffffffff60e0820151166101605263ffffffff610100820151166101805263ffffffff610120820151166101a05263ffffffff610140820151166101c05263ffffffff610160820151166101e05263ffffffff610180820151166102005263ffffffff6101a0820151166102205261ffff6101c0820151166102405261ffff6101e0820151166102605260018060801b03610200820151166102805260018060801b03610220820151166102a05261024060018060801b03910151166102c05260018060a01b0381161580156107ca575b6107bb576102e052610300526104df81610ae8565b6103c0526104ec82610ae8565b6103e0526020815191012090816103805260208151910120806103a05246610340526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261055f60c082610a91565b519020610320523061036052604051615bff9081610b6182396080518181816121320152818161249201526155c7015260a05181818161215b015261557f015260c0518181816121870152615308015260e0518181816113c801526121b30152610100518181816121df01526152ba0152610120518161220b0152610140518181816113ef01528181611c2a0152612237015261016051818181610e14015281816122630152612f28015261018051818181611c5f015261228f01526101a051818181611c9401526122bc01526101c0518181816122e901526139f401526101e05181818161231601526145f2015261020051816123430152610220518181816123700152614f2f01526102405181818161239b01526157220152610260518181816123c60152615490015261028051818181610ac4015281816123f6015261574b01526102a051818181610772015281816119ed01528181611a2301528181611a6401528181611ab701528181611af80152818161242601528181613b930152818161486a0152614d1101526102c0518181816118170152818161185b0152818161189e015281816118dd015281816119310152818161197201528181611d5901528181612456015261489b01526102e05181818161027b01528181610ffd0152818161361701528181613e3501528181613f2701528181614b130152614ff30152610300518181816137130152613d9d01526103205181615a7901526103405181615b3601526103605181615a4301526103805181615ac801526103a05181615aee01526103c05181612a1601526103e05181612a400152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156104ca565b6309175cb760e31b5f9081526a636c61696d57696e646f7760a81b600452602490fd5b6309175cb760e31b5f9081526e65766964656e63655365636f6e647360881b600452602490fd5b6309175cb760e31b5f9081526c61707065616c5365636f6e647360981b600452602490fd5b6309175cb760e31b5f9081526f6368616c6c656e67655365636f6e647360801b600452602490fd5b6309175cb760e31b5f9081526a736574746c65477261636560a81b600452602490fd5b634e487b7160e01b5f52601160045260245ffd5b6309175cb760e31b5f9081526b646973707574655374616b6560a01b600452602490fd5b6c010000000000000000000000009150105f6102fe565b6309175cb760e31b5f9081526d6368616c6c656e67655374616b6560901b600452602490fd5b6c010000000000000000000000009150105f6102df565b6309175cb760e31b5f9081526c36b4b721b7b6b6b4b9b9b4b7b760991b600452602490fd5b6309175cb760e31b5f908152650626f6e6442760d41b600452602490fd5b6309175cb760e31b5f9081526b0636f6d6d697373696f6e42760a41b600452602490fd5b6309175cb760e31b5f9081526d646561646c696e65426c6f636b7360901b600452602490fd5b6309175cb760e31b5f908152676d6178536561747360c01b600452602490fd5b610100915011155f610266565b6309175cb760e31b5f9081526c0e6d0dee4e898cac2e6ca9ac2f609b1b600452602490fd5b6309175cb760e31b5f9081526b0c4deded682d0cac2c89ac2f60a31b600452602490fd5b6309175cb760e31b5f908152676d61784c6561736560c01b600452602490fd5b6309175cb760e31b5f908152676d696e4c6561736560c01b600452602490fd5b905063ffffffff60208301511610155f610206565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b03821190821017610a7957604052565b519063ffffffff82168203610a8d57565b519061ffff82168203610a8d57565b51906001600160801b0382168203610a8d57565b601f815111610b13576020815191015160208210610b04571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b919082018092116108955756fe60806040526004361015610011575f80fd5b5f5f3560e01c806302387a7b14613eb65780630ef808c514613e75578063164e68de14613d7a57806323b30ef614613a8d5780632def6620146139665780633b9cd8b0146138f95780634380dd5b146137425780634bde38c8146136fe57806354469aea146136c35780635a4baeea146135e55780635bca4327146135015780635be52c991461312c57806363c4f03114612fae57806377c2498f14612ed25780637cc0bb0b14612b415780637e9cf4c514612af857806384b0196e146129fc5780638807cb401461295857806388187514146126f957806388fe2be8146125d7578063890357301461208757806398807d84146120445780639af1d35a1461201d578063a925b86f14611ece578063aa99fa9814611e8b578063add98c7014611cd3578063ae01d92814611360578063b0b5ac80146111e8578063b3ca268f1461113e578063c3125c8414610f86578063c644179814610ed5578063c64751bd14610dc3578063ca81d59a14610895578063cffd46dc146106ff578063ed50e438146104d7578063f7818dc314610337578063fbb001d6146102aa578063fc0c546a146102655763fc63958e146101c7575f80fd5b346102625780600319360112610262573381526008602052604081206001600160601b038154161561024f57805464ffffffffff60601b4260601b1669ffffffffffffffffffff60601b1990911664ffffffffff60881b4360881b1617179055337fc71a12d68198cab1d323bdc45a5a90923cab472ebc45c89829a688d83cc0262f8280a280f35b633e50315f60e11b825233600452602482fd5b80fd5b50346102625780600319360112610262576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5034610262576040366003190112610262576102c4613f80565b6001600160801b036102d4613f6a565b6102dd81614367565b6102e683614473565b6102f081336143a6565b16906102fc8282614fc0565b6040519182526001600160a01b03169033907f7cdf1c7850b1287b5880ac319568e0629bb1d77e5a2410a8587a420c3f57a97390602090a380f35b503461026257366003190161030081126104d3576102e013610262576102e4356001600160401b0381168091036104d357610370614492565b9081835260026020526040832061039161038a82856144c9565b91846144fb565b60088110156104bf576001811415806104b4575b610498575081835260066020526001600160401b03600160408520015416610484576102843563ffffffff81169081810361048057506001600160401b034216016001600160401b03811161046c576001600160401b0316808210610451575060207ffa2b73ea1e099045393cc3b6ecacff4a5ad55ac07ee72d379d9f665e3b9c22b4918385526006825260016040862001816001600160401b0319825416179055604051908152a280f35b6322a01a6560e11b8452600492909252602452604452606490fd5b634e487b7160e01b84526011600452602484fd5b8480fd5b6334bb3e4160e01b83526004829052602483fd5b836104b26044928563509b2d0560e11b8452600452613ff3565bfd5b5060048114156103a5565b634e487b7160e01b84526021600452602484fd5b5080fd5b50346102625736600319016103a081126104d3576102e013610262576080366102e319011261026257610364356001600160401b0381116104d357610520903690600401613f96565b9190610384356001600160401b0381116106fb57610542903690600401613f96565b9061054b614492565b92838552600260205261056160408620856149d7565b506102e4358481036106e457506105b96105c794959660a06040517f7df213606c5a3ab175c9a16eec535b7b6f3c79f9f183b966125a7a07852eea57815260806102e4602083013720926105b36142e4565b84614a41565b6105c16142ce565b90614a41565b6001600160801b036105d76140ac565b166001600160801b036105e86140c3565b1690610324356001600160401b0381168082036106e0576106139361060d9250614126565b90614139565b6001600160801b03610623614095565b169061034435916001600160401b038316918284036106e05761060d60209361066e937fee1605faf106e785ac7625024a5a9ef27a5eae49ebf984dd33755c219d4749d89650614126565b838552600682526001600160601b03604086209181835416906001600160801b0361069761407e565b1690808210156106d957505b808211156106d257505b16906001600160601b0382166001600160601b0319825416179055604051908152a280f35b90506106ad565b90506106a3565b8580fd5b632ce7ab1160e01b86526004859052602452604485fd5b8280fd5b50346102625760203660031901126102625760043580825260026020526040822061072a81836144c9565b6107348284615647565b60088110156104bf57600181036104985750600201805463ffffffff8160601c168042108015610882575b6108465750506107986001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614545565b80546001600160e81b03811660e891821c60041790911b6001600160e81b031916178155818352600660205260408320805463ffffffff60c01b19164260c01b63ffffffff60c01b161790556107ef60038261430e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557fd34a04611d61ad8145e132fa5c4c335eeb5b305bf3fa3325556d0e58c0d5c24e8280a280f35b63ffffffff608492859260405193634f6c0c9f60e01b85526004850152602484015260801c1660448201526001600160401b0342166064820152fd5b5063ffffffff8260801c1642101561075f565b503461026257366003190161032081126104d3576102e013610262576102e4356001600160401b0381116104d3576108d1903690600401613f96565b610304356001600160401b038111610a98576108f1903690600401613f96565b906108fa614492565b93848652600260205260ff600260408820015460e01c166008811015610daf57610d9b576001600160401b0361092e614067565b164211610d665760ff61093f6151c9565b1680610d4f575061094e6142e4565b6084356001600160401b0381168103610d4b5761096a916155ef565b6109726142ce565b9360a435916001600160401b0383168303610d4b576109ae956109a693610998916155ef565b6109a06142e4565b87614a41565b6105b36142ce565b819060c4359260e43563ffffffff81169081811415945b63ffffffff6109d2614025565b16811015610a9c5785610a985763ffffffff6109ee8285614139565b166109f76142e4565b604051602081019160018060a01b0316825289604082015282606082015260608152610a246080826141e3565b5190208552600360205260408520610a3c828261591a565b9160108314610a6d575060019291610a5391615638565b81549060031b9088821b915f19901b1916179055016109c5565b866064918b610a7a6142e4565b63be9b2a2d60e01b84526001600160a01b0316600452602452604452fd5b8380fd5b8385610b71610aa96142ce565b6001600160801b03610ab961407e565b166001600160801b037f00000000000000000000000000000000000000000000000000000000000000001691610af8610af28484614139565b8261565f565b60018060a01b03168552846020526001600160801b036040862091610b5c610b3c845492610b3385610b2a8984614139565b16868616614386565b9360801c614525565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b03198254161790556156af565b6001600160801b03610b816140da565b16610d24575b8082526002602052604082206001600160a01b03610ba36142e4565b82546001600160a01b0319169116178155610c0f610bbf6142ce565b6001830180546001600160a01b0319166001600160a01b039092169190911781556001600160601b03610bf061407e565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b6001600160601b03600281610c226140da565b16920191166001600160601b0319825416178155610c3e614039565b815463ffffffff60801b610c50614050565b60ff60e01b1967ffffffffffffffff60601b1990931660609490941b63ffffffff60601b169390931760809390931b169190911716600160e01b179055610c956142e4565b90610c9e6142ce565b907f44f92b707292f02c1202b065cfc559b4826c26c4cf4e4c8442382103c80419476080610cca61407e565b936001600160401b03610cdb6140da565b81610ce4614039565b6001600160801b03610cf4614050565b604080519b83168c529190941660208b01529116908801521660608601526001600160a01b03908116951693a480f35b610d46610d2f6142e4565b6001600160801b03610d3f6140da565b1690614545565b610b87565b8780fd5b635a54d3b160e11b87526004869052602452604486fd5b6064866001600160401b0387610d7a614067565b9063e325449960e01b8452600452166024526001600160401b034216604452fd5b63054a060360e51b86526004859052602486fd5b634e487b7160e01b87526021600452602487fd5b503461026257602036600319011261026257600435808252600260205260408220610dee81836144c9565b60088110156104bf57600381036104985750600201610e7360108254610e4e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c16886145dc565b83546001600160e81b031660e891821c92909217901b6001600160e81b031916178255565b610e7e60058261430e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557f1b74139697222a14ac9a663413515ffc5934a00781a15cab319a465c3de207398280a280f35b503461026257602036600319011261026257600435808252600260205260408220610f0081836144c9565b60088110156104bf57600181141580610f7b575b610498575063ffffffff600282015460801c16804210610f5f5750610f389061459c565b7f3408da6b5c11bc7186798cedf9753e4d65762f2eaf6f704cb3f609e76e1d336d8280a280f35b6328ae40d360e11b845260048390526024526044839052606483fd5b506004811415610f14565b5034610262576040366003190112610262576004356001600160401b0381116104d357610fb7903690600401613fc3565b906024356001600160401b038111610a9857610fd7903690600401613fc3565b610fdf614332565b80840361112c579190849285945b80861061103d578661102a8630337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316615140565b805f516020615bdf5f395f51905f525d80f35b909192936110c860019161106261105d6110588a888a614214565b6140f1565b614367565b61107d6110786110738a878b614214565b6142fa565b614473565b6110ab61108e6110738a878b614214565b6001600160801b036110a46110588c8a8c614214565b1690614fc0565b6001600160801b036110c16110588a888a614214565b1690614139565b956110d7611073828589614214565b7fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a47602061110861105885898b614214565b926001600160801b0360405194168452858060a01b031692a2019493929190610fed565b6001621398b960e31b03198552600485fd5b5034610262576020366003190112610262576004356001600160401b0381168091036104d35733825260076020526001600160401b03604083205416808211156111ce5750338252600760205260408220816001600160401b03198254161790556040519081527f663b0e6449820c633f6d9d194944ccc40e3633c1bcb8878cf728c2713ccae7e760203392a280f35b6064929163f41729c760e01b835233600452602452604452fd5b50346102625760a0366003190112610262576004356001600160401b0381116104d357611219903690600401613fc3565b91906024356001600160401b0381116106fb5761123a903690600401613fc3565b93906044356001600160401b0381116104805761125b903690600401613fc3565b9590926064356001600160401b03811161135c5761127d903690600401613fc3565b976084356001600160401b0381116113585761129d903690600401613fc3565b94909381811480159061134e575b8015611344575b801561133a575b61132857895b8181106112ca578a80f35b806113228a8a8f8a8f61131a878f94818f94918f8f9d8f9160019f61105883611305926112fe8261130b986113129c614214565b359f614214565b9c614214565b3595614238565b959094614238565b959094614733565b016112bf565b6001621398b960e31b03198a5260048afd5b50858114156112b9565b508a8114156112b2565b50828114156112ab565b8880fd5b8680fd5b5034610262576102e03660031901126102625761137b614332565b611383614492565b8082526002602052604082209061139a82826144c9565b60088110156104bf5760028103611c4f575063ffffffff6113b9614025565b16611c235761141463ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff7f000000000000000000000000000000000000000000000000000000000000000016614139565b61143760028401549163ffffffff8360c01c1663ffffffff8460a01c16856145dc565b6001600160601b036114476146ca565b9183865260066020526040862090600186015460a01c63ffffffff8260801c1660a086015263ffffffff8260601c16608086015283821660208601528452855460a01c9060e81c61016085015260e08401526001600160401b0360018254920154166101408401528060e01c6101208401521661010082015263ffffffff6114cd614025565b1615156101c4356001600160801b0381169081810361135c5750610244356001600160801b03811690818103610d4b57506060840152604083015260c08201526040519060c082018281106001600160401b03821117611c0f57608061102a95936117638296947f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9460405289835289602084015289604084015289606084015289848401528960a08401526115b760e082015160408301518082115f14611c0857505b825161010084015180821015611c0157505b80821115611bfa57505b8085528251614105565b601061016083015116151580611bea575b8015611bd8575b1580158587015261016083015161020016151560a0860152611bca5760208201515b602085015260c0820151151580611bc1575b80611bb6575b80611ba9575b611b8a575b60a0840151611b5b575b50611627614290565b968161163a89935160e083015190614105565b60208401526020810151835261168361167561166a61165f885160e086015190614105565b602085015190614139565b602088015190614105565b604087015160011c90614139565b60408401526116b16116a661169b8351885190614105565b606088015190614105565b604087015190614105565b60608401526116da6116cc6060870151604088015190614139565b604087015160011c90614105565b838701528486015115611b4b5761171c611713602087015160011c5b611704816060880151614139565b60608701526020880151614105565b87850151614139565b86840152600461016082015116611a57575b6040610160820151166119e0575b610400610160820151166118d0575b61080061016082015116611803575b50835190615064565b838282015115801580916117f6575b6117b9575b50506001600160801b03815116906001600160801b03604081602084015116920151169060405192835260208301526040820152876060820152a20151614fe9565b60407fff24cb75b25be0266877fe167de216402e8aa675961b73c4ac563eeecf9c382e9160a0850151151582519182526020820152a2835f611777565b5060a08301511515611772565b610160610100916118416001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166020870151614139565b602086015201511615611891576118856001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166060840151614139565b60608301525b5f61175a565b6118c76001600160801b037f00000000000000000000000000000000000000000000000000000000000000001686840151614139565b8583015261188b565b6119046001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168451614139565b8352602061016082015116151580156119ce575b80156119a4575b156119655761195b6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614139565b604084015261174b565b61199b6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001687850151614139565b8684015261174b565b5061010081015160e08201516040830151808211156119c65750905b1161191f565b9050906119c0565b50610200610160820151161515611918565b611a146001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168451614139565b8352611a4d6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614139565b604084015261173c565b611a8e6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166020850151614139565b602084015260206101608201511615151580611b2c575b15611aeb57611ae16001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166060850151614139565b606084015261172e565b611b226001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614139565b604084015261172e565b50601061016082015116151580611aa557506101208101511515611aa5565b61171c61171360208701516116f6565b6060840151611b6991614105565b602082015180821015611b8357505b60408401525f61161e565b9050611b78565b606082015181811015611ba2575b6060850152611614565b5080611b98565b506101208201511561160f565b508484015115611609565b50835115611603565b611bd382615836565b6115f1565b506101006101608301511615156115cf565b50610160820151602016156115c8565b90506115ad565b90506115a3565b9050611591565b634e487b7160e01b86526041600452602486fd5b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611414565b60058103611c84575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611414565b60068103611cb9575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611414565b6104b2849160449363509b2d0560e11b8452600452613ff3565b503461026257602036600319011261026257600435808252600260205260408220611cfe81836144c9565b611d088284614de4565b15611e8257610400915b60088210159081611e6057600283141580611e74575b8281611e4f575b50611e34576002019262ffffff81855460e81c1616611e1c57611da590611d7f6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614545565b84546001600160e81b03811660e891821c92909217901b6001600160e81b031916178455565b6104bf57600603611ddb575b5033907ff545ed94f2dba7a41bb3d8f481a0acfcaa90e34ff3c51b8a9c237549c5eacfdd8380a380f35b611de660068261430e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790555f611db1565b6322babe6760e21b8652600485905233602452604486fd5b63509b2d0560e11b865260048590526044866104b285613ff3565b9050611e6057600683141582611d2f565b634e487b7160e01b86526021600452602486fd5b508591506005831415611d28565b61080091611d12565b5034610262576020366003190112610262576020906001600160401b03906040906001600160a01b03611ebc613f80565b16815260078452205416604051908152f35b5034610262576020366003190112610262576004356001600160401b0381116104d357611eff903690600401613fc3565b611f0881614279565b91611f1660405193846141e3565b818352601f19611f2583614279565b01845b818110611ffa575050835b828110611f98578385604051918291602083016020845282518091526020604085019301915b818110611f67575050500390f35b91935091602060406001926001600160801b0383885182815116845201511683820152019401910191849392611f59565b6001906001600160a01b03611fb1611073838787614214565b168652856020526040862060405190611fc982614175565b546001600160801b038116825260801c6020820152611fe882876142ba565b52611ff381866142ba565b5001611f33565b60209060405161200981614175565b878152878382015282828801015201611f28565b503461026257806003193601126102625760206001600160801b0360015416604051908152f35b5034610262576020366003190112610262576020906001600160601b03906040906001600160a01b03612075613f80565b16815260088452205416604051908152f35b50346102625780600319360112610262576102406040516120a7816141c7565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152015261026060405161212b816141c7565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016815263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016602082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016606082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016608082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660a082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660c082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660e082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661010082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661012082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661014082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661016082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661018082015263ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166101a082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101c082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101e08201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102008201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102208201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102408201526001600160801b036102406040519263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016845263ffffffff602082015116602085015263ffffffff604082015116604085015263ffffffff606082015116606085015263ffffffff608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff6101008201511661010085015263ffffffff6101208201511661012085015263ffffffff6101408201511661014085015263ffffffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015261ffff6101c0820151166101c085015261ffff6101e0820151166101e085015282610200820151166102008501528261022082015116610220850152015116610240820152f35b5034610262576020366003190112610262576125f1613f54565b6125fa81614367565b6001600160801b0381169061260f8233614545565b33835260086020526001600160601b03806040852054169116016001600160601b0381116126e5576126b6906001600160601b036040519161265083614146565b1681526020808201858152604080840187815233885260089093528620925183549151925160609390931b64ffffffffff60601b166001600160601b039091166001600160b01b0319909216919091171760889190911b64ffffffffff60881b16179055565b6040519081527f2eefbcc6809174727cb788be082c392be6c822829c56ab5eb44d528e9d9f37f960203392a280f35b634e487b7160e01b83526011600452602483fd5b503461026257610260366003190112610262576004359061010036602319011261026257610124356001600160401b0381116104d35761273d903690600401613f96565b909290610100366101431901126106fb57610244356001600160401b038111610a985761276e903690600401613f96565b94908385526002602052604085209261278784866149d7565b50612790614a0a565b906101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda81526101006101446020830137209086602435148061294c575b80612928575b806128eb575b1580156128d7575b80156128ce575b6128ba579161282c939161282761286198999a9460ff61280b614204565b16159788156128a45789546001600160a01b0316948590614a41565b614a41565b15612899576002610100915b0180546001600160e81b03811660e891821c909317901b6001600160e81b031916919091179055565b7f64b11a0bba857a68ae90e6f78dbbb680db09d26c3400ae46a498e004eee267bf602061288c614204565b60ff60405191168152a280f35b600261020091612838565b60018a01546001600160a01b0316948590614a41565b63397663b360e21b88526004879052602488fd5b508183146127ed565b50600160ff6128e4614204565b16116127e6565b506064356001600160401b03811690818103612924575061018435906001600160401b038216918281036129205750146127de565b8a80fd5b8980fd5b50612931614204565b610164359060ff821691828103612920575060ff16146127d8565b508661014435146127d2565b50346102625760203660031901126102625760043580825260026020526040822061298381836144c9565b61298d82846144fb565b60088110156104bf576003810361049857506002810180546001600160e81b03811660e891821c60081790911b6001600160e81b0319161790556129d59061459c565b61459c565b7f668bd1beac2be1ee8411790a342055aa29e8a48d3185756ee6b41c8fd0fc46ea8280a280f35b5034610262578060031936011261026257612a9c90612a3a7f00000000000000000000000000000000000000000000000000000000000000006157f8565b90612a647f00000000000000000000000000000000000000000000000000000000000000006157f8565b906020612aaa60405193612a7883866141e3565b8385525f368137604051968796600f60f81b885260e08589015260e0880190614001565b908682036040880152614001565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110612ae157505050500390f35b835185528695509381019392810192600101612ad2565b503461026257606036600319011261026257612b12613f6a565b604435906001600160401b0382116106fb57612b35612b3e923690600401613f96565b91600435614b40565b80f35b503461026257366003190161028081126104d3576101001361026257610104356001600160401b0381116104d357612b7d903690600401613f96565b90610124356001600160401b038111610a9857612b9e903690600401613f96565b9091906101003661014319011261048057610244356001600160401b0381116106e057612bcf903690600401613f96565b949091610264356001600160401b038111610d4b57612bf2903690600401613f96565b959094612bfd614332565b612c05614e42565b15612eb6576004356101443580821015612e8d57604051602081019083825282604082015260408152612c396060826141e3565b519020915b828c52600960205260ff60408d205416612e785750508952600960205260408920600160ff198254161790556101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af8878152610100600460208301372093602435916001600160a01b038316830361292057612cbd9286614a41565b6044356001600160a01b038116810361135857612cd993614a41565b6101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af88781526101006101446020830137209361016435916001600160a01b038316830361135c57612d2e9286614a41565b610184356001600160a01b038116810361048057612d4b93614a41565b6001600160a01b03612d5b6142ce565b168152600860205260408120546001600160601b038116908115612e55576b7fffffffffffffffffffffff906001600160a01b03612d976142ce565b168452600860205283604081205560011c1690612dbb81612db66142ce565b61465b565b612dc58233614fc0565b612dcd6142ce565b60843563ffffffff8116908181036106e057506040805191825260208201849052606435926001600160a01b0316917f293cc769bec061aab4f7e3b4bb439b2779a630645b22fdf9c272580dab635db29190a3036001600160601b038111612e41576001600160601b0361102a9116614fe9565b634e487b7160e01b82526011600452602482fd5b602483612e606142ce565b633e50315f60e11b82526001600160a01b0316600452fd5b63191e17c360e31b8c5260045260245260448afd5b604051602081019082825283604082015260408152612ead6060826141e3565b51902091612c3e565b63e2d77fb960e01b895260048035905261014435602452604489fd5b503461026257602036600319011261026257600435808252600260205260408220612efd81836144c9565b60088110156104bf57600481036104985750806129d06002612f87930160808154612f6263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168a6145dc565b82546001600160e81b031660e891821c92909217901b6001600160e81b031916179055565b7f24a0b947e5fc095dfd3e5a8008cbdf74698deef8d92b81b5d821a24153ce45a68280a280f35b503461026257602036600319011261026257600435808252600260205260408220612fd981836144c9565b612fe38284614de4565b612fec82614e06565b1580613104575b6130e95780156130e25760015b6002840190815460e81c62ffffff828216166130ca5782546001600160e81b0316911760e81b6001600160e81b031916178155816130b6575b50613089575b60088110156104bf5760020361307a575b5033907fe7fa6efa4e05ddc24d8e036cd3a65a1b814ee73cf96bf77c63e845114462f4a78380a380f35b6130839061459c565b5f613050565b82845260066020526040842080546001600160e01b03164260e01b6001600160e01b03191617905561303f565b63ffffffff91505460801c1642105f613039565b631e70f55b60e31b8852600487905233602452604488fd5b6002613000565b63509b2d0560e11b855260048490526044856104b284613ff3565b506008821015613118576002821415612ff3565b634e487b7160e01b85526021600452602485fd5b5034610262576020366003190112610262576004356001600160401b0381116104d35761315d903690600401613fc3565b61316981939293614279565b9061317760405192836141e3565b808252601f1961318682614279565b01835b81811061348157505082935b8185106133005750506040519060208201602083528151809152602060408401920190845b8186106131c75784840385f35b9091928351805160018060a01b0381511683526001600160601b03602082015116602084015260018060a01b0360408201511660408401526001600160601b0360608201511660608401526001600160601b03608082015116608084015263ffffffff60a08201511660a084015263ffffffff60c08201511660c084015263ffffffff60e08201511660e084015263ffffffff61010082015116610100840152610120810151600881101561311857926001600160401b0360806020809562ffffff6101406102009760019a61012089015201511661014086015201516001600160601b038151166101608501526001600160601b03868201511661018085015263ffffffff6040820151166101a085015263ffffffff6060820151166101c08501520151166101e082015201940195019491906131ba565b61330b858383614214565b35845260026020526040842094613323818484614214565b3585526006602052604085206040519061333c82614175565b60026040519861334b8a614190565b805460018060a01b0381168b5260a01c60208b0152600181015460018060a01b03811660408c015260a01c60608b01520154976001600160601b038916608082015263ffffffff8960601c1660a082015263ffffffff8960801c1660c082015263ffffffff8960a01c1660e082015263ffffffff8960c01c1661010082015260ff8960e01c169860088a101561346d576001959697989961012083015260e81c61014082015282526001600160401b038460405192613409846141ac565b80546001600160601b03811685526001600160601b038160601c16602086015263ffffffff8160c01c16604086015260e01c60608501520154166080820152602082015261345782876142ba565b5261346281866142ba565b500193929190613195565b634e487b7160e01b89526021600452602489fd5b602090604096939495965161349581614175565b6040516134a181614190565b88815288848201528860408201528860608201528860808201528860a08201528860c08201528860e082015288610100820152886101208201528861014082015281526134ec614290565b83820152828288010152019493929194613189565b5034610262576060366003190112610262576004356001600160401b0381116104d357613532903690600401613fc3565b6024356001600160401b038111610a9857613551903690600401613fc3565b6044356001600160401b0381116106e057613570903690600401613fc3565b9190938181148015906135db575b6135c957865b81811061358f578780f35b806135c36135a0600193858b614214565b356135af61105884888b614214565b906135bb84898c614238565b929091614b40565b01613584565b6001621398b960e31b03198752600487fd5b508281141561357e565b50346136bf5760a03660031901126136bf576135ff613f54565b60443560ff81168091036136bf57613615614332565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156136bf575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501526001600160801b03891660448501526024356064850152608484015260643560a484015260843560c48401525af16136a8575b5061102a90614ac3565b6136b59192505f906141e3565b5f9061102a61369e565b5f80fd5b346136bf5760203660031901126136bf576136ec6136df613f54565b6136e7614332565b614ac3565b5f5f516020615bdf5f395f51905f525d005b346136bf575f3660031901126136bf576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346136bf576101403660031901126136bf576004356101003660231901126136bf57610124356001600160401b0381116136bf57613784903690600401613f96565b825f52600260205260405f2061379a81856149d7565b60088110156138e5576003811415806138d3575b6138b657508360243514806138a2575b80613889575b80613855575b15613842576137f560029261381c946137e1614a0a565b60018501546001600160a01b031690614a41565b0180546001600160e81b03811660e891821c60201790911b6001600160e81b031916179055565b7f70c8d42b2c36c877cc34366f79d479554ecfb43a9503b4fd9c9712ac1ef4fbac5f80a2005b83632faf380560e01b5f5260045260245ffd5b5060c4356001600160401b038116908181036136bf5750845f52600660205263ffffffff60405f205460c01c1611156137ca565b5060843560ff81168082036136bf5760039150146137c4565b50600160ff6138af614204565b16146137be565b63509b2d0560e11b5f5260048590526138ce90613ff3565b60445ffd5b506010600283015460e81c16156137ae565b634e487b7160e01b5f52602160045260245ffd5b346136bf5760a03660031901126136bf57613912613f6a565b6064356001600160401b0381116136bf57613931903690600401613f96565b91608435926001600160401b0384116136bf57613955613964943690600401613f96565b93909260443590600435614733565b005b346136bf575f3660031901126136bf57335f52600860205260405f206040519061398f82614146565b54906001600160601b038216808252602082019064ffffffffff8460601c16825264ffffffffff604084019460881c16845215613a7a5764ffffffffff81511615613a67576001600160601b039264ffffffffff80613a1b93511691511663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691336145dc565b335f5260086020525f6040812055613a37828251168033614696565b51166040519081527f23eb338ed2df691870bc931bf6328c55b2708178ecf1f1b3e889afca4418adea60203392a2005b6309a59af960e31b5f523360045260245ffd5b633e50315f60e11b5f523360045260245ffd5b346136bf57366003190161030081126136bf576102e0136136bf576102e4356001600160801b0381168082036136bf57613ac5614492565b91825f52600260205260405f20613adc81856144c9565b613ae682866144fb565b60088110156138e557600181036138b6575063ffffffff613b05614025565b1615613d5f576001600160401b03613b1b614039565b164210613d12576001600160801b03613b3261407e565b166001600160801b03613b43614095565b1615613c8d575b815460a01c8411801590613c84575b613c6057509160209160027fdfa4fda5f1f71ccb424b68064fe6c7f1c04e71d61de3224930e9703b5a977a2d94613bb96001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614545565b0180546001600160e81b03811660e891821c60401790911b6001600160e81b031916178155905f868152600685526040902080546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b16919091179055613c2760048261430e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055604051908152a2005b6001600160801b03908486630417271560e21b5f526004526024521660445260645ffd5b50808411613b59565b6001600160401b03613c9d614050565b168042105f14613d065750613cf1613cc7425b6001600160401b03613cc0614039565b1690614105565b6001600160801b03613cea613cda6140ac565b9282613ce46140c3565b16614126565b9116614139565b80821015613cff5750613b4a565b9050613b4a565b613cc7613cf191613cb0565b6084846001600160401b03613d25614039565b81613d2e614050565b9160405194634f6c0c9f60e01b865260048601521660248401521660448201526001600160401b0342166064820152fd5b8284630417271560e21b5f526004526024525f60445260645ffd5b346136bf5760203660031901126136bf57613d93613f80565b613d9b614332565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303613e62576001546136ec916001600160801b03821691613de683614367565b613def82614473565b6001600160801b0319166001556040518281526001600160a01b038216907f22bef34a215596dccb9189a55ce50cff9b85b028497cbe73981dfdc77588647e90602090a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166143f2565b63967a6ee960e01b5f523360045260245ffd5b346136bf5760203660031901126136bf5760405160043581527f9cf61333153bf00386caf84118ddee282fc1dd86c50c976c366ce081e808355060203392a2005b346136bf5760203660031901126136bf576136ec613ed2613f54565b613eda614332565b613ee381614367565b613eed81336143a6565b6001600160801b036040519116908181527fab48b3d59a240196dc5bdd7f7a638fca310f8194c7d350c3dd7765861311ddf860203392a2337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166143f2565b600435906001600160801b03821682036136bf57565b602435906001600160801b03821682036136bf57565b600435906001600160a01b03821682036136bf57565b9181601f840112156136bf578235916001600160401b0383116136bf57602083818601950101116136bf57565b9181601f840112156136bf578235916001600160401b0383116136bf576020808501948460051b0101116136bf57565b60088110156138e557602452565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6101043563ffffffff811681036136bf5790565b610124356001600160401b03811681036136bf5790565b610144356001600160401b03811681036136bf5790565b610164356001600160401b03811681036136bf5790565b610184356001600160801b03811681036136bf5790565b610204356001600160801b03811681036136bf5790565b610224356001600160801b03811681036136bf5790565b6101e4356001600160801b03811681036136bf5790565b6101a4356001600160801b03811681036136bf5790565b356001600160801b03811681036136bf5790565b9190820391821161411257565b634e487b7160e01b5f52601160045260245ffd5b8181029291811591840414171561411257565b9190820180921161411257565b606081019081106001600160401b0382111761416157604052565b634e487b7160e01b5f52604160045260245ffd5b604081019081106001600160401b0382111761416157604052565b61016081019081106001600160401b0382111761416157604052565b60a081019081106001600160401b0382111761416157604052565b61026081019081106001600160401b0382111761416157604052565b90601f801991011681019081106001600160401b0382111761416157604052565b60443560ff811681036136bf5790565b91908110156142245760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908110156142245760051b81013590601e19813603018212156136bf5701908135916001600160401b0383116136bf5760200182360381136136bf579190565b6001600160401b0381116141615760051b60200190565b6040519061429d826141ac565b5f6080838281528260208201528260408201528260608201520152565b80518210156142245760209160051b010190565b6024356001600160a01b03811681036136bf5790565b6004356001600160a01b03811681036136bf5790565b356001600160a01b03811681036136bf5790565b9060088110156138e557815460ff60e01b191660e09190911b60ff60e01b16179055565b5f516020615bdf5f395f51905f525c6143585760015f516020615bdf5f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b6001600160801b03161561437757565b631f2a200560e01b5f5260045ffd5b906001600160801b03809116911603906001600160801b03821161411257565b6143b96001600160801b0383168261565f565b60018060a01b03165f525f6020526001600160801b036143e060405f209282845416614386565b166001600160801b0319825416179055565b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615614452575b604052156144325750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661446a57823b15153d15161690614427565b503d5f823e3d90fd5b6001600160a01b03161561448357565b63d92e233d60e01b5f5260045ffd5b6103006040517ffce7e8d4b55fe318ba48cb97b1ebd967f964faddf2f2139894565caa9a356a2c81526102e0600460208301372090565b9190600260ff91015460e01c169160088310156138e55782156144e95750565b63b08fc1cb60e01b5f5260045260245ffd5b90546001600160a01b0316330361450f5750565b63723bbd3560e01b5f526004523360245260445ffd5b906001600160801b03809116911601906001600160801b03821161411257565b61454f828261565f565b60018060a01b03165f525f6020526001600160801b0360405f2091614581610b3c8385549316610b3381868616614386565b166001600160801b031982541617905561459a5f6156af565b565b6002016145aa60028261430e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055565b926145ea9061461892614139565b9163ffffffff7f00000000000000000000000000000000000000000000000000000000000000001690614139565b918142108015614652575b61462c57505050565b6001600160401b03929183916328ae40d360e11b5f52600452166024521660445260645ffd5b50824310614623565b60018060a01b03165f525f6020526001600160801b0360405f20916143e0610b3c84548461468b5f828416614525565b94169060801c614386565b906001600160801b039160018060a01b03165f525f6020526143e0610b3c60405f20948461468b8188549316828416614525565b6040519061018082018281106001600160401b03821117614161576040525f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9594919394929092865f52600260205260405f209261475284896149d7565b506001840154966001600160801b038860a01c9616978689116149bc578554918260a01c95868b106149a1578a989589958b9995614933958f7f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9f9660809f9661481c9261493d9e9961482b996040519160208301937fc7eab35b0c2329d9491c5d75cd9f4e4c7ce9c3a9d646991bb0d11c05d9eb5b5585526040840152606083015260808201526080815261480960a0826141e3565b519020946001600160a01b031685614a41565b6001600160a01b031690614a41565b61492d6148366146ca565b956002850154906001600160601b03602089019260e08a01958160e81c6101608c0152865216825287526001600160801b037f000000000000000000000000000000000000000000000000000000000000000016966104006101606001600160801b037f000000000000000000000000000000000000000000000000000000000000000016926148c4614290565b9a6148d28251895190614105565b60208d0196818852518d52816004858501511661498f575b5050610800838301511661497d575b6040838301511661496a575b50015116614957575b5061491f875161060d855189614105565b604088015251915185614105565b90614105565b6060840152615064565b6040519182525f60208301525f60408301526060820152a2565b614962908851614139565b87525f61490e565b614975908c51614139565b8b525f614905565b614988858751614139565b86526148f9565b61499891614139565b86525f816148ea565b868b8d63086bd8d560e41b5f5260045260245260445260645ffd5b86898b630ad2258d60e31b5f5260045260245260445260645ffd5b91906149e390836144c9565b9160088310156138e557600783146149f85750565b635865995f60e11b5f5260045260245ffd5b6101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda8152610100602460208301372090565b916042614a7093949294614a53615a40565b906040519161190160f01b835260028301526022820152206156e2565b5060048110156138e5571590811591614aac575b50614a8c5750565b633615713d60e21b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f614a84565b6001600160801b0361459a91614ad881614367565b16614ae38133614fc0565b6040518181527fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760203392a230337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316615140565b9290835f52600260205260405f2090614b5982866149d7565b50815460a01c60018301938454958660a01c966001600160801b03851697808911614dca575083881115614daf578894614c8a7f08851f18ca48c7749be0f043d3244f59e643b2a4a02098d3ef66eee07d6848af95614c15604096614c8496614c90968b8f8b519060208201927fe97c93f01d3ef8eaba1586553df13308f236815bf4ea49c7b696895d8f5ea68a84528d830152606082015260608152614c016080826141e3565b5190206001600160a01b0390911690614a41565b6001600160801b03614c32614c298d615716565b61492d84615716565b8a546001600160a01b031660a086901b6001600160a01b031916178b559586928c54614c73906001600160a01b031684614c6c848a614386565b169061465b565b8b546001600160a01b031695614386565b16614105565b90614fc0565b614c99816156af565b6001600160801b03825191888352166020820152a26002810180549360ff8560e01c1660088110156138e5576004149081614d8c575b50614cdc575b5050505050565b80546001600160e81b03166001604160e81b0319909416939093178355614d5e92805460ff60e01b1916600160e01b179055547f00000000000000000000000000000000000000000000000000000000000000006001600160801b03169190614d4f9083906001600160a01b031661465b565b546001600160a01b0316614fc0565b7f4efb36588d2ca6f32a0d29ed39c51a64d9a0a317367571bd208ab9b9c6d251f05f80a25f80808080614cd5565b9050855f5260066020526001600160601b0360405f205460601c1611155f614ccf565b83888a63086bd8d560e41b5f5260045260245260445260645ffd5b888a630ad2258d60e31b5f5260045260245260445260645ffd5b81546001600160a01b0316331492918315614dfd575050565b61459a91615647565b600881101590816138e55760018114918215614e35575b8215614e2857505090565b9091506138e55760041490565b506003811491505f614e1d565b6101443560043514614f6b576024356001600160a01b038116908181036136bf5750610164356001600160a01b03811691908281036136bf575014801590614fb1575b8015614f81575b614f6b57614e9a6004615784565b158015614f6f575b614f6b5760a4356001600160401b038116908181036136bf57506101e4356001600160401b038116908181036136bf575080821115614f6457505b60c4356001600160401b038116908181036136bf5750610204356001600160401b038116908181036136bf575080821015614f5c5750905b8082119182614f2357505090565b614f2d9250614105565b7f000000000000000000000000000000000000000000000000000000000000000060011b6401fffffffe161090565b905090614f15565b9050614edd565b5f90565b50614f7b610144615784565b15614ea2565b5060843563ffffffff8116908181036136bf57506101c4359063ffffffff8216918281036136bf57501415614e8c565b506101a4356064351415614e85565b60018060a01b03165f525f6020526001600160801b036143e08160405f20931682845416614525565b80614ff15750565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156136bf575f91602483926040519485938492630852cd8d60e31b845260048401525af180156150595761504f5750565b5f61459a916141e3565b6040513d5f823e3d90fd5b9061459a926001600160601b03926150c961508e61508185615716565b61492d845460a01c615716565b60028301805460ff60e01b1916600760e01b17905582546001600160a01b03169490951660a01b6001600160a01b0319169390931781558392565b6001810154602083015160608401516150ed929091906001600160a01b0316614696565b8151908115801590615133575b615108575b505050506156af565b61512a9360406151249260018060a01b03905416940151614105565b91614696565b805f80806150ff565b50604083015115156150fa565b6040516323b872dd60e01b5f9081526001600160a01b039384166004529290931660245260449390935260209060648180865af19060015f5114821615615191575b6040525f606052156144325750565b90600181151661446a57823b15153d15161690615182565b906001600160401b03809116911603906001600160401b03821161411257565b610144356001600160401b038116908181141590816136bf5761012435926001600160401b038416918285141593846136bf5783831080156155a7575b801561555b575b615550576136bf5750421015615548576004356001600160a01b0381168082036136bf576024356001600160a01b038116918282036136bf5782811493841561553d575b50508215615532575b505061552a5761018435926001600160801b038416928385141593846136bf5780158015615508575b80156154e4575b6154d957610104359063ffffffff8216918281036136bf5782151592838061546b575b61545d575f9063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016811190811561542d575b5061541f576136bf5750816153e3575b506153d9576136bf575061532e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614139565b106153d2576136bf576101a4356001600160801b03811681036136bf576101c4356001600160801b03811681036136bf576101e4356001600160801b03811681036136bf5761020435906001600160801b03821682036136bf5761022435926001600160801b03841684036136bf5761024435946001600160801b03861686036136bf5763ffffffff9617171717171760601c16155f146153cd575f90565b600990565b5050600890565b5050505050600790565b6102443591506001600160801b0382168083036136bf57801592831561540d575b5050505f6152f4565b50909150856136bf57115f8080615404565b505050505050505050600690565b91505060e4359063ffffffff8216918281036136bf576401000000009161545691505f93614139565b115f6152e4565b505050505050505050600590565b506101a4356001600160801b038116908181036136bf5750886136bf576154b661ffff7f00000000000000000000000000000000000000000000000000000000000000001685614126565b6127108101908181116141125761270f01908111614112576127109004116152ad565b505050505050600490565b50610224356001600160801b038116908181036136bf5750856136bf57811061528a565b506101c4356001600160801b03811695508581036136bf5750805f9511615283565b505050600390565b501590505f8061525a565b501592505f80615251565b505050600290565b505050505050600190565b50806136bf57846136bf5761557086836151a9565b6001600160401b0363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691161161520d565b505f94508490506155b886836151a9565b6001600160401b0363ffffffff7f000000000000000000000000000000000000000000000000000000000000000016911610615206565b6001600160a01b03165f818152600760205260409020546001600160401b0390811692169082821061562057505050565b639bb0722f60e01b5f5260045260245260445260645ffd5b60108210156142245701905f90565b6001909101546001600160a01b0316330361450f5750565b6001600160a01b03165f818152602081905260409020546001600160801b03169082821061568c57505050565b6001600160801b039350631f98435160e01b5f526004526024521660445260645ffd5b806156b75750565b6001600160801b036156d0816001549316828416614525565b16906001600160801b03191617600155565b906041830361570c576157059250602081013591604082359201355f1a90615b5c565b9192909190565b50505f9160029190565b6157486127109161ffff7f00000000000000000000000000000000000000000000000000000000000000001690614126565b047f00000000000000000000000000000000000000000000000000000000000000006001600160801b03168082111561577f575090565b905090565b80355f90815260026020526040902080546001600160a01b0316801515929190836157d8575b50826157b557505090565b600101546001600160a01b039081169250906157d3906040016142fa565b161490565b9092506001600160a01b036157ef602084016142fa565b1614915f6157aa565b60ff811690601f821161582757604051916158146040846141e3565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b61012081015160c0820151158015615912575b6158f357610160820160028151161590811591615904575b506158f35761014082015180151590816158f9575b506158f3576158bb6158c2916158b160208501516158ab60a08701966080885191019485518082115f146158eb575090614105565b90614126565b9351905190614105565b8092614139565b5f1981019081116141125781156158d7570490565b634e487b7160e01b5f52601260045260245ffd5b905090614105565b50505f90565b90508110155f615876565b60809150511615155f615861565b508015615849565b91906010925f5b6010811061592e57505050565b6159388183615638565b90549060031b1c8015615a2d575f526002602052600260405f20015463ffffffff8160801c169061596e60ff8260e01c16614e06565b80615a24575b15615a0957610144356001600160401b038116918282036136bf5763ffffffff915060601c161090816159e9575b506159b1576001905b01615921565b600435836001600160a01b0382168083036136bf5763ffffffff9250637c03d12760e11b5f5260045260c4356024521660445260645ffd5b9050610124356001600160401b038116908181036136bf5750105f6159a2565b505060108514615a1c575b6001906159ab565b935083615a14565b50428211615974565b509293929150508082101561577f575090565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480615b33575b15615a9b577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152615b2d60c0826141e3565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615a72565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615bd3579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15615059575f516001600160a01b03811615615bc957905f905f90565b505f906001905f90565b5050505f916003919056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const
