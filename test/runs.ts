/** How many times as long as usual the random tests go on: 1, or what `npm run verify` asks for. */
export const factor = Number(process.env["IPSX_RUNS"] ?? 1)

const asked = process.env["IPSX_SEED"]

/** Where properties draw from: `IPSX_SEED`, else the same for every run of usual length, and by the clock in longer ones. */
export const seed = asked === undefined ? (factor === 1 ? 7 : undefined) : Number(asked)

/** Says what a test has really done, for the table of `npm run verify`; at other times nothing is said. */
export const counted = (what: string): void => {
  if (process.env["IPSX_COUNTED"] !== undefined) console.log(`counted: ${what}`)
}
