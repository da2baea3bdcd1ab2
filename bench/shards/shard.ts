// A shard as a thread: the book of its countries, and the whole stream of commands, of which it does its own.
import { parentPort, workerData } from "node:worker_threads"
import * as Pieces from "../../src/matching/book/Pieces.ts"
import * as Flow from "./Flow.ts"
import * as Meeting from "./Meeting.ts"
import * as Serve from "./Serve.ts"

export interface Data {
  readonly size: Flow.Size
  readonly self: number
  readonly buffer: SharedArrayBuffer
}

export interface Done {
  readonly log: Float64Array
  /** Microseconds of processor time of this thread for the commands. */
  readonly cpu: number
  readonly bytes: number
  readonly own: number
  readonly shared: number
  readonly rounds: number
}

const { size, self, buffer } = workerData as Data
const flow = Flow.draw(size)
const isMine = (country: number) => Flow.shardOf(country, size.shards) === self
const all = [...flow.resting, ...flow.offers]
const shard = Flow.open(all.filter(({ country }) => isMine(country)).length)
flow.resting.forEach((offer, name) => {
  if (isMine(offer.country)) Flow.add(shard, offer, name)
})
const meeting = Meeting.open(buffer, size.shards)
const log: Serve.Log = []

parentPort!.once("message", () => {
  const before = process.threadCpuUsage()
  let [own, shared, rounds] = [0, 0, 0]
  for (let at = 0; at < size.commands / 2; at++) {
    const wish = flow.wishes[at]!
    const among = Flow.shardsOf(wish, size.shards)
    if (among.includes(self)) {
      if (among.length === 1) {
        own += 1
        Serve.alone(shard, wish, at, log)
      } else {
        shared += 1
        rounds += Serve.together(shard, meeting, self, among, wish, at, log)
      }
    }
    const offer = flow.offers[at]!
    if (isMine(offer.country)) Serve.add(shard, offer, size.resting + at, at, log)
  }
  // Whoever is done keeps nobody waiting.
  Atomics.store(meeting.tickets, self, 2 ** 31 - 1)
  Atomics.notify(meeting.tickets, self)
  const { user, system } = process.threadCpuUsage(before)
  const bytes = Pieces.bytes(shard.book.pieces)
  const done: Done = { log: Float64Array.from(log), cpu: user + system, bytes, own, shared, rounds }
  parentPort!.postMessage(done)
})
parentPort!.postMessage("ready")
