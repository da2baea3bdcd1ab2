import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Curve from "../../src/signature/Curve.ts"
import * as StatusChain from "../../src/signature/StatusChain.ts"
import * as Structure from "../../src/signature/Structure.ts"
import { recordOf } from "./arbitrary.ts"

const curve = Curve.noble
const separator = Structure.domain(curve, { chainId: 31337, centralizer: `0x${"0c".repeat(20)}` })

const chain = (drafts: ReadonlyArray<Structure.StatusRecord>) => {
  let head = StatusChain.start
  return drafts.map((draft) => {
    const status = { ...draft, seq: head.seq + 1, previous: head.digest }
    head = { seq: status.seq, digest: StatusChain.digest(curve, separator, status) }
    return status
  })
}

const walk = (statuses: ReadonlyArray<Structure.StatusRecord>) => {
  let head = Result.succeed(StatusChain.start) as Result.Result<
    StatusChain.Head,
    StatusChain.BrokenLink
  >
  for (const status of statuses)
    head = Result.flatMap(head, (at) => StatusChain.extend(curve, separator, at, status))
  return head
}

const drafts = fc.array(recordOf(Structure.Status), { minLength: 2, maxLength: 6 })

it("IPSX-SIG-005 statuses that link are accepted, whatever they say", () => {
  fc.assert(
    fc.property(drafts, (drafts) => {
      const head = Result.getOrThrow(walk(chain(drafts)))
      expect(head.seq).toBe(drafts.length)
    }),
    { numRuns: 40 },
  )
})

it("IPSX-SIG-005 a change of any earlier status breaks the chain at the next", () => {
  fc.assert(
    fc.property(drafts, fc.nat(), (drafts, at) => {
      const statuses = chain(drafts)
      const changed = at % (statuses.length - 1)
      const forged = statuses.map((status, index) =>
        index === changed ? { ...status, at: BigInt(status.at) ^ 1n } : status,
      )
      const broken = walk(forged)
      expect(Result.isFailure(broken) && broken.failure.seq).toBe(changed + 2)
    }),
    { numRuns: 40 },
  )
})

it("IPSX-SIG-005 a gap, a repetition and a wrong first link are refused with what was expected", () => {
  fc.assert(
    fc.property(drafts, (drafts) => {
      const [first, second] = chain(drafts) as unknown as [
        Structure.StatusRecord,
        Structure.StatusRecord,
      ]
      for (const wrong of [
        [second],
        [first, first],
        [{ ...first, previous: `0x${"01".repeat(32)}` }],
      ]) {
        const broken = walk(wrong)
        expect(Result.isFailure(broken) && broken.failure.message).toMatch(
          /expected status [12] after 0x/,
        )
      }
    }),
    { numRuns: 20 },
  )
})

it("IPSX-SIG-005 two statuses of one seq equivocate exactly when a field differs", () => {
  fc.assert(
    fc.property(recordOf(Structure.Status), (status) => {
      const other = { ...status, reason: BigInt(status.reason) ^ 1n }
      expect(StatusChain.equivocates(curve, separator, status, other)).toBe(true)
      expect(StatusChain.equivocates(curve, separator, status, { ...status })).toBe(false)
      for (const apart of [
        { ...other, seq: BigInt(status.seq) ^ 1n },
        { ...other, role: BigInt(status.role) ^ 1n },
        { ...other, channelId: `0x${"01".repeat(32)}` },
      ])
        expect(StatusChain.equivocates(curve, separator, status, apart)).toBe(false)
    }),
    { numRuns: 40 },
  )
})
