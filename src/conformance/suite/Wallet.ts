// Cases of the class wallet: what moves between tokens, balances and reserves, and what is refused.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const { tell, step } = Story
const thousand = Cast.tokens(1000)
const one = Cast.tokens(1)
const above = `${BigInt(thousand) + 1n}`

const moves: ReadonlyArray<Question> = [
  tell("withdraw/one", ["IPSX-WAL-006"], [step(1, "Withdraw", provider, { amount: one })]),
  tell("withdraw/all", ["IPSX-WAL-006"], [step(1, "Withdraw", provider, { amount: thousand })]),
  tell(
    "withdraw/above-balance",
    ["IPSX-WAL-004"],
    [step(1, "Withdraw", provider, { amount: above })],
  ),
  tell("withdraw/zero", ["IPSX-WAL-006"], [step(1, "Withdraw", provider, { amount: "0" })]),
  tell(
    "withdraw/twice",
    ["IPSX-WAL-004"],
    [
      step(1, "Withdraw", provider, { amount: thousand }),
      step(2, "Withdraw", provider, { amount: "1" }),
    ],
  ),
  tell("withdraw/of-nobody", ["IPSX-WAL-004"], [step(1, "Withdraw", stranger, { amount: "1" })]),
  tell(
    "transfer/one",
    ["IPSX-WAL-006"],
    [step(1, "Transfer", provider, { to: stranger, amount: one })],
  ),
  tell(
    "transfer/all",
    ["IPSX-WAL-006"],
    [step(1, "Transfer", provider, { to: requester, amount: thousand })],
  ),
  tell(
    "transfer/above-balance",
    ["IPSX-WAL-004"],
    [step(1, "Transfer", provider, { to: requester, amount: above })],
  ),
  tell(
    "transfer/zero",
    ["IPSX-WAL-006"],
    [step(1, "Transfer", provider, { to: requester, amount: "0" })],
  ),
  tell(
    "transfer/to-oneself",
    ["IPSX-WAL-005"],
    [step(1, "Transfer", provider, { to: provider, amount: one })],
  ),
  tell(
    "transfer/to-oneself-above-balance",
    ["IPSX-WAL-004"],
    [step(1, "Transfer", provider, { to: provider, amount: above })],
  ),
  tell(
    "transfer/to-nobody",
    ["IPSX-CHN-014"],
    [step(1, "Transfer", provider, { to: Cast.zero, amount: one })],
  ),
  tell(
    "transfer/zero-to-nobody",
    ["IPSX-CHN-014"],
    [step(1, "Transfer", provider, { to: Cast.zero, amount: "0" })],
  ),
  tell(
    "transfer/on",
    ["IPSX-WAL-005"],
    [
      step(1, "Transfer", provider, { to: stranger, amount: one }),
      step(2, "Transfer", stranger, { to: requester, amount: one }),
      step(3, "Transfer", stranger, { to: requester, amount: "1" }),
    ],
  ),
]

const tokens = (owner: string, amount: string): { params: JsonObject } => ({
  params: { tokens: [[owner, amount]] },
})

