// A target that runs in a network namespace: says "ready", and for every line that it is told, whom it has seen since.
//
//   node targetProcess.ts HOST [PORT]
import { createInterface } from "node:readline"
import * as Target from "./Target.ts"

const target = await Target.start(process.argv[2], Number(process.argv[3] ?? 80))
console.log("ready")
for await (const _ of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify([...target.sources]))
  target.sources.clear()
}
process.exit()
