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
  "0x61040060405234610ac457616b61803803809161001e82610400610ac8565b610400396102a08112610ac457610400516001600160a01b0381168103610ac45761042051916001600160a01b0383168303610ac45761026090603f190112610ac4576040519161026083016001600160401b03811184821017610ab05760405261008a610440610aeb565b8352610097610460610aeb565b60208401526100a7610480610aeb565b60408401526100b76104a0610aeb565b60608401526100c76104c0610aeb565b60808401526100d76104e0610aeb565b60a08401526100e7610500610aeb565b60c08401526100f7610520610aeb565b60e0840152610107610540610aeb565b610100840152610118610560610aeb565b610120840152610129610580610aeb565b61014084015261013a6105a0610aeb565b61016084015261014b6105c0610aeb565b61018084015261015c6105e0610aeb565b6101a084015261016d610600610afc565b6101c084015261017e610620610afc565b6101e084015261018f610640610b0b565b6102008401526101a0610660610b0b565b6102208401526101b1610680610b0b565b610240840152604051916101c6604084610ac8565b6004835263092a0a6b60e31b6020840152604051936101e6604086610ac8565b60018552603160f81b602086015263ffffffff81511660038110159081610a9b575b5015610a7b576312cc030063ffffffff60208301511611610a5b576312cc030063ffffffff60408301511611610a375763ffffffff60608201511663ffffffff8251168110159081610a22575b50156109fd5763ffffffff60808201511680151590816109f0575b50156109d05763ffffffff61016082015116156109aa5761271061ffff6101c083015116116109865761271061ffff6101e08301511611610968576102008101516001600160801b03168015159081610951575b501561092c576102208101516001600160801b03168015159081610915575b50156108ef576102408101516001600160801b031680151590816108d8575b50156108b4576101808101516101a0820151610343916103329160011b6401fffffffe169063ffffffff16610b8a565b63ffffffff60a08401511690610b8a565b8063ffffffff60c0840151161061087d578063ffffffff60e08401511610610855578063ffffffff6101008401511610610830578063ffffffff61012084015116106108095763ffffffff61014083015116106107e65763ffffffff81511660805263ffffffff60208201511660a05263ffffffff60408201511660c05263ffffffff60608201511660e05263ffffffff6080820151166101005263ffffffff60a0820151166101205263ffffffff60c0820151166101405263ffffffff60e0820151166101605263ffffffff610100820151166101805263ffffffff610120820151166101a05263ffffffff610140820151166101c05263ffffffff610160820151166101e05263ffffffff610180820151166102005263ffffffff6101a0820151166102205261ffff6101c0820151166102405261ffff6101e0820151166102605260018060801b03610200820151166102805260018060801b03610220820151166102a05261024060018060801b03910151166102c05260018060a01b0381161580156107d5575b6107c6576102e052610300526104e381610b1f565b6103c0526104f082610b1f565b6103e0526020815191012090816103805260208151910120806103a05246610340526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261056360c082610ac8565b519020610320523061036052604051615fc99081610b9882396080518181816125100152818161287001526158c5015260a051818181612539015261587d015260c0518181816125650152615606015260e051818181611fc401526125910152610100518181816125bd01526155b8015261012051816125e901526101405181818161176201526126150152610160518181816111fb01528181612641015261330c015261018051818181611fff015261266d01526101a051818181612034015261269a01526101c0518181816126c70152613d5a01526101e0518181816126f401526149dc0152610200518161272101526102205181818161274e015261526001526102405181818161081f015281816127790152615a1d0152610260518181816127a4015261578e01526102805181818161084901528181610ee3015281816127d40152615a4901526102a051818181610b8601528181611d8301528181611db901528181611dfa01528181611e4d01528181611e8e0152818161280401528181613efa01528181614c5c0152615ad101526102c051818181611bad01528181611bf101528181611c3401528181611c7301528181611cc701528181611d08015281816120fa015281816128340152614c8d01526102e051818181610286015281816113ac0152818161397a015281816141b1015281816142a301528181614f050152615324015261030051818181613a76015261411901526103205181615e4301526103405181615f0001526103605181615e0d01526103805181615e9201526103a05181615eb801526103c05181612df501526103e05181612e1f0152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156104ce565b6309175cb760e31b5f9081526a636c61696d57696e646f7760a81b600452602490fd5b6309175cb760e31b5f9081526e65766964656e63655365636f6e647360881b600452602490fd5b6309175cb760e31b5f9081526c61707065616c5365636f6e647360981b600452602490fd5b6309175cb760e31b5f9081526f6368616c6c656e67655365636f6e647360801b600452602490fd5b6309175cb760e31b5f9081526a736574746c65477261636560a81b600452602490fd5b634e487b7160e01b5f52601160045260245ffd5b6309175cb760e31b5f9081526b646973707574655374616b6560a01b600452602490fd5b6c010000000000000000000000009150105f610302565b6309175cb760e31b5f9081526d6368616c6c656e67655374616b6560901b600452602490fd5b6c010000000000000000000000009150105f6102e3565b6309175cb760e31b5f9081526c36b4b721b7b6b6b4b9b9b4b7b760991b600452602490fd5b6c010000000000000000000000009150105f6102c4565b6309175cb760e31b5f908152650626f6e6442760d41b600452602490fd5b6309175cb760e31b5f9081526b0636f6d6d697373696f6e42760a41b600452602490fd5b6309175cb760e31b5f9081526d646561646c696e65426c6f636b7360901b600452602490fd5b6309175cb760e31b5f908152676d6178536561747360c01b600452602490fd5b610100915011155f610270565b6309175cb760e31b5f9081526c0e6d0dee4e898cac2e6ca9ac2f609b1b600452602490fd5b905063ffffffff60208301511610155f610255565b6309175cb760e31b5f9081526b0c4deded682d0cac2c89ac2f60a31b600452602490fd5b6309175cb760e31b5f908152676d61784c6561736560c01b600452602490fd5b6309175cb760e31b5f908152676d696e4c6561736560c01b600452602490fd5b905063ffffffff60208301511610155f610208565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b03821190821017610ab057604052565b519063ffffffff82168203610ac457565b519061ffff82168203610ac457565b51906001600160801b0382168203610ac457565b601f815111610b4a576020815191015160208210610b3b571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b919082018092116108a05756fe60806040526004361015610011575f80fd5b5f5f3560e01c806302387a7b146142325780630ef808c5146141f1578063164e68de146140f657806323b30ef614613df35780632def662014613ccc5780633b9cd8b014613c5f5780634380dd5b14613aa55780634bde38c814613a6157806354469aea14613a265780635a4baeea146139485780635bca4327146138645780635be52c99146134dd57806363c4f0311461336d57806377c2498f146132b15780637cc0bb0b14612f205780637e9cf4c514612ed757806384b0196e14612ddb5780638807cb4014612d395780638818751414612ad757806388fe2be8146129b5578063890357301461246557806398807d84146124225780639af1d35a146123fb578063a925b86f146122ac578063aa99fa9814612269578063add98c7014612073578063ae01d9281461170f578063b0b5ac8014611597578063b3ca268f146114ed578063c3125c8414611335578063c644179814611284578063c64751bd1461119f578063ca81d59a14610cbb578063cffd46dc14610b0d578063d9b6cb451461070a578063ed50e438146104e2578063f7818dc314610342578063fbb001d6146102b5578063fc0c546a146102705763fc63958e146101d2575f80fd5b3461026d578060031936011261026d573381526008602052604081206001600160601b038154161561025a57805464ffffffffff60601b4260601b1669ffffffffffffffffffff60601b1990911664ffffffffff60881b4360881b1617179055337fc71a12d68198cab1d323bdc45a5a90923cab472ebc45c89829a688d83cc0262f8280a280f35b633e50315f60e11b825233600452602482fd5b80fd5b503461026d578060031936011261026d576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461026d57604036600319011261026d576102cf6142fc565b6001600160801b036102df6142e6565b6102e881614728565b6102f183614834565b6102fb8133614767565b169061030782826152f1565b6040519182526001600160a01b03169033907f7cdf1c7850b1287b5880ac319568e0629bb1d77e5a2410a8587a420c3f57a97390602090a380f35b503461026d57366003190161030081126104de576102e01361026d576102e4356001600160401b0381168091036104de5761037b614853565b9081835260026020526040832061039c610395828561488a565b91846148b8565b60088110156104ca576001811415806104bf575b6104a3575081835260066020526001600160401b0360016040852001541661048f576102843563ffffffff81169081810361048b57506001600160401b034216016001600160401b038111610477576001600160401b031680821061045c575060207ffa2b73ea1e099045393cc3b6ecacff4a5ad55ac07ee72d379d9f665e3b9c22b4918385526006825260016040862001816001600160401b0319825416179055604051908152a280f35b6322a01a6560e11b8452600492909252602452604452606490fd5b634e487b7160e01b84526011600452602484fd5b8480fd5b6334bb3e4160e01b83526004829052602483fd5b836104bd6044928563509b2d0560e11b845260045261436f565bfd5b5060048114156103b0565b634e487b7160e01b84526021600452602484fd5b5080fd5b503461026d5736600319016103a081126104de576102e01361026d576080366102e319011261026d57610364356001600160401b0381116104de5761052b903690600401614312565b9190610384356001600160401b0381116107065761054d903690600401614312565b90610556614853565b92838552600260205261056c6040862085614dc9565b506102e4358481036106ef57506105c46105d294959660a06040517f7df213606c5a3ab175c9a16eec535b7b6f3c79f9f183b966125a7a07852eea57815260806102e4602083013720926105be6146a6565b84614e33565b6105cc614690565b90614e33565b6001600160801b036105e2614428565b166001600160801b036105f361443f565b1690610324356001600160401b0381168082036106eb5761061e9361061892506144a2565b906144b5565b6001600160801b0361062e614411565b169061034435916001600160401b038316918284036106eb57610618602093610679937fee1605faf106e785ac7625024a5a9ef27a5eae49ebf984dd33755c219d4749d896506144a2565b838552600682526001600160601b03604086209181835416906001600160801b036106a26143fa565b1690808210156106e457505b808211156106dd57505b16906001600160601b0382166001600160601b0319825416179055604051908152a280f35b90506106b8565b90506106ae565b8580fd5b632ce7ab1160e01b86526004859052602452604485fd5b8280fd5b503461026d57606036600319011261026d576107246142fc565b6024356001600160401b03811161070657610743903690600401614312565b90926044356001600160401b0381116104de57610764903690600401614312565b9094602c8406610afb576001600160401b038411610ae757604051610793601f8601601f191660200182614543565b8481526020810190858301953687116106eb57908560208385948761081497378301015251902092604051978760208a017f7a23dd070ab9a30fbbe4baab41eda3631046ac3dc1b3c53f7646b63f76ce1c0f815260018060a01b0382169a8b60408201528760608201526060815261080c608082614543565b519020614e33565b93828391848561ffff7f0000000000000000000000000000000000000000000000000000000000000000166001600160801b037f000000000000000000000000000000000000000000000000000000000000000016995b885b8a8210610988575b80156108fc57813590602083013560a01c91808c52600260205260408c209161089e838361488a565b50600181146108e4576002146108c257916108bc91602c9493615a7b565b0161086b565b60649260018d93015460a01c91630ad2258d60e31b8452600452602452604452fd5b5063723bbd3560e01b8c5260045260248e905260448bfd5b5050508996975080610978575b50508115610969576060926001600160801b038361094a7f7676e39331aa5ea63e7bd12414504acb0dcbd14034ac00aab16be054fc8eef5e97958395614a45565b6109538361595d565b604051948552166020840152166040820152a280f35b631f2a200560e01b8652600486fd5b610981916152f1565b8680610909565b999a908097939697358a52600260205260408a20966020820135948560a01c9960018a015489811860601b610ad55760a01c8b11610ac4578954998a60a41c90818d1115610ab457600f8c60a01c169860078a14610aa35760041b6001600160a41b0319166001600160a41b038d161790558d61271082890204888e898310610a9b575b6127109293500204878110610a94575b038093019b03809101998d89821860601b610a56575b5050030193600414610a4b57602c905b01909a9961086d565b909a99506003610875565b988491929399600495610a7c575b5050506001600160a01b0316968c9290919083610a32565b604091815280602052209081540190555f808e610a64565b5086610a1c565b899250610a0c565b505050985098509350602c90610a42565b5050985098509350602c90610a42565b985098509350909a99506002610875565b50985098509350909a99506001610875565b634e487b7160e01b83526041600452602483fd5b6001621398b960e31b03198352600483fd5b503461026d57602036600319011261026d57600435808252600260205260408220610b38818361488a565b610b428284615945565b60088110156104ca57600181036104a357506002810190815463ffffffff8160601c168042108015610ca8575b610c6c575050610c1590610bac6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614902565b825462ffffff60e01b19811660e091821c62ffffff1660041790911b62ffffff60e01b16178355838552600660205260408520805463ffffffff60c01b19164260c01b63ffffffff60c01b1617905580546010600160601b0360a09190911c16600317906146d0565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557fd34a04611d61ad8145e132fa5c4c335eeb5b305bf3fa3325556d0e58c0d5c24e8280a280f35b63ffffffff608492869260405193634f6c0c9f60e01b85526004850152602484015260801c1660448201526001600160401b0342166064820152fd5b5063ffffffff8260801c16421015610b6f565b503461026d57366003190161032081126104de576102e01361026d576102e4356001600160401b0381116104de57610cf7903690600401614312565b610304356001600160401b038111610eb757610d17903690600401614312565b90610d20614853565b808652600260205260408620549094906001600160a01b031661118b576001600160401b03610d4d6143e3565b1642116111565760ff610d5e6154c7565b168061113f5750610d6d6146a6565b6084356001600160401b038116810361113b57610d89916158ed565b610d91614690565b9360a435916001600160401b038316830361113b57610dcd95610dc593610db7916158ed565b610dbf6146a6565b87614e33565b6105be614690565b819060c4359260e43563ffffffff81169081811415945b63ffffffff610df16143a1565b16811015610ebb5785610eb75763ffffffff610e0d82856144b5565b16610e166146a6565b604051602081019160018060a01b0316825289604082015282606082015260608152610e43608082614543565b5190208552600360205260408520610e5b8282615ce2565b9160108314610e8c575060019291610e7291615936565b81549060031b9088821b915f19901b191617905501610de4565b866064918b610e996146a6565b63be9b2a2d60e01b84526001600160a01b0316600452602452604452fd5b8380fd5b8385610f90610ec8614690565b6001600160801b03610ed86143fa565b166001600160801b037f00000000000000000000000000000000000000000000000000000000000000001691610f17610f1184846144b5565b82615990565b60018060a01b03168552846020526001600160801b036040862091610f7b610f5b845492610f5285610f4989846144b5565b16868616614747565b9360801c6148e2565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b031982541617905561595d565b6001600160801b03610fa0614456565b16611114575b8082526002602052604082206001600160a01b03610fc26146a6565b6001600160a01b03911616600160a01b178155611018610fe0614690565b6001830180546001600160a01b0319166001600160a01b039092169190911781556001600160601b036110116143fa565b16906146d0565b6001600160601b0360028161102b614456565b16920191166001600160601b03198254161781556110476143b5565b815463ffffffff60801b6110596143cc565b60801b169163ffffffff60601b9060601b16906001600160401b0360601b1916171790556110856146a6565b9061108e614690565b907f44f92b707292f02c1202b065cfc559b4826c26c4cf4e4c8442382103c804194760806110ba6143fa565b936001600160401b036110cb614456565b816110d46143b5565b6001600160801b036110e46143cc565b604080519b83168c529190941660208b01529116908801521660608601526001600160a01b03908116951693a480f35b61113661111f6146a6565b6001600160801b0361112f614456565b1690614902565b610fa6565b8780fd5b635a54d3b160e11b87526004869052602452604486fd5b6064866001600160401b038761116a6143e3565b9063e325449960e01b8452600452166024526001600160401b034216604452fd5b63054a060360e51b86526004859052602486fd5b503461026d57602036600319011261026d576004358082526002602052604082206111ca818361488a565b60088110156104ca57600381036104a35750600581611258600261125d9401601062ffffff825461123563ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168c6149c6565b60e01c161781549062ffffff60e01b9060e01b169062ffffff60e01b1916179055565b6149aa565b7f1b74139697222a14ac9a663413515ffc5934a00781a15cab319a465c3de207398280a280f35b503461026d57602036600319011261026d576004358082526002602052604082206112af818361488a565b60088110156104ca5760018114158061132a575b6104a3575063ffffffff600282015460801c1680421061130e57506112e790614959565b7f3408da6b5c11bc7186798cedf9753e4d65762f2eaf6f704cb3f609e76e1d336d8280a280f35b6328ae40d360e11b845260048390526024526044839052606483fd5b5060048114156112c3565b503461026d57604036600319011261026d576004356001600160401b0381116104de5761136690369060040161433f565b906024356001600160401b038111610eb75761138690369060040161433f565b61138e6146f3565b8084036114db579190849285945b8086106113ec57866113d98630337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031661543e565b805f516020615fa95f395f51905f525d80f35b9091929361147760019161141161140c6114078a888a614574565b61446d565b614728565b61142c6114276114228a878b614574565b6146bc565b614834565b61145a61143d6114228a878b614574565b6001600160801b036114536114078c8a8c614574565b16906152f1565b6001600160801b036114706114078a888a614574565b16906144b5565b95611486611422828589614574565b7fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760206114b761140785898b614574565b926001600160801b0360405194168452858060a01b031692a201949392919061139c565b6001621398b960e31b03198552600485fd5b503461026d57602036600319011261026d576004356001600160401b0381168091036104de5733825260076020526001600160401b036040832054168082111561157d5750338252600760205260408220816001600160401b03198254161790556040519081527f663b0e6449820c633f6d9d194944ccc40e3633c1bcb8878cf728c2713ccae7e760203392a280f35b6064929163f41729c760e01b835233600452602452604452fd5b503461026d5760a036600319011261026d576004356001600160401b0381116104de576115c890369060040161433f565b91906024356001600160401b038111610706576115e990369060040161433f565b93906044356001600160401b03811161048b5761160a90369060040161433f565b9590926064356001600160401b03811161170b5761162c90369060040161433f565b976084356001600160401b0381116117075761164c90369060040161433f565b9490938181148015906116fd575b80156116f3575b80156116e9575b6116d757895b818110611679578a80f35b806116d18a8a8f8a8f6116c9878f94818f94918f8f9d8f9160019f611407836116b4926116ad826116ba986116c19c614574565b359f614574565b9c614574565b3595614598565b959094614598565b959094614b1d565b0161166e565b6001621398b960e31b03198a5260048afd5b5085811415611668565b508a811415611661565b508281141561165a565b8880fd5b8680fd5b503461026d576102e036600319011261026d5761172a6146f3565b611732614853565b80825260026020526040822090611749828261488a565b60088110156104ca5760028103611fef575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000165b63ffffffff6117906143a1565b1615611fb9575b6117ba60028401549163ffffffff8360c01c1663ffffffff8460a01c16856149c6565b6001600160601b036117ca614ab4565b918386526006602052816040872091600187015460a01c63ffffffff8260801c1660a087015263ffffffff8260601c1660808701528282166020870152855262ffffff60016001605c1b03885460a01c60041c169160e01c166101608601521660e08401526001600160401b0360018254920154166101408401528060e01c6101208401521661010082015263ffffffff6118636143a1565b1615156101c4356001600160801b0381169081810361170b5750610244356001600160801b0381169081810361113b57506060840152604083015260c08201526040519060c082018281106001600160401b03821117611fa55760806113d99593611af98296947f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9460405289835289602084015289604084015289606084015289848401528960a084015261194d60e082015160408301518082115f14611f9e57505b825161010084015180821015611f9757505b80821115611f9057505b8085528251614481565b601061016083015116151580611f80575b8015611f6e575b1580158587015261016083015161020016151560a0860152611f605760208201515b602085015260c0820151151580611f57575b80611f4c575b80611f3f575b611f20575b60a0840151611ef1575b506119bd614652565b96816119d089935160e083015190614481565b602084015260208101518352611a19611a0b611a006119f5885160e086015190614481565b6020850151906144b5565b602088015190614481565b604087015160011c906144b5565b6040840152611a47611a3c611a318351885190614481565b606088015190614481565b604087015190614481565b6060840152611a70611a6260608701516040880151906144b5565b604087015160011c90614481565b838701528486015115611ee157611ab2611aa9602087015160011c5b611a9a8160608801516144b5565b60608701526020880151614481565b878501516144b5565b86840152600461016082015116611ded575b604061016082015116611d76575b61040061016082015116611c66575b61080061016082015116611b99575b50835190615395565b83828201511580158091611b8c575b611b4f575b50506001600160801b03815116906001600160801b03604081602084015116920151169060405192835260208301526040820152876060820152a2015161531a565b60407fff24cb75b25be0266877fe167de216402e8aa675961b73c4ac563eeecf9c382e9160a0850151151582519182526020820152a2835f611b0d565b5060a08301511515611b08565b61016061010091611bd76001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660208701516144b5565b602086015201511615611c2757611c1b6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660608401516144b5565b60608301525b5f611af0565b611c5d6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016868401516144b5565b85830152611c21565b611c9a6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001684516144b5565b835260206101608201511615158015611d64575b8015611d3a575b15611cfb57611cf16001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660408501516144b5565b6040840152611ae1565b611d316001600160801b037f000000000000000000000000000000000000000000000000000000000000000016878501516144b5565b86840152611ae1565b5061010081015160e0820151604083015180821115611d5c5750905b11611cb5565b905090611d56565b50610200610160820151161515611cae565b611daa6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001684516144b5565b8352611de36001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660408501516144b5565b6040840152611ad2565b611e246001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660208501516144b5565b602084015260206101608201511615151580611ec2575b15611e8157611e776001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660608501516144b5565b6060840152611ac4565b611eb86001600160801b037f00000000000000000000000000000000000000000000000000000000000000001660408501516144b5565b6040840152611ac4565b50601061016082015116151580611e3b57506101208101511515611e3b565b611ab2611aa96020870151611a8c565b6060840151611eff91614481565b602082015180821015611f1957505b60408401525f6119b4565b9050611f0e565b606082015181811015611f38575b60608501526119aa565b5080611f2e565b50610120820151156119a5565b50848401511561199f565b50835115611999565b611f6982615bfe565b611987565b50610100610160830151161515611965565b506101608201516020161561195e565b9050611943565b9050611939565b9050611927565b634e487b7160e01b86526041600452602486fd5b611fea9063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016906144b5565b611797565b60058103612024575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611783565b60068103612059575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611783565b6104bd849160449363509b2d0560e11b845260045261436f565b503461026d57602036600319011261026d5760043580825260026020526040822061209e818361488a565b906120a98184615115565b1561226057610400915b60088110158061223f57600282141580612253575b818161222e575b5061221357600283019362ffffff81865460e01c16166121fb57612149906121206001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614902565b855462ffffff60e01b19811660e091821c62ffffff1692909217901b62ffffff60e01b16178555565b6121e757600603612180575b505033907ff545ed94f2dba7a41bb3d8f481a0acfcaa90e34ff3c51b8a9c237549c5eacfdd8380a380f35b8060066c0ffffffffffffffffffffffff060016001605c1b036121b0945460a01c60041c1660041b1617906146d0565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790555f80612155565b634e487b7160e01b85526021600452602485fd5b6322babe6760e21b8752600486905233602452604487fd5b63509b2d0560e11b865260048590526044866104bd8461436f565b905061223f576006821415816120cf565b634e487b7160e01b86526021600452602486fd5b50508460058214156120c8565b610800916120b3565b503461026d57602036600319011261026d576020906001600160401b03906040906001600160a01b0361229a6142fc565b16815260078452205416604051908152f35b503461026d57602036600319011261026d576004356001600160401b0381116104de576122dd90369060040161433f565b6122e6816145d9565b916122f46040519384614543565b818352601f19612303836145d9565b01845b8181106123d8575050835b828110612376578385604051918291602083016020845282518091526020604085019301915b818110612345575050500390f35b91935091602060406001926001600160801b0383885182815116845201511683820152019401910191849392612337565b6001906001600160a01b0361238f611422838787614574565b1686528560205260408620604051906123a7826144f1565b546001600160801b038116825260801c60208201526123c6828761467c565b526123d1818661467c565b5001612311565b6020906040516123e7816144f1565b878152878382015282828801015201612306565b503461026d578060031936011261026d5760206001600160801b0360015416604051908152f35b503461026d57602036600319011261026d576020906001600160601b03906040906001600160a01b036124536142fc565b16815260088452205416604051908152f35b503461026d578060031936011261026d5761024060405161248581614527565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152015261026060405161250981614527565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016815263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016602082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016606082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016608082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660a082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660c082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660e082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661010082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661012082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661014082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661016082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661018082015263ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166101a082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101c082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101e08201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102008201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102208201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102408201526001600160801b036102406040519263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016845263ffffffff602082015116602085015263ffffffff604082015116604085015263ffffffff606082015116606085015263ffffffff608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff6101008201511661010085015263ffffffff6101208201511661012085015263ffffffff6101408201511661014085015263ffffffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015261ffff6101c0820151166101c085015261ffff6101e0820151166101e085015282610200820151166102008501528261022082015116610220850152015116610240820152f35b503461026d57602036600319011261026d576129cf6142d0565b6129d881614728565b6001600160801b038116906129ed8233614902565b33835260086020526001600160601b03806040852054169116016001600160601b038111612ac357612a94906001600160601b0360405191612a2e836144c2565b1681526020808201858152604080840187815233885260089093528620925183549151925160609390931b64ffffffffff60601b166001600160601b039091166001600160b01b0319909216919091171760889190911b64ffffffffff60881b16179055565b6040519081527f2eefbcc6809174727cb788be082c392be6c822829c56ab5eb44d528e9d9f37f960203392a280f35b634e487b7160e01b83526011600452602483fd5b503461026d5761026036600319011261026d576004359061010036602319011261026d57610124356001600160401b0381116104de57612b1b903690600401614312565b9092906101003661014319011261070657610244356001600160401b038111610eb757612b4c903690600401614312565b949083855260026020526040852092612b658486614dc9565b50612b6e614dfc565b906101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda815261010061014460208301372090866024351480612d2d575b80612d09575b80612ccc575b158015612cb8575b8015612caf575b612c9b5791612c0a9391612c05612c4298999a9460ff612be9614564565b1615978815612c855789546001600160a01b0316948590614e33565b614e33565b15612c7a576002610100915b01805462ffffff60e01b19811660e091821c62ffffff16909317901b62ffffff60e01b16919091179055565b7f64b11a0bba857a68ae90e6f78dbbb680db09d26c3400ae46a498e004eee267bf6020612c6d614564565b60ff60405191168152a280f35b600261020091612c16565b60018a01546001600160a01b0316948590614e33565b63397663b360e21b88526004879052602488fd5b50818314612bcb565b50600160ff612cc5614564565b1611612bc4565b506064356001600160401b03811690818103612d05575061018435906001600160401b03821691828103612d01575014612bbc565b8a80fd5b8980fd5b50612d12614564565b610164359060ff821691828103612d01575060ff1614612bb6565b50866101443514612bb0565b503461026d57602036600319011261026d57600435808252600260205260408220612d64818361488a565b612d6e82846148b8565b60088110156104ca57600381036104a3575060028101805462ffffff60e01b19811660e091821c62ffffff1660081790911b62ffffff60e01b16179055612db490614959565b7f668bd1beac2be1ee8411790a342055aa29e8a48d3185756ee6b41c8fd0fc46ea8280a280f35b503461026d578060031936011261026d57612e7b90612e197f0000000000000000000000000000000000000000000000000000000000000000615bc0565b90612e437f0000000000000000000000000000000000000000000000000000000000000000615bc0565b906020612e8960405193612e578386614543565b8385525f368137604051968796600f60f81b885260e08589015260e088019061437d565b90868203604088015261437d565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110612ec057505050500390f35b835185528695509381019392810192600101612eb1565b503461026d57606036600319011261026d57612ef16142e6565b604435906001600160401b03821161070657612f14612f1d923690600401614312565b91600435614f32565b80f35b503461026d57366003190161028081126104de576101001361026d57610104356001600160401b0381116104de57612f5c903690600401614312565b90610124356001600160401b038111610eb757612f7d903690600401614312565b9091906101003661014319011261048b57610244356001600160401b0381116106eb57612fae903690600401614312565b949091610264356001600160401b03811161113b57612fd1903690600401614312565b959094612fdc6146f3565b612fe4615173565b1561329557600435610144358082101561326c57604051602081019083825282604082015260408152613018606082614543565b519020915b828c52600960205260ff60408d2054166132575750508952600960205260408920600160ff198254161790556101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af8878152610100600460208301372093602435916001600160a01b0383168303612d015761309c9286614e33565b6044356001600160a01b0381168103611707576130b893614e33565b6101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af88781526101006101446020830137209361016435916001600160a01b038316830361170b5761310d9286614e33565b610184356001600160a01b038116810361048b5761312a93614e33565b6001600160a01b0361313a614690565b168152600860205260408120546001600160601b038116908115613234576b7fffffffffffffffffffffff906001600160a01b03613176614690565b168452600860205283604081205560011c169061319a81613195614690565b614a45565b6131a482336152f1565b6131ac614690565b60843563ffffffff8116908181036106eb57506040805191825260208201849052606435926001600160a01b0316917f293cc769bec061aab4f7e3b4bb439b2779a630645b22fdf9c272580dab635db29190a3036001600160601b038111613220576001600160601b036113d9911661531a565b634e487b7160e01b82526011600452602482fd5b60248361323f614690565b633e50315f60e11b82526001600160a01b0316600452fd5b63191e17c360e31b8c5260045260245260448afd5b60405160208101908282528360408201526040815261328c606082614543565b5190209161301d565b63e2d77fb960e01b895260048035905261014435602452604489fd5b503461026d57602036600319011261026d576004358082526002602052604082206132dc818361488a565b60088110156104ca57600481036104a35750600281611258826133469401608062ffffff825461123563ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168c6149c6565b7f24a0b947e5fc095dfd3e5a8008cbdf74698deef8d92b81b5d821a24153ce45a68280a280f35b503461026d57602036600319011261026d57600435808252600260205260408220613398818361488a565b6133a28284615115565b6133ab82615137565b15806134c9575b6134ae5780156134a75760015b6002840190815460e01c62ffffff8282161661348f57825462ffffff60e01b191662ffffff90911690911760e01b62ffffff60e01b161781558161347b575b5061344e575b60088110156104ca5760020361343f575b5033907fe7fa6efa4e05ddc24d8e036cd3a65a1b814ee73cf96bf77c63e845114462f4a78380a380f35b61344890614959565b5f613415565b82845260066020526040842080546001600160e01b03164260e01b6001600160e01b031916179055613404565b63ffffffff91505460801c1642105f6133fe565b631e70f55b60e31b8852600487905233602452604488fd5b60026133bf565b63509b2d0560e11b855260048490526044856104bd8461436f565b5060088210156121e75760028214156133b2565b503461026d57602036600319011261026d576004356001600160401b0381116104de5761350e90369060040161433f565b90613518826145d9565b906135266040519283614543565b828252601f19613535846145d9565b01845b818110613833575050835b8381106136ae5784836040519060208201602083528151809152602060408401920190845b8186106135755784840385f35b9091928351805160018060a01b0381511683526001600160601b03602082015116602084015260018060a01b0360408201511660408401526001600160601b0360608201511660608401526001600160601b03608082015116608084015263ffffffff60a08201511660a084015263ffffffff60c08201511660c084015263ffffffff60e08201511660e084015263ffffffff6101008201511661010084015261012081015160088110156121e757926001600160401b0360806020809562ffffff6101406102009760019a61012089015201511661014086015201516001600160601b038151166101608501526001600160601b03868201511661018085015263ffffffff6040820151166101a085015263ffffffff6060820151166101c08501520151166101e08201520194019501949190613568565b6136b9818584614574565b3585526002602052604085206136cd6145f0565b9080548060a01c600f60016001605c1b038260041c169116600881101561381f57926001600160601b039283600293879661012060019a990152166020860152868060a01b03168452858101548060a01c6060860152868060a01b03166040850152015462ffffff8160e01c1661014084015263ffffffff8160c01c1661010084015263ffffffff8160a01c1660e084015263ffffffff8160801c1660c084015263ffffffff8160601c1660a084015216608082015261378e828786614574565b358752600660205260408720604051916137a7836144f1565b82526001600160401b0384604051926137bf8461450c565b80546001600160601b03811685526001600160601b038160601c16602086015263ffffffff8160c01c16604086015260e01c60608501520154166080820152602082015261380d828661467c565b52613818818561467c565b5001613543565b634e487b7160e01b8a52602160045260248afd5b602090604051613842816144f1565b61384a6145f0565b8152613854614652565b8382015282828701015201613538565b503461026d57606036600319011261026d576004356001600160401b0381116104de5761389590369060040161433f565b6024356001600160401b038111610eb7576138b490369060040161433f565b6044356001600160401b0381116106eb576138d390369060040161433f565b91909381811480159061393e575b61392c57865b8181106138f2578780f35b80613926613903600193858b614574565b3561391261140784888b614574565b9061391e84898c614598565b929091614f32565b016138e7565b6001621398b960e31b03198752600487fd5b50828114156138e1565b5034613a225760a0366003190112613a22576139626142d0565b60443560ff8116809103613a22576139786146f3565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613a22575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501526001600160801b03891660448501526024356064850152608484015260643560a484015260843560c48401525af1613a0b575b506113d990614eb5565b613a189192505f90614543565b5f906113d9613a01565b5f80fd5b34613a22576020366003190112613a2257613a4f613a426142d0565b613a4a6146f3565b614eb5565b5f5f516020615fa95f395f51905f525d005b34613a22575f366003190112613a22576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34613a2257610140366003190112613a2257600435610100366023190112613a2257610124356001600160401b038111613a2257613ae7903690600401614312565b825f52600260205260405f20613afd8185614dc9565b6008811015613c4b57600381141580613c39575b613c1c5750836024351480613c08575b80613bef575b80613bbb575b15613ba857613b58600292613b8294613b44614dfc565b60018501546001600160a01b031690614e33565b01805462ffffff60e01b19811660e091821c62ffffff1660201790911b62ffffff60e01b16179055565b7f70c8d42b2c36c877cc34366f79d479554ecfb43a9503b4fd9c9712ac1ef4fbac5f80a2005b83632faf380560e01b5f5260045260245ffd5b5060c4356001600160401b03811690818103613a225750845f52600660205263ffffffff60405f205460c01c161115613b2d565b5060843560ff8116808203613a22576003915014613b27565b50600160ff613c15614564565b1614613b21565b63509b2d0560e11b5f526004859052613c349061436f565b60445ffd5b506010600283015460e01c1615613b11565b634e487b7160e01b5f52602160045260245ffd5b34613a225760a0366003190112613a2257613c786142e6565b6064356001600160401b038111613a2257613c97903690600401614312565b91608435926001600160401b038411613a2257613cbb613cca943690600401614312565b93909260443590600435614b1d565b005b34613a22575f366003190112613a2257335f52600860205260405f2060405190613cf5826144c2565b54906001600160601b038216808252602082019064ffffffffff8460601c16825264ffffffffff604084019460881c16845215613de05764ffffffffff81511615613dcd576001600160601b039264ffffffffff80613d8193511691511663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691336149c6565b335f5260086020525f6040812055613d9d828251168033614a80565b51166040519081527f23eb338ed2df691870bc931bf6328c55b2708178ecf1f1b3e889afca4418adea60203392a2005b6309a59af960e31b5f523360045260245ffd5b633e50315f60e11b5f523360045260245ffd5b34613a225736600319016103008112613a22576102e013613a22576102e4356001600160801b038116808203613a2257613e2b614853565b91825f52600260205260405f20613e42818561488a565b613e4c82866148b8565b6008811015613c4b5760018103613c1c575063ffffffff613e6b6143a1565b16156140db576001600160401b03613e816143b5565b16421061408e576001600160801b03613e986143fa565b166001600160801b03613ea9614411565b1615614009575b815460a41c8411801590614000575b613fdc575091602091613fa37fdfa4fda5f1f71ccb424b68064fe6c7f1c04e71d61de3224930e9703b5a977a2d94613f206001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614902565b60028101805462ffffff60e01b19811660e091821c62ffffff1660401790911b62ffffff60e01b16178155925f888152600687526040902080546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b1691909117905580546010600160601b0360a09190911c16600417906146d0565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055604051908152a2005b6001600160801b03908486630417271560e21b5f526004526024521660445260645ffd5b50808411613ebf565b6001600160401b036140196143cc565b168042105f14614082575061406d614043425b6001600160401b0361403c6143b5565b1690614481565b6001600160801b03614066614056614428565b928261406061443f565b166144a2565b91166144b5565b8082101561407b5750613eb0565b9050613eb0565b61404361406d9161402c565b6084846001600160401b036140a16143b5565b816140aa6143cc565b9160405194634f6c0c9f60e01b865260048601521660248401521660448201526001600160401b0342166064820152fd5b8284630417271560e21b5f526004526024525f60445260645ffd5b34613a22576020366003190112613a225761410f6142fc565b6141176146f3565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036141de57600154613a4f916001600160801b0382169161416283614728565b61416b82614834565b6001600160801b0319166001556040518281526001600160a01b038216907f22bef34a215596dccb9189a55ce50cff9b85b028497cbe73981dfdc77588647e90602090a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166147b3565b63967a6ee960e01b5f523360045260245ffd5b34613a22576020366003190112613a225760405160043581527f9cf61333153bf00386caf84118ddee282fc1dd86c50c976c366ce081e808355060203392a2005b34613a22576020366003190112613a2257613a4f61424e6142d0565b6142566146f3565b61425f81614728565b6142698133614767565b6001600160801b036040519116908181527fab48b3d59a240196dc5bdd7f7a638fca310f8194c7d350c3dd7765861311ddf860203392a2337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166147b3565b600435906001600160801b0382168203613a2257565b602435906001600160801b0382168203613a2257565b600435906001600160a01b0382168203613a2257565b9181601f84011215613a22578235916001600160401b038311613a225760208381860195010111613a2257565b9181601f84011215613a22578235916001600160401b038311613a22576020808501948460051b010111613a2257565b6008811015613c4b57602452565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6101043563ffffffff81168103613a225790565b610124356001600160401b0381168103613a225790565b610144356001600160401b0381168103613a225790565b610164356001600160401b0381168103613a225790565b610184356001600160801b0381168103613a225790565b610204356001600160801b0381168103613a225790565b610224356001600160801b0381168103613a225790565b6101e4356001600160801b0381168103613a225790565b6101a4356001600160801b0381168103613a225790565b356001600160801b0381168103613a225790565b9190820391821161448e57565b634e487b7160e01b5f52601160045260245ffd5b8181029291811591840414171561448e57565b9190820180921161448e57565b606081019081106001600160401b038211176144dd57604052565b634e487b7160e01b5f52604160045260245ffd5b604081019081106001600160401b038211176144dd57604052565b60a081019081106001600160401b038211176144dd57604052565b61026081019081106001600160401b038211176144dd57604052565b90601f801991011681019081106001600160401b038211176144dd57604052565b60443560ff81168103613a225790565b91908110156145845760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908110156145845760051b81013590601e1981360301821215613a225701908135916001600160401b038311613a22576020018236038113613a22579190565b6001600160401b0381116144dd5760051b60200190565b6040519061016082018281106001600160401b038211176144dd576040525f610140838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e082015282610100820152826101208201520152565b6040519061465f8261450c565b5f6080838281528260208201528260408201528260608201520152565b80518210156145845760209160051b010190565b6024356001600160a01b0381168103613a225790565b6004356001600160a01b0381168103613a225790565b356001600160a01b0381168103613a225790565b80546001600160a01b031660a09290921b6001600160a01b031916919091179055565b5f516020615fa95f395f51905f525c6147195760015f516020615fa95f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b6001600160801b03161561473857565b631f2a200560e01b5f5260045ffd5b906001600160801b03809116911603906001600160801b03821161448e57565b61477a6001600160801b03831682615990565b60018060a01b03165f525f6020526001600160801b036147a160405f209282845416614747565b166001600160801b0319825416179055565b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615614813575b604052156147f35750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661482b57823b15153d151616906147e8565b503d5f823e3d90fd5b6001600160a01b03161561484457565b63d92e233d60e01b5f5260045ffd5b6103006040517ffce7e8d4b55fe318ba48cb97b1ebd967f964faddf2f2139894565caa9a356a2c81526102e0600460208301372090565b905460a01c600f1691906008831015613c4b5782156148a65750565b63b08fc1cb60e01b5f5260045260245ffd5b90546001600160a01b031633036148cc5750565b63723bbd3560e01b5f526004523360245260445ffd5b906001600160801b03809116911601906001600160801b03821161448e57565b61490c8282615990565b60018060a01b03165f525f6020526001600160801b0360405f209161493e610f5b8385549316610f5281868616614747565b166001600160801b03198254161790556149575f61595d565b565b8054600291906149779060a01c6010600160601b03168317826146d0565b01805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055565b80546002926149779160a01c6010600160601b031617826146d0565b926149d490614a02926144b5565b9163ffffffff7f000000000000000000000000000000000000000000000000000000000000000016906144b5565b918142108015614a3c575b614a1657505050565b6001600160401b03929183916328ae40d360e11b5f52600452166024521660445260645ffd5b50824310614a0d565b60018060a01b03165f525f6020526001600160801b0360405f20916147a1610f5b845484614a755f8284166148e2565b94169060801c614747565b906001600160801b039160018060a01b03165f525f6020526147a1610f5b60405f209484614a7581885493168284166148e2565b6040519061018082018281106001600160401b038211176144dd576040525f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9594919394929092865f52600260205260405f2092614b3c8489614dc9565b506001840154966001600160801b038860a01c961697868911614dae57855460a481901c95909290868b10614d93578a989589958b9995614d25958f7f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9f9660809f96614c0992614d2f9e99614c18996040519160208301937fc7eab35b0c2329d9491c5d75cd9f4e4c7ce9c3a9d646991bb0d11c05d9eb5b55855260408401526060830152608082015260808152614bf660a082614543565b519020946001600160a01b031685614e33565b6001600160a01b031690614e33565b614d1f614c23614ab4565b956002850154906001600160601b03602089019260e08a019562ffffff8260e01c166101608c0152865216825287526001600160801b037f000000000000000000000000000000000000000000000000000000000000000016966104006101606001600160801b037f00000000000000000000000000000000000000000000000000000000000000001692614cb6614652565b9a614cc48251895190614481565b60208d0196818852518d528160048585015116614d81575b50506108008383015116614d6f575b60408383015116614d5c575b50015116614d49575b50614d118751610618855189614481565b604088015251915185614481565b90614481565b6060840152615395565b6040519182525f60208301525f60408301526060820152a2565b614d549088516144b5565b87525f614d00565b614d67908c516144b5565b8b525f614cf7565b614d7a8587516144b5565b8652614ceb565b614d8a916144b5565b86525f81614cdc565b868b8d63086bd8d560e41b5f5260045260245260445260645ffd5b86898b630ad2258d60e31b5f5260045260245260445260645ffd5b9190614dd5908361488a565b916008831015613c4b5760078314614dea5750565b635865995f60e11b5f5260045260245ffd5b6101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda8152610100602460208301372090565b916042614e6293949294614e45615e0a565b906040519161190160f01b835260028301526022820152206159e0565b506004811015613c4b571590811591614e9e575b50614e7e5750565b633615713d60e21b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f614e76565b6001600160801b0361495791614eca81614728565b16614ed581336152f1565b6040518181527fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760203392a230337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031661543e565b92835f52600260205260405f2091614f4a8386614dc9565b916001600160601b0360016001605c1b03855460a01c60041c16169060018501908154968760a01c976001600160801b03861698808a116150fb5750848911156150e0579461509e876001600160801b036150987f08851f18ca48c7749be0f043d3244f59e643b2a4a02098d3ef66eee07d6848af986150878f9b998f8f9a6150418f9261503c60409f9360409e6150a49f9561506b9761504a975160208101917fe97c93f01d3ef8eaba1586553df13308f236815bf4ea49c7b696895d8f5ea68a8352604082015286606082015260608152615028608082614543565b5190206001600160a01b0390911690614e33565b615a14565b614d1f86615a14565b9a8b97700ffffffffffffffffffffffffffffffff08b60041b1617906146d0565b546001600160a01b031684615080848a614747565b1690614a45565b8c546001600160a01b031695614747565b16614481565b906152f1565b6150ad8161595d565b6001600160801b03825191888352166020820152a26008811015613c4b576004146150d757505050565b61495792615a7b565b84898b63086bd8d560e41b5f5260045260245260445260645ffd5b898b630ad2258d60e31b5f5260045260245260445260645ffd5b81546001600160a01b031633149291831561512e575050565b61495791615945565b60088110159081613c4b5760018114918215615166575b821561515957505090565b909150613c4b5760041490565b506003811491505f61514e565b610144356004351461529c576024356001600160a01b03811690818103613a225750610164356001600160a01b0381169190828103613a225750148015906152e2575b80156152b2575b61529c576151cb6004615b4c565b1580156152a0575b61529c5760a4356001600160401b03811690818103613a2257506101e4356001600160401b03811690818103613a2257508082111561529557505b60c4356001600160401b03811690818103613a225750610204356001600160401b03811690818103613a2257508082101561528d5750905b808211918261525457505090565b61525e9250614481565b7f000000000000000000000000000000000000000000000000000000000000000060011b6401fffffffe161090565b905090615246565b905061520e565b5f90565b506152ac610144615b4c565b156151d3565b5060843563ffffffff811690818103613a2257506101c4359063ffffffff821691828103613a22575014156151bd565b506101a43560643514156151b6565b60018060a01b03165f525f6020526001600160801b036147a18160405f209316828454166148e2565b806153225750565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613a22575f91602483926040519485938492630852cd8d60e31b845260048401525af1801561538a576153805750565b5f61495791614543565b6040513d5f823e3d90fd5b90614957926007926153c76153ba6153ac85615a14565b8354614d1f9060a41c615a14565b94859460041b17826146d0565b6001810154602083015160608401516153eb929091906001600160a01b0316614a80565b8151908115801590615431575b615406575b5050505061595d565b6154289360406154229260018060a01b03905416940151614481565b91614a80565b805f80806153fd565b50604083015115156153f8565b6040516323b872dd60e01b5f9081526001600160a01b039384166004529290931660245260449390935260209060648180865af19060015f511482161561548f575b6040525f606052156147f35750565b90600181151661482b57823b15153d15161690615480565b906001600160401b03809116911603906001600160401b03821161448e57565b610144356001600160401b03811690818114159081613a225761012435926001600160401b03841691828514159384613a225783831080156158a5575b8015615859575b61584e57613a225750421015615846576004356001600160a01b038116808203613a22576024356001600160a01b03811691828203613a225782811493841561583b575b50508215615830575b50506158285761018435926001600160801b03841692838514159384613a225780158015615806575b80156157e2575b6157d757610104359063ffffffff821691828103613a2257821515928380615769575b61575b575f9063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016811190811561572b575b5061571d57613a225750816156e1575b506156d757613a22575061562c63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016426144b5565b106156d057613a22576101a4356001600160801b0381168103613a22576101c4356001600160801b0381168103613a22576101e4356001600160801b0381168103613a225761020435906001600160801b0382168203613a225761022435926001600160801b0384168403613a225761024435946001600160801b0386168603613a225763ffffffff9617171717171760601c16155f146156cb575f90565b600990565b5050600890565b5050505050600790565b6102443591506001600160801b038216808303613a2257801592831561570b575b5050505f6155f2565b5090915085613a2257115f8080615702565b505050505050505050600690565b91505060e4359063ffffffff821691828103613a22576401000000009161575491505f936144b5565b115f6155e2565b505050505050505050600590565b506101a4356001600160801b03811690818103613a22575088613a22576157b461ffff7f000000000000000000000000000000000000000000000000000000000000000016856144a2565b61271081019081811161448e5761270f0190811161448e576127109004116155ab565b505050505050600490565b50610224356001600160801b03811690818103613a22575085613a22578110615588565b506101c4356001600160801b0381169550858103613a225750805f9511615581565b505050600390565b501590505f80615558565b501592505f8061554f565b505050600290565b505050505050600190565b5080613a225784613a225761586e86836154a7565b6001600160401b0363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691161161550b565b505f94508490506158b686836154a7565b6001600160401b0363ffffffff7f000000000000000000000000000000000000000000000000000000000000000016911610615504565b6001600160a01b03165f818152600760205260409020546001600160401b0390811692169082821061591e57505050565b639bb0722f60e01b5f5260045260245260445260645ffd5b60108210156145845701905f90565b6001909101546001600160a01b031633036148cc5750565b806159655750565b6001600160801b0361597e8160015493168284166148e2565b16906001600160801b03191617600155565b6001600160a01b03165f818152602081905260409020546001600160801b0316908282106159bd57505050565b6001600160801b039350631f98435160e01b5f526004526024521660445260645ffd5b9060418303615a0a57615a039250602081013591604082359201355f1a90615f26565b9192909190565b50505f9160029190565b6127109061ffff7f00000000000000000000000000000000000000000000000000000000000000001602046001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168082115f14615a76575090565b905090565b9190825f5260066020526001600160601b0360405f205460601c168210615b475760028101805462ffffbf60e01b811662ffffff60e01b19909116179055615b2191615acd9060041b600117826146d0565b80547f00000000000000000000000000000000000000000000000000000000000000006001600160801b03169190615b0f9083906001600160a01b0316614a45565b600101546001600160a01b03166152f1565b7f4efb36588d2ca6f32a0d29ed39c51a64d9a0a317367571bd208ab9b9c6d251f05f80a2565b505050565b80355f90815260026020526040902080546001600160a01b031680151592919083615ba0575b5082615b7d57505090565b600101546001600160a01b03908116925090615b9b906040016146bc565b161490565b9092506001600160a01b03615bb7602084016146bc565b1614915f615b72565b60ff811690601f8211615bef5760405191615bdc604084614543565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b61012081015160c0820151158015615cda575b615cbb57610160820160028151161590811591615ccc575b50615cbb576101408201518015159081615cc1575b50615cbb57615c83615c8a91615c796020850151615c7360a08701966080885191019485518082115f14615cb3575090614481565b906144a2565b9351905190614481565b80926144b5565b5f19810190811161448e578115615c9f570490565b634e487b7160e01b5f52601260045260245ffd5b905090614481565b50505f90565b90508110155f615c3e565b60809150511615155f615c29565b508015615c11565b91906010925f5b60108110615cf657505050565b615d008183615936565b90549060031b1c8015615df7575f52600260205260405f206002600f825460a01c16910154615d3863ffffffff8260801c1692615137565b80615dee575b15615dd357610144356001600160401b03811691828203613a225763ffffffff915060601c16109081615db3575b50615d7b576001905b01615ce9565b600435836001600160a01b038216808303613a225763ffffffff9250637c03d12760e11b5f5260045260c4356024521660445260645ffd5b9050610124356001600160401b03811690818103613a225750105f615d6c565b505060108514615de6575b600190615d75565b935083615dde565b50428211615d3e565b5092939291505080821015615a76575090565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480615efd575b15615e65577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152615ef760c082614543565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615e3c565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615f9d579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa1561538a575f516001600160a01b03811615615f9357905f905f90565b505f906001905f90565b5050505f916003919056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const
