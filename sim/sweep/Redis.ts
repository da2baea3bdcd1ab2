// The way to Redis or Valkey, whose client is an optional package. A server that is there at the start may go and
// come back later: commands wait for it.
import * as Schema from "effect/Schema"
import type { Redis } from "ioredis"

/** The queue's name, and what its keys in Redis begin with. */
export const queueName = "sweep"
export const prefix = "ipsx"

/** Where what a worker needs to know of a sweep lies, and for how many seconds at most. */
export const sweepKey = (sweep: string): string => `${prefix}:bundle:${sweep}`
export const keptSeconds = 14 * 86_400

const connectMs = 5000
const retryMsMax = 1000

/** The URL as it may be shown: without the password. */
export const shown = (url: string): string => {
  const parsed = new URL(url)
  if (parsed.password !== "") parsed.password = "…"
  return decodeURI(parsed.href).replace(/\/$/, "")
}

export interface Packages {
  readonly Client: typeof import("ioredis").Redis
  readonly queue: Pick<
    typeof import("bullmq"),
    "Queue" | "QueueEvents" | "UnrecoverableError" | "WaitingError" | "Worker"
  >
}

/** What both the queue and its client are, when they are installed. */
export const packages = async (url: string): Promise<Packages> => {
  try {
    const [{ Redis: Client }, queue] = await Promise.all([import("ioredis"), import("bullmq")])
    return { Client, queue }
  } catch {
    throw new QueueUnusable({
      url: shown(url),
      why: "the packages bullmq and ioredis are not installed: npm install bullmq ioredis",
    })
  }
}

/**
 * A connection to a server that answers.
 *
 * @throws QueueUnusable when nobody answers, or not as Redis does.
 */
export const connect = async (url: string): Promise<Redis> => {
  const { Client } = await packages(url)
  let isConnected = false
  const client = new Client(url, {
    lazyConnect: true,
    connectTimeout: connectMs,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isConnected ? Math.min(50 * times, retryMsMax) : null),
  })
  let problem = "nobody answers there"
  client.on("error", (error: Error & { code?: string }) => {
    problem = error.code === "ECONNREFUSED" ? "nobody listens there" : error.message
  })
  try {
    await client.connect()
    await client.ping()
    isConnected = true
    return client
  } catch (error) {
    client.disconnect()
    const said = (error as Error).message
    const why = /closed/i.test(said) ? problem : said
    throw new QueueUnusable({ url: shown(url), why })
  }
}

/** Says what the queue complains of, each thing once; that the server is away is no complaint, it is waited for. */
export const complainer = (say: (text: string) => void) => {
  const said = new Set<string>()
  return (error: Error & { readonly code?: string }): void => {
    const isAway = error.code !== undefined || /connection is closed/i.test(error.message)
    if (isAway || said.has(error.message)) return
    said.add(error.message)
    say(`The queue: ${error.message}\n`)
  }
}

export class QueueUnusable extends Schema.TaggedError<QueueUnusable>()("QueueUnusable", {
  url: Schema.String,
  why: Schema.String,
}) {
  override get message(): string {
    return `${this.url}: expected a Redis or Valkey that can be reached: ${this.why}`
  }
}
