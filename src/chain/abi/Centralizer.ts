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
  "0x61040060405234610ac457616b5c803803809161001e82610400610ac8565b610400396102a08112610ac457610400516001600160a01b0381168103610ac45761042051916001600160a01b0383168303610ac45761026090603f190112610ac4576040519161026083016001600160401b03811184821017610ab05760405261008a610440610aeb565b8352610097610460610aeb565b60208401526100a7610480610aeb565b60408401526100b76104a0610aeb565b60608401526100c76104c0610aeb565b60808401526100d76104e0610aeb565b60a08401526100e7610500610aeb565b60c08401526100f7610520610aeb565b60e0840152610107610540610aeb565b610100840152610118610560610aeb565b610120840152610129610580610aeb565b61014084015261013a6105a0610aeb565b61016084015261014b6105c0610aeb565b61018084015261015c6105e0610aeb565b6101a084015261016d610600610afc565b6101c084015261017e610620610afc565b6101e084015261018f610640610b0b565b6102008401526101a0610660610b0b565b6102208401526101b1610680610b0b565b610240840152604051916101c6604084610ac8565b6004835263092a0a6b60e31b6020840152604051936101e6604086610ac8565b60018552603160f81b602086015263ffffffff81511660038110159081610a9b575b5015610a7b576312cc030063ffffffff60208301511611610a5b576312cc030063ffffffff60408301511611610a375763ffffffff60608201511663ffffffff8251168110159081610a22575b50156109fd5763ffffffff60808201511680151590816109f0575b50156109d05763ffffffff61016082015116156109aa5761271061ffff6101c083015116116109865761271061ffff6101e08301511611610968576102008101516001600160801b03168015159081610951575b501561092c576102208101516001600160801b03168015159081610915575b50156108ef576102408101516001600160801b031680151590816108d8575b50156108b4576101808101516101a0820151610343916103329160011b6401fffffffe169063ffffffff16610b8a565b63ffffffff60a08401511690610b8a565b8063ffffffff60c0840151161061087d578063ffffffff60e08401511610610855578063ffffffff6101008401511610610830578063ffffffff61012084015116106108095763ffffffff61014083015116106107e65763ffffffff81511660805263ffffffff60208201511660a05263ffffffff60408201511660c05263ffffffff60608201511660e05263ffffffff6080820151166101005263ffffffff60a0820151166101205263ffffffff60c0820151166101405263ffffffff60e0820151166101605263ffffffff610100820151166101805263ffffffff610120820151166101a05263ffffffff610140820151166101c05263ffffffff610160820151166101e05263ffffffff610180820151166102005263ffffffff6101a0820151166102205261ffff6101c0820151166102405261ffff6101e0820151166102605260018060801b03610200820151166102805260018060801b03610220820151166102a05261024060018060801b03910151166102c05260018060a01b0381161580156107d5575b6107c6576102e052610300526104e381610b1f565b6103c0526104f082610b1f565b6103e0526020815191012090816103805260208151910120806103a05246610340526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261056360c082610ac8565b519020610320523061036052604051615fc49081610b9882396080518181816125080152818161286801526158ce015260a0518181816125310152615886015260c05181818161255d015261560f015260e051818181611ffa01526125890152610100518181816125b501526155c1015261012051816125e10152610140518181816117ab015261260d01526101605181818161120c0152818161263901526132f9015261018051818181612035015261266501526101a05181818161206a015261269201526101c0518181816126bf0152613dc501526101e0518181816126ec01526149c3015261020051816127190152610220518181816127460152615236015261024051818181610820015281816127710152615a2601526102605181818161279c015261579701526102805181818161084a01528181610ebc015281816127cc0152615a5201526102a051818181610b6a01528181611db901528181611def01528181611e3001528181611e8301528181611ec4015281816127fc01528181613f6401528181614c3b0152615ad001526102c051818181611be301528181611c2701528181611c6a01528181611ca901528181611cfd01528181611d3e0152818161212f0152818161282c0152614c6c01526102e051818181610286015281816113f5015281816139e801528181614206015281816142f801528181614ee401526152fa015261030051818181613ae4015261416e01526103205181615e3e01526103405181615efb01526103605181615e0801526103805181615e8d01526103a05181615eb301526103c05181612dec01526103e05181612e160152f35b63d92e233d60e01b5f5260045ffd5b506001600160a01b038216156104ce565b6309175cb760e31b5f9081526a636c61696d57696e646f7760a81b600452602490fd5b6309175cb760e31b5f9081526e65766964656e63655365636f6e647360881b600452602490fd5b6309175cb760e31b5f9081526c61707065616c5365636f6e647360981b600452602490fd5b6309175cb760e31b5f9081526f6368616c6c656e67655365636f6e647360801b600452602490fd5b6309175cb760e31b5f9081526a736574746c65477261636560a81b600452602490fd5b634e487b7160e01b5f52601160045260245ffd5b6309175cb760e31b5f9081526b646973707574655374616b6560a01b600452602490fd5b6c010000000000000000000000009150105f610302565b6309175cb760e31b5f9081526d6368616c6c656e67655374616b6560901b600452602490fd5b6c010000000000000000000000009150105f6102e3565b6309175cb760e31b5f9081526c36b4b721b7b6b6b4b9b9b4b7b760991b600452602490fd5b6c010000000000000000000000009150105f6102c4565b6309175cb760e31b5f908152650626f6e6442760d41b600452602490fd5b6309175cb760e31b5f9081526b0636f6d6d697373696f6e42760a41b600452602490fd5b6309175cb760e31b5f9081526d646561646c696e65426c6f636b7360901b600452602490fd5b6309175cb760e31b5f908152676d6178536561747360c01b600452602490fd5b610100915011155f610270565b6309175cb760e31b5f9081526c0e6d0dee4e898cac2e6ca9ac2f609b1b600452602490fd5b905063ffffffff60208301511610155f610255565b6309175cb760e31b5f9081526b0c4deded682d0cac2c89ac2f60a31b600452602490fd5b6309175cb760e31b5f908152676d61784c6561736560c01b600452602490fd5b6309175cb760e31b5f908152676d696e4c6561736560c01b600452602490fd5b905063ffffffff60208301511610155f610208565b634e487b7160e01b5f52604160045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b03821190821017610ab057604052565b519063ffffffff82168203610ac457565b519061ffff82168203610ac457565b51906001600160801b0382168203610ac457565b601f815111610b4a576020815191015160208210610b3b571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b919082018092116108a05756fe60806040526004361015610011575f80fd5b5f5f3560e01c806302387a7b146142875780630ef808c514614246578063164e68de1461414b57806323b30ef614613e5e5780632def662014613d375780633b9cd8b014613cca5780634380dd5b14613b135780634bde38c814613acf57806354469aea14613a945780635a4baeea146139b65780635bca4327146138d25780635be52c99146134fd57806363c4f0311461337f57806377c2498f146132a35780637cc0bb0b14612f175780637e9cf4c514612ece57806384b0196e14612dd25780638807cb4014612d2e5780638818751414612acf57806388fe2be8146129ad578063890357301461245d57806398807d841461241a5780639af1d35a146123f3578063a925b86f146122a4578063aa99fa9814612261578063add98c70146120a9578063ae01d92814611758578063b0b5ac80146115e0578063b3ca268f14611536578063c3125c841461137e578063c6441798146112cd578063c64751bd146111bb578063ca81d59a14610c8d578063cffd46dc14610af7578063d9b6cb451461070a578063ed50e438146104e2578063f7818dc314610342578063fbb001d6146102b5578063fc0c546a146102705763fc63958e146101d2575f80fd5b3461026d578060031936011261026d573381526008602052604081206001600160601b038154161561025a57805464ffffffffff60601b4260601b1669ffffffffffffffffffff60601b1990911664ffffffffff60881b4360881b1617179055337fc71a12d68198cab1d323bdc45a5a90923cab472ebc45c89829a688d83cc0262f8280a280f35b633e50315f60e11b825233600452602482fd5b80fd5b503461026d578060031936011261026d576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b503461026d57604036600319011261026d576102cf614351565b6001600160801b036102df61433b565b6102e881614738565b6102f183614844565b6102fb8133614777565b169061030782826152c7565b6040519182526001600160a01b03169033907f7cdf1c7850b1287b5880ac319568e0629bb1d77e5a2410a8587a420c3f57a97390602090a380f35b503461026d57366003190161030081126104de576102e01361026d576102e4356001600160401b0381168091036104de5761037b614863565b9081835260026020526040832061039c610395828561489a565b91846148cc565b60088110156104ca576001811415806104bf575b6104a3575081835260066020526001600160401b0360016040852001541661048f576102843563ffffffff81169081810361048b57506001600160401b034216016001600160401b038111610477576001600160401b031680821061045c575060207ffa2b73ea1e099045393cc3b6ecacff4a5ad55ac07ee72d379d9f665e3b9c22b4918385526006825260016040862001816001600160401b0319825416179055604051908152a280f35b6322a01a6560e11b8452600492909252602452604452606490fd5b634e487b7160e01b84526011600452602484fd5b8480fd5b6334bb3e4160e01b83526004829052602483fd5b836104bd6044928563509b2d0560e11b84526004526143c4565bfd5b5060048114156103b0565b634e487b7160e01b84526021600452602484fd5b5080fd5b503461026d5736600319016103a081126104de576102e01361026d576080366102e319011261026d57610364356001600160401b0381116104de5761052b903690600401614367565b9190610384356001600160401b0381116107065761054d903690600401614367565b90610556614863565b92838552600260205261056c6040862085614da8565b506102e4358481036106ef57506105c46105d294959660a06040517f7df213606c5a3ab175c9a16eec535b7b6f3c79f9f183b966125a7a07852eea57815260806102e4602083013720926105be6146b5565b84614e12565b6105cc61469f565b90614e12565b6001600160801b036105e261447d565b166001600160801b036105f3614494565b1690610324356001600160401b0381168082036106eb5761061e9361061892506144f7565b9061450a565b6001600160801b0361062e614466565b169061034435916001600160401b038316918284036106eb57610618602093610679937fee1605faf106e785ac7625024a5a9ef27a5eae49ebf984dd33755c219d4749d896506144f7565b838552600682526001600160601b03604086209181835416906001600160801b036106a261444f565b1690808210156106e457505b808211156106dd57505b16906001600160601b0382166001600160601b0319825416179055604051908152a280f35b90506106b8565b90506106ae565b8580fd5b632ce7ab1160e01b86526004859052602452604485fd5b8280fd5b503461026d57606036600319011261026d57610724614351565b906024356001600160401b0381116104de57610744903690600401614367565b90916044356001600160401b0381116104de57610765903690600401614367565b9094602c8406610ae5576001600160401b038411610ad157604051610794601f8601601f1916602001826145b4565b8481526020810190858701953687116106eb57908560208385948b61081597378301015251902092604051978360208a017f7a23dd070ab9a30fbbe4baab41eda3631046ac3dc1b3c53f7646b63f76ce1c0f815260018060a01b0382169a8b60408201528760608201526060815261080d6080826145b4565b519020614e12565b82839184859061ffff7f0000000000000000000000000000000000000000000000000000000000000000166001600160801b037f000000000000000000000000000000000000000000000000000000000000000016995b885b8a821061097b575b80156108fd57813590602083013560a01c91808c52600260205260408c209161089f838361489a565b50600181146108e5576002146108c357916108bd91602c9493615a84565b0161086c565b60649260018d93015460a01c91630ad2258d60e31b8452600452602452604452fd5b5063723bbd3560e01b8c5260045260248e905260448bfd5b50505089969750831561096c578361094d7f7676e39331aa5ea63e7bd12414504acb0dcbd14034ac00aab16be054fc8eef5e97956001600160801b03956109486060999688966152c7565b614a2c565b61095683615966565b604051948552166020840152166040820152a280f35b631f2a200560e01b8852600488fd5b999a9080979697358a52600260205260408a20946020820135978860a01c99600188015489811860601b610abf5760a01c8b11610aae578754978860a01c90818d1115610a9e5760ff600282015460e01c169960078b14610a8d576001600160a01b03166001600160a01b03199c909c168c1790558d61271088830204888e898310610a85575b6127109293500204878110610a7e575b038093019b03809101998d888218610a49575b5050030194600414610a3e57602c905b01909a9961086e565b909a99506003610876565b978491929398600495610a66575b505050958c928d929192610a25565b604091815280602052209081540190555f808e610a57565b5086610a12565b899250610a02565b505050985098509450602c90610a35565b5050985098509450602c90610a35565b985098509450909a99506002610876565b50985098509450909a99506001610876565b634e487b7160e01b83526041600452602483fd5b6001621398b960e31b03198352600483fd5b503461026d57602036600319011261026d57600435808252600260205260408220610b22818361489a565b610b2c828461594e565b60088110156104ca57600181036104a35750600201805463ffffffff8160601c168042108015610c7a575b610c3e575050610b906001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614916565b80546001600160e81b03811660e891821c60041790911b6001600160e81b031916178155818352600660205260408320805463ffffffff60c01b19164260c01b63ffffffff60c01b16179055610be76003826146df565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557fd34a04611d61ad8145e132fa5c4c335eeb5b305bf3fa3325556d0e58c0d5c24e8280a280f35b63ffffffff608492859260405193634f6c0c9f60e01b85526004850152602484015260801c1660448201526001600160401b0342166064820152fd5b5063ffffffff8260801c16421015610b57565b503461026d57366003190161032081126104de576102e01361026d576102e4356001600160401b0381116104de57610cc9903690600401614367565b610304356001600160401b038111610e9057610ce9903690600401614367565b90610cf2614863565b93848652600260205260ff600260408820015460e01c1660088110156111a757611193576001600160401b03610d26614438565b16421161115e5760ff610d376154d0565b16806111475750610d466146b5565b6084356001600160401b038116810361114357610d62916158f6565b610d6a61469f565b9360a435916001600160401b038316830361114357610da695610d9e93610d90916158f6565b610d986146b5565b87614e12565b6105be61469f565b819060c4359260e43563ffffffff81169081811415945b63ffffffff610dca6143f6565b16811015610e945785610e905763ffffffff610de6828561450a565b16610def6146b5565b604051602081019160018060a01b0316825289604082015282606082015260608152610e1c6080826145b4565b5190208552600360205260408520610e348282615cdf565b9160108314610e65575060019291610e4b9161593f565b81549060031b9088821b915f19901b191617905501610dbd565b866064918b610e726146b5565b63be9b2a2d60e01b84526001600160a01b0316600452602452604452fd5b8380fd5b8385610f69610ea161469f565b6001600160801b03610eb161444f565b166001600160801b037f00000000000000000000000000000000000000000000000000000000000000001691610ef0610eea848461450a565b82615999565b60018060a01b03168552846020526001600160801b036040862091610f54610f34845492610f2b85610f22898461450a565b16868616614757565b9360801c6148f6565b84546001600160801b031660809190911b6001600160801b031916178455565b166001600160801b0319825416179055615966565b6001600160801b03610f796144ab565b1661111c575b8082526002602052604082206001600160a01b03610f9b6146b5565b82546001600160a01b0319169116178155611007610fb761469f565b6001830180546001600160a01b0319166001600160a01b039092169190911781556001600160601b03610fe861444f565b82546001600160a01b0316911660a01b6001600160a01b031916179055565b6001600160601b0360028161101a6144ab565b16920191166001600160601b031982541617815561103661440a565b815463ffffffff60801b611048614421565b60ff60e01b1967ffffffffffffffff60601b1990931660609490941b63ffffffff60601b169390931760809390931b169190911716600160e01b17905561108d6146b5565b9061109661469f565b907f44f92b707292f02c1202b065cfc559b4826c26c4cf4e4c8442382103c804194760806110c261444f565b936001600160401b036110d36144ab565b816110dc61440a565b6001600160801b036110ec614421565b604080519b83168c529190941660208b01529116908801521660608601526001600160a01b03908116951693a480f35b61113e6111276146b5565b6001600160801b036111376144ab565b1690614916565b610f7f565b8780fd5b635a54d3b160e11b87526004869052602452604486fd5b6064866001600160401b0387611172614438565b9063e325449960e01b8452600452166024526001600160401b034216604452fd5b63054a060360e51b86526004859052602486fd5b634e487b7160e01b87526021600452602487fd5b503461026d57602036600319011261026d576004358082526002602052604082206111e6818361489a565b60088110156104ca57600381036104a3575060020161126b6010825461124663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c16886149ad565b83546001600160e81b031660e891821c92909217901b6001600160e81b031916178255565b6112766005826146df565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790557f1b74139697222a14ac9a663413515ffc5934a00781a15cab319a465c3de207398280a280f35b503461026d57602036600319011261026d576004358082526002602052604082206112f8818361489a565b60088110156104ca57600181141580611373575b6104a3575063ffffffff600282015460801c1680421061135757506113309061496d565b7f3408da6b5c11bc7186798cedf9753e4d65762f2eaf6f704cb3f609e76e1d336d8280a280f35b6328ae40d360e11b845260048390526024526044839052606483fd5b50600481141561130c565b503461026d57604036600319011261026d576004356001600160401b0381116104de576113af903690600401614394565b906024356001600160401b038111610e90576113cf903690600401614394565b6113d7614703565b808403611524579190849285945b80861061143557866114228630337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316615447565b805f516020615fa45f395f51905f525d80f35b909192936114c060019161145a6114556114508a888a6145e5565b6144c2565b614738565b61147561147061146b8a878b6145e5565b6146cb565b614844565b6114a361148661146b8a878b6145e5565b6001600160801b0361149c6114508c8a8c6145e5565b16906152c7565b6001600160801b036114b96114508a888a6145e5565b169061450a565b956114cf61146b8285896145e5565b7fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a47602061150061145085898b6145e5565b926001600160801b0360405194168452858060a01b031692a20194939291906113e5565b6001621398b960e31b03198552600485fd5b503461026d57602036600319011261026d576004356001600160401b0381168091036104de5733825260076020526001600160401b03604083205416808211156115c65750338252600760205260408220816001600160401b03198254161790556040519081527f663b0e6449820c633f6d9d194944ccc40e3633c1bcb8878cf728c2713ccae7e760203392a280f35b6064929163f41729c760e01b835233600452602452604452fd5b503461026d5760a036600319011261026d576004356001600160401b0381116104de57611611903690600401614394565b91906024356001600160401b03811161070657611632903690600401614394565b93906044356001600160401b03811161048b57611653903690600401614394565b9590926064356001600160401b03811161175457611675903690600401614394565b976084356001600160401b03811161175057611695903690600401614394565b949093818114801590611746575b801561173c575b8015611732575b61172057895b8181106116c2578a80f35b8061171a8a8a8f8a8f611712878f94818f94918f8f9d8f9160019f611450836116fd926116f6826117039861170a9c6145e5565b359f6145e5565b9c6145e5565b3595614609565b959094614609565b959094614b04565b016116b7565b6001621398b960e31b03198a5260048afd5b50858114156116b1565b508a8114156116aa565b50828114156116a3565b8880fd5b8680fd5b503461026d576102e036600319011261026d57611773614703565b61177b614863565b80825260026020526040822090611792828261489a565b60088110156104ca5760028103612025575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000165b63ffffffff6117d96143f6565b1615611fef575b61180360028401549163ffffffff8360c01c1663ffffffff8460a01c16856149ad565b6001600160601b03611813614a9b565b9183865260066020526040862090600186015460a01c63ffffffff8260801c1660a086015263ffffffff8260601c16608086015283821660208601528452855460a01c9060e81c61016085015260e08401526001600160401b0360018254920154166101408401528060e01c6101208401521661010082015263ffffffff6118996143f6565b1615156101c4356001600160801b038116908181036117545750610244356001600160801b0381169081810361114357506060840152604083015260c08201526040519060c082018281106001600160401b03821117611fdb5760806114229593611b2f8296947f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9460405289835289602084015289604084015289606084015289848401528960a084015261198360e082015160408301518082115f14611fd457505b825161010084015180821015611fcd57505b80821115611fc657505b80855282516144d6565b601061016083015116151580611fb6575b8015611fa4575b1580158587015261016083015161020016151560a0860152611f965760208201515b602085015260c0820151151580611f8d575b80611f82575b80611f75575b611f56575b60a0840151611f27575b506119f3614661565b9681611a0689935160e0830151906144d6565b602084015260208101518352611a4f611a41611a36611a2b885160e0860151906144d6565b60208501519061450a565b6020880151906144d6565b604087015160011c9061450a565b6040840152611a7d611a72611a6783518851906144d6565b6060880151906144d6565b6040870151906144d6565b6060840152611aa6611a98606087015160408801519061450a565b604087015160011c906144d6565b838701528486015115611f1757611ae8611adf602087015160011c5b611ad081606088015161450a565b606087015260208801516144d6565b8785015161450a565b86840152600461016082015116611e23575b604061016082015116611dac575b61040061016082015116611c9c575b61080061016082015116611bcf575b5083519061536b565b83828201511580158091611bc2575b611b85575b50506001600160801b03815116906001600160801b03604081602084015116920151169060405192835260208301526040820152876060820152a201516152f0565b60407fff24cb75b25be0266877fe167de216402e8aa675961b73c4ac563eeecf9c382e9160a0850151151582519182526020820152a2835f611b43565b5060a08301511515611b3e565b61016061010091611c0d6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016602087015161450a565b602086015201511615611c5d57611c516001600160801b037f000000000000000000000000000000000000000000000000000000000000000016606084015161450a565b60608301525b5f611b26565b611c936001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168684015161450a565b85830152611c57565b611cd06001600160801b037f000000000000000000000000000000000000000000000000000000000000000016845161450a565b835260206101608201511615158015611d9a575b8015611d70575b15611d3157611d276001600160801b037f000000000000000000000000000000000000000000000000000000000000000016604085015161450a565b6040840152611b17565b611d676001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168785015161450a565b86840152611b17565b5061010081015160e0820151604083015180821115611d925750905b11611ceb565b905090611d8c565b50610200610160820151161515611ce4565b611de06001600160801b037f000000000000000000000000000000000000000000000000000000000000000016845161450a565b8352611e196001600160801b037f000000000000000000000000000000000000000000000000000000000000000016604085015161450a565b6040840152611b08565b611e5a6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016602085015161450a565b602084015260206101608201511615151580611ef8575b15611eb757611ead6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016606085015161450a565b6060840152611afa565b611eee6001600160801b037f000000000000000000000000000000000000000000000000000000000000000016604085015161450a565b6040840152611afa565b50601061016082015116151580611e7157506101208101511515611e71565b611ae8611adf6020870151611ac2565b6060840151611f35916144d6565b602082015180821015611f4f57505b60408401525f6119ea565b9050611f44565b606082015181811015611f6e575b60608501526119e0565b5080611f64565b50610120820151156119db565b5084840151156119d5565b508351156119cf565b611f9f82615bfb565b6119bd565b5061010061016083015116151561199b565b5061016082015160201615611994565b9050611979565b905061196f565b905061195d565b634e487b7160e01b86526041600452602486fd5b6120209063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061450a565b6117e0565b6005810361205a575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166117cc565b6006810361208f575063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166117cc565b6104bd849160449363509b2d0560e11b84526004526143c4565b503461026d57602036600319011261026d576004358082526002602052604082206120d4818361489a565b6120de82846150eb565b1561225857610400915b600882101590816122365760028314158061224a575b8281612225575b5061220a576002019262ffffff81855460e81c16166121f25761217b906121556001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614916565b84546001600160e81b03811660e891821c92909217901b6001600160e81b031916178455565b6104ca576006036121b1575b5033907ff545ed94f2dba7a41bb3d8f481a0acfcaa90e34ff3c51b8a9c237549c5eacfdd8380a380f35b6121bc6006826146df565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b16171790555f612187565b6322babe6760e21b8652600485905233602452604486fd5b63509b2d0560e11b865260048590526044866104bd856143c4565b905061223657600683141582612105565b634e487b7160e01b86526021600452602486fd5b5085915060058314156120fe565b610800916120e8565b503461026d57602036600319011261026d576020906001600160401b03906040906001600160a01b03612292614351565b16815260078452205416604051908152f35b503461026d57602036600319011261026d576004356001600160401b0381116104de576122d5903690600401614394565b6122de8161464a565b916122ec60405193846145b4565b818352601f196122fb8361464a565b01845b8181106123d0575050835b82811061236e578385604051918291602083016020845282518091526020604085019301915b81811061233d575050500390f35b91935091602060406001926001600160801b038388518281511684520151168382015201940191019184939261232f565b6001906001600160a01b0361238761146b8387876145e5565b16865285602052604086206040519061239f82614546565b546001600160801b038116825260801c60208201526123be828761468b565b526123c9818661468b565b5001612309565b6020906040516123df81614546565b8781528783820152828288010152016122fe565b503461026d578060031936011261026d5760206001600160801b0360015416604051908152f35b503461026d57602036600319011261026d576020906001600160601b03906040906001600160a01b0361244b614351565b16815260088452205416604051908152f35b503461026d578060031936011261026d5761024060405161247d81614598565b8281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201528261016082015282610180820152826101a0820152826101c0820152826101e08201528261020082015282610220820152015261026060405161250181614598565b63ffffffff7f000000000000000000000000000000000000000000000000000000000000000016815263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016602082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016604082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016606082015263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016608082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660a082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660c082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001660e082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661010082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661012082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661014082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661016082015263ffffffff7f00000000000000000000000000000000000000000000000000000000000000001661018082015263ffffffff7f0000000000000000000000000000000000000000000000000000000000000000166101a082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101c082015261ffff7f0000000000000000000000000000000000000000000000000000000000000000166101e08201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102008201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102208201526001600160801b037f0000000000000000000000000000000000000000000000000000000000000000166102408201526001600160801b036102406040519263ffffffff7f000000000000000000000000000000000000000000000000000000000000000016845263ffffffff602082015116602085015263ffffffff604082015116604085015263ffffffff606082015116606085015263ffffffff608082015116608085015263ffffffff60a08201511660a085015263ffffffff60c08201511660c085015263ffffffff60e08201511660e085015263ffffffff6101008201511661010085015263ffffffff6101208201511661012085015263ffffffff6101408201511661014085015263ffffffff6101608201511661016085015263ffffffff6101808201511661018085015263ffffffff6101a0820151166101a085015261ffff6101c0820151166101c085015261ffff6101e0820151166101e085015282610200820151166102008501528261022082015116610220850152015116610240820152f35b503461026d57602036600319011261026d576129c7614325565b6129d081614738565b6001600160801b038116906129e58233614916565b33835260086020526001600160601b03806040852054169116016001600160601b038111612abb57612a8c906001600160601b0360405191612a2683614517565b1681526020808201858152604080840187815233885260089093528620925183549151925160609390931b64ffffffffff60601b166001600160601b039091166001600160b01b0319909216919091171760889190911b64ffffffffff60881b16179055565b6040519081527f2eefbcc6809174727cb788be082c392be6c822829c56ab5eb44d528e9d9f37f960203392a280f35b634e487b7160e01b83526011600452602483fd5b503461026d5761026036600319011261026d576004359061010036602319011261026d57610124356001600160401b0381116104de57612b13903690600401614367565b9092906101003661014319011261070657610244356001600160401b038111610e9057612b44903690600401614367565b949083855260026020526040852092612b5d8486614da8565b50612b66614ddb565b906101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda815261010061014460208301372090866024351480612d22575b80612cfe575b80612cc1575b158015612cad575b8015612ca4575b612c905791612c029391612bfd612c3798999a9460ff612be16145d5565b1615978815612c7a5789546001600160a01b0316948590614e12565b614e12565b15612c6f576002610100915b0180546001600160e81b03811660e891821c909317901b6001600160e81b031916919091179055565b7f64b11a0bba857a68ae90e6f78dbbb680db09d26c3400ae46a498e004eee267bf6020612c626145d5565b60ff60405191168152a280f35b600261020091612c0e565b60018a01546001600160a01b0316948590614e12565b63397663b360e21b88526004879052602488fd5b50818314612bc3565b50600160ff612cba6145d5565b1611612bbc565b506064356001600160401b03811690818103612cfa575061018435906001600160401b03821691828103612cf6575014612bb4565b8a80fd5b8980fd5b50612d076145d5565b610164359060ff821691828103612cf6575060ff1614612bae565b50866101443514612ba8565b503461026d57602036600319011261026d57600435808252600260205260408220612d59818361489a565b612d6382846148cc565b60088110156104ca57600381036104a357506002810180546001600160e81b03811660e891821c60081790911b6001600160e81b031916179055612dab9061496d565b61496d565b7f668bd1beac2be1ee8411790a342055aa29e8a48d3185756ee6b41c8fd0fc46ea8280a280f35b503461026d578060031936011261026d57612e7290612e107f0000000000000000000000000000000000000000000000000000000000000000615bbd565b90612e3a7f0000000000000000000000000000000000000000000000000000000000000000615bbd565b906020612e8060405193612e4e83866145b4565b8385525f368137604051968796600f60f81b885260e08589015260e08801906143d2565b9086820360408801526143d2565b904660608601523060808601528260a086015284820360c08601528080855193848152019401925b828110612eb757505050500390f35b835185528695509381019392810192600101612ea8565b503461026d57606036600319011261026d57612ee861433b565b604435906001600160401b03821161070657612f0b612f14923690600401614367565b91600435614f11565b80f35b503461026d57366003190161028081126104de576101001361026d57610104356001600160401b0381116104de57612f53903690600401614367565b90610124356001600160401b038111610e9057612f74903690600401614367565b9091906101003661014319011261048b57610244356001600160401b0381116106eb57612fa5903690600401614367565b949091610264356001600160401b03811161114357612fc8903690600401614367565b959094612fd3614703565b612fdb615149565b1561328757600435610144358082101561325e5760405160208101908382528260408201526040815261300f6060826145b4565b519020915b828c52600960205260ff60408d2054166132495750508952600960205260408920600160ff198254161790556101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af8878152610100600460208301372093602435916001600160a01b0383168303612cf6576130939286614e12565b6044356001600160a01b0381168103611750576130af93614e12565b6101206040517f9374ee75814a7cb753ed0e329ccb469458a6384a4a74d06b343e62da5b8af88781526101006101446020830137209361016435916001600160a01b0383168303611754576131049286614e12565b610184356001600160a01b038116810361048b5761312193614e12565b6001600160a01b0361313161469f565b168152600860205260408120546001600160601b038116908115613226576b7fffffffffffffffffffffff906001600160a01b0361316d61469f565b168452600860205283604081205560011c169061318c8161094861469f565b61319682336152c7565b61319e61469f565b60843563ffffffff8116908181036106eb57506040805191825260208201849052606435926001600160a01b0316917f293cc769bec061aab4f7e3b4bb439b2779a630645b22fdf9c272580dab635db29190a3036001600160601b038111613212576001600160601b0361142291166152f0565b634e487b7160e01b82526011600452602482fd5b60248361323161469f565b633e50315f60e11b82526001600160a01b0316600452fd5b63191e17c360e31b8c5260045260245260448afd5b60405160208101908282528360408201526040815261327e6060826145b4565b51902091613014565b63e2d77fb960e01b895260048035905261014435602452604489fd5b503461026d57602036600319011261026d576004358082526002602052604082206132ce818361489a565b60088110156104ca57600481036104a3575080612da6600261335893016080815461333363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff8360c01c1663ffffffff8460a01c168a6149ad565b82546001600160e81b031660e891821c92909217901b6001600160e81b031916179055565b7f24a0b947e5fc095dfd3e5a8008cbdf74698deef8d92b81b5d821a24153ce45a68280a280f35b503461026d57602036600319011261026d576004358082526002602052604082206133aa818361489a565b6133b482846150eb565b6133bd8261510d565b15806134d5575b6134ba5780156134b35760015b6002840190815460e81c62ffffff8282161661349b5782546001600160e81b0316911760e81b6001600160e81b03191617815581613487575b5061345a575b60088110156104ca5760020361344b575b5033907fe7fa6efa4e05ddc24d8e036cd3a65a1b814ee73cf96bf77c63e845114462f4a78380a380f35b6134549061496d565b5f613421565b82845260066020526040842080546001600160e01b03164260e01b6001600160e01b031916179055613410565b63ffffffff91505460801c1642105f61340a565b631e70f55b60e31b8852600487905233602452604488fd5b60026133d1565b63509b2d0560e11b855260048490526044856104bd846143c4565b5060088210156134e95760028214156133c4565b634e487b7160e01b85526021600452602485fd5b503461026d57602036600319011261026d576004356001600160401b0381116104de5761352e903690600401614394565b61353a8193929361464a565b9061354860405192836145b4565b808252601f196135578261464a565b01835b81811061385257505082935b8185106136d15750506040519060208201602083528151809152602060408401920190845b8186106135985784840385f35b9091928351805160018060a01b0381511683526001600160601b03602082015116602084015260018060a01b0360408201511660408401526001600160601b0360608201511660608401526001600160601b03608082015116608084015263ffffffff60a08201511660a084015263ffffffff60c08201511660c084015263ffffffff60e08201511660e084015263ffffffff6101008201511661010084015261012081015160088110156134e957926001600160401b0360806020809562ffffff6101406102009760019a61012089015201511661014086015201516001600160601b038151166101608501526001600160601b03868201511661018085015263ffffffff6040820151166101a085015263ffffffff6060820151166101c08501520151166101e0820152019401950194919061358b565b6136dc8583836145e5565b358452600260205260408420946136f48184846145e5565b3585526006602052604085206040519061370d82614546565b60026040519861371c8a614561565b805460018060a01b0381168b5260a01c60208b0152600181015460018060a01b03811660408c015260a01c60608b01520154976001600160601b038916608082015263ffffffff8960601c1660a082015263ffffffff8960801c1660c082015263ffffffff8960a01c1660e082015263ffffffff8960c01c1661010082015260ff8960e01c169860088a101561383e576001959697989961012083015260e81c61014082015282526001600160401b0384604051926137da8461457d565b80546001600160601b03811685526001600160601b038160601c16602086015263ffffffff8160c01c16604086015260e01c606085015201541660808201526020820152613828828761468b565b52613833818661468b565b500193929190613566565b634e487b7160e01b89526021600452602489fd5b602090604096939495965161386681614546565b60405161387281614561565b88815288848201528860408201528860608201528860808201528860a08201528860c08201528860e082015288610100820152886101208201528861014082015281526138bd614661565b8382015282828801015201949392919461355a565b503461026d57606036600319011261026d576004356001600160401b0381116104de57613903903690600401614394565b6024356001600160401b038111610e9057613922903690600401614394565b6044356001600160401b0381116106eb57613941903690600401614394565b9190938181148015906139ac575b61399a57865b818110613960578780f35b80613994613971600193858b6145e5565b3561398061145084888b6145e5565b9061398c84898c614609565b929091614f11565b01613955565b6001621398b960e31b03198752600487fd5b508281141561394f565b5034613a905760a0366003190112613a90576139d0614325565b60443560ff8116809103613a90576139e6614703565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613a90575f9160e48392604051948593849263d505accf60e01b84523360048501523060248501526001600160801b03891660448501526024356064850152608484015260643560a484015260843560c48401525af1613a79575b5061142290614e94565b613a869192505f906145b4565b5f90611422613a6f565b5f80fd5b34613a90576020366003190112613a9057613abd613ab0614325565b613ab8614703565b614e94565b5f5f516020615fa45f395f51905f525d005b34613a90575f366003190112613a90576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b34613a9057610140366003190112613a9057600435610100366023190112613a9057610124356001600160401b038111613a9057613b55903690600401614367565b825f52600260205260405f20613b6b8185614da8565b6008811015613cb657600381141580613ca4575b613c875750836024351480613c73575b80613c5a575b80613c26575b15613c1357613bc6600292613bed94613bb2614ddb565b60018501546001600160a01b031690614e12565b0180546001600160e81b03811660e891821c60201790911b6001600160e81b031916179055565b7f70c8d42b2c36c877cc34366f79d479554ecfb43a9503b4fd9c9712ac1ef4fbac5f80a2005b83632faf380560e01b5f5260045260245ffd5b5060c4356001600160401b03811690818103613a905750845f52600660205263ffffffff60405f205460c01c161115613b9b565b5060843560ff8116808203613a90576003915014613b95565b50600160ff613c806145d5565b1614613b8f565b63509b2d0560e11b5f526004859052613c9f906143c4565b60445ffd5b506010600283015460e81c1615613b7f565b634e487b7160e01b5f52602160045260245ffd5b34613a905760a0366003190112613a9057613ce361433b565b6064356001600160401b038111613a9057613d02903690600401614367565b91608435926001600160401b038411613a9057613d26613d35943690600401614367565b93909260443590600435614b04565b005b34613a90575f366003190112613a9057335f52600860205260405f2060405190613d6082614517565b54906001600160601b038216808252602082019064ffffffffff8460601c16825264ffffffffff604084019460881c16845215613e4b5764ffffffffff81511615613e38576001600160601b039264ffffffffff80613dec93511691511663ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691336149ad565b335f5260086020525f6040812055613e08828251168033614a67565b51166040519081527f23eb338ed2df691870bc931bf6328c55b2708178ecf1f1b3e889afca4418adea60203392a2005b6309a59af960e31b5f523360045260245ffd5b633e50315f60e11b5f523360045260245ffd5b34613a905736600319016103008112613a90576102e013613a90576102e4356001600160801b038116808203613a9057613e96614863565b91825f52600260205260405f20613ead818561489a565b613eb782866148cc565b6008811015613cb65760018103613c87575063ffffffff613ed66143f6565b1615614130576001600160401b03613eec61440a565b1642106140e3576001600160801b03613f0361444f565b166001600160801b03613f14614466565b161561405e575b815460a01c8411801590614055575b61403157509160209160027fdfa4fda5f1f71ccb424b68064fe6c7f1c04e71d61de3224930e9703b5a977a2d94613f8a6001600160801b037f00000000000000000000000000000000000000000000000000000000000000001633614916565b0180546001600160e81b03811660e891821c60401790911b6001600160e81b031916178155905f868152600685526040902080546bffffffffffffffffffffffff60601b191660609290921b6bffffffffffffffffffffffff60601b16919091179055613ff86004826146df565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055604051908152a2005b6001600160801b03908486630417271560e21b5f526004526024521660445260645ffd5b50808411613f2a565b6001600160401b0361406e614421565b168042105f146140d757506140c2614098425b6001600160401b0361409161440a565b16906144d6565b6001600160801b036140bb6140ab61447d565b92826140b5614494565b166144f7565b911661450a565b808210156140d05750613f1b565b9050613f1b565b6140986140c291614081565b6084846001600160401b036140f661440a565b816140ff614421565b9160405194634f6c0c9f60e01b865260048601521660248401521660448201526001600160401b0342166064820152fd5b8284630417271560e21b5f526004526024525f60445260645ffd5b34613a90576020366003190112613a9057614164614351565b61416c614703565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316330361423357600154613abd916001600160801b038216916141b783614738565b6141c082614844565b6001600160801b0319166001556040518281526001600160a01b038216907f22bef34a215596dccb9189a55ce50cff9b85b028497cbe73981dfdc77588647e90602090a27f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166147c3565b63967a6ee960e01b5f523360045260245ffd5b34613a90576020366003190112613a905760405160043581527f9cf61333153bf00386caf84118ddee282fc1dd86c50c976c366ce081e808355060203392a2005b34613a90576020366003190112613a9057613abd6142a3614325565b6142ab614703565b6142b481614738565b6142be8133614777565b6001600160801b036040519116908181527fab48b3d59a240196dc5bdd7f7a638fca310f8194c7d350c3dd7765861311ddf860203392a2337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166147c3565b600435906001600160801b0382168203613a9057565b602435906001600160801b0382168203613a9057565b600435906001600160a01b0382168203613a9057565b9181601f84011215613a90578235916001600160401b038311613a905760208381860195010111613a9057565b9181601f84011215613a90578235916001600160401b038311613a90576020808501948460051b010111613a9057565b6008811015613cb657602452565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b6101043563ffffffff81168103613a905790565b610124356001600160401b0381168103613a905790565b610144356001600160401b0381168103613a905790565b610164356001600160401b0381168103613a905790565b610184356001600160801b0381168103613a905790565b610204356001600160801b0381168103613a905790565b610224356001600160801b0381168103613a905790565b6101e4356001600160801b0381168103613a905790565b6101a4356001600160801b0381168103613a905790565b356001600160801b0381168103613a905790565b919082039182116144e357565b634e487b7160e01b5f52601160045260245ffd5b818102929181159184041417156144e357565b919082018092116144e357565b606081019081106001600160401b0382111761453257604052565b634e487b7160e01b5f52604160045260245ffd5b604081019081106001600160401b0382111761453257604052565b61016081019081106001600160401b0382111761453257604052565b60a081019081106001600160401b0382111761453257604052565b61026081019081106001600160401b0382111761453257604052565b90601f801991011681019081106001600160401b0382111761453257604052565b60443560ff81168103613a905790565b91908110156145f55760051b0190565b634e487b7160e01b5f52603260045260245ffd5b91908110156145f55760051b81013590601e1981360301821215613a905701908135916001600160401b038311613a90576020018236038113613a90579190565b6001600160401b0381116145325760051b60200190565b6040519061466e8261457d565b5f6080838281528260208201528260408201528260608201520152565b80518210156145f55760209160051b010190565b6024356001600160a01b0381168103613a905790565b6004356001600160a01b0381168103613a905790565b356001600160a01b0381168103613a905790565b906008811015613cb657815460ff60e01b191660e09190911b60ff60e01b16179055565b5f516020615fa45f395f51905f525c6147295760015f516020615fa45f395f51905f525d565b633ee5aeb560e01b5f5260045ffd5b6001600160801b03161561474857565b631f2a200560e01b5f5260045ffd5b906001600160801b03809116911603906001600160801b0382116144e357565b61478a6001600160801b03831682615999565b60018060a01b03165f525f6020526001600160801b036147b160405f209282845416614757565b166001600160801b0319825416179055565b916040519163a9059cbb60e01b5f5260018060a01b031660045260245260205f60448180865af19060015f5114821615614823575b604052156148035750565b635274afe760e01b5f9081526001600160a01b0391909116600452602490fd5b90600181151661483b57823b15153d151616906147f8565b503d5f823e3d90fd5b6001600160a01b03161561485457565b63d92e233d60e01b5f5260045ffd5b6103006040517ffce7e8d4b55fe318ba48cb97b1ebd967f964faddf2f2139894565caa9a356a2c81526102e0600460208301372090565b9190600260ff91015460e01c16916008831015613cb65782156148ba5750565b63b08fc1cb60e01b5f5260045260245ffd5b90546001600160a01b031633036148e05750565b63723bbd3560e01b5f526004523360245260445ffd5b906001600160801b03809116911601906001600160801b0382116144e357565b6149208282615999565b60018060a01b03165f525f6020526001600160801b0360405f2091614952610f348385549316610f2b81868616614757565b166001600160801b031982541617905561496b5f615966565b565b60020161497b6002826146df565b805463ffffffff60a01b4260a01b1667ffffffffffffffff60a01b1990911663ffffffff60c01b4360c01b1617179055565b926149bb906149e99261450a565b9163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169061450a565b918142108015614a23575b6149fd57505050565b6001600160401b03929183916328ae40d360e11b5f52600452166024521660445260645ffd5b508243106149f4565b60018060a01b03165f525f6020526001600160801b0360405f20916147b1610f34845484614a5c5f8284166148f6565b94169060801c614757565b906001600160801b039160018060a01b03165f525f6020526147b1610f3460405f209484614a5c81885493168284166148f6565b6040519061018082018281106001600160401b03821117614532576040525f610160838281528260208201528260408201528260608201528260808201528260a08201528260c08201528260e08201528261010082015282610120820152826101408201520152565b9594919394929092865f52600260205260405f2092614b238489614da8565b506001840154966001600160801b038860a01c961697868911614d8d578554918260a01c95868b10614d72578a989589958b9995614d04958f7f45ef2c1005989442972278e094140506f78431b35e810aef65266a662298acbe9f9660809f96614bed92614d0e9e99614bfc996040519160208301937fc7eab35b0c2329d9491c5d75cd9f4e4c7ce9c3a9d646991bb0d11c05d9eb5b55855260408401526060830152608082015260808152614bda60a0826145b4565b519020946001600160a01b031685614e12565b6001600160a01b031690614e12565b614cfe614c07614a9b565b956002850154906001600160601b03602089019260e08a01958160e81c6101608c0152865216825287526001600160801b037f000000000000000000000000000000000000000000000000000000000000000016966104006101606001600160801b037f00000000000000000000000000000000000000000000000000000000000000001692614c95614661565b9a614ca382518951906144d6565b60208d0196818852518d528160048585015116614d60575b50506108008383015116614d4e575b60408383015116614d3b575b50015116614d28575b50614cf087516106188551896144d6565b6040880152519151856144d6565b906144d6565b606084015261536b565b6040519182525f60208301525f60408301526060820152a2565b614d3390885161450a565b87525f614cdf565b614d46908c5161450a565b8b525f614cd6565b614d5985875161450a565b8652614cca565b614d699161450a565b86525f81614cbb565b868b8d63086bd8d560e41b5f5260045260245260445260645ffd5b86898b630ad2258d60e31b5f5260045260245260445260645ffd5b9190614db4908361489a565b916008831015613cb65760078314614dc95750565b635865995f60e11b5f5260045260245ffd5b6101206040517f71208c8a7d405759319bca1b5564517a87aa6c46bd9237118b6f714fb3d2dbda8152610100602460208301372090565b916042614e4193949294614e24615e05565b906040519161190160f01b835260028301526022820152206159e9565b506004811015613cb6571590811591614e7d575b50614e5d5750565b633615713d60e21b5f9081526001600160a01b0391909116600452602490fd5b6001600160a01b038381169116141590505f614e55565b6001600160801b0361496b91614ea981614738565b16614eb481336152c7565b6040518181527fadb1a06aea2cd2ff20eac971640a5eb7d687df3e3a897be2f334836494958a4760203392a230337f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316615447565b9290835f52600260205260405f2091614f2a8386614da8565b50825460a01c9060018401908154958660a01c966001600160801b038616978089116150d15750848811156150b65794615069876001600160801b036150637f08851f18ca48c7749be0f043d3244f59e643b2a4a02098d3ef66eee07d6848af986150526040998f9c8f615008908f6150369d8f9d6150119561506f9f93615003945160208101917fe97c93f01d3ef8eaba1586553df13308f236815bf4ea49c7b696895d8f5ea68a8352604082015286606082015260608152614fef6080826145b4565b5190206001600160a01b0390911690614e12565b615a1d565b614cfe85615a1d565b86546001600160a01b031660a08a901b6001600160a01b031916179096559498899590565b546001600160a01b03168461504b848a614757565b1690614a2c565b8b546001600160a01b031695614757565b166144d6565b906152c7565b61507881615966565b6001600160801b03825191878352166020820152a260ff600282015460e01c166008811015613cb6576004146150ad57505050565b61496b92615a84565b84888a63086bd8d560e41b5f5260045260245260445260645ffd5b888a630ad2258d60e31b5f5260045260245260445260645ffd5b81546001600160a01b0316331492918315615104575050565b61496b9161594e565b60088110159081613cb6576001811491821561513c575b821561512f57505090565b909150613cb65760041490565b506003811491505f615124565b6101443560043514615272576024356001600160a01b03811690818103613a905750610164356001600160a01b0381169190828103613a905750148015906152b8575b8015615288575b615272576151a16004615b49565b158015615276575b6152725760a4356001600160401b03811690818103613a9057506101e4356001600160401b03811690818103613a9057508082111561526b57505b60c4356001600160401b03811690818103613a905750610204356001600160401b03811690818103613a905750808210156152635750905b808211918261522a57505090565b61523492506144d6565b7f000000000000000000000000000000000000000000000000000000000000000060011b6401fffffffe161090565b90509061521c565b90506151e4565b5f90565b50615282610144615b49565b156151a9565b5060843563ffffffff811690818103613a9057506101c4359063ffffffff821691828103613a9057501415615193565b506101a435606435141561518c565b60018060a01b03165f525f6020526001600160801b036147b18160405f209316828454166148f6565b806152f85750565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690813b15613a90575f91602483926040519485938492630852cd8d60e31b845260048401525af18015615360576153565750565b5f61496b916145b4565b6040513d5f823e3d90fd5b9061496b926001600160601b03926153d061539561538885615a1d565b614cfe845460a01c615a1d565b60028301805460ff60e01b1916600760e01b17905582546001600160a01b03169490951660a01b6001600160a01b0319169390931781558392565b6001810154602083015160608401516153f4929091906001600160a01b0316614a67565b815190811580159061543a575b61540f575b50505050615966565b61543193604061542b9260018060a01b039054169401516144d6565b91614a67565b805f8080615406565b5060408301511515615401565b6040516323b872dd60e01b5f9081526001600160a01b039384166004529290931660245260449390935260209060648180865af19060015f5114821615615498575b6040525f606052156148035750565b90600181151661483b57823b15153d15161690615489565b906001600160401b03809116911603906001600160401b0382116144e357565b610144356001600160401b03811690818114159081613a905761012435926001600160401b03841691828514159384613a905783831080156158ae575b8015615862575b61585757613a90575042101561584f576004356001600160a01b038116808203613a90576024356001600160a01b03811691828203613a9057828114938415615844575b50508215615839575b50506158315761018435926001600160801b03841692838514159384613a90578015801561580f575b80156157eb575b6157e057610104359063ffffffff821691828103613a9057821515928380615772575b615764575f9063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168111908115615734575b5061572657613a905750816156ea575b506156e057613a90575061563563ffffffff7f0000000000000000000000000000000000000000000000000000000000000000164261450a565b106156d957613a90576101a4356001600160801b0381168103613a90576101c4356001600160801b0381168103613a90576101e4356001600160801b0381168103613a905761020435906001600160801b0382168203613a905761022435926001600160801b0384168403613a905761024435946001600160801b0386168603613a905763ffffffff9617171717171760601c16155f146156d4575f90565b600990565b5050600890565b5050505050600790565b6102443591506001600160801b038216808303613a90578015928315615714575b5050505f6155fb565b5090915085613a9057115f808061570b565b505050505050505050600690565b91505060e4359063ffffffff821691828103613a90576401000000009161575d91505f9361450a565b115f6155eb565b505050505050505050600590565b506101a4356001600160801b03811690818103613a90575088613a90576157bd61ffff7f000000000000000000000000000000000000000000000000000000000000000016856144f7565b6127108101908181116144e35761270f019081116144e3576127109004116155b4565b505050505050600490565b50610224356001600160801b03811690818103613a90575085613a90578110615591565b506101c4356001600160801b0381169550858103613a905750805f951161558a565b505050600390565b501590505f80615561565b501592505f80615558565b505050600290565b505050505050600190565b5080613a905784613a905761587786836154b0565b6001600160401b0363ffffffff7f000000000000000000000000000000000000000000000000000000000000000016911611615514565b505f94508490506158bf86836154b0565b6001600160401b0363ffffffff7f00000000000000000000000000000000000000000000000000000000000000001691161061550d565b6001600160a01b03165f818152600760205260409020546001600160401b0390811692169082821061592757505050565b639bb0722f60e01b5f5260045260245260445260645ffd5b60108210156145f55701905f90565b6001909101546001600160a01b031633036148e05750565b8061596e5750565b6001600160801b036159878160015493168284166148f6565b16906001600160801b03191617600155565b6001600160a01b03165f818152602081905260409020546001600160801b0316908282106159c657505050565b6001600160801b039350631f98435160e01b5f526004526024521660445260645ffd5b9060418303615a1357615a0c9250602081013591604082359201355f1a90615f21565b9192909190565b50505f9160029190565b6127109061ffff7f00000000000000000000000000000000000000000000000000000000000000001602046001600160801b037f0000000000000000000000000000000000000000000000000000000000000000168082115f14615a7f575090565b905090565b91825f5260066020526001600160601b0360405f205460601c1611615b45576002810180546001604160e81b031981166001600160e01b0390911617600160e01b1790558054615b1f917f00000000000000000000000000000000000000000000000000000000000000006001600160801b031691615b0d9083906001600160a01b0316614a2c565b600101546001600160a01b03166152c7565b7f4efb36588d2ca6f32a0d29ed39c51a64d9a0a317367571bd208ab9b9c6d251f05f80a2565b5050565b80355f90815260026020526040902080546001600160a01b031680151592919083615b9d575b5082615b7a57505090565b600101546001600160a01b03908116925090615b98906040016146cb565b161490565b9092506001600160a01b03615bb4602084016146cb565b1614915f615b6f565b60ff811690601f8211615bec5760405191615bd96040846145b4565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b61012081015160c0820151158015615cd7575b615cb857610160820160028151161590811591615cc9575b50615cb8576101408201518015159081615cbe575b50615cb857615c80615c8791615c766020850151615c7060a08701966080885191019485518082115f14615cb05750906144d6565b906144f7565b93519051906144d6565b809261450a565b5f1981019081116144e3578115615c9c570490565b634e487b7160e01b5f52601260045260245ffd5b9050906144d6565b50505f90565b90508110155f615c3b565b60809150511615155f615c26565b508015615c0e565b91906010925f5b60108110615cf357505050565b615cfd818361593f565b90549060031b1c8015615df2575f526002602052600260405f20015463ffffffff8160801c1690615d3360ff8260e01c1661510d565b80615de9575b15615dce57610144356001600160401b03811691828203613a905763ffffffff915060601c16109081615dae575b50615d76576001905b01615ce6565b600435836001600160a01b038216808303613a905763ffffffff9250637c03d12760e11b5f5260045260c4356024521660445260645ffd5b9050610124356001600160401b03811690818103613a905750105f615d67565b505060108514615de1575b600190615d70565b935083615dd9565b50428211615d39565b5092939291505080821015615a7f575090565b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480615ef8575b15615e60577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152615ef260c0826145b4565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614615e37565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615f98579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15615360575f516001600160a01b03811615615f8e57905f905f90565b505f906001905f90565b5050505f916003919056fe9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00" as const
