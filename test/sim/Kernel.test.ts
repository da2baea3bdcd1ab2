import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Kernel from "../../sim/Kernel.ts"
import * as Process from "../../sim/Process.ts"
import * as Random from "../../sim/Random.ts"

const nothing = () => {}

describe("Kernel", () => {
  it("IPSX-SIM-002 handles events by time, then priority, then the order of planning", () => {
    const kernel = Kernel.make()
    const seen: Array<number> = []
    kernel.schedule(20, 1)
    kernel.schedule(10, 2, undefined, 5)
    kernel.schedule(10, 3)
    kernel.schedule(10, 4)
    kernel.schedule(10, 5, undefined, -5)
    expect(kernel.run(Infinity, (code) => seen.push(code))).toBe("drained")
    expect(seen).toEqual([5, 3, 4, 2, 1])
    expect(kernel.now).toBe(20)
    expect(kernel.handled).toBe(5)
  })

  it("hands over the payload and the moment", () => {
    const kernel = Kernel.make()
    const payload = { deal: 7 }
    const seen: Array<unknown> = []
    kernel.schedule(3, 9, payload)
    kernel.call(4, (at) => seen.push(at))
    kernel.run(Infinity, (...event) => seen.push(event))
    expect(seen).toEqual([[9, payload, 3], 4])
  })

  it("runs to a moment and no further, and goes on from there", () => {
    const kernel = Kernel.make()
    const seen: Array<number> = []
    for (const at of [1, 5, 5, 9]) kernel.schedule(at, at)
    expect(kernel.run(5, (code) => seen.push(code))).toBe("until")
    expect(seen).toEqual([1, 5, 5])
    expect(kernel.run(8, nothing)).toBe("until")
    expect(kernel.now).toBe(8)
    expect(kernel.run(20, (code) => seen.push(code))).toBe("drained")
    expect([...seen, kernel.now]).toEqual([1, 5, 5, 9, 20])
  })

  it("stops at its limit of events, and when it is told to", () => {
    const kernel = Kernel.make()
    for (let i = 0; i < 10; i++) kernel.schedule(i, i)
    expect(kernel.run(Infinity, nothing, 4)).toBe("limit")
    expect(kernel.handled).toBe(4)
    expect(kernel.run(Infinity, () => kernel.stop())).toBe("stopped")
    expect([kernel.handled, kernel.pending]).toEqual([5, 5])
  })

  it("cancels an event once, and never an event that came after it in the same slot", () => {
    const kernel = Kernel.make({ capacity: 1 })
    const seen: Array<number> = []
    const first = kernel.schedule(1, 1)
    expect(kernel.cancel(first)).toBe(true)
    expect(kernel.cancel(first)).toBe(false)
    kernel.run(1, (code) => seen.push(code))
    const second = kernel.schedule(2, 2)
    expect(kernel.cancel(first)).toBe(false)
    kernel.run(2, (code) => seen.push(code))
    expect(kernel.cancel(second)).toBe(false)
    expect(seen).toEqual([2])
  })

  it("forgets many cancelled events without waiting for their time", () => {
    const kernel = Kernel.make({ capacity: 4 })
    for (let i = 0; i < 20_000; i++) kernel.cancel(kernel.schedule(1_000_000 + i, i))
    kernel.schedule(1, 1)
    let handled = 0
    kernel.run(10, () => handled++)
    expect([handled, kernel.pending]).toEqual([1, 0])
  })

  it("IPSX-SIM-012 refuses the past, a fraction of a millisecond, and an impossible priority", () => {
    const kernel = Kernel.make()
    kernel.run(10, nothing)
    expect(() => kernel.schedule(9, 0)).toThrow("cannot schedule at 9 ms, it is 10 ms")
    expect(() => kernel.schedule(10.5, 0)).toThrow(RangeError)
    expect(() => kernel.schedule(11, 0, undefined, 64)).toThrow(RangeError)
    expect(kernel.pending).toBe(0)
  })

  it("IPSX-SIM-002 agrees with a sorted list under any planning, cancelling and stepping", () => {
    const command = fc.oneof(
      fc.record({
        do: fc.constant("plan" as const),
        in: fc.nat(20),
        priority: fc.integer({ min: -2, max: 2 }),
      }),
      fc.record({ do: fc.constant("cancel" as const), which: fc.nat() }),
      fc.record({ do: fc.constant("step" as const), for: fc.nat(15) }),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => {
        const kernel = Kernel.make({ capacity: 1 })
        let naive: Array<{ at: number; priority: number; code: number }> = []
        const handles: Array<Kernel.Handle> = []
        const seen: Array<number> = []
        const wanted: Array<number> = []
        for (const it of commands) {
          if (it.do === "plan") {
            const code = handles.length
            handles.push(kernel.schedule(kernel.now + it.in, code, undefined, it.priority))
            naive.push({ at: kernel.now + it.in, priority: it.priority, code })
          } else if (it.do === "cancel" && handles.length > 0) {
            const code = it.which % handles.length
            const there = naive.some((event) => event.code === code)
            expect(kernel.cancel(handles[code]!)).toBe(there)
            naive = naive.filter((event) => event.code !== code)
          } else if (it.do === "step") {
            const until = kernel.now + it.for
            naive.sort((a, b) => a.at - b.at || a.priority - b.priority || a.code - b.code)
            wanted.push(...naive.filter(({ at }) => at <= until).map(({ code }) => code))
            naive = naive.filter(({ at }) => at > until)
            kernel.run(until, (code) => seen.push(code))
          }
          expect(kernel.pending).toBe(naive.length)
        }
        expect(seen).toEqual(wanted)
      }),
      { numRuns: 300 },
    )
  })

  it("agrees with a sorted list in the hold model, where every event plans the next", () => {
    const kernel = Kernel.make({ capacity: 2 })
    const stream = Random.stream("1", "hold", "test")
    const naive: Array<readonly [at: number, sequence: number]> = []
    let sequence = 0
    const plan = (from: number) => {
      const at = from + Random.below(stream, 50)
      naive.push([at, sequence])
      kernel.schedule(at, sequence++)
    }
    for (let i = 0; i < 500; i++) plan(0)
    kernel.run(
      Infinity,
      (code, _payload, at) => {
        naive.sort((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(naive.shift()).toEqual([at, code])
        plan(at)
      },
      2_000,
    )
  })
})

describe("Process", () => {
  it("sleeps, waits for a signal, and is woken in the order of coming", () => {
    const kernel = Kernel.make()
    const seen: Array<string> = []
    const bell = Process.signal()
    const waiter = function* (name: string): Process.Process {
      yield 10
      seen.push(`${name} waits at ${kernel.now}`)
      const said = yield bell
      seen.push(`${name} hears ${String(said)} at ${kernel.now}`)
    }
    Process.spawn(kernel, waiter("a"))
    Process.spawn(kernel, waiter("b"))
    kernel.call(25, () => expect(Process.fire(kernel, bell, "ding")).toBe(2))
    kernel.run(Infinity, nothing)
    expect(seen).toEqual([
      "a waits at 10",
      "b waits at 10",
      "a hears ding at 25",
      "b hears ding at 25",
    ])
    expect(Process.fire(kernel, bell)).toBe(0)
  })
})
