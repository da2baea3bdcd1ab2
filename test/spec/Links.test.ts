// A page that points nowhere is worse than no page.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"

const root = join(import.meta.dirname, "../..")

const pages = [
  "",
  "spec",
  "spec/driver",
  "spec/formal",
  "docs",
  "contracts",
  "scenarios",
  "bench",
].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith(".md"))
        .map((name) => join(folder, name))
    : [],
)

const withoutCode = (markdown: string): string =>
  markdown.replace(/^```[^]*?^```/gm, "").replace(/`[^`\n]*`/g, "")

const linksOf = (page: string): ReadonlyArray<string> => {
  const text = withoutCode(readFileSync(join(root, page), "utf8"))
  return [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)]
    .map((match) => match[1] ?? match[2]!)
    .filter((target) => !/^[a-z]+:/.test(target))
}

// GitHub's rule for the anchor of a heading.
const anchorsOf = (path: string): ReadonlySet<string> =>
  new Set(
    [...readFileSync(path, "utf8").matchAll(/^#+\s+(.*)$/gm)].map((match) =>
      match[1]!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    ),
  )

const broken = (page: string): ReadonlyArray<string> =>
  linksOf(page).filter((target) => {
    const [path, anchor] = target.split("#")
    const file = path === "" ? join(root, page) : join(root, dirname(page), path!)
    if (!existsSync(file)) return true
    return anchor !== undefined && statSync(file).isFile() && !anchorsOf(file).has(anchor)
  })

describe("every relative link", () => {
  it.each(pages)("of %s leads somewhere", (page) => {
    expect(broken(page)).toEqual([])
  })
})
