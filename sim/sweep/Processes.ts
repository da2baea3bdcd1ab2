// Worker processes that a sweep through a queue starts on its own machine, and replaces when one dies.
import { spawn, type ChildProcess } from "node:child_process"
import { extname, join } from "node:path"

const program = join(import.meta.dirname, `../cli${extname(import.meta.url)}`)

/** A process that dies at once every time is no accident. */
const deathsMax = 20
const stopMs = 15_000
/** Their death is seen at once, and what they were at may go on soon. */
const patienceSeconds = 5

export interface Processes {
  readonly stop: () => Promise<void>
}

/** Starts them. They end with this process, also when it is killed: their channel to it breaks. */
export const start = (count: number, url: string, say: (text: string) => void): Processes => {
  let stopping = false
  let deaths = 0
  const running = new Set<ChildProcess>()
  const launch = (): void => {
    // The address goes by the environment: a password in the arguments would be seen by everybody on the machine.
    const words = ["worker", "--workers", "1", "--patience", String(patienceSeconds)]
    const child = spawn(process.execPath, [program, ...words], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      env: { ...process.env, IPSX_QUEUE: url },
    })
    running.add(child)
    child.once("exit", (code, signal) => {
      running.delete(child)
      if (stopping) return
      deaths += 1
      // Exit code 2 is a refusal; the next one would refuse too.
      if (code === 2 || deaths > deathsMax) return
      say(`A worker died (${signal ?? code}); another takes its place.\n`)
      launch()
    })
    child.once("error", () => running.delete(child))
  }
  for (let i = 0; i < count; i++) launch()
  return {
    stop: async () => {
      stopping = true
      await Promise.all(
        [...running].map(
          (child) =>
            new Promise<void>((resolve) => {
              const hard = setTimeout(() => child.kill("SIGKILL"), stopMs)
              child.once("exit", () => {
                clearTimeout(hard)
                resolve()
              })
              child.kill("SIGTERM")
            }),
        ),
      )
    },
  }
}
