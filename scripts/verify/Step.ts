// One step of the verification: a program, or several in turn, whose words go into a file and whose end counts.
import { spawn } from "node:child_process"
import * as fs from "node:fs"
import * as path from "node:path"

export interface Step {
  readonly name: string
  /** Carries the step out; a rejection is its failure, the text is what there is to say of it. */
  readonly run: (context: Context) => Promise<string>
}

export interface Context {
  readonly root: string
  readonly log: string
}

type Environment = Readonly<Record<string, string>>

/** Runs a program and answers with its standard output; both of its streams go to the log. */
export const program = (
  { root, log }: Context,
  command: string,
  args: ReadonlyArray<string>,
  more: Environment = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const into = fs.createWriteStream(log, { flags: "a" })
    into.write(`$ ${[command, ...args].join(" ")}\n`)
    const bin = `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env["PATH"]}`
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1", IPSX_COUNTED: "1", PATH: bin, ...more },
      stdio: ["ignore", "pipe", "pipe"],
    })
    const chunks: Array<Buffer> = []
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk)
      into.write(chunk)
    })
    child.stderr.pipe(into, { end: false })
    child.on("error", reject)
    child.on("close", (code) => {
      into.end()
      if (code === 0) resolve(Buffer.concat(chunks).toString())
      else reject(new Error(`exit ${code}, see ${path.relative(root, log)}`))
    })
  })

/** A step that is one program; `tell` picks what to say of it out of its words. */
export const of = (
  name: string,
  command: string,
  args: ReadonlyArray<string>,
  more: Environment = {},
  tell: (output: string) => string = () => "",
): Step => ({
  name,
  run: async (context) => tell(await program(context, command, args, more)),
})

/** The last match of an expression, its groups put together. */
export const last =
  (expression: RegExp) =>
  (output: string): string =>
    [...output.matchAll(expression)].at(-1)?.slice(1).join(" ") ?? ""

/** What the tests of a step say that they have counted. */
export const counted = (output: string): string => {
  const sums = new Map<string, number>()
  for (const [, number, what] of output.matchAll(/^counted: (\d+) (.+)$/gm))
    sums.set(what!, (sums.get(what!) ?? 0) + Number(number))
  if (sums.size === 0) throw new Error("the tests have counted nothing")
  return [...sums].map(([what, sum]) => `${sum.toLocaleString("en")} ${what}`).join(", ")
}
