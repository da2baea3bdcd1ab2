// Numbers of a summary as people read them, on a terminal and in the report.
import * as Amount from "../src/model/Amount.ts"
import type * as Summary from "./Summary.ts"

/** With thousands separated and two decimals at most. */
export const number = (n: number): string => n.toLocaleString("en", { maximumFractionDigits: 2 })

/** Whole tokens with four decimals at most; `0.0000` would hide that something is there. */
export const tokens = (baseUnits: string): string => {
  const value = BigInt(baseUnits)
  const [whole = "0", fraction = ""] = Amount.format(value < 0n ? -value : value).split(".")
  const short = fraction.slice(0, 4).replace(/0+$/, "")
  const sign = value < 0n ? "−" : ""
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  if (value !== 0n && whole === "0" && short === "") return `${sign}< 0.0001`
  return `${sign}${grouped}${short === "" ? "" : `.${short}`}`
}

/** A span of seconds in the two largest units that fit. */
export const span = (seconds: number): string => {
  if (seconds < 120) return `${number(seconds)} s`
  const units = [
    ["d", 86_400],
    ["h", 3600],
    ["min", 60],
    ["s", 1],
  ] as const
  const first = units.findIndex(([, size]) => seconds >= size)
  const parts: Array<string> = []
  let rest = Math.round(seconds)
  for (const [name, size] of units.slice(first, first + 2)) {
    const many = Math.floor(rest / size)
    if (many > 0) parts.push(`${many} ${name}`)
    rest -= many * size
  }
  return parts.join(" ")
}

/** What an expectation's bounds ask for. */
export const wanted = ({ min, max, equals }: Summary.Bounds): string => {
  const parts = [
    ...(equals === undefined ? [] : [`exactly ${value(equals)}`]),
    ...(min === undefined ? [] : [`at least ${number(min)}`]),
    ...(max === undefined ? [] : [`at most ${number(max)}`]),
  ]
  return parts.join(" and ")
}

export const value = (of: Summary.Value): string =>
  typeof of === "number"
    ? number(of)
    : of === null
      ? "nothing under the path that it names"
      : String(of)
