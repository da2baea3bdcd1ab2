// A bench in a process of its own: what one leaves behind in memory or in the compiler must not slow the next.
import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import * as Row from "./Row.ts"

/** No bench takes longer, in seconds of the clock. */
const timeoutSeconds = 1200

/**
 * Runs a bench and gives its rows.
 *
 * @throws Error when it fails, prints anything else, or does not end.
 */
export const run = async (file: string): Promise<ReadonlyArray<Row.Row>> => {
  const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] })
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown"))
  })
  let late = false
  const alarm = setTimeout(() => {
    late = true
    child.kill("SIGTERM")
    setTimeout(() => child.kill("SIGKILL"), 5000).unref()
  }, timeoutSeconds * 1000)
  const rows: Array<Row.Row> = []
  const problems: Array<string> = []
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const row = Row.parse(line)
      if (typeof row === "string") problems.push(row)
      else rows.push(row)
    }
    const code = await ended
    if (late) throw new Error(`${file}: did not end within ${timeoutSeconds} s`)
    if (code !== 0) throw new Error(`${file}: ended with ${code}`)
    if (problems.length > 0) throw new Error(`${file}: ${problems.join("\n")}`)
    if (rows.length === 0) throw new Error(`${file}: printed no row`)
    return rows
  } finally {
    clearTimeout(alarm)
  }
}
