// How fast the machine is at this moment: neighbours and clocks change it by half within minutes. Two moments of one long
// run, which no peer can repeat in between, are compared by what a fixed piece of work costs beside each.

const steps = 200_000
const table = new Int32Array(1 << 20)

/** Microseconds of this thread's processor time for steps at random places of four megabytes, as maps and heaps are used. */
export const sample = (): number => {
  const before = process.threadCpuUsage()
  let x = 1
  for (let i = 0; i < steps; i++) {
    x = (Math.imul(x, 1_103_515_245) + 12_345) | 0
    table[(x >>> 12) & (table.length - 1)]! += x
  }
  const { user, system } = process.threadCpuUsage(before)
  return user + system
}
