// A supply of providers out of a file: who was really there, instead of a distribution. One row a provider.
import * as Result from "effect/Result"
import * as Country from "../src/model/Country.ts"
import type { Problem } from "./Problem.ts"

export interface Row {
  /** ISO 3166. */
  readonly country: string
  /** `dc` is listed as a data centre; `other` is not, which does not make it a home. */
  readonly netClass: "dc" | "other"
  /** The /16 network that the address lies in, as an anonymous number. */
  readonly network: number
  /** Kilobytes (1000 bytes) a second that the provider advertises. */
  readonly bandwidthKBps: number
  /** The measured share of time that it was there, 0…1. */
  readonly uptime: number
}

const columns = ["country", "net_class", "net16_group", "advertised_bw_kBps", "uptime_90d"] as const

/** No supply is longer. */
export const rowsMax = 1_000_000

const table = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== "")
    .map((line) => line.split(","))

const row = (cells: Readonly<Record<(typeof columns)[number], string>>): Row | string => {
  const network = Number(cells.net16_group)
  const bandwidthKBps = Number(cells.advertised_bw_kBps)
  const uptime = Number(cells.uptime_90d)
  if (!Country.is(cells.country)) return `${cells.country} is not a country code`
  if (cells.net_class !== "dc" && cells.net_class !== "other")
    return `net_class ${cells.net_class} is neither dc nor other`
  if (!Number.isSafeInteger(network) || network < 0)
    return `net16_group ${cells.net16_group} is not an integer ≥ 0`
  if (!(bandwidthKBps >= 0 && bandwidthKBps < Infinity))
    return `advertised_bw_kBps ${cells.advertised_bw_kBps} is not a number ≥ 0`
  if (!(uptime >= 0 && uptime <= 1)) return `uptime_90d ${cells.uptime_90d} is not between 0 and 1`
  return { country: cells.country, netClass: cells.net_class, network, bandwidthKBps, uptime }
}

/**
 * Reads comma-separated rows with a header line. Columns that are not needed are ignored.
 *
 * @example
 * Supply.parse("country,net_class,net16_group,advertised_bw_kBps,uptime_90d\nDE,dc,0,9000,0.95\n")
 */
export const parse = (text: string): Result.Result<ReadonlyArray<Row>, Problem> => {
  const [header, ...lines] = table(text)
  const missing = columns.filter((name) => !(header ?? []).includes(name))
  if (missing.length > 0)
    return Result.fail({ path: "", message: `expected the columns ${missing.join(", ")}` })
  if (lines.length > rowsMax)
    return Result.fail({
      path: "",
      message: `expected at most ${rowsMax} rows, got ${lines.length}`,
    })
  const indices = columns.map((name) => header!.indexOf(name))
  const rows: Array<Row> = []
  for (const [i, line] of lines.entries()) {
    const cells = Object.fromEntries(columns.map((name, c) => [name, line[indices[c]!] ?? ""]))
    const made = row(cells as Record<(typeof columns)[number], string>)
    if (typeof made === "string")
      return Result.fail({ path: "", message: `line ${i + 2}: ${made}` })
    rows.push(made)
  }
  return Result.succeed(rows)
}

/**
 * Takes at most `limit` rows evenly out of all, so that a small supply has the mix of the whole.
 *
 * @example
 * Supply.thin(rows, 2000)
 */
export const thin = (rows: ReadonlyArray<Row>, limit: number): ReadonlyArray<Row> =>
  rows.length <= limit
    ? rows
    : Array.from({ length: limit }, (_, i) => rows[Math.floor((i * rows.length) / limit)]!)

/** Reads a series of gas prices: the columns `date` and `gwei`, one row a day, in order. */
export const parseGas = (text: string): Result.Result<ReadonlyArray<number>, Problem> => {
  const [header, ...lines] = table(text)
  const column = header?.indexOf("gwei") ?? -1
  if (column < 0) return Result.fail({ path: "", message: "expected the columns date, gwei" })
  const prices = lines.map((line) => Number(line[column]))
  const wrong = prices.findIndex((price) => !(price >= 0 && price < 1e9))
  if (wrong >= 0)
    return Result.fail({ path: "", message: `line ${wrong + 2}: expected a number of gwei ≥ 0` })
  if (prices.length === 0) return Result.fail({ path: "", message: "expected at least one day" })
  return Result.succeed(prices)
}
