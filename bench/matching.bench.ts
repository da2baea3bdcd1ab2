// Requests against a million resting offers, beside databases that hold the same offers and a plain scan: every peer's
// answers are checked equal before its time counts. `--quick` asks the peers fewer requests.
import { isDeepStrictEqual } from "node:util"
import * as Trade from "../src/matching/book/Trade.ts"
import type { Wish } from "../src/matching/book/Wish.ts"
import * as Pieces from "../src/matching/book/Pieces.ts"
import * as Row from "./harness/Row.ts"
import * as Pair from "./harness/Pair.ts"
import * as Market from "./matching/Market.ts"
import * as Scan from "./matching/Scan.ts"
import * as Sql from "./matching/Sql.ts"

const bench = "matching"
const offers = 1_000_000
const rounds = 5
const say = (text: string) => void process.stderr.write(`${text}\n`)

const draw = Market.draw(1)
const list = Array.from({ length: offers }, () => Market.offer(draw))
const market = Market.make(offers)
const { book } = market
for (const offer of list) Market.add(market, offer)
const size = Pieces.bytes(book.pieces) / book.pieces.live
say(`${book.pieces.live} pieces, ${size.toFixed(1)} bytes each`)

interface Found {
  readonly answer: Sql.Answer
  /** The search ended at its budget, which the peers do not have. */
  readonly isExhausted: boolean
}

const answerOf = (wish: Wish): Found => {
  const pieces = Trade.choose(book, wish)
  const answer: Array<number> = []
  let run = 0
  for (let at = 0; at < pieces; at++) {
    let seats = 0
    for (; run < book.chosen[at * 3 + 2]!; run += 2) seats += book.search.runs.list[run + 1]!
    answer.push(book.pieces.rows[book.chosen[at * 3]! * 4 + 3]!, seats)
  }
  const isExhausted = book.report.size > 0
  book.report.size = 0
  return { answer, isExhausted }
}

const find = (wishes: ReadonlyArray<Wish>): number => {
  let found = 0
  for (const wish of wishes) found += Trade.choose(book, wish)
  book.report.size = 0
  return found
}

const mixed = Array.from({ length: 40_000 }, (_, at) => Market.wish(draw, at))
const single = mixed.filter(({ countries }) => countries.length === 1)
find(mixed.slice(0, 5000))
say(`${(find(mixed) / mixed.length).toFixed(2)} fills for a request`)

const exhausted = mixed.filter((wish) => answerOf(wish).isExhausted).length
say(`${exhausted} of ${mixed.length} searches end at their budget`)

/** What the peers give beyond our budget is left out; what comes before it must be the same. */
const isSame = ({ answer, isExhausted }: Found, theirs: Sql.Answer): boolean =>
  isDeepStrictEqual(answer, isExhausted ? theirs.slice(0, answer.length) : theirs)

const peers = [
  { beside: "SQLite", ...(await Sql.sqlite(list)), asked: 200, checked: 100 },
  { beside: "DuckDB", ...(await Sql.duckdb(list)), asked: 200, checked: 100 },
  { beside: "a scan", ...Scan.over(list), asked: 4, checked: 20 },
] as const
for (const { name, find, checked } of peers)
  for (const wish of mixed.slice(0, checked)) {
    const [ours, theirs] = [answerOf(wish), await find(wish)]
    if (!isSame(ours, theirs))
      throw new Error(
        `${name} answers request ${wish.number} in another way: ${ours.answer} / ${theirs}`,
      )
  }
say("the answers of the peers are equal")

const bars = { mixed: [450, 1000, 5000], "one country": [60, undefined, undefined] } as const
for (const [name, wishes] of [
  ["mixed", mixed],
  ["one country", single],
] as const)
  for (const [at, peer] of peers.entries()) {
    const samples: Array<readonly [number, number]> = []
    // Requests that nobody asked before, for both: no cache is warm from a repetition.
    const share = Math.floor(wishes.length / rounds)
    const asked = process.argv.includes("--quick") ? Math.ceil(peer.asked / 10) : peer.asked
    for (let round = 0; round < rounds; round++) {
      const part = wishes.slice(round * share, (round + 1) * share)
      const [, ours] = await Pair.cpu(() => find(part))
      const [, theirs] = await Pair.cpu(async () => {
        for (const wish of part.slice(0, asked)) await peer.find(wish)
      })
      samples.push([(share * 1e6) / ours, (asked * 1e6) / theirs])
    }
    Row.print(
      Row.of({
        bench,
        case: `find, ${name}, 1e6 offers, beside ${peer.beside}`,
        unit: "requests/s/core",
        higherIsBetter: true,
        peer: peer.name,
        samples,
        bar: bars[name][at],
      }),
    )
  }
