// The kernel with empty handlers: the hold model, in which each event plans the next one of its process. Everybody
// draws the same delays in the same order, so that all must end at the same moment.
import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import * as Kernel from "../sim/Kernel.ts"
import * as Process from "../sim/Process.ts"
import * as Pair from "./harness/Pair.ts"
import * as Peer from "./harness/Peer.ts"
import * as Row from "./harness/Row.ts"
import { Heap } from "./kernel/Heap.ts"

const rounds = 7
const unit = "events/s/core"

const delays = (): (() => number) => {
  let drawn = 12345
  return () => {
    drawn = (Math.imul(1103515245, drawn) + 12345) & 0x7fffffff
    return (drawn % 1000) + 1
  }
}

const ours = (processes: number, events: number): number => {
  const delay = delays()
  const kernel = Kernel.make({ capacity: processes + 1 })
  for (let i = 0; i < processes; i++) kernel.schedule(delay(), i)
  kernel.run(Infinity, (code, _payload, at) => void kernel.schedule(at + delay(), code), events)
  return kernel.now
}

const bare = (processes: number, events: number): number => {
  const delay = delays()
  const heap = new Heap(processes + 1)
  for (let i = 0; i < processes; i++) heap.push(delay(), i)
  let now = 0
  for (let i = 0; i < events; i++) {
    now = heap.times[0]!
    const code = heap.codes[0]!
    heap.pop()
    heap.push(now + delay(), code)
  }
  return now
}

/** The same with processes: a generator each. */
const generators = (processes: number, events: number): number => {
  const delay = delays()
  const kernel = Kernel.make()
  function* sleeper(): Process.Process {
    for (;;) yield delay()
  }
  for (let i = 0; i < processes; i++) Process.spawn(kernel, sleeper())
  // A process begins with an event of its own.
  kernel.run(Infinity, () => {}, events + processes)
  return kernel.now
}

for (const processes of [100, 10_000, 1_000_000]) {
  const events = processes === 1_000_000 ? 1_000_000 : 400_000
  await Pair.compare({
    bench: "kernel",
    case: `hold, ${processes.toLocaleString("en")} pending`,
    unit,
    higherIsBetter: true,
    work: events,
    ours: () => ours(processes, events),
    peer: { name: "bare heap of typed arrays", run: () => bare(processes, events) },
    rounds,
    // With a million pending both wait for memory, and ours has a column more to look at.
    ...(processes === 1_000_000 ? {} : { bar: 0.8 }),
    note: "time and sequence as keys on both sides; ours can also cancel, carry a payload, check its input",
  })
}

const python = "/usr/bin/python3"
const simpy = (processes: number, events: number): { seconds: number; now: number } =>
  JSON.parse(
    execFileSync(
      python,
      [`${import.meta.dirname}/kernel/hold.py`, String(processes), String(events)],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    ),
  ) as { seconds: number; now: number }

const against = async (
  name: string,
  peer: string,
  run: (processes: number, events: number) => number,
  bar: number,
): Promise<void> => {
  const [processes, events, more] = [1000, 100_000, 10]
  if (run(processes, events) !== simpy(processes, events).now)
    throw new Error(`kernel, ${name}: ${peer} ends at another moment`)
  const samples: Array<readonly [number, number]> = []
  for (let round = 0; round < rounds; round++) {
    const [, micros] = await Pair.cpu(() => run(processes, events * more))
    const { seconds } = simpy(processes, events)
    samples.push([(events * more * 1e6) / micros, events / seconds])
  }
  Row.print(Row.of({ bench: "kernel", case: name, unit, higherIsBetter: true, peer, samples, bar }))
}

if (existsSync("/usr/share/doc/python3-simpy")) {
  await against("hold, 1,000 pending, callbacks", "SimPy 2.3.1", ours, 10)
  await against("hold, 1,000 pending, generators", "SimPy 2.3.1", generators, 1)
} else console.error("kernel: SimPy is left out: apt-get install python3-simpy")

interface Simjs {
  readonly Sim: new () => {
    addEntity: (entity: unknown) => void
    simulate: (until: number) => void
    time: () => number
  }
  readonly Entity: new (sim: unknown) => {
    setTimer: (duration: number) => { done: (callback: () => void) => void }
    time: () => number
  }
}

// Its build exports nothing; it leaves itself at the window of a browser.
const page = globalThis as typeof globalThis & { window?: { Sim?: Simjs } }
page.window = {}
const { name } = await Peer.load<object>("simjs")
const { Sim, Entity } = page.window.Sim!

const simjs = (processes: number, events: number): number => {
  const delay = delays()
  const sim = new Sim()
  let count = 0
  let now = 0
  class Sleeper extends Entity {
    start(): void {
      this.setTimer(delay()).done(() => {
        count += 1
        if (count > events) return
        now = this.time()
        this.start()
      })
    }
  }
  for (let i = 0; i < processes; i++) sim.addEntity(Sleeper)
  sim.simulate(1e12)
  return now
}

await Pair.compare({
  bench: "kernel",
  case: "hold, 1,000 pending",
  unit,
  higherIsBetter: true,
  work: 50_000,
  ours: () => ours(1000, 50_000),
  peer: { name, run: () => simjs(1000, 50_000) },
  rounds,
})
