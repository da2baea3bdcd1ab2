import { describe } from "vitest"
import * as Memory from "../../src/chain/Memory.ts"
import * as Viem from "../../src/chain/Viem.ts"
import { behaves, options } from "../behaviour/chain.ts"

describe("the chain in memory", () => behaves(Memory.layer(options)))

describe.each(["impersonated", "signed"] as const)("the chain of an anvil, %s", (signing) =>
  behaves(Viem.layer({ ...options, signing })),
)
