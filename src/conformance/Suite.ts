// The whole suite: the groups of every class, the answers of the reference, the files that hold both, and the manifest.
// The same code gives the same bytes, everywhere and at any time.
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import * as Reference from "./reference/Reference.ts"
import { run } from "./Subject.ts"
import * as Agreement from "./suite/Agreement.ts"
import * as Chain from "./suite/Chain.ts"
import * as Codec from "./suite/Codec.ts"
import * as Exchange from "./suite/Exchange.ts"
import * as Inbox from "./suite/Inbox.ts"
import * as Matching from "./suite/Matching.ts"
import * as Orders from "./suite/Orders.ts"
import * as Settlement from "./suite/Settlement.ts"
import * as Signature from "./suite/Signature.ts"
import * as VoucherCases from "./suite/Voucher.ts"
import * as Wallet from "./suite/Wallet.ts"
import * as Vector from "./Vector.ts"
import { protocol } from "./Wire.ts"

/**
 * Major: an expectation, an id or the format has changed. Minor: new cases. Patch: words.
 * Every report names it.
 */
export const version = "1.4.0"

const groups: ReadonlyArray<Vector.Group> = [
  ...Codec.groups,
  ...Signature.groups,
  ...Wallet.groups,
  ...VoucherCases.groups,
  ...Settlement.groups,
  ...Agreement.groups,
  Inbox.group,
  ...Orders.groups,
  ...Matching.groups,
  ...Exchange.groups,
  ...Chain.groups,
]

/** One file of the suite; `path` is below `spec/vectors`. */
export interface Written {
  readonly path: string
  readonly text: string
}

const utf8 = new TextEncoder()

/** The SHA-256 of a text, in hexadecimal. */
export const sha256Of = (text: string): string => bytesToHex(sha256(utf8.encode(text)))

/** Fills a group with the answers of the reference. */
const answered = async (group: Vector.Group): Promise<Vector.File> => {
  const answers = []
  for (const question of group.cases)
    answers.push(
      await run(
        Reference.subject(group.observe ?? "full"),
        {
          class: group.class,
          params: { ...group.params, ...question.params },
          observe: group.observe ?? "full",
        },
        question.events,
      ),
    )
  return Vector.fileOf(group, answers)
}

/** Where the file of a group lies: `wallet/transfer` is in `wallet/transfer.json`. */
const pathOf = (group: Vector.Group): string => `${group.group}.json`

/**
 * Every file of the suite, the manifest last.
 *
 * @example
 * for (const { path, text } of await Suite.generate()) write(path, text)
 */
export const generate = async (): Promise<ReadonlyArray<Written>> => {
  const files: Array<Written> = []
  const entries: Array<Vector.Manifest["files"][number]> = []
  for (const group of groups) {
    const path = pathOf(group)
    const text = Vector.text(await answered(group))
    files.push({ path, text })
    const cases = group.cases.length
    entries.push({ file: path, class: group.class, cases, sha256: sha256Of(text) })
  }
  return [...files, { path: "manifest.json", text: manifest(entries) }]
}

const manifest = (files: Vector.Manifest["files"]): string => {
  const whole: Vector.Manifest = {
    schema: "ipsx.vectors-manifest/1",
    suite: version,
    protocol,
    cases: files.reduce((sum, { cases }) => sum + cases, 0),
    files,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
