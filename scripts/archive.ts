// The conformance suite as one archive that needs no npm: all of spec, the example in Java and the models included, and
// the licence. The same commit gives the same bytes: files in order, no owners, no times.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import * as path from "node:path"
import { gzipSync } from "node:zlib"
import * as Suite from "../src/conformance/Suite.ts"

const root = path.resolve(import.meta.dirname, "..")
const name = `ipsx-conformance-${Suite.version}`

const specified = readdirSync(path.join(root, "spec"), { recursive: true, encoding: "utf8" })
  // What a compiler or a model checker leaves behind is none of it.
  .filter((file) => /\.(json|md|mmd|java|qnt|pml|smt2)$/.test(file))
  .map((file) => `spec/${file.replaceAll(path.sep, "/")}`)
const files = ["LICENSE", ...specified].sort()

const octal = (value: number, length: number): string =>
  `${value.toString(8).padStart(length - 1, "0")}\0`

// One header of the ustar format; a path has at most 100 bytes here.
const header = (file: string, size: number): Buffer => {
  if (Buffer.byteLength(file) > 100) throw new RangeError(`too long a name: ${file}`)
  const block = Buffer.alloc(512)
  block.write(file, 0)
  block.write(octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 100)
  block.write(`${" ".repeat(8)}0`, 148)
  block.write("ustar\u000000", 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return block
}

const parts = files.flatMap((file) => {
  const content = readFileSync(path.join(root, file))
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512)
  return [header(`${name}/${file}`, content.length), content, padding]
})

mkdirSync(path.join(root, "out"), { recursive: true })
const target = path.join(root, "out", `${name}.tar.gz`)
const archive = gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]), { level: 9 })
writeFileSync(target, archive)
console.log(`${path.relative(root, target)}: ${files.length} files, ${archive.length} bytes`)
