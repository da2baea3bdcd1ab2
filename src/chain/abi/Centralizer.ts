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
        "name": "payer",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "entries",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "paid",
        "type": "uint128"
      },
      {
        "indexed": false,
        "internalType": "uint128",
        "name": "fees",
        "type": "uint128"
      }
    ],
    "name": "StatementPaid",
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
        "internalType": "address",
        "name": "payer",
        "type": "address"
      },
      {
        "internalType": "bytes",
        "name": "entries",
        "type": "bytes"
      },
      {
        "internalType": "bytes",
        "name": "sigPayer",
        "type": "bytes"
      }
    ],
    "name": "claimStatement",
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
  "0x61040060405234610ab657616ade803803809161001e82610400610aba565b610400396102a08112610ab657610400516001600160a01b0381168103610ab65761042051916001600160a01b0383168303610ab65761026090603f190112610ab6576040519161026083016001600160401b03811184821017610aa25760405261008a610440610add565b8352610097610460610add565b60208401526100a7610480610add565b60408401526100b76104a0610add565b60608401526100c76104c0610add565b60808401526100d76104e0610add565b60a08401526100e7610500610add565b60c08401526100f7610520610add565b60e0840152610107610540610add565b610100840152610118610560610add565b610120840152610129610580610add565b61014084015261013a6105a0610add565b61016084015261014b6105c0610add565b61018084015261015c6105e0610add565b6101a084015261016d610600610aee565b6101c084015261017e610620610aee565b6101e084015261018f610640610afd565b6102008401526101a0610660610afd565b6102208401526101b1610680610afd565b610240840152604051916101c6604084610aba565b6004835263092a0a6b60e31b6020840152604051936101e6604086610aba565b60018552603160f81b602086015263ffffffff81511660038110159081610a8d575b5015610a6d576312cc030063ffffffff60208301511611610a4d576312cc030063ffffffff60408301511611610a295763ffffffff60608201511663ffffffff8251168110159081610a14575b50156109ef5763ffffffff60808201511680151590816109e2575b50156109c25763ffffffff610160820151161561099c5761271061ffff6101c083015116116109785761271061ffff6101e0830151161161095a576102008101516001600160801b03168015159081610943575b501561091e576102208101516001600160801b03168015159081610907575b50156108e1576102408101516001600160801b031680151590816108ca575b50156108a6576101808101516101a0820151610343916103329160011b6401fffffffe169063ffffffff16610b7c565b63ffffffff60a08401511690610b7c565b8063ffffffff60c0840151161061086f578063ffffffff60e08401511610610847578063ffffffff6101008401511610610822578063ffffffff61012084015116106107fb5763ffffffff61014083015116106107d85763ffffffff81511660805263ffffffff60208201511660a05263ffffffff60408201511660c05263ffffffff60608201511660e05263ffffffff6080820151166101005263ffffffff60a0820151166101205263ffffffff60c0820151166101405263ffffffff60e0820151166101605263ffffffff610100820151166101805263ffffffff610120820151166101a05263ffffffff610140820151166101c05263ffffffff610160820151166101e05263ffffffff610180820151166102005263ffffffff6101a0820151166102205261ffff6101c0820151166102405261ffff6101e0820151166102605260018060801b03610200820151166102805260018060801b03610220820151166102a05261024060018060801b03910151166102c05260018060a01b0381161580156107c7575b6107b8576102e052610300526104e381610b11565b6103c0526104f082610b11565b6103e0526020815191012090816103805260208151910120806103a05246610340526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261056360c082610aba565b519020610320523061036052604051615f549081610b8a8239608051818181612497015281816127f70152615857015260a0518181816124c0015261580f015260c0518181816124ec0152615598015260e051818181611f890152612518015261010051818181612544015261554a0152610120518161257001526101405181818161174e015261259c0152610160518181816111af015281816125c80152613288015261018051818181611fc401526125f401526101a051818181611ff9015261262101526101c05181818161264e0152613d5401526101e05181818161267b0152614952015261020051816126a80152610220518181816126d501526151bf01526102405181818161270001526158fb01526102605181818161272b0152615720015261028051818181610e630152818161275b015261592401526102a051818181610b1101528181611d5c01528181611d9201528181611dd301528181611e2601528181611e670152818161278b01528181613ef301528181614bca01526159a901526102c051818181611b8601528181611bca01528181611c0d01528181611c4c01528181611ca001528181611ce1015281816120be015281816127bb0152614bfb01526102e0518181816102860152818161139801528181613977015281816141950152818161428701528181614e6d0152615283015261030051818181613a7301526140fd01526103205181615dce01526103405181615e8b01526103605181615d9801526103805181615e1d01526103a05181615e4301526103c05181612d7b01526103e05181612da50152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156104ce565b6309175cb760e31b5f9081526a636c61696d57696e646f7760a81b600452602490fd5b6309175cb760e31b5f9081526e65766964656e63655365636f6e647360881b600452602490fd5b6309175cb760e31b5f9081526c61707065616c5365636f6e647360981b600452602490fd5b6309175cb760e31b5f9081526f6368616c6c656e67655365636f6e647360801b600452602490fd5b6309175cb760e31b5f9081526a736574746c65477261636560a81b600452602490fd5b634e487b7160e01b5f52601160045260245ffd5b6309175cb760e31b5f9081526b646973707574655374616b6560a01b600452602490fd5b6c010000000000000000000000009150105f610302565b6309175cb760e31b5f9081526d6368616c6c656e67655374616b6560901b600452602490fd5b6c010000000000000000000000009150105f6102e3565b6309175cb760e31b5f9081526c36b4b721b7b6b6b4b9b9b4b7b760991b600452602490fd5b6c010000000000000000000000009150105f6102c4565b6309175cb760e31b5f908152650626f6e6442760d41b600452602490fd5b6309175cb760e31b5f9081526b0636f6d6d697373696f6e42760a41b600452602490fd5b6309175cb760e31b5f9081526d646561646c696e65426c6f636b7360901b600452602490fd5b6309175cb760e31b5f908152676d6178536561747360c01b600452602490fd5b610100915011155f610270565b6309175cb760e31b5f9081526c0e6d0dee4e898cac2e6ca9ac2f609b1b600452602490fd5b905063ffffffff60208301511610155f610255565b6309175cb760e31b5f9081526b0c4deded682d0cac2c89ac2f60a31b600452602490fd5b6309175cb760e31b5f908152676d61784c6561736560c01b600452602490fd5b6309175cb760e31b5f908152676d696e4c6561736560c01b600452602490fd5b905063ffffffff60208301511610155f610208565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b03821190821017610aa257604052565b519063ffffffff82168203610ab657565b519061ffff82168203610ab657565b51906001600160801b0382168203610ab657565b601f815111610b3c576020815191015160208210610b2d571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b919082018092116108925756fe60806040526004361015610011575f80fd5b5f5f3560e01c806302387a7b146142165780630ef808c5146141d5578063164e68de146140da57806323b30ef614613ded5780632def662014613cc65780633b9cd8b014613c595780634380dd5b14613aa25780634bde38c814613a5e57806354469aea14613a235780635a4baeea146139455780635bca4327146138615780635be52c991461348c57806363c4f0311461330e57806377c2498f146132325780637cc0bb0b14612ea65780637e9cf4c514612e5d57806384b0196e14612d615780638807cb4014612cbd5780638818751414612a5e57806388fe2be81461293c57806389035730146123ec57806398807d84146123a95780639af1d35a14612382578063a925b86f14612233578063aa99fa98146121f0578063add98c7014612038578063ae01d928146116fb578063b0b5ac8014611583578063b3ca268f146114d9578063c3125c8414611321578063c644179814611270578063c64751bd1461115e578063ca81d59a14610c34578063cffd46dc14610a9e578063d9b6cb451461070a578063ed50e438146104e2578063f7818dc314610342578063fbb001d6146102b5578063fc0c546a146102705763fc63958e146101d2575f80fd5b3461026d578060031936011261026d573381526008602052604081206001600160601b038154161561025a57805464ffffffffff60601b4260601b1669ffffffffffffffffffff60601b1990911664ffffffffff60881b4360881b1617179055337fc71a12d68198cab1d323bdc45a5a90923cab472ebc45c89829a688d83cc0262f8280a280f35b633e50315f60e11b825233600452602482fd5b80fd5b503461026d578060031936011261026d576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461026d57604036600319011261026d576102cf6142e0565b6001600160801b036102df6142ca565b6102e8816146c7565b6102f1836147d3565b6102fb8133614706565b16906103078282615250565b6040519182526001600160a01b03169033907f7cdf1c7850b1287b5880ac319568e0629bb1d77e5a2410a8587a420c3f57a97390602090a380f35b503461026d57366003190161030081126104de576102e01361026d576102e4356001600160401b0381168091036104de5761037b6147f2565b9081835260026020526040832061039c6103958285614829565b918461485b565b60088110156104ca576001811415806104bf575b6104a3575081835260066020526001600160401b0360016040852001541661048f576102843563ffffffff81169081810361048b57506001600160401b034216016001600160401b038111610477576001600160401b031680821061045c575060207ffa2b73ea1e099045393cc3b6ecacff4a5ad55ac07ee72d379d9f665e3b9c22b4918385526006825260016040862001816001600160401b0319825416179055604051908152a280f35b6322a01a6560e11b8452600492909252602452604452606490fd5b634e487b7160e01b84526011600452602484fd5b8480fd5b6334bb3e4160e01b83526004829052602483fd5b836104bd6044928563509b2d0560e11b8452600452614353565bfd5b5060048114156103b0565b634e487b7160e01b84526021600452602484fd5b5080fd5b503461026d5736600319016103a081126104de576102e01361026d576080366102e319011261026d57610364356001600160401b0381116104de5761052b9036906004016142f6565b9190610384356001600160401b0381116107065761054d9036906004016142f6565b906105566147f2565b92838552600260205261056c6040862085614d31565b506102e4358481036106ef57506105c46105d294959660a06040517f7df213606c5a3ab175c9a16eec535b7b6f3c79f9f183b966125a7a07852eea57815260806102e4602083013720926105be614644565b84614d9b565b6105cc61462e565b90614d9b565b6001600160801b036105e261440c565b166001600160801b036105f3614423565b1690610324356001600160401b0381168082036106eb5761061e936106189250614486565b90614499565b6001600160801b0361062e6143f5565b169061034435916001600160401b038316918284036106eb57610618602093610679937fee1605faf106e785ac7625024a5a9ef27a5eae49ebf984dd33755c219d4749d89650614486565b838552600682526001600160601b03604086209181835416906001600160801b036106a26143de565b1690808210156106e457505b808211156106dd57505b16906001600160601b0382166001600160601b0319825416179055604051908152a280f35b90506106b8565b90506106ae565b8580fd5b632ce7ab1160e01b86526004859052602452604485fd5b8280fd5b503461026d57606036600319011261026d576107246142e0565b6024356001600160401b038111610706576107439036906004016142f6565b6044356001600160401b03811161048b576107629036906004016142f6565b929093602c8306610a8c576001600160401b038311610a7857604051610792601f8501601f191660200182614543565b838152602081013685850111610a745761080f91858583378860208783010152519020946040519683602089017f7a23dd070ab9a30fbbe4baab41eda3631046ac3dc1b3c53f7646b63f76ce1c0f815260018060a01b038216998a604082015289606082015260608152610807608082614543565b519020614d9b565b8591869387908892895b82811061089a57505050831561088b578361086c7f7676e39331aa5ea63e7bd12414504acb0dcbd14034ac00aab16be054fc8eef5e97956001600160801b0395610867606099968896615250565b6149bb565b61087583615a22565b604051948552166020840152166040820152a280f35b631f2a200560e01b8852600488fd5b80829b9a9998979b969596016020813591013560a01c818c52600260205260408c206108c68184614829565b60018201546001600160a01b0381168e9003610a5d5760a01c808411610a415750815460a01c996008821015610a2d578e9f9d9e999a9b9c9d600783148015610a23575b610a1657610965859161095f8f61095a610935610926876158ef565b61092f846158ef565b90614465565b89546001600160a01b031660a088901b6001600160a01b031916178a55958694614499565b614465565b9f614499565b8454909e9d908c906001600160a01b03908116908d16036109d4575b50916106186109979261095a6004969589614465565b9950146109c3575b5050505b602c81018091111561081957634e487b7160e01b8b52601160045260248bfd5b6109cc9261595d565b5f808061099f565b909a61099792610618918560049796610a06575b505086546001600160a01b03169c94955091939192508c9050610981565b610a0f91615250565b5f806109e8565b9b509850505050506109a3565b508c85111561090a565b634e487b7160e01b8f52602160045260248ffd5b630ad2258d60e31b8f526004859052602484905260445260648efd5b60448f8f8763723bbd3560e01b8352600452602452fd5b8780fd5b634e487b7160e01b86526041600452602486fd5b6001621398b960e31b03198652600486fd5b503461026d57602036600319011261026d57600435808252600260205260408220610ac98183614829565b610ad382846158d7565b60088110156104ca57600181036104a35750600201805463ffffffff8160601c168042108015610c21575b610be5575050610b376001600160801b037f000000000000000000000000000000000000000000000000000000000000000016336148a5565b80546001600160e81b03811660e891821c60041790911b6001600160e81b031916178155818352600660205260408320805463ffffffff60c01b19164260c01b63ffffffff60c01b16179055610b8e60038261466e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557fd34a04611d61ad8145e132fa5c4c335eeb5b305bf3fa3325556d0e58c0d5c24e8280a280f35b63ffffffff608492859260405193634f6c0c9f60e01b85526004850152602484015260801c1660448201526001600160401b0342166064820152fd5b5063ffffffff8260801c16421015610afe565b503461026d57366003190161032081126104de576102e01361026d576102e4356001600160401b0381116104de57610c709036906004016142f6565b610304356001600160401b038111610e3757610c909036906004016142f6565b90610c996147f2565b93848652600260205260ff600260408820015460e01c16600881101561114a57611136576001600160401b03610ccd6143c7565b1642116111015760ff610cde615459565b16806110ea5750610ced614644565b6084356001600160401b0381168103610a7457610d099161587f565b610d1161462e565b9360a435916001600160401b0383168303610a7457610d4d95610d4593610d379161587f565b610d3f614644565b87614d9b565b6105be61462e565b819060c4359260e43563ffffffff81169081811415945b63ffffffff610d71614385565b16811015610e3b5785610e375763ffffffff610d8d8285614499565b16610d96614644565b604051602081019160018060a01b0316825289604082015282606082015260608152610dc3608082614543565b5190208552600360205260408520610ddb8282615c6f565b9160108314610e0c575060019291610df2916158c8565b81549060031b9088821b915f19901b191617905501610d64565b866064918b610e19614644565b63be9b2a2d60e01b84526001600160a01b0316600452602452604452fd5b8380fd5b8385610f10610e4861462e565b6001600160801b03610e586143de565b166001600160801b037f00000000000000000000000000000000000000000000000000000000000000001691610e97610e918484614499565b82615a55565b60018060a01b03168552846020526001600160801b036040862091610efb610edb845492610ed285610ec98984614499565b168686166146e6565b9360801c614885565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b0319825416179055615a22565b6001600160801b03610f2061443a565b166110c3575b8082526002602052604082206001600160a01b03610f42614644565b82546001600160a01b0319169116178155610fae610f5e61462e565b6001830180546001600160a01b0319166001600160a01b039092169190911781556001600160601b03610f8f6143de565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b6001600160601b03600281610fc161443a565b16920191166001600160601b0319825416178155610fdd614399565b815463ffffffff60801b610fef6143b0565b60ff60e01b1967ffffffffffffffff60601b1990931660609490941b63ffffffff60601b169390931760809390931b169190911716600160e01b179055611034614644565b9061103d61462e565b907f44f92b707292f02c1202b065cfc559b4826c26c4cf4e4c8442382103c804194760806110696143de565b936001600160401b0361107a61443a565b81611083614399565b6001600160801b036110936143b0565b604080519b83168c529190941660208b01529116908801521660608601526001600160a01b03908116951693a480f35b6110e56110ce614644565b6001600160801b036110de61443a565b16906148a5565b610f26565b635a54d3b160e11b87526004869052602452604486fd5b6064866001600160401b03876111156143c7565b9063e325449960e01b8452600452166024526001600160401b034216604452fd5b63054a060360e51b86526004859052602486fd5b634e487b7160e01b87526021600452602487fd5b503461026d57602036600319011261026d576004358082526002602052604082206111898183614829565b60088110156104ca57600381036104a3575060020161120e601082546111e963ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168861493c565b83546001600160e81b031660e891821c92909217901b6001600160e81b031916178255565b61121960058261466e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557f1b74139697222a14ac9a663413515ffc5934a00781a15cab319a465c3de207398280a280f35b503461026d57602036600319011261026d5760043580825260026020526040822061129b8183614829565b60088110156104ca57600181141580611316575b6104a3575063ffffffff600282015460801c168042106112fa57506112d3906148fc565b7f3408da6b5c11bc7186798cedf9753e4d65762f2eaf6f704cb3f609e76e1d336d8280a280f35b6328ae40d360e11b845260048390526024526044839052606483fd5b5060048114156112af565b503461026d57604036600319011261026d576004356001600160401b0381116104de57611352903690600401614323565b906024356001600160401b038111610e3757611372903690600401614323565b61137a614692565b8084036114c7579190849285945b8086106113d857866113c58630337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166153d0565b805f516020615f345f395f51905f525d80f35b909192936114636001916113fd6113f86113f38a888a614574565b614451565b6146c7565b61141861141361140e8a878b614574565b61465a565b6147d3565b61144661142961140e8a878b614574565b6001600160801b0361143f6113f38c8a8c614574565b1690615250565b6001600160801b0361145c6113f38a888a614574565b1690614499565b9561147261140e828589614574565b7fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760206114a36113f385898b614574565b926001600160801b0360405194168452858060a01b031692a2019493929190611388565b6001621398b960e31b03198552600485fd5b503461026d57602036600319011261026d576004356001600160401b0381168091036104de5733825260076020526001600160401b03604083205416808211156115695750338252600760205260408220816001600160401b03198254161790556040519081527f663b0e6449820c633f6d9d194944ccc40e3633c1bcb8878cf728c2713ccae7e760203392a280f35b6064929163f41729c760e01b835233600452602452604452fd5b503461026d5760a036600319011261026d576004356001600160401b0381116104de576115b4903690600401614323565b91906024356001600160401b038111610706576115d5903690600401614323565b93906044356001600160401b03811161048b576115f6903690600401614323565b9590926064356001600160401b0381116116f757611618903690600401614323565b976084356001600160401b0381116116f357611638903690600401614323565b9490938181148015906116e9575b80156116df575b80156116d5575b6116c357895b818110611665578a80f35b806116bd8a8a8f8a8f6116b5878f94818f94918f8f9d8f9160019f6113f3836116a092611699826116a6986116ad9c614574565b359f614574565b9c614574565b3595614598565b959094614598565b959094614a93565b0161165a565b6001621398b960e31b03198a5260048afd5b5085811415611654565b508a81141561164d565b5082811415611646565b8880fd5b8680fd5b503461026d576102e036600319011261026d57611716614692565b61171e6147f2565b808252600260205260408220906117358282614829565b60088110156104ca5760028103611fb4575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000165b63ffffffff61177c614385565b1615611f7e575b6117a660028401549163ffffffff8360c01c1663ffffffff8460a01c168561493c565b6001600160601b036117b6614a2a565b9183865260066020526040862090600186015460a01c63ffffffff8260801c1660a086015263ffffffff8260601c16608086015283821660208601528452855460a01c9060e81c61016085015260e08401526001600160401b0360018254920154166101408401528060e01c6101208401521661010082015263ffffffff61183c614385565b1615156101c4356001600160801b038116908181036116f75750610244356001600160801b03811690818103610a7457506060840152604083015260c08201526040519060c082018281106001600160401b03821117610a785760806113c59593611ad28296947f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9460405289835289602084015289604084015289606084015289848401528960a084015261192660e082015160408301518082115f14611f7757505b825161010084015180821015611f7057505b80821115611f6957505b8085528251614465565b601061016083015116151580611f59575b8015611f47575b1580158587015261016083015161020016151560a0860152611f395760208201515b602085015260c0820151151580611f30575b80611f25575b80611f18575b611ef9575b60a0840151611eca575b506119966145f0565b96816119a989935160e083015190614465565b6020840152602081015183526119f26119e46119d96119ce885160e086015190614465565b602085015190614499565b602088015190614465565b604087015160011c90614499565b6040840152611a20611a15611a0a8351885190614465565b606088015190614465565b604087015190614465565b6060840152611a49611a3b6060870151604088015190614499565b604087015160011c90614465565b838701528486015115611eba57611a8b611a82602087015160011c5b611a73816060880151614499565b60608701526020880151614465565b87850151614499565b86840152600461016082015116611dc6575b604061016082015116611d4f575b61040061016082015116611c3f575b61080061016082015116611b72575b508351906152f4565b83828201511580158091611b65575b611b28575b50506001600160801b03815116906001600160801b03604081602084015116920151169060405192835260208301526040820152876060820152a20151615279565b60407fff24cb75b25be0266877fe167de216402e8aa675961b73c4ac563eeecf9c382e9160a0850151151582519182526020820152a2835f611ae6565b5060a08301511515611ae1565b61016061010091611bb06001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166020870151614499565b602086015201511615611c0057611bf46001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166060840151614499565b60608301525b5f611ac9565b611c366001600160801b037f00000000000000000000000000000000000000000000000000000000000000001686840151614499565b85830152611bfa565b611c736001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168451614499565b835260206101608201511615158015611d3d575b8015611d13575b15611cd457611cca6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614499565b6040840152611aba565b611d0a6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001687850151614499565b86840152611aba565b5061010081015160e0820151604083015180821115611d355750905b11611c8e565b905090611d2f565b50610200610160820151161515611c87565b611d836001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168451614499565b8352611dbc6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614499565b6040840152611aab565b611dfd6001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166020850151614499565b602084015260206101608201511615151580611e9b575b15611e5a57611e506001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166060850151614499565b6060840152611a9d565b611e916001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166040850151614499565b6040840152611a9d565b50601061016082015116151580611e1457506101208101511515611e14565b611a8b611a826020870151611a65565b6060840151611ed891614465565b602082015180821015611ef257505b60408401525f61198d565b9050611ee7565b606082015181811015611f11575b6060850152611983565b5080611f07565b506101208201511561197e565b508484015115611978565b50835115611972565b611f4282615b8b565b611960565b5061010061016083015116151561193e565b5061016082015160201615611937565b905061191c565b9050611912565b9050611900565b611faf9063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001690614499565b611783565b60058103611fe9575063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661176f565b6006810361201e575063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661176f565b6104bd849160449363509b2d0560e11b8452600452614353565b503461026d57602036600319011261026d576004358082526002602052604082206120638183614829565b61206d8284615074565b156121e757610400915b600882101590816121c5576002831415806121d9575b82816121b4575b50612199576002019262ffffff81855460e81c16166121815761210a906120e46001600160801b037f000000000000000000000000000000000000000000000000000000000000000016336148a5565b84546001600160e81b03811660e891821c92909217901b6001600160e81b031916178455565b6104ca57600603612140575b5033907ff545ed94f2dba7a41bb3d8f481a0acfcaa90e34ff3c51b8a9c237549c5eacfdd8380a380f35b61214b60068261466e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790555f612116565b6322babe6760e21b8652600485905233602452604486fd5b63509b2d0560e11b865260048590526044866104bd85614353565b90506121c557600683141582612094565b634e487b7160e01b86526021600452602486fd5b50859150600583141561208d565b61080091612077565b503461026d57602036600319011261026d576020906001600160401b03906040906001600160a01b036122216142e0565b16815260078452205416604051908152f35b503461026d57602036600319011261026d576004356001600160401b0381116104de57612264903690600401614323565b61226d816145d9565b9161227b6040519384614543565b818352601f1961228a836145d9565b01845b81811061235f575050835b8281106122fd578385604051918291602083016020845282518091526020604085019301915b8181106122cc575050500390f35b91935091602060406001926001600160801b03838851828151168452015116838201520194019101918493926122be565b6001906001600160a01b0361231661140e838787614574565b16865285602052604086206040519061232e826144d5565b546001600160801b038116825260801c602082015261234d828761461a565b52612358818661461a565b5001612298565b60209060405161236e816144d5565b87815287838201528282880101520161228d565b503461026d578060031936011261026d5760206001600160801b0360015416604051908152f35b503461026d57602036600319011261026d576020906001600160601b03906040906001600160a01b036123da6142e0565b16815260088452205416604051908152f35b503461026d578060031936011261026d5761024060405161240c81614527565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152015261026060405161249081614527565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016815263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016602082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016606082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016608082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660a082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660c082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660e082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661010082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661012082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661014082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661016082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661018082015263ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166101a082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101c082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101e08201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102008201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102208201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102408201526001600160801b036102406040519263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016845263ffffffff602082015116602085015263ffffffff604082015116604085015263ffffffff606082015116606085015263ffffffff608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff6101008201511661010085015263ffffffff6101208201511661012085015263ffffffff6101408201511661014085015263ffffffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015261ffff6101c0820151166101c085015261ffff6101e0820151166101e085015282610200820151166102008501528261022082015116610220850152015116610240820152f35b503461026d57602036600319011261026d576129566142b4565b61295f816146c7565b6001600160801b0381169061297482336148a5565b33835260086020526001600160601b03806040852054169116016001600160601b038111612a4a57612a1b906001600160601b03604051916129b5836144a6565b1681526020808201858152604080840187815233885260089093528620925183549151925160609390931b64ffffffffff60601b166001600160601b039091166001600160b01b0319909216919091171760889190911b64ffffffffff60881b16179055565b6040519081527f2eefbcc6809174727cb788be082c392be6c822829c56ab5eb44d528e9d9f37f960203392a280f35b634e487b7160e01b83526011600452602483fd5b503461026d5761026036600319011261026d576004359061010036602319011261026d57610124356001600160401b0381116104de57612aa29036906004016142f6565b9092906101003661014319011261070657610244356001600160401b038111610e3757612ad39036906004016142f6565b949083855260026020526040852092612aec8486614d31565b50612af5614d64565b906101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda815261010061014460208301372090866024351480612cb1575b80612c8d575b80612c50575b158015612c3c575b8015612c33575b612c1f5791612b919391612b8c612bc698999a9460ff612b70614564565b1615978815612c095789546001600160a01b0316948590614d9b565b614d9b565b15612bfe576002610100915b0180546001600160e81b03811660e891821c909317901b6001600160e81b031916919091179055565b7f64b11a0bba857a68ae90e6f78dbbb680db09d26c3400ae46a498e004eee267bf6020612bf1614564565b60ff60405191168152a280f35b600261020091612b9d565b60018a01546001600160a01b0316948590614d9b565b63397663b360e21b88526004879052602488fd5b50818314612b52565b50600160ff612c49614564565b1611612b4b565b506064356001600160401b03811690818103612c89575061018435906001600160401b03821691828103612c85575014612b43565b8a80fd5b8980fd5b50612c96614564565b610164359060ff821691828103612c85575060ff1614612b3d565b50866101443514612b37565b503461026d57602036600319011261026d57600435808252600260205260408220612ce88183614829565b612cf2828461485b565b60088110156104ca57600381036104a357506002810180546001600160e81b03811660e891821c60081790911b6001600160e81b031916179055612d3a906148fc565b6148fc565b7f668bd1beac2be1ee8411790a342055aa29e8a48d3185756ee6b41c8fd0fc46ea8280a280f35b503461026d578060031936011261026d57612e0190612d9f7f0000000000000000000000000000000000000000000000000000000000000000615b4d565b90612dc97f0000000000000000000000000000000000000000000000000000000000000000615b4d565b906020612e0f60405193612ddd8386614543565b8385525f368137604051968796600f60f81b885260e08589015260e0880190614361565b908682036040880152614361565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110612e4657505050500390f35b835185528695509381019392810192600101612e37565b503461026d57606036600319011261026d57612e776142ca565b604435906001600160401b03821161070657612e9a612ea39236906004016142f6565b91600435614e9a565b80f35b503461026d57366003190161028081126104de576101001361026d57610104356001600160401b0381116104de57612ee29036906004016142f6565b90610124356001600160401b038111610e3757612f039036906004016142f6565b9091906101003661014319011261048b57610244356001600160401b0381116106eb57612f349036906004016142f6565b949091610264356001600160401b038111610a7457612f579036906004016142f6565b959094612f62614692565b612f6a6150d2565b156132165760043561014435808210156131ed57604051602081019083825282604082015260408152612f9e606082614543565b519020915b828c52600960205260ff60408d2054166131d85750508952600960205260408920600160ff198254161790556101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af8878152610100600460208301372093602435916001600160a01b0383168303612c85576130229286614d9b565b6044356001600160a01b03811681036116f35761303e93614d9b565b6101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af88781526101006101446020830137209361016435916001600160a01b03831683036116f7576130939286614d9b565b610184356001600160a01b038116810361048b576130b093614d9b565b6001600160a01b036130c061462e565b168152600860205260408120546001600160601b0381169081156131b5576b7fffffffffffffffffffffff906001600160a01b036130fc61462e565b168452600860205283604081205560011c169061311b8161086761462e565b6131258233615250565b61312d61462e565b60843563ffffffff8116908181036106eb57506040805191825260208201849052606435926001600160a01b0316917f293cc769bec061aab4f7e3b4bb439b2779a630645b22fdf9c272580dab635db29190a3036001600160601b0381116131a1576001600160601b036113c59116615279565b634e487b7160e01b82526011600452602482fd5b6024836131c061462e565b633e50315f60e11b82526001600160a01b0316600452fd5b63191e17c360e31b8c5260045260245260448afd5b60405160208101908282528360408201526040815261320d606082614543565b51902091612fa3565b63e2d77fb960e01b895260048035905261014435602452604489fd5b503461026d57602036600319011261026d5760043580825260026020526040822061325d8183614829565b60088110156104ca57600481036104a3575080612d3560026132e79301608081546132c263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168a61493c565b82546001600160e81b031660e891821c92909217901b6001600160e81b031916179055565b7f24a0b947e5fc095dfd3e5a8008cbdf74698deef8d92b81b5d821a24153ce45a68280a280f35b503461026d57602036600319011261026d576004358082526002602052604082206133398183614829565b6133438284615074565b61334c82615096565b1580613464575b6134495780156134425760015b6002840190815460e81c62ffffff8282161661342a5782546001600160e81b0316911760e81b6001600160e81b03191617815581613416575b506133e9575b60088110156104ca576002036133da575b5033907fe7fa6efa4e05ddc24d8e036cd3a65a1b814ee73cf96bf77c63e845114462f4a78380a380f35b6133e3906148fc565b5f6133b0565b82845260066020526040842080546001600160e01b03164260e01b6001600160e01b03191617905561339f565b63ffffffff91505460801c1642105f613399565b631e70f55b60e31b8852600487905233602452604488fd5b6002613360565b63509b2d0560e11b855260048490526044856104bd84614353565b506008821015613478576002821415613353565b634e487b7160e01b85526021600452602485fd5b503461026d57602036600319011261026d576004356001600160401b0381116104de576134bd903690600401614323565b6134c9819392936145d9565b906134d76040519283614543565b808252601f196134e6826145d9565b01835b8181106137e157505082935b8185106136605750506040519060208201602083528151809152602060408401920190845b8186106135275784840385f35b9091928351805160018060a01b0381511683526001600160601b03602082015116602084015260018060a01b0360408201511660408401526001600160601b0360608201511660608401526001600160601b03608082015116608084015263ffffffff60a08201511660a084015263ffffffff60c08201511660c084015263ffffffff60e08201511660e084015263ffffffff61010082015116610100840152610120810151600881101561347857926001600160401b0360806020809562ffffff6101406102009760019a61012089015201511661014086015201516001600160601b038151166101608501526001600160601b03868201511661018085015263ffffffff6040820151166101a085015263ffffffff6060820151166101c08501520151166101e0820152019401950194919061351a565b61366b858383614574565b35845260026020526040842094613683818484614574565b3585526006602052604085206040519061369c826144d5565b6002604051986136ab8a6144f0565b805460018060a01b0381168b5260a01c60208b0152600181015460018060a01b03811660408c015260a01c60608b01520154976001600160601b038916608082015263ffffffff8960601c1660a082015263ffffffff8960801c1660c082015263ffffffff8960a01c1660e082015263ffffffff8960c01c1661010082015260ff8960e01c169860088a10156137cd576001959697989961012083015260e81c61014082015282526001600160401b0384604051926137698461450c565b80546001600160601b03811685526001600160601b038160601c16602086015263ffffffff8160c01c16604086015260e01c6060850152015416608082015260208201526137b7828761461a565b526137c2818661461a565b5001939291906134f5565b634e487b7160e01b89526021600452602489fd5b60209060409693949596516137f5816144d5565b604051613801816144f0565b88815288848201528860408201528860608201528860808201528860a08201528860c08201528860e0820152886101008201528861012082015288610140820152815261384c6145f0565b838201528282880101520194939291946134e9565b503461026d57606036600319011261026d576004356001600160401b0381116104de57613892903690600401614323565b6024356001600160401b038111610e37576138b1903690600401614323565b6044356001600160401b0381116106eb576138d0903690600401614323565b91909381811480159061393b575b61392957865b8181106138ef578780f35b80613923613900600193858b614574565b3561390f6113f384888b614574565b9061391b84898c614598565b929091614e9a565b016138e4565b6001621398b960e31b03198752600487fd5b50828114156138de565b5034613a1f5760a0366003190112613a1f5761395f6142b4565b60443560ff8116809103613a1f57613975614692565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613a1f575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501526001600160801b03891660448501526024356064850152608484015260643560a484015260843560c48401525af1613a08575b506113c590614e1d565b613a159192505f90614543565b5f906113c56139fe565b5f80fd5b34613a1f576020366003190112613a1f57613a4c613a3f6142b4565b613a47614692565b614e1d565b5f5f516020615f345f395f51905f525d005b34613a1f575f366003190112613a1f576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34613a1f57610140366003190112613a1f57600435610100366023190112613a1f57610124356001600160401b038111613a1f57613ae49036906004016142f6565b825f52600260205260405f20613afa8185614d31565b6008811015613c4557600381141580613c33575b613c165750836024351480613c02575b80613be9575b80613bb5575b15613ba257613b55600292613b7c94613b41614d64565b60018501546001600160a01b031690614d9b565b0180546001600160e81b03811660e891821c60201790911b6001600160e81b031916179055565b7f70c8d42b2c36c877cc34366f79d479554ecfb43a9503b4fd9c9712ac1ef4fbac5f80a2005b83632faf380560e01b5f5260045260245ffd5b5060c4356001600160401b03811690818103613a1f5750845f52600660205263ffffffff60405f205460c01c161115613b2a565b5060843560ff8116808203613a1f576003915014613b24565b50600160ff613c0f614564565b1614613b1e565b63509b2d0560e11b5f526004859052613c2e90614353565b60445ffd5b506010600283015460e81c1615613b0e565b634e487b7160e01b5f52602160045260245ffd5b34613a1f5760a0366003190112613a1f57613c726142ca565b6064356001600160401b038111613a1f57613c919036906004016142f6565b91608435926001600160401b038411613a1f57613cb5613cc49436906004016142f6565b93909260443590600435614a93565b005b34613a1f575f366003190112613a1f57335f52600860205260405f2060405190613cef826144a6565b54906001600160601b038216808252602082019064ffffffffff8460601c16825264ffffffffff604084019460881c16845215613dda5764ffffffffff81511615613dc7576001600160601b039264ffffffffff80613d7b93511691511663ffffffff7f000000000000000000000000000000000000000000000000000000000000000016913361493c565b335f5260086020525f6040812055613d978282511680336149f6565b51166040519081527f23eb338ed2df691870bc931bf6328c55b2708178ecf1f1b3e889afca4418adea60203392a2005b6309a59af960e31b5f523360045260245ffd5b633e50315f60e11b5f523360045260245ffd5b34613a1f5736600319016103008112613a1f576102e013613a1f576102e4356001600160801b038116808203613a1f57613e256147f2565b91825f52600260205260405f20613e3c8185614829565b613e46828661485b565b6008811015613c455760018103613c16575063ffffffff613e65614385565b16156140bf576001600160401b03613e7b614399565b164210614072576001600160801b03613e926143de565b166001600160801b03613ea36143f5565b1615613fed575b815460a01c8411801590613fe4575b613fc057509160209160027fdfa4fda5f1f71ccb424b68064fe6c7f1c04e71d61de3224930e9703b5a977a2d94613f196001600160801b037f000000000000000000000000000000000000000000000000000000000000000016336148a5565b0180546001600160e81b03811660e891821c60401790911b6001600160e81b031916178155905f868152600685526040902080546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b16919091179055613f8760048261466e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055604051908152a2005b6001600160801b03908486630417271560e21b5f526004526024521660445260645ffd5b50808411613eb9565b6001600160401b03613ffd6143b0565b168042105f146140665750614051614027425b6001600160401b03614020614399565b1690614465565b6001600160801b0361404a61403a61440c565b9282614044614423565b16614486565b9116614499565b8082101561405f5750613eaa565b9050613eaa565b61402761405191614010565b6084846001600160401b03614085614399565b8161408e6143b0565b9160405194634f6c0c9f60e01b865260048601521660248401521660448201526001600160401b0342166064820152fd5b8284630417271560e21b5f526004526024525f60445260645ffd5b34613a1f576020366003190112613a1f576140f36142e0565b6140fb614692565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036141c257600154613a4c916001600160801b03821691614146836146c7565b61414f826147d3565b6001600160801b0319166001556040518281526001600160a01b038216907f22bef34a215596dccb9189a55ce50cff9b85b028497cbe73981dfdc77588647e90602090a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316614752565b63967a6ee960e01b5f523360045260245ffd5b34613a1f576020366003190112613a1f5760405160043581527f9cf61333153bf00386caf84118ddee282fc1dd86c50c976c366ce081e808355060203392a2005b34613a1f576020366003190112613a1f57613a4c6142326142b4565b61423a614692565b614243816146c7565b61424d8133614706565b6001600160801b036040519116908181527fab48b3d59a240196dc5bdd7f7a638fca310f8194c7d350c3dd7765861311ddf860203392a2337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316614752565b600435906001600160801b0382168203613a1f57565b602435906001600160801b0382168203613a1f57565b600435906001600160a01b0382168203613a1f57565b9181601f84011215613a1f578235916001600160401b038311613a1f5760208381860195010111613a1f57565b9181601f84011215613a1f578235916001600160401b038311613a1f576020808501948460051b010111613a1f57565b6008811015613c4557602452565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6101043563ffffffff81168103613a1f5790565b610124356001600160401b0381168103613a1f5790565b610144356001600160401b0381168103613a1f5790565b610164356001600160401b0381168103613a1f5790565b610184356001600160801b0381168103613a1f5790565b610204356001600160801b0381168103613a1f5790565b610224356001600160801b0381168103613a1f5790565b6101e4356001600160801b0381168103613a1f5790565b6101a4356001600160801b0381168103613a1f5790565b356001600160801b0381168103613a1f5790565b9190820391821161447257565b634e487b7160e01b5f52601160045260245ffd5b8181029291811591840414171561447257565b9190820180921161447257565b606081019081106001600160401b038211176144c157604052565b634e487b7160e01b5f52604160045260245ffd5b604081019081106001600160401b038211176144c157604052565b61016081019081106001600160401b038211176144c157604052565b60a081019081106001600160401b038211176144c157604052565b61026081019081106001600160401b038211176144c157604052565b90601f801991011681019081106001600160401b038211176144c157604052565b60443560ff81168103613a1f5790565b91908110156145845760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908110156145845760051b81013590601e1981360301821215613a1f5701908135916001600160401b038311613a1f576020018236038113613a1f579190565b6001600160401b0381116144c15760051b60200190565b604051906145fd8261450c565b5f6080838281528260208201528260408201528260608201520152565b80518210156145845760209160051b010190565b6024356001600160a01b0381168103613a1f5790565b6004356001600160a01b0381168103613a1f5790565b356001600160a01b0381168103613a1f5790565b906008811015613c4557815460ff60e01b191660e09190911b60ff60e01b16179055565b5f516020615f345f395f51905f525c6146b85760015f516020615f345f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b6001600160801b0316156146d757565b631f2a200560e01b5f5260045ffd5b906001600160801b03809116911603906001600160801b03821161447257565b6147196001600160801b03831682615a55565b60018060a01b03165f525f6020526001600160801b0361474060405f2092828454166146e6565b166001600160801b0319825416179055565b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f51148216156147b2575b604052156147925750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b9060018115166147ca57823b15153d15161690614787565b503d5f823e3d90fd5b6001600160a01b0316156147e357565b63d92e233d60e01b5f5260045ffd5b6103006040517ffce7e8d4b55fe318ba48cb97b1ebd967f964faddf2f2139894565caa9a356a2c81526102e0600460208301372090565b9190600260ff91015460e01c16916008831015613c455782156148495750565b63b08fc1cb60e01b5f5260045260245ffd5b90546001600160a01b0316330361486f5750565b63723bbd3560e01b5f526004523360245260445ffd5b906001600160801b03809116911601906001600160801b03821161447257565b6148af8282615a55565b60018060a01b03165f525f6020526001600160801b0360405f20916148e1610edb8385549316610ed2818686166146e6565b166001600160801b03198254161790556148fa5f615a22565b565b60020161490a60028261466e565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055565b9261494a9061497892614499565b9163ffffffff7f00000000000000000000000000000000000000000000000000000000000000001690614499565b9181421080156149b2575b61498c57505050565b6001600160401b03929183916328ae40d360e11b5f52600452166024521660445260645ffd5b50824310614983565b60018060a01b03165f525f6020526001600160801b0360405f2091614740610edb8454846149eb5f828416614885565b94169060801c6146e6565b906001600160801b039160018060a01b03165f525f602052614740610edb60405f2094846149eb8188549316828416614885565b6040519061018082018281106001600160401b038211176144c1576040525f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9594919394929092865f52600260205260405f2092614ab28489614d31565b506001840154966001600160801b038860a01c961697868911614d16578554918260a01c95868b10614cfb578a989589958b9995614c8d958f7f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9f9660809f96614b7c92614c979e99614b8b996040519160208301937fc7eab35b0c2329d9491c5d75cd9f4e4c7ce9c3a9d646991bb0d11c05d9eb5b55855260408401526060830152608082015260808152614b6960a082614543565b519020946001600160a01b031685614d9b565b6001600160a01b031690614d9b565b61092f614b96614a2a565b956002850154906001600160601b03602089019260e08a01958160e81c6101608c0152865216825287526001600160801b037f000000000000000000000000000000000000000000000000000000000000000016966104006101606001600160801b037f00000000000000000000000000000000000000000000000000000000000000001692614c246145f0565b9a614c328251895190614465565b60208d0196818852518d528160048585015116614ce9575b50506108008383015116614cd7575b60408383015116614cc4575b50015116614cb1575b50614c7f8751610618855189614465565b604088015251915185614465565b60608401526152f4565b6040519182525f60208301525f60408301526060820152a2565b614cbc908851614499565b87525f614c6e565b614ccf908c51614499565b8b525f614c65565b614ce2858751614499565b8652614c59565b614cf291614499565b86525f81614c4a565b868b8d63086bd8d560e41b5f5260045260245260445260645ffd5b86898b630ad2258d60e31b5f5260045260245260445260645ffd5b9190614d3d9083614829565b916008831015613c455760078314614d525750565b635865995f60e11b5f5260045260245ffd5b6101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda8152610100602460208301372090565b916042614dca93949294614dad615d95565b906040519161190160f01b83526002830152602282015220615aa5565b506004811015613c45571590811591614e06575b50614de65750565b633615713d60e21b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f614dde565b6001600160801b036148fa91614e32816146c7565b16614e3d8133615250565b6040518181527fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760203392a230337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166153d0565b9290835f52600260205260405f2091614eb38386614d31565b50825460a01c9060018401908154958660a01c966001600160801b0386169780891161505a57508488111561503f5794614ff2876001600160801b03614fec7f08851f18ca48c7749be0f043d3244f59e643b2a4a02098d3ef66eee07d6848af98614fdb6040998f9c8f614f91908f614fbf9d8f9d614f9a95614ff89f93614f8c945160208101917fe97c93f01d3ef8eaba1586553df13308f236815bf4ea49c7b696895d8f5ea68a8352604082015286606082015260608152614f78608082614543565b5190206001600160a01b0390911690614d9b565b6158ef565b61092f856158ef565b86546001600160a01b031660a08a901b6001600160a01b031916179096559498899590565b546001600160a01b031684614fd4848a6146e6565b16906149bb565b8b546001600160a01b0316956146e6565b16614465565b90615250565b61500181615a22565b6001600160801b03825191878352166020820152a260ff600282015460e01c166008811015613c455760041461503657505050565b6148fa9261595d565b84888a63086bd8d560e41b5f5260045260245260445260645ffd5b888a630ad2258d60e31b5f5260045260245260445260645ffd5b81546001600160a01b031633149291831561508d575050565b6148fa916158d7565b60088110159081613c4557600181149182156150c5575b82156150b857505090565b909150613c455760041490565b506003811491505f6150ad565b61014435600435146151fb576024356001600160a01b03811690818103613a1f5750610164356001600160a01b0381169190828103613a1f575014801590615241575b8015615211575b6151fb5761512a6004615ad9565b1580156151ff575b6151fb5760a4356001600160401b03811690818103613a1f57506101e4356001600160401b03811690818103613a1f5750808211156151f457505b60c4356001600160401b03811690818103613a1f5750610204356001600160401b03811690818103613a1f5750808210156151ec5750905b80821191826151b357505090565b6151bd9250614465565b7f000000000000000000000000000000000000000000000000000000000000000060011b6401fffffffe161090565b9050906151a5565b905061516d565b5f90565b5061520b610144615ad9565b15615132565b5060843563ffffffff811690818103613a1f57506101c4359063ffffffff821691828103613a1f5750141561511c565b506101a4356064351415615115565b60018060a01b03165f525f6020526001600160801b036147408160405f20931682845416614885565b806152815750565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613a1f575f91602483926040519485938492630852cd8d60e31b845260048401525af180156152e9576152df5750565b5f6148fa91614543565b6040513d5f823e3d90fd5b906148fa926001600160601b039261535961531e615311856158ef565b61092f845460a01c6158ef565b60028301805460ff60e01b1916600760e01b17905582546001600160a01b03169490951660a01b6001600160a01b0319169390931781558392565b60018101546020830151606084015161537d929091906001600160a01b03166149f6565b81519081158015906153c3575b615398575b50505050615a22565b6153ba9360406153b49260018060a01b03905416940151614465565b916149f6565b805f808061538f565b506040830151151561538a565b6040516323b872dd60e01b5f9081526001600160a01b039384166004529290931660245260449390935260209060648180865af19060015f5114821615615421575b6040525f606052156147925750565b9060018115166147ca57823b15153d15161690615412565b906001600160401b03809116911603906001600160401b03821161447257565b610144356001600160401b03811690818114159081613a1f5761012435926001600160401b03841691828514159384613a1f578383108015615837575b80156157eb575b6157e057613a1f57504210156157d8576004356001600160a01b038116808203613a1f576024356001600160a01b03811691828203613a1f578281149384156157cd575b505082156157c2575b50506157ba5761018435926001600160801b03841692838514159384613a1f5780158015615798575b8015615774575b61576957610104359063ffffffff821691828103613a1f578215159283806156fb575b6156ed575f9063ffffffff7f00000000000000000000000000000000000000000000000000000000000000001681119081156156bd575b506156af57613a1f575081615673575b5061566957613a1f57506155be63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642614499565b1061566257613a1f576101a4356001600160801b0381168103613a1f576101c4356001600160801b0381168103613a1f576101e4356001600160801b0381168103613a1f5761020435906001600160801b0382168203613a1f5761022435926001600160801b0384168403613a1f5761024435946001600160801b0386168603613a1f5763ffffffff9617171717171760601c16155f1461565d575f90565b600990565b5050600890565b5050505050600790565b6102443591506001600160801b038216808303613a1f57801592831561569d575b5050505f615584565b5090915085613a1f57115f8080615694565b505050505050505050600690565b91505060e4359063ffffffff821691828103613a1f57640100000000916156e691505f93614499565b115f615574565b505050505050505050600590565b506101a4356001600160801b03811690818103613a1f575088613a1f5761574661ffff7f00000000000000000000000000000000000000000000000000000000000000001685614486565b6127108101908181116144725761270f019081116144725761271090041161553d565b505050505050600490565b50610224356001600160801b03811690818103613a1f575085613a1f57811061551a565b506101c4356001600160801b0381169550858103613a1f5750805f9511615513565b505050600390565b501590505f806154ea565b501592505f806154e1565b505050600290565b505050505050600190565b5080613a1f5784613a1f576158008683615439565b6001600160401b0363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691161161549d565b505f94508490506158488683615439565b6001600160401b0363ffffffff7f000000000000000000000000000000000000000000000000000000000000000016911610615496565b6001600160a01b03165f818152600760205260409020546001600160401b039081169216908282106158b057505050565b639bb0722f60e01b5f5260045260245260445260645ffd5b60108210156145845701905f90565b6001909101546001600160a01b0316330361486f5750565b6159216127109161ffff7f00000000000000000000000000000000000000000000000000000000000000001690614486565b047f00000000000000000000000000000000000000000000000000000000000000006001600160801b031680821115615958575090565b905090565b91825f5260066020526001600160601b0360405f205460601c1611615a1e576002810180546001604160e81b031981166001600160e01b0390911617600160e01b17905580546159f8917f00000000000000000000000000000000000000000000000000000000000000006001600160801b0316916159e69083906001600160a01b03166149bb565b600101546001600160a01b0316615250565b7f4efb36588d2ca6f32a0d29ed39c51a64d9a0a317367571bd208ab9b9c6d251f05f80a2565b5050565b80615a2a5750565b6001600160801b03615a43816001549316828416614885565b16906001600160801b03191617600155565b6001600160a01b03165f818152602081905260409020546001600160801b031690828210615a8257505050565b6001600160801b039350631f98435160e01b5f526004526024521660445260645ffd5b9060418303615acf57615ac89250602081013591604082359201355f1a90615eb1565b9192909190565b50505f9160029190565b80355f90815260026020526040902080546001600160a01b031680151592919083615b2d575b5082615b0a57505090565b600101546001600160a01b03908116925090615b289060400161465a565b161490565b9092506001600160a01b03615b446020840161465a565b1614915f615aff565b60ff811690601f8211615b7c5760405191615b69604084614543565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b61012081015160c0820151158015615c67575b615c4857610160820160028151161590811591615c59575b50615c48576101408201518015159081615c4e575b50615c4857615c10615c1791615c066020850151615c0060a08701966080885191019485518082115f14615c40575090614465565b90614486565b9351905190614465565b8092614499565b5f198101908111614472578115615c2c570490565b634e487b7160e01b5f52601260045260245ffd5b905090614465565b50505f90565b90508110155f615bcb565b60809150511615155f615bb6565b508015615b9e565b91906010925f5b60108110615c8357505050565b615c8d81836158c8565b90549060031b1c8015615d82575f526002602052600260405f20015463ffffffff8160801c1690615cc360ff8260e01c16615096565b80615d79575b15615d5e57610144356001600160401b03811691828203613a1f5763ffffffff915060601c16109081615d3e575b50615d06576001905b01615c76565b600435836001600160a01b038216808303613a1f5763ffffffff9250637c03d12760e11b5f5260045260c4356024521660445260645ffd5b9050610124356001600160401b03811690818103613a1f5750105f615cf7565b505060108514615d71575b600190615d00565b935083615d69565b50428211615cc9565b5092939291505080821015615958575090565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480615e88575b15615df0577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152615e8260c082614543565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615dc7565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615f28579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156152e9575f516001600160a01b03811615615f1e57905f905f90565b505f906001905f90565b5050505f916003919056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const
