import { describe } from "vitest"
import * as Memory from "../../src/chain/Memory.ts"
import * as Viem from "../../src/chain/Viem.ts"
import { behaves, options } from "../behaviour/chain.ts"

describe("IPSX-CHN-002 the chain in memory", () => behaves(Memory.layer(options)))

describe.each(["impersonated", "signed"] as const)(
  "IPSX-CHN-002 the chain of an anvil, %s",
  (signing) => behaves(Viem.layer({ ...options, signing })),
)
