/** How many times as long as usual the random tests go on: 1, or what `npm run verify` asks for. */
export const factor = Number(process.env["IPSX_RUNS"] ?? 1)
