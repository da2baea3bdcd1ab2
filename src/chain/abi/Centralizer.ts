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
        "name": "c",
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
  "0x61040060405234610a8d57616782803803809161001e82610400610a91565b610400396102a08112610a8d57610400516001600160a01b0381168103610a8d5761042051916001600160a01b0383168303610a8d5761026090603f190112610a8d576040519161026083016001600160401b03811184821017610a795760405261008a610440610ab4565b8352610097610460610ab4565b60208401526100a7610480610ab4565b60408401526100b76104a0610ab4565b60608401526100c76104c0610ab4565b60808401526100d76104e0610ab4565b60a08401526100e7610500610ab4565b60c08401526100f7610520610ab4565b60e0840152610107610540610ab4565b610100840152610118610560610ab4565b610120840152610129610580610ab4565b61014084015261013a6105a0610ab4565b61016084015261014b6105c0610ab4565b61018084015261015c6105e0610ab4565b6101a084015261016d610600610ac5565b6101c084015261017e610620610ac5565b6101e084015261018f610640610ad4565b6102008401526101a0610660610ad4565b6102208401526101b1610680610ad4565b610240840152604051916101c6604084610a91565b6004835263092a0a6b60e31b6020840152604051936101e6604086610a91565b60018552603160f81b602086015263ffffffff8151168015159081610a64575b5015610a44576312cc030063ffffffff60208301511611610a24576312cc030063ffffffff60408301511611610a005763ffffffff60608201511663ffffffff602083015116106109db5763ffffffff60808201511680151590816109ce575b50156109ae5763ffffffff61016082015116156109885761271061ffff6101c083015116116109645761271061ffff6101e08301511611610946576102008101516c010000000000000000000000006001600160801b039091161015610921576102208101516001600160801b0316801515908161090a575b50156108e4576102408101516001600160801b031680151590816108cd575b50156108a9576101808101516101a082015161033f9161032e9160011b6401fffffffe169063ffffffff16610b53565b63ffffffff60a08401511690610b53565b8063ffffffff60c08401511610610872578063ffffffff60e0840151161061084a578063ffffffff6101008401511610610825578063ffffffff61012084015116106107fe5763ffffffff61014083015116106107db5763ffffffff81511660805263ffffffff60208201511660a05263ffffffff60408201511660c05263ffffffff60608201511660e05263ffffffff6080820151166101005263ffffffff60a0820151166101205263ffffffff60c0820151166101405263ffffffff60e0820151166101605263ffffffff610100820151166101805263ffffffff610120820151166101a05263ffffffff610140820151166101c05263ffffffff610160820151166101e05263ffffffff610180820151166102005263ffffffff6101a0820151166102205261ffff6101c0820151166102405261ffff6101e0820151166102605260018060801b03610200820151166102805260018060801b03610220820151166102a05261024060018060801b03910151166102c05260018060a01b0381161580156107ca575b6107bb576102e052610300526104df81610ae8565b6103c0526104ec82610ae8565b6103e0526020815191012090816103805260208151910120806103a05246610340526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261055f60c082610a91565b519020610320523061036052604051615c219081610b618239608051818181612154015281816124b401526155e9015260a05181818161217d01526155a1015260c0518181816121a9015261532a015260e0518181816113d701526121d501526101005181818161220101526152dc0152610120518161222d0152610140518181816113fe01528181611c4c0152612259015261016051818181610e14015281816122850152612f4a015261018051818181611c8101526122b101526101a051818181611cb601526122de01526101c05181818161230b0152613a1601526101e0518181816123380152614614015261020051816123650152610220518181816123920152614f510152610240518181816123bd01526157440152610260518181816123e801526154b2015261028051818181610ac401528181612418015261576d01526102a05181818161077201528181611a0f01528181611a4501528181611a8601528181611ad901528181611b1a0152818161244801528181613bb50152818161488c0152614d3301526102c0518181816118390152818161187d015281816118c0015281816118ff015281816119530152818161199401528181611d7b0152818161247801526148bd01526102e05181818161027b015281816110190152818161363901528181613e5701528181613f4901528181614b3501526150150152610300518181816137350152613dbf01526103205181615a9b01526103405181615b5801526103605181615a6501526103805181615aea01526103a05181615b1001526103c05181612a3801526103e05181612a620152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156104ca565b6309175cb760e31b5f9081526a636c61696d57696e646f7760a81b600452602490fd5b6309175cb760e31b5f9081526e65766964656e63655365636f6e647360881b600452602490fd5b6309175cb760e31b5f9081526c61707065616c5365636f6e647360981b600452602490fd5b6309175cb760e31b5f9081526f6368616c6c656e67655365636f6e647360801b600452602490fd5b6309175cb760e31b5f9081526a736574746c65477261636560a81b600452602490fd5b634e487b7160e01b5f52601160045260245ffd5b6309175cb760e31b5f9081526b646973707574655374616b6560a01b600452602490fd5b6c010000000000000000000000009150105f6102fe565b6309175cb760e31b5f9081526d6368616c6c656e67655374616b6560901b600452602490fd5b6c010000000000000000000000009150105f6102df565b6309175cb760e31b5f9081526c36b4b721b7b6b6b4b9b9b4b7b760991b600452602490fd5b6309175cb760e31b5f908152650626f6e6442760d41b600452602490fd5b6309175cb760e31b5f9081526b0636f6d6d697373696f6e42760a41b600452602490fd5b6309175cb760e31b5f9081526d646561646c696e65426c6f636b7360901b600452602490fd5b6309175cb760e31b5f908152676d6178536561747360c01b600452602490fd5b610100915011155f610266565b6309175cb760e31b5f9081526c0e6d0dee4e898cac2e6ca9ac2f609b1b600452602490fd5b6309175cb760e31b5f9081526b0c4deded682d0cac2c89ac2f60a31b600452602490fd5b6309175cb760e31b5f908152676d61784c6561736560c01b600452602490fd5b6309175cb760e31b5f908152676d696e4c6561736560c01b600452602490fd5b905063ffffffff60208301511610155f610206565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b03821190821017610a7957604052565b519063ffffffff82168203610a8d57565b519061ffff82168203610a8d57565b51906001600160801b0382168203610a8d57565b601f815111610b13576020815191015160208210610b04571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b919082018092116108955756fe60806040526004361015610011575f80fd5b5f5f3560e01c806302387a7b14613ed85780630ef808c514613e97578063164e68de14613d9c57806323b30ef614613aaf5780632def6620146139885780633b9cd8b01461391b5780634380dd5b146137645780634bde38c81461372057806354469aea146136e55780635a4baeea146136075780635bca4327146135235780635be52c991461314e57806363c4f03114612fd057806377c2498f14612ef45780637cc0bb0b14612b635780637e9cf4c514612b1a57806384b0196e14612a1e5780638807cb401461297a578063881875141461271b57806388fe2be8146125f957806389035730146120a957806398807d84146120665780639af1d35a1461203f578063a925b86f14611ef0578063aa99fa9814611ead578063add98c7014611cf5578063ae01d9281461136f578063b0b5ac80146111f7578063b3ca268f1461114d578063c3125c8414610f86578063c644179814610ed5578063c64751bd14610dc3578063ca81d59a14610895578063cffd46dc146106ff578063ed50e438146104d7578063f7818dc314610337578063fbb001d6146102aa578063fc0c546a146102655763fc63958e146101c7575f80fd5b346102625780600319360112610262573381526008602052604081206001600160601b038154161561024f57805464ffffffffff60601b4260601b1669ffffffffffffffffffff60601b1990911664ffffffffff60881b4360881b1617179055337fc71a12d68198cab1d323bdc45a5a90923cab472ebc45c89829a688d83cc0262f8280a280f35b633e50315f60e11b825233600452602482fd5b80fd5b50346102625780600319360112610262576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5034610262576040366003190112610262576102c4613fa2565b6001600160801b036102d4613f8c565b6102dd81614389565b6102e683614495565b6102f081336143c8565b16906102fc8282614fe2565b6040519182526001600160a01b03169033907f7cdf1c7850b1287b5880ac319568e0629bb1d77e5a2410a8587a420c3f57a97390602090a380f35b503461026257366003190161030081126104d3576102e013610262576102e4356001600160401b0381168091036104d3576103706144b4565b9081835260026020526040832061039161038a82856144eb565b918461451d565b60088110156104bf576001811415806104b4575b610498575081835260066020526001600160401b03600160408520015416610484576102843563ffffffff81169081810361048057506001600160401b034216016001600160401b03811161046c576001600160401b0316808210610451575060207ffa2b73ea1e099045393cc3b6ecacff4a5ad55ac07ee72d379d9f665e3b9c22b4918385526006825260016040862001816001600160401b0319825416179055604051908152a280f35b6322a01a6560e11b8452600492909252602452604452606490fd5b634e487b7160e01b84526011600452602484fd5b8480fd5b6334bb3e4160e01b83526004829052602483fd5b836104b26044928563509b2d0560e11b8452600452614015565bfd5b5060048114156103a5565b634e487b7160e01b84526021600452602484fd5b5080fd5b50346102625736600319016103a081126104d3576102e013610262576080366102e319011261026257610364356001600160401b0381116104d357610520903690600401613fb8565b9190610384356001600160401b0381116106fb57610542903690600401613fb8565b9061054b6144b4565b92838552600260205261056160408620856149f9565b506102e4358481036106e457506105b96105c794959660a06040517f7df213606c5a3ab175c9a16eec535b7b6f3c79f9f183b966125a7a07852eea57815260806102e4602083013720926105b3614306565b84614a63565b6105c16142f0565b90614a63565b6001600160801b036105d76140ce565b166001600160801b036105e86140e5565b1690610324356001600160401b0381168082036106e0576106139361060d9250614148565b9061415b565b6001600160801b036106236140b7565b169061034435916001600160401b038316918284036106e05761060d60209361066e937fee1605faf106e785ac7625024a5a9ef27a5eae49ebf984dd33755c219d4749d89650614148565b838552600682526001600160601b03604086209181835416906001600160801b036106976140a0565b1690808210156106d957505b808211156106d257505b16906001600160601b0382166001600160601b0319825416179055604051908152a280f35b90506106ad565b90506106a3565b8580fd5b632ce7ab1160e01b86526004859052602452604485fd5b8280fd5b50346102625760203660031901126102625760043580825260026020526040822061072a81836144eb565b6107348284615669565b60088110156104bf57600181036104985750600201805463ffffffff8160601c168042108015610882575b6108465750506107986001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614567565b80546001600160e81b03811660e891821c60041790911b6001600160e81b031916178155818352600660205260408320805463ffffffff60c01b19164260c01b63ffffffff60c01b161790556107ef600382614330565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557fd34a04611d61ad8145e132fa5c4c335eeb5b305bf3fa3325556d0e58c0d5c24e8280a280f35b63ffffffff608492859260405193634f6c0c9f60e01b85526004850152602484015260801c1660448201526001600160401b0342166064820152fd5b5063ffffffff8260801c1642101561075f565b503461026257366003190161032081126104d3576102e013610262576102e4356001600160401b0381116104d3576108d1903690600401613fb8565b610304356001600160401b038111610a98576108f1903690600401613fb8565b906108fa6144b4565b93848652600260205260ff600260408820015460e01c166008811015610daf57610d9b576001600160401b0361092e614089565b164211610d665760ff61093f6151eb565b1680610d4f575061094e614306565b6084356001600160401b0381168103610d4b5761096a91615611565b6109726142f0565b9360a435916001600160401b0383168303610d4b576109ae956109a69361099891615611565b6109a0614306565b87614a63565b6105b36142f0565b819060c4359260e43563ffffffff81169081811415945b63ffffffff6109d2614047565b16811015610a9c5785610a985763ffffffff6109ee828561415b565b166109f7614306565b604051602081019160018060a01b0316825289604082015282606082015260608152610a24608082614205565b5190208552600360205260408520610a3c828261593c565b9160108314610a6d575060019291610a539161565a565b81549060031b9088821b915f19901b1916179055016109c5565b866064918b610a7a614306565b63be9b2a2d60e01b84526001600160a01b0316600452602452604452fd5b8380fd5b8385610b71610aa96142f0565b6001600160801b03610ab96140a0565b166001600160801b037f00000000000000000000000000000000000000000000000000000000000000001691610af8610af2848461415b565b82615681565b60018060a01b03168552846020526001600160801b036040862091610b5c610b3c845492610b3385610b2a898461415b565b168686166143a8565b9360801c614547565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b03198254161790556156d1565b6001600160801b03610b816140fc565b16610d24575b8082526002602052604082206001600160a01b03610ba3614306565b82546001600160a01b0319169116178155610c0f610bbf6142f0565b6001830180546001600160a01b0319166001600160a01b039092169190911781556001600160601b03610bf06140a0565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b6001600160601b03600281610c226140fc565b16920191166001600160601b0319825416178155610c3e61405b565b815463ffffffff60801b610c50614072565b60ff60e01b1967ffffffffffffffff60601b1990931660609490941b63ffffffff60601b169390931760809390931b169190911716600160e01b179055610c95614306565b90610c9e6142f0565b907f44f92b707292f02c1202b065cfc559b4826c26c4cf4e4c8442382103c80419476080610cca6140a0565b936001600160401b03610cdb6140fc565b81610ce461405b565b6001600160801b03610cf4614072565b604080519b83168c529190941660208b01529116908801521660608601526001600160a01b03908116951693a480f35b610d46610d2f614306565b6001600160801b03610d3f6140fc565b1690614567565b610b87565b8780fd5b635a54d3b160e11b87526004869052602452604486fd5b6064866001600160401b0387610d7a614089565b9063e325449960e01b8452600452166024526001600160401b034216604452fd5b63054a060360e51b86526004859052602486fd5b634e487b7160e01b87526021600452602487fd5b503461026257602036600319011261026257600435808252600260205260408220610dee81836144eb565b60088110156104bf57600381036104985750600201610e7360108254610e4e63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c16886145fe565b83546001600160e81b031660e891821c92909217901b6001600160e81b031916178255565b610e7e600582614330565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557f1b74139697222a14ac9a663413515ffc5934a00781a15cab319a465c3de207398280a280f35b503461026257602036600319011261026257600435808252600260205260408220610f0081836144eb565b60088110156104bf57600181141580610f7b575b610498575063ffffffff600282015460801c16804210610f5f5750610f38906145be565b7f3408da6b5c11bc7186798cedf9753e4d65762f2eaf6f704cb3f609e76e1d336d8280a280f35b6328ae40d360e11b845260048390526024526044839052606483fd5b506004811415610f14565b5034610262576040366003190112610262576004356001600160401b0381116104d357610fb7903690600401613fe5565b906024356001600160401b038111610a9857610fd7903690600401613fe5565b610fdf614354565b80840361113b57929190849385935b80851061104c57868680611011575b50805f516020615c015f395f51905f525d80f35b6110469030337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316615162565b81610ffd565b90919293946110d860019161107261106d6110688a888a614236565b614113565b614389565b61108d6110886110838a878b614236565b61431c565b614495565b6110bb61109e6110838a878b614236565b6001600160801b036110b46110688c8a8c614236565b1690614fe2565b6001600160801b036110d16110688a888a614236565b169061415b565b956110e7611083828589614236565b7fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a47602061111861106885898b614236565b926001600160801b0360405194168452858060a01b031692a20193929190610fee565b6001621398b960e31b03198552600485fd5b5034610262576020366003190112610262576004356001600160401b0381168091036104d35733825260076020526001600160401b03604083205416808211156111dd5750338252600760205260408220816001600160401b03198254161790556040519081527f663b0e6449820c633f6d9d194944ccc40e3633c1bcb8878cf728c2713ccae7e760203392a280f35b6064929163f41729c760e01b835233600452602452604452fd5b50346102625760a0366003190112610262576004356001600160401b0381116104d357611228903690600401613fe5565b91906024356001600160401b0381116106fb57611249903690600401613fe5565b93906044356001600160401b0381116104805761126a903690600401613fe5565b9590926064356001600160401b03811161136b5761128c903690600401613fe5565b976084356001600160401b038111611367576112ac903690600401613fe5565b94909381811480159061135d575b8015611353575b8015611349575b61133757895b8181106112d9578a80f35b806113318a8a8f8a8f611329878f94818f94918f8f9d8f9160019f611068836113149261130d8261131a986113219c614236565b359f614236565b9c614236565b359561425a565b95909461425a565b959094614755565b016112ce565b6001621398b960e31b03198a5260048afd5b50858114156112c8565b508a8114156112c1565b50828114156112ba565b8880fd5b8680fd5b5034610262576102e03660031901126102625761138a614354565b6113926144b4565b808252600260205260408220906113a982826144eb565b60088110156104bf5760028103611c71575063ffffffff6113c8614047565b16611c455761142363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661415b565b61144660028401549163ffffffff8360c01c1663ffffffff8460a01c16856145fe565b6001600160601b036114566146ec565b9183865260066020526040862090600186015460a01c63ffffffff8260801c1660a086015263ffffffff8260601c16608086015283821660208601528452855460a01c9060e81c61016085015260e08401526001600160401b0360018254920154166101408401528060e01c6101208401521661010082015263ffffffff6114dc614047565b1615156101c4356001600160801b0381169081810361136b5750610244356001600160801b03811690818103610d4b57506060840152604083015260c08201526040519060c082018281106001600160401b03821117611c315760806117c895936117728296947f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9460405289835289602084015289604084015289606084015289848401528960a08401526115c660e082015160408301518082115f14611c2a57505b825161010084015180821015611c2357505b80821115611c1c57505b8085528251614127565b601061016083015116151580611c0c575b8015611bfa575b1580158587015261016083015161020016151560a0860152611bec5760208201515b602085015260c0820151151580611be3575b80611bd8575b80611bcb575b611bac575b60a0840151611b7d575b506116366142b2565b968161164989935160e083015190614127565b60208401526020810151835261169261168461167961166e885160e086015190614127565b60208501519061415b565b602088015190614127565b604087015160011c9061415b565b60408401526116c06116b56116aa8351885190614127565b606088015190614127565b604087015190614127565b60608401526116e96116db606087015160408801519061415b565b604087015160011c90614127565b838701528486015115611b6d5761172b611722602087015160011c5b61171381606088015161415b565b60608701526020880151614127565b8785015161415b565b86840152600461016082015116611a79575b604061016082015116611a02575b610400610160820151166118f2575b61080061016082015116611825575b50835190615086565b83828201511580158091611818575b6117db575b50506001600160801b03815116906001600160801b03604081602084015116920151169060405192835260208301526040820152876060820152a2015161500b565b805f516020615c015f395f51905f525d80f35b60407fff24cb75b25be0266877fe167de216402e8aa675961b73c4ac563eeecf9c382e9160a0850151151582519182526020820152a2835f611786565b5060a08301511515611781565b610160610100916118636001600160801b037f000000000000000000000000000000000000000000000000000000000000000016602087015161415b565b6020860152015116156118b3576118a76001600160801b037f000000000000000000000000000000000000000000000000000000000000000016606084015161415b565b60608301525b5f611769565b6118e96001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168684015161415b565b858301526118ad565b6119266001600160801b037f000000000000000000000000000000000000000000000000000000000000000016845161415b565b8352602061016082015116151580156119f0575b80156119c6575b156119875761197d6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016604085015161415b565b604084015261175a565b6119bd6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168785015161415b565b8684015261175a565b5061010081015160e08201516040830151808211156119e85750905b11611941565b9050906119e2565b5061020061016082015116151561193a565b611a366001600160801b037f000000000000000000000000000000000000000000000000000000000000000016845161415b565b8352611a6f6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016604085015161415b565b604084015261174b565b611ab06001600160801b037f000000000000000000000000000000000000000000000000000000000000000016602085015161415b565b602084015260206101608201511615151580611b4e575b15611b0d57611b036001600160801b037f000000000000000000000000000000000000000000000000000000000000000016606085015161415b565b606084015261173d565b611b446001600160801b037f000000000000000000000000000000000000000000000000000000000000000016604085015161415b565b604084015261173d565b50601061016082015116151580611ac757506101208101511515611ac7565b61172b6117226020870151611705565b6060840151611b8b91614127565b602082015180821015611ba557505b60408401525f61162d565b9050611b9a565b606082015181811015611bc4575b6060850152611623565b5080611bba565b506101208201511561161e565b508484015115611618565b50835115611612565b611bf582615858565b611600565b506101006101608301511615156115de565b50610160820151602016156115d7565b90506115bc565b90506115b2565b90506115a0565b634e487b7160e01b86526041600452602486fd5b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611423565b60058103611ca6575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611423565b60068103611cdb575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611423565b6104b2849160449363509b2d0560e11b8452600452614015565b503461026257602036600319011261026257600435808252600260205260408220611d2081836144eb565b611d2a8284614e06565b15611ea457610400915b60088210159081611e8257600283141580611e96575b8281611e71575b50611e56576002019262ffffff81855460e81c1616611e3e57611dc790611da16001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614567565b84546001600160e81b03811660e891821c92909217901b6001600160e81b031916178455565b6104bf57600603611dfd575b5033907ff545ed94f2dba7a41bb3d8f481a0acfcaa90e34ff3c51b8a9c237549c5eacfdd8380a380f35b611e08600682614330565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790555f611dd3565b6322babe6760e21b8652600485905233602452604486fd5b63509b2d0560e11b865260048590526044866104b285614015565b9050611e8257600683141582611d51565b634e487b7160e01b86526021600452602486fd5b508591506005831415611d4a565b61080091611d34565b5034610262576020366003190112610262576020906001600160401b03906040906001600160a01b03611ede613fa2565b16815260078452205416604051908152f35b5034610262576020366003190112610262576004356001600160401b0381116104d357611f21903690600401613fe5565b611f2a8161429b565b91611f386040519384614205565b818352601f19611f478361429b565b01845b81811061201c575050835b828110611fba578385604051918291602083016020845282518091526020604085019301915b818110611f89575050500390f35b91935091602060406001926001600160801b0383885182815116845201511683820152019401910191849392611f7b565b6001906001600160a01b03611fd3611083838787614236565b168652856020526040862060405190611feb82614197565b546001600160801b038116825260801c602082015261200a82876142dc565b5261201581866142dc565b5001611f55565b60209060405161202b81614197565b878152878382015282828801015201611f4a565b503461026257806003193601126102625760206001600160801b0360015416604051908152f35b5034610262576020366003190112610262576020906001600160601b03906040906001600160a01b03612097613fa2565b16815260088452205416604051908152f35b50346102625780600319360112610262576102406040516120c9816141e9565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152015261026060405161214d816141e9565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016815263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016602082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016606082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016608082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660a082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660c082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660e082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661010082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661012082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661014082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661016082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661018082015263ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166101a082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101c082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101e08201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102008201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102208201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102408201526001600160801b036102406040519263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016845263ffffffff602082015116602085015263ffffffff604082015116604085015263ffffffff606082015116606085015263ffffffff608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff6101008201511661010085015263ffffffff6101208201511661012085015263ffffffff6101408201511661014085015263ffffffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015261ffff6101c0820151166101c085015261ffff6101e0820151166101e085015282610200820151166102008501528261022082015116610220850152015116610240820152f35b503461026257602036600319011261026257612613613f76565b61261c81614389565b6001600160801b038116906126318233614567565b33835260086020526001600160601b03806040852054169116016001600160601b038111612707576126d8906001600160601b036040519161267283614168565b1681526020808201858152604080840187815233885260089093528620925183549151925160609390931b64ffffffffff60601b166001600160601b039091166001600160b01b0319909216919091171760889190911b64ffffffffff60881b16179055565b6040519081527f2eefbcc6809174727cb788be082c392be6c822829c56ab5eb44d528e9d9f37f960203392a280f35b634e487b7160e01b83526011600452602483fd5b503461026257610260366003190112610262576004359061010036602319011261026257610124356001600160401b0381116104d35761275f903690600401613fb8565b909290610100366101431901126106fb57610244356001600160401b038111610a9857612790903690600401613fb8565b9490838552600260205260408520926127a984866149f9565b506127b2614a2c565b906101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda81526101006101446020830137209086602435148061296e575b8061294a575b8061290d575b1580156128f9575b80156128f0575b6128dc579161284e939161284961288398999a9460ff61282d614226565b16159788156128c65789546001600160a01b0316948590614a63565b614a63565b156128bb576002610100915b0180546001600160e81b03811660e891821c909317901b6001600160e81b031916919091179055565b7f64b11a0bba857a68ae90e6f78dbbb680db09d26c3400ae46a498e004eee267bf60206128ae614226565b60ff60405191168152a280f35b60026102009161285a565b60018a01546001600160a01b0316948590614a63565b63397663b360e21b88526004879052602488fd5b5081831461280f565b50600160ff612906614226565b1611612808565b506064356001600160401b03811690818103612946575061018435906001600160401b03821691828103612942575014612800565b8a80fd5b8980fd5b50612953614226565b610164359060ff821691828103612942575060ff16146127fa565b508661014435146127f4565b5034610262576020366003190112610262576004358082526002602052604082206129a581836144eb565b6129af828461451d565b60088110156104bf576003810361049857506002810180546001600160e81b03811660e891821c60081790911b6001600160e81b0319161790556129f7906145be565b6145be565b7f668bd1beac2be1ee8411790a342055aa29e8a48d3185756ee6b41c8fd0fc46ea8280a280f35b5034610262578060031936011261026257612abe90612a5c7f000000000000000000000000000000000000000000000000000000000000000061581a565b90612a867f000000000000000000000000000000000000000000000000000000000000000061581a565b906020612acc60405193612a9a8386614205565b8385525f368137604051968796600f60f81b885260e08589015260e0880190614023565b908682036040880152614023565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110612b0357505050500390f35b835185528695509381019392810192600101612af4565b503461026257606036600319011261026257612b34613f8c565b604435906001600160401b0382116106fb57612b57612b60923690600401613fb8565b91600435614b62565b80f35b503461026257366003190161028081126104d3576101001361026257610104356001600160401b0381116104d357612b9f903690600401613fb8565b90610124356001600160401b038111610a9857612bc0903690600401613fb8565b9091906101003661014319011261048057610244356001600160401b0381116106e057612bf1903690600401613fb8565b949091610264356001600160401b038111610d4b57612c14903690600401613fb8565b959094612c1f614354565b612c27614e64565b15612ed8576004356101443580821015612eaf57604051602081019083825282604082015260408152612c5b606082614205565b519020915b828c52600960205260ff60408d205416612e9a5750508952600960205260408920600160ff198254161790556101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af8878152610100600460208301372093602435916001600160a01b038316830361294257612cdf9286614a63565b6044356001600160a01b038116810361136757612cfb93614a63565b6101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af88781526101006101446020830137209361016435916001600160a01b038316830361136b57612d509286614a63565b610184356001600160a01b038116810361048057612d6d93614a63565b6001600160a01b03612d7d6142f0565b168152600860205260408120546001600160601b038116908115612e77576b7fffffffffffffffffffffff906001600160a01b03612db96142f0565b168452600860205283604081205560011c1690612ddd81612dd86142f0565b61467d565b612de78233614fe2565b612def6142f0565b60843563ffffffff8116908181036106e057506040805191825260208201849052606435926001600160a01b0316917f293cc769bec061aab4f7e3b4bb439b2779a630645b22fdf9c272580dab635db29190a3036001600160601b038111612e63576001600160601b036117c8911661500b565b634e487b7160e01b82526011600452602482fd5b602483612e826142f0565b633e50315f60e11b82526001600160a01b0316600452fd5b63191e17c360e31b8c5260045260245260448afd5b604051602081019082825283604082015260408152612ecf606082614205565b51902091612c60565b63e2d77fb960e01b895260048035905261014435602452604489fd5b503461026257602036600319011261026257600435808252600260205260408220612f1f81836144eb565b60088110156104bf57600481036104985750806129f26002612fa9930160808154612f8463ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168a6145fe565b82546001600160e81b031660e891821c92909217901b6001600160e81b031916179055565b7f24a0b947e5fc095dfd3e5a8008cbdf74698deef8d92b81b5d821a24153ce45a68280a280f35b503461026257602036600319011261026257600435808252600260205260408220612ffb81836144eb565b6130058284614e06565b61300e82614e28565b1580613126575b61310b5780156131045760015b6002840190815460e81c62ffffff828216166130ec5782546001600160e81b0316911760e81b6001600160e81b031916178155816130d8575b506130ab575b60088110156104bf5760020361309c575b5033907fe7fa6efa4e05ddc24d8e036cd3a65a1b814ee73cf96bf77c63e845114462f4a78380a380f35b6130a5906145be565b5f613072565b82845260066020526040842080546001600160e01b03164260e01b6001600160e01b031916179055613061565b63ffffffff91505460801c1642105f61305b565b631e70f55b60e31b8852600487905233602452604488fd5b6002613022565b63509b2d0560e11b855260048490526044856104b284614015565b50600882101561313a576002821415613015565b634e487b7160e01b85526021600452602485fd5b5034610262576020366003190112610262576004356001600160401b0381116104d35761317f903690600401613fe5565b61318b8193929361429b565b906131996040519283614205565b808252601f196131a88261429b565b01835b8181106134a357505082935b8185106133225750506040519060208201602083528151809152602060408401920190845b8186106131e95784840385f35b9091928351805160018060a01b0381511683526001600160601b03602082015116602084015260018060a01b0360408201511660408401526001600160601b0360608201511660608401526001600160601b03608082015116608084015263ffffffff60a08201511660a084015263ffffffff60c08201511660c084015263ffffffff60e08201511660e084015263ffffffff61010082015116610100840152610120810151600881101561313a57926001600160401b0360806020809562ffffff6101406102009760019a61012089015201511661014086015201516001600160601b038151166101608501526001600160601b03868201511661018085015263ffffffff6040820151166101a085015263ffffffff6060820151166101c08501520151166101e082015201940195019491906131dc565b61332d858383614236565b35845260026020526040842094613345818484614236565b3585526006602052604085206040519061335e82614197565b60026040519861336d8a6141b2565b805460018060a01b0381168b5260a01c60208b0152600181015460018060a01b03811660408c015260a01c60608b01520154976001600160601b038916608082015263ffffffff8960601c1660a082015263ffffffff8960801c1660c082015263ffffffff8960a01c1660e082015263ffffffff8960c01c1661010082015260ff8960e01c169860088a101561348f576001959697989961012083015260e81c61014082015282526001600160401b03846040519261342b846141ce565b80546001600160601b03811685526001600160601b038160601c16602086015263ffffffff8160c01c16604086015260e01c60608501520154166080820152602082015261347982876142dc565b5261348481866142dc565b5001939291906131b7565b634e487b7160e01b89526021600452602489fd5b60209060409693949596516134b781614197565b6040516134c3816141b2565b88815288848201528860408201528860608201528860808201528860a08201528860c08201528860e0820152886101008201528861012082015288610140820152815261350e6142b2565b838201528282880101520194939291946131ab565b5034610262576060366003190112610262576004356001600160401b0381116104d357613554903690600401613fe5565b6024356001600160401b038111610a9857613573903690600401613fe5565b6044356001600160401b0381116106e057613592903690600401613fe5565b9190938181148015906135fd575b6135eb57865b8181106135b1578780f35b806135e56135c2600193858b614236565b356135d161106884888b614236565b906135dd84898c61425a565b929091614b62565b016135a6565b6001621398b960e31b03198752600487fd5b50828114156135a0565b50346136e15760a03660031901126136e157613621613f76565b60443560ff81168091036136e157613637614354565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156136e1575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501526001600160801b03891660448501526024356064850152608484015260643560a484015260843560c48401525af16136ca575b506117c890614ae5565b6136d79192505f90614205565b5f906117c86136c0565b5f80fd5b346136e15760203660031901126136e15761370e613701613f76565b613709614354565b614ae5565b5f5f516020615c015f395f51905f525d005b346136e1575f3660031901126136e1576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346136e1576101403660031901126136e1576004356101003660231901126136e157610124356001600160401b0381116136e1576137a6903690600401613fb8565b825f52600260205260405f206137bc81856149f9565b6008811015613907576003811415806138f5575b6138d857508360243514806138c4575b806138ab575b80613877575b156138645761381760029261383e94613803614a2c565b60018501546001600160a01b031690614a63565b0180546001600160e81b03811660e891821c60201790911b6001600160e81b031916179055565b7f70c8d42b2c36c877cc34366f79d479554ecfb43a9503b4fd9c9712ac1ef4fbac5f80a2005b83632faf380560e01b5f5260045260245ffd5b5060c4356001600160401b038116908181036136e15750845f52600660205263ffffffff60405f205460c01c1611156137ec565b5060843560ff81168082036136e15760039150146137e6565b50600160ff6138d1614226565b16146137e0565b63509b2d0560e11b5f5260048590526138f090614015565b60445ffd5b506010600283015460e81c16156137d0565b634e487b7160e01b5f52602160045260245ffd5b346136e15760a03660031901126136e157613934613f8c565b6064356001600160401b0381116136e157613953903690600401613fb8565b91608435926001600160401b0384116136e157613977613986943690600401613fb8565b93909260443590600435614755565b005b346136e1575f3660031901126136e157335f52600860205260405f20604051906139b182614168565b54906001600160601b038216808252602082019064ffffffffff8460601c16825264ffffffffff604084019460881c16845215613a9c5764ffffffffff81511615613a89576001600160601b039264ffffffffff80613a3d93511691511663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691336145fe565b335f5260086020525f6040812055613a598282511680336146b8565b51166040519081527f23eb338ed2df691870bc931bf6328c55b2708178ecf1f1b3e889afca4418adea60203392a2005b6309a59af960e31b5f523360045260245ffd5b633e50315f60e11b5f523360045260245ffd5b346136e157366003190161030081126136e1576102e0136136e1576102e4356001600160801b0381168082036136e157613ae76144b4565b91825f52600260205260405f20613afe81856144eb565b613b08828661451d565b600881101561390757600181036138d8575063ffffffff613b27614047565b1615613d81576001600160401b03613b3d61405b565b164210613d34576001600160801b03613b546140a0565b166001600160801b03613b656140b7565b1615613caf575b815460a01c8411801590613ca6575b613c8257509160209160027fdfa4fda5f1f71ccb424b68064fe6c7f1c04e71d61de3224930e9703b5a977a2d94613bdb6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614567565b0180546001600160e81b03811660e891821c60401790911b6001600160e81b031916178155905f868152600685526040902080546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b16919091179055613c49600482614330565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055604051908152a2005b6001600160801b03908486630417271560e21b5f526004526024521660445260645ffd5b50808411613b7b565b6001600160401b03613cbf614072565b168042105f14613d285750613d13613ce9425b6001600160401b03613ce261405b565b1690614127565b6001600160801b03613d0c613cfc6140ce565b9282613d066140e5565b16614148565b911661415b565b80821015613d215750613b6c565b9050613b6c565b613ce9613d1391613cd2565b6084846001600160401b03613d4761405b565b81613d50614072565b9160405194634f6c0c9f60e01b865260048601521660248401521660448201526001600160401b0342166064820152fd5b8284630417271560e21b5f526004526024525f60445260645ffd5b346136e15760203660031901126136e157613db5613fa2565b613dbd614354565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03163303613e845760015461370e916001600160801b03821691613e0883614389565b613e1182614495565b6001600160801b0319166001556040518281526001600160a01b038216907f22bef34a215596dccb9189a55ce50cff9b85b028497cbe73981dfdc77588647e90602090a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316614414565b63967a6ee960e01b5f523360045260245ffd5b346136e15760203660031901126136e15760405160043581527f9cf61333153bf00386caf84118ddee282fc1dd86c50c976c366ce081e808355060203392a2005b346136e15760203660031901126136e15761370e613ef4613f76565b613efc614354565b613f0581614389565b613f0f81336143c8565b6001600160801b036040519116908181527fab48b3d59a240196dc5bdd7f7a638fca310f8194c7d350c3dd7765861311ddf860203392a2337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316614414565b600435906001600160801b03821682036136e157565b602435906001600160801b03821682036136e157565b600435906001600160a01b03821682036136e157565b9181601f840112156136e1578235916001600160401b0383116136e157602083818601950101116136e157565b9181601f840112156136e1578235916001600160401b0383116136e1576020808501948460051b0101116136e157565b600881101561390757602452565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6101043563ffffffff811681036136e15790565b610124356001600160401b03811681036136e15790565b610144356001600160401b03811681036136e15790565b610164356001600160401b03811681036136e15790565b610184356001600160801b03811681036136e15790565b610204356001600160801b03811681036136e15790565b610224356001600160801b03811681036136e15790565b6101e4356001600160801b03811681036136e15790565b6101a4356001600160801b03811681036136e15790565b356001600160801b03811681036136e15790565b9190820391821161413457565b634e487b7160e01b5f52601160045260245ffd5b8181029291811591840414171561413457565b9190820180921161413457565b606081019081106001600160401b0382111761418357604052565b634e487b7160e01b5f52604160045260245ffd5b604081019081106001600160401b0382111761418357604052565b61016081019081106001600160401b0382111761418357604052565b60a081019081106001600160401b0382111761418357604052565b61026081019081106001600160401b0382111761418357604052565b90601f801991011681019081106001600160401b0382111761418357604052565b60443560ff811681036136e15790565b91908110156142465760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908110156142465760051b81013590601e19813603018212156136e15701908135916001600160401b0383116136e15760200182360381136136e1579190565b6001600160401b0381116141835760051b60200190565b604051906142bf826141ce565b5f6080838281528260208201528260408201528260608201520152565b80518210156142465760209160051b010190565b6024356001600160a01b03811681036136e15790565b6004356001600160a01b03811681036136e15790565b356001600160a01b03811681036136e15790565b90600881101561390757815460ff60e01b191660e09190911b60ff60e01b16179055565b5f516020615c015f395f51905f525c61437a5760015f516020615c015f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b6001600160801b03161561439957565b631f2a200560e01b5f5260045ffd5b906001600160801b03809116911603906001600160801b03821161413457565b6143db6001600160801b03831682615681565b60018060a01b03165f525f6020526001600160801b0361440260405f2092828454166143a8565b166001600160801b0319825416179055565b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615614474575b604052156144545750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661448c57823b15153d15161690614449565b503d5f823e3d90fd5b6001600160a01b0316156144a557565b63d92e233d60e01b5f5260045ffd5b6103006040517ffce7e8d4b55fe318ba48cb97b1ebd967f964faddf2f2139894565caa9a356a2c81526102e0600460208301372090565b9190600260ff91015460e01c1691600883101561390757821561450b5750565b63b08fc1cb60e01b5f5260045260245ffd5b90546001600160a01b031633036145315750565b63723bbd3560e01b5f526004523360245260445ffd5b906001600160801b03809116911601906001600160801b03821161413457565b6145718282615681565b60018060a01b03165f525f6020526001600160801b0360405f20916145a3610b3c8385549316610b33818686166143a8565b166001600160801b03198254161790556145bc5f6156d1565b565b6002016145cc600282614330565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055565b9261460c9061463a9261415b565b9163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061415b565b918142108015614674575b61464e57505050565b6001600160401b03929183916328ae40d360e11b5f52600452166024521660445260645ffd5b50824310614645565b60018060a01b03165f525f6020526001600160801b0360405f2091614402610b3c8454846146ad5f828416614547565b94169060801c6143a8565b906001600160801b039160018060a01b03165f525f602052614402610b3c60405f2094846146ad8188549316828416614547565b6040519061018082018281106001600160401b03821117614183576040525f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9594919394929092865f52600260205260405f209261477484896149f9565b506001840154966001600160801b038860a01c9616978689116149de578554918260a01c95868b106149c3578a989589958b9995614955958f7f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9f9660809f9661483e9261495f9e9961484d996040519160208301937fc7eab35b0c2329d9491c5d75cd9f4e4c7ce9c3a9d646991bb0d11c05d9eb5b5585526040840152606083015260808201526080815261482b60a082614205565b519020946001600160a01b031685614a63565b6001600160a01b031690614a63565b61494f6148586146ec565b956002850154906001600160601b03602089019260e08a01958160e81c6101608c0152865216825287526001600160801b037f000000000000000000000000000000000000000000000000000000000000000016966104006101606001600160801b037f000000000000000000000000000000000000000000000000000000000000000016926148e66142b2565b9a6148f48251895190614127565b60208d0196818852518d5281600485850151166149b1575b5050610800838301511661499f575b6040838301511661498c575b50015116614979575b50614941875161060d855189614127565b604088015251915185614127565b90614127565b6060840152615086565b6040519182525f60208301525f60408301526060820152a2565b61498490885161415b565b87525f614930565b614997908c5161415b565b8b525f614927565b6149aa85875161415b565b865261491b565b6149ba9161415b565b86525f8161490c565b868b8d63086bd8d560e41b5f5260045260245260445260645ffd5b86898b630ad2258d60e31b5f5260045260245260445260645ffd5b9190614a0590836144eb565b9160088310156139075760078314614a1a5750565b635865995f60e11b5f5260045260245ffd5b6101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda8152610100602460208301372090565b916042614a9293949294614a75615a62565b906040519161190160f01b83526002830152602282015220615704565b506004811015613907571590811591614ace575b50614aae5750565b633615713d60e21b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f614aa6565b6001600160801b036145bc91614afa81614389565b16614b058133614fe2565b6040518181527fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760203392a230337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316615162565b9290835f52600260205260405f2090614b7b82866149f9565b50815460a01c60018301938454958660a01c966001600160801b03851697808911614dec575083881115614dd1578894614cac7f08851f18ca48c7749be0f043d3244f59e643b2a4a02098d3ef66eee07d6848af95614c37604096614ca696614cb2968b8f8b519060208201927fe97c93f01d3ef8eaba1586553df13308f236815bf4ea49c7b696895d8f5ea68a84528d830152606082015260608152614c23608082614205565b5190206001600160a01b0390911690614a63565b6001600160801b03614c54614c4b8d615738565b61494f84615738565b8a546001600160a01b031660a086901b6001600160a01b031916178b559586928c54614c95906001600160a01b031684614c8e848a6143a8565b169061467d565b8b546001600160a01b0316956143a8565b16614127565b90614fe2565b614cbb816156d1565b6001600160801b03825191888352166020820152a26002810180549360ff8560e01c166008811015613907576004149081614dae575b50614cfe575b5050505050565b80546001600160e81b03166001604160e81b0319909416939093178355614d8092805460ff60e01b1916600160e01b179055547f00000000000000000000000000000000000000000000000000000000000000006001600160801b03169190614d719083906001600160a01b031661467d565b546001600160a01b0316614fe2565b7f4efb36588d2ca6f32a0d29ed39c51a64d9a0a317367571bd208ab9b9c6d251f05f80a25f80808080614cf7565b9050855f5260066020526001600160601b0360405f205460601c1611155f614cf1565b83888a63086bd8d560e41b5f5260045260245260445260645ffd5b888a630ad2258d60e31b5f5260045260245260445260645ffd5b81546001600160a01b0316331492918315614e1f575050565b6145bc91615669565b600881101590816139075760018114918215614e57575b8215614e4a57505090565b9091506139075760041490565b506003811491505f614e3f565b6101443560043514614f8d576024356001600160a01b038116908181036136e15750610164356001600160a01b03811691908281036136e1575014801590614fd3575b8015614fa3575b614f8d57614ebc60046157a6565b158015614f91575b614f8d5760a4356001600160401b038116908181036136e157506101e4356001600160401b038116908181036136e1575080821115614f8657505b60c4356001600160401b038116908181036136e15750610204356001600160401b038116908181036136e1575080821015614f7e5750905b8082119182614f4557505090565b614f4f9250614127565b7f000000000000000000000000000000000000000000000000000000000000000060011b6401fffffffe161090565b905090614f37565b9050614eff565b5f90565b50614f9d6101446157a6565b15614ec4565b5060843563ffffffff8116908181036136e157506101c4359063ffffffff8216918281036136e157501415614eae565b506101a4356064351415614ea7565b60018060a01b03165f525f6020526001600160801b036144028160405f20931682845416614547565b806150135750565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b156136e1575f91602483926040519485938492630852cd8d60e31b845260048401525af1801561507b576150715750565b5f6145bc91614205565b6040513d5f823e3d90fd5b906145bc926001600160601b03926150eb6150b06150a385615738565b61494f845460a01c615738565b60028301805460ff60e01b1916600760e01b17905582546001600160a01b03169490951660a01b6001600160a01b0319169390931781558392565b60018101546020830151606084015161510f929091906001600160a01b03166146b8565b8151908115801590615155575b61512a575b505050506156d1565b61514c9360406151469260018060a01b03905416940151614127565b916146b8565b805f8080615121565b506040830151151561511c565b6040516323b872dd60e01b5f9081526001600160a01b039384166004529290931660245260449390935260209060648180865af19060015f51148216156151b3575b6040525f606052156144545750565b90600181151661448c57823b15153d151616906151a4565b906001600160401b03809116911603906001600160401b03821161413457565b610144356001600160401b038116908181141590816136e15761012435926001600160401b038416918285141593846136e15783831080156155c9575b801561557d575b615572576136e1575042101561556a576004356001600160a01b0381168082036136e1576024356001600160a01b038116918282036136e15782811493841561555f575b50508215615554575b505061554c5761018435926001600160801b038416928385141593846136e1578015801561552a575b8015615506575b6154fb57610104359063ffffffff8216918281036136e15782151592838061548d575b61547f575f9063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016811190811561544f575b50615441576136e1575081615405575b506153fb576136e1575061535063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261415b565b106153f4576136e1576101a4356001600160801b03811681036136e1576101c4356001600160801b03811681036136e1576101e4356001600160801b03811681036136e15761020435906001600160801b03821682036136e15761022435926001600160801b03841684036136e15761024435946001600160801b03861686036136e15763ffffffff9617171717171760601c16155f146153ef575f90565b600990565b5050600890565b5050505050600790565b6102443591506001600160801b0382168083036136e157801592831561542f575b5050505f615316565b50909150856136e157115f8080615426565b505050505050505050600690565b91505060e4359063ffffffff8216918281036136e1576401000000009161547891505f9361415b565b115f615306565b505050505050505050600590565b506101a4356001600160801b038116908181036136e15750886136e1576154d861ffff7f00000000000000000000000000000000000000000000000000000000000000001685614148565b6127108101908181116141345761270f01908111614134576127109004116152cf565b505050505050600490565b50610224356001600160801b038116908181036136e15750856136e15781106152ac565b506101c4356001600160801b03811695508581036136e15750805f95116152a5565b505050600390565b501590505f8061527c565b501592505f80615273565b505050600290565b505050505050600190565b50806136e157846136e15761559286836151cb565b6001600160401b0363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691161161522f565b505f94508490506155da86836151cb565b6001600160401b0363ffffffff7f000000000000000000000000000000000000000000000000000000000000000016911610615228565b6001600160a01b03165f818152600760205260409020546001600160401b0390811692169082821061564257505050565b639bb0722f60e01b5f5260045260245260445260645ffd5b60108210156142465701905f90565b6001909101546001600160a01b031633036145315750565b6001600160a01b03165f818152602081905260409020546001600160801b0316908282106156ae57505050565b6001600160801b039350631f98435160e01b5f526004526024521660445260645ffd5b806156d95750565b6001600160801b036156f2816001549316828416614547565b16906001600160801b03191617600155565b906041830361572e576157279250602081013591604082359201355f1a90615b7e565b9192909190565b50505f9160029190565b61576a6127109161ffff7f00000000000000000000000000000000000000000000000000000000000000001690614148565b047f00000000000000000000000000000000000000000000000000000000000000006001600160801b0316808211156157a1575090565b905090565b80355f90815260026020526040902080546001600160a01b0316801515929190836157fa575b50826157d757505090565b600101546001600160a01b039081169250906157f59060400161431c565b161490565b9092506001600160a01b036158116020840161431c565b1614915f6157cc565b60ff811690601f82116158495760405191615836604084614205565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b61012081015160c0820151158015615934575b61591557610160820160028151161590811591615926575b5061591557610140820151801515908161591b575b50615915576158dd6158e4916158d360208501516158cd60a08701966080885191019485518082115f1461590d575090614127565b90614148565b9351905190614127565b809261415b565b5f1981019081116141345781156158f9570490565b634e487b7160e01b5f52601260045260245ffd5b905090614127565b50505f90565b90508110155f615898565b60809150511615155f615883565b50801561586b565b91906010925f5b6010811061595057505050565b61595a818361565a565b90549060031b1c8015615a4f575f526002602052600260405f20015463ffffffff8160801c169061599060ff8260e01c16614e28565b80615a46575b15615a2b57610144356001600160401b038116918282036136e15763ffffffff915060601c16109081615a0b575b506159d3576001905b01615943565b600435836001600160a01b0382168083036136e15763ffffffff9250637c03d12760e11b5f5260045260c4356024521660445260645ffd5b9050610124356001600160401b038116908181036136e15750105f6159c4565b505060108514615a3e575b6001906159cd565b935083615a36565b50428211615996565b50929392915050808210156157a1575090565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480615b55575b15615abd577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152615b4f60c082614205565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615a94565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615bf5579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561507b575f516001600160a01b03811615615beb57905f905f90565b505f906001905f90565b5050505f916003919056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const
