// Writes the JSON Schemas of the files that people and scripts write and read, and the description of the relay. With --check it writes nothing
// and fails when a committed file is not what would be written.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import * as Schema from "effect/Schema"
import * as Line from "../src/conformance/log/Line.ts"
import * as Vector from "../src/conformance/Vector.ts"
import * as Wire from "../src/conformance/Wire.ts"
import * as OpenApi from "../src/relay/OpenApi.ts"
import * as Scenario from "../sim/Scenario.ts"
import * as Summary from "../sim/Summary.ts"

const text = (
  schema: Schema.Top,
  title: string,
  onExcessProperty: "error" | "ignore" = "error",
): string => {
  const document = Schema.toJsonSchemaDocument(schema, { onExcessProperty })
  const root = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    ...document.schema,
    ...(Object.keys(document.definitions).length === 0 ? {} : { $defs: document.definitions }),
  }
  return `${JSON.stringify(root, null, 2)}\n`
}

const files = [
  ["scenario.schema.json", text(Scenario.Scenario, "A scenario of ipsx")],
  ["summary.schema.json", text(Summary.Summary, "The summary of a run of ipsx")],
  ["driver.schema.json", text(Wire.Line, "A line of the driver protocol, version 1", "ignore")],
  ["log.schema.json", text(Line.Line, "A line of the log of a running system", "ignore")],
  ["vectors.schema.json", text(Vector.File, "A group of conformance cases")],
  ["vectors-manifest.schema.json", text(Vector.Manifest, "The files of the conformance suite")],
  ["relay.openapi.json", `${JSON.stringify(OpenApi.document, null, 2)}\n`],
] as const

const check = process.argv.includes("--check")
const directory = new URL("../spec/schemas/", import.meta.url)

const read = (file: URL): string => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

if (!check) mkdirSync(directory, { recursive: true })
for (const [name, wanted] of files) {
  const file = new URL(name, directory)
  if (!check) writeFileSync(file, wanted)
  else if (read(file) !== wanted) {
    process.exitCode = 1
    console.error(`spec/schemas/${name} is stale: run node scripts/schemas.ts`)
  }
}