const deposits: ReadonlyArray<Question> = [
  tell(
    "deposit/approved",
    ["IPSX-WAL-006", "IPSX-WAL-005"],
    [
      step(1, "ApproveTokens", stranger, { amount: one }),
      step(2, "Deposit", stranger, { amount: one }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "deposit/in-parts",
    ["IPSX-WAL-005"],
    [
      step(1, "ApproveTokens", stranger, { amount: "3" }),
      step(2, "Deposit", stranger, { amount: "1" }),
      step(3, "Deposit", stranger, { amount: "2" }),
      step(4, "Deposit", stranger, { amount: "1" }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "deposit/not-approved",
    ["IPSX-WAL-010"],
    [step(1, "Deposit", stranger, { amount: one })],
    tokens(stranger, one),
  ),
  tell(
    "deposit/above-approval",
    ["IPSX-WAL-010"],
    [
      step(1, "ApproveTokens", stranger, { amount: "1" }),
      step(2, "Deposit", stranger, { amount: "2" }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "deposit/above-tokens",
    ["IPSX-CHN-014"],
    [
      step(1, "ApproveTokens", stranger, { amount: Cast.tokens(2) }),
      step(2, "Deposit", stranger, { amount: Cast.tokens(2) }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "deposit/zero",
    ["IPSX-WAL-006"],
    [
      step(1, "ApproveTokens", stranger, { amount: one }),
      step(2, "Deposit", stranger, { amount: "0" }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "deposit/and-withdraw",
    ["IPSX-WAL-005"],
    [
      step(1, "ApproveTokens", stranger, { amount: one }),
      step(2, "Deposit", stranger, { amount: one }),
      step(3, "Withdraw", stranger, { amount: one }),
      step(4, "ApproveTokens", stranger, { amount: one }),
      step(5, "Deposit", stranger, { amount: one }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "many/two",
    ["IPSX-WAL-005"],
    [
      step(1, "ApproveTokens", stranger, { amount: one }),
      step(2, "DepositMany", stranger, {
        deposits: [
          { owner: provider, amount: "1" },
          { owner: requester, amount: "2" },
        ],
      }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "many/one-zero",
    ["IPSX-WAL-006", "IPSX-CHN-014"],
    [
      step(1, "ApproveTokens", stranger, { amount: one }),
      step(2, "DepositMany", stranger, {
        deposits: [
          { owner: provider, amount: "1" },
          { owner: requester, amount: "0" },
        ],
      }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "many/to-nobody",
    ["IPSX-CHN-014"],
    [
      step(1, "ApproveTokens", stranger, { amount: one }),
      step(2, "DepositMany", stranger, {
        deposits: [
          { owner: provider, amount: "1" },
          { owner: Cast.zero, amount: "1" },
        ],
      }),
    ],
    tokens(stranger, one),
  ),
  tell(
    "burn/own",
    ["IPSX-TOK-004"],
    [step(1, "BurnTokens", stranger, { amount: "1" })],
    tokens(stranger, one),
  ),
  tell(
    "burn/above-own",
    ["IPSX-TOK-004"],
    [step(1, "BurnTokens", stranger, { amount: Cast.tokens(2) })],
    tokens(stranger, one),
  ),
  tell("token/open-again", ["IPSX-TOK-003"], [step(1, "OpenTransfers", Cast.accounts.funding)]),
  tell("token/open-by-another", ["IPSX-TOK-003"], [step(1, "OpenTransfers", stranger)]),
]

const stakes = (set: JsonObject): ReadonlyArray<Question> => {
  const window = set.claimWindow as number
  const blocks = set.deadlineBlocks as number
  const unstake = (name: string, seconds: number, after: number, requirements = ["IPSX-WAL-009"]) =>
    tell(name, requirements, [
      step(1, "Stake", provider, { amount: one }),
      Story.inBlock(2, step(2, "RequestUnstake", provider)),
      Story.inBlock(2 + after, step(2 + seconds, "Unstake", provider)),
    ])
  return [
    tell("stake/one", ["IPSX-WAL-003"], [step(1, "Stake", provider, { amount: one })]),
    tell("stake/zero", ["IPSX-WAL-006"], [step(1, "Stake", provider, { amount: "0" })]),
    tell("stake/above-balance", ["IPSX-WAL-004"], [step(1, "Stake", provider, { amount: above })]),
    tell(
      "stake/is-reserved",
      ["IPSX-WAL-008"],
      [
        step(1, "Stake", provider, { amount: thousand }),
        step(2, "Withdraw", provider, { amount: "1" }),
        step(3, "Transfer", provider, { to: requester, amount: "1" }),
      ],
    ),
    unstake("unstake/one-second-early", window - 1, blocks),
    unstake("unstake/one-block-early", window, blocks - 1, ["IPSX-WAL-009", "IPSX-AGR-031"]),
    unstake("unstake/just-in-time", window, blocks),
    unstake("unstake/later", window + 1, blocks + 1),
    tell(
      "unstake/not-asked",
      ["IPSX-WAL-009"],
      [step(1, "Stake", provider, { amount: one }), step(2, "Unstake", provider)],
    ),
    tell(
      "unstake/nothing",
      ["IPSX-CHN-014"],
      [step(1, "RequestUnstake", provider), step(2, "Unstake", provider)],
    ),
    tell(
      "unstake/staked-more-meanwhile",
      ["IPSX-WAL-009"],
      [
        step(1, "Stake", provider, { amount: one }),
        Story.inBlock(2, step(2, "RequestUnstake", provider)),
        Story.inBlock(3, step(3, "Stake", provider, { amount: one })),
        Story.inBlock(3 + blocks, step(3 + window, "Unstake", provider)),
      ],
    ),
    tell(
      "unstake/asked-again",
      ["IPSX-WAL-009"],
      [
        step(1, "Stake", provider, { amount: one }),
        Story.inBlock(2, step(2, "RequestUnstake", provider)),
        Story.inBlock(3, step(9, "RequestUnstake", provider)),
        Story.inBlock(2 + blocks, step(2 + window, "Unstake", provider)),
        Story.inBlock(3 + blocks, step(9 + window, "Unstake", provider)),
      ],
    ),
    tell(
      "unstake/twice",
      ["IPSX-WAL-003"],
      [
        step(1, "Stake", provider, { amount: one }),
        Story.inBlock(2, step(2, "RequestUnstake", provider)),
        Story.inBlock(2 + blocks, step(2 + window, "Unstake", provider)),
        Story.inBlock(3 + blocks, step(3 + window, "Unstake", provider)),
      ],
    ),
  ]
}

const platform: ReadonlyArray<Question> = [
  tell(
    "fees/nothing-yet",
    ["IPSX-PAY-019"],
    [step(1, "WithdrawFees", Cast.accounts.platform, { to: stranger })],
  ),
  tell(
    "fees/by-a-stranger",
    ["IPSX-PAY-019"],
    [Story.of(Sample.deal()).open(1), step(2, "WithdrawFees", stranger, { to: stranger })],
  ),
  tell(
    "fees/to-nobody",
    ["IPSX-CHN-014"],
    [
      Story.of(Sample.deal()).open(1),
      step(2, "WithdrawFees", Cast.accounts.platform, { to: Cast.zero }),
    ],
  ),
  tell(
    "fees/once",
    ["IPSX-PAY-019"],
    [
      Story.of(Sample.deal()).open(1),
      step(2, "WithdrawFees", Cast.accounts.platform, { to: stranger }),
      step(3, "WithdrawFees", Cast.accounts.platform, { to: stranger }),
    ],
  ),
  tell(
    "profile/anchored",
    ["IPSX-CHN-013"],
    [step(1, "AnchorProfile", provider, { hash: Cast.id(99) })],
  ),
  tell(
    "reserve/of-a-deal",
    ["IPSX-WAL-008", "IPSX-WAL-003"],
    [
      Story.of(Sample.deal({ cap: Cast.tokens(900), bond: Cast.tokens(90) })).open(1),
      step(2, "Withdraw", requester, { amount: Cast.tokens(100) }),
      step(3, "Transfer", provider, { to: stranger, amount: Cast.tokens(911) }),
    ],
  ),
]

const money = "Money that appears, disappears or is promised twice is somebody's loss."

export const groups: ReadonlyArray<Group> = [
  {
    ...Story.group(
      "wallet/1",
      "wallet/move",
      "Withdrawals and transfers",
      money,
      Sets.sets.default,
    ),
    requirements: ["IPSX-WAL-004"],
    cases: moves,
  },
  {
    ...Story.group(
      "wallet/1",
      "wallet/deposit",
      "Deposits, and the token's own functions",
      money,
      Sets.sets.default,
    ),
    requirements: ["IPSX-WAL-005"],
    cases: deposits,
  },
  ...Sets.each((set, suffix) => ({
    ...Story.group(
      "wallet/1",
      `wallet/stake${suffix}`,
      "Stakes and the window in which they can still be slashed",
      "A stake that leaves early answers for nothing.",
      set,
    ),
    requirements: ["IPSX-WAL-009"],
    cases: stakes(set),
  })),
  {
    ...Story.group(
      "wallet/1",
      "wallet/platform",
      "The platform's commission, profiles, and what is reserved",
      "A platform that can take more than its commission can take everything.",
      Sets.sets.default,
    ),
    requirements: ["IPSX-PAY-019"],
    cases: platform,
  },
]
