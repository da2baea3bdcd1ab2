// Reads a chapter of the specification: its numbered requirements and its gap decisions. A requirement is
// a paragraph, list item or table row that begins with **[IPSX-XXX-nnn]** and ends with its source.
import { createHash } from "node:crypto"

export interface Requirement {
  readonly id: string
  readonly level: string
  readonly text: string
  readonly sha256: string
  readonly source: { readonly paper: ReadonlyArray<string>; readonly gaps: ReadonlyArray<string> }
  readonly chapter: string
  readonly later: boolean
  readonly retired: boolean
  readonly keywords: number
}

export interface Gap {
  readonly id: string
  readonly title: string
  readonly chapter: string
  readonly anchor: string
}

export interface Chapter {
  readonly name: string
  readonly requirements: ReadonlyArray<Requirement>
  readonly gaps: ReadonlyArray<Gap>
}

const keyword =
  /\b(MUST NOT|MUST|SHALL NOT|SHALL|SHOULD NOT|SHOULD|MAY|REQUIRED|NOT RECOMMENDED|RECOMMENDED|OPTIONAL)\b/g
const marker = /\*\*\[(IPSX-[A-Z]{3}-\d{3})\]\*\*/g
const paperQuote = /WP:\s*(?:"([^"]+)"|“([^”]+)”)/g
const sourceGroup = /\((?=\s*(?:WP:|GAP-\d))(?:"[^"]*"|“[^”]*”|[^()"“]|\([^()]*\))*\)/g
const laterMark = /\(?\bimplemented: later\b\)?\.?/g

/** One spelling for comparing prose: straight quotes, plain dashes, single spaces. */
export const plain = (text: string): string =>
  text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-").replace(/\s+/g, " ").trim()

// Paragraphs, list items and table rows, each on one line; fenced code is not prose.
const blocks = (markdown: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  let open: Array<string> = []
  let fenced = false
  const close = () => {
    if (open.length > 0) found.push(open.join(" "))
    open = []
  }
  for (const line of markdown.split("\n")) {
    if (/^\s*(```|~~~)/.test(line)) {
      close()
      fenced = !fenced
    } else if (!fenced) {
      if (/^\s*$/.test(line)) close()
      else {
        if (/^\s*([-*+]\s|\d+\.\s|#|\||\*\*\[)/.test(line)) close()
        open.push(line.trim())
        if (/^\s*(#|\|)/.test(line)) close()
      }
    }
  }
  close()
  return found
}

const requirement = (id: string, raw: string, chapter: string): Requirement => {
  const sources = raw.match(sourceGroup) ?? []
  const paper = [...raw.matchAll(paperQuote)].map((match) => plain(match[1] ?? match[2] ?? ""))
  const gaps = sources.flatMap((group) => group.match(/GAP-\d{2,3}/g) ?? [])
  const text = plain(
    raw
      .replace(sourceGroup, "")
      .replace(laterMark, "")
      .replace(/\|\s*$/, ""),
  )
  const keywords = text.replace(/`[^`]*`/g, "").match(keyword) ?? []
  return {
    id,
    level: text.startsWith("Retired") ? "retired" : (keywords[0] ?? ""),
    text,
    sha256: createHash("sha256").update(text).digest("hex"),
    source: { paper, gaps: [...new Set(gaps)].sort() },
    chapter,
    later: raw.includes("implemented: later"),
    retired: text.startsWith("Retired"),
    keywords: keywords.length,
  }
}

// GitHub's rule for the anchor of a heading.
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-")

const gap = (block: string, chapter: string): Gap | undefined => {
  const heading = /^#{2,5}\s+(GAP-\d{2,3})\b[\s.:,–—-]*(.*)$/.exec(block)
  if (heading !== null) {
    const anchor = anchorOf(block.replace(/^#+\s+/, ""))
    return { id: heading[1]!, title: plain(heading[2]!), chapter, anchor }
  }
  const bold = /^(?:[-*]\s+)?\*\*\[?(GAP-\d{2,3})\]?[\s.:,–—-]*([^*]*)\*\*\s*(.*)$/.exec(block)
  if (bold === null) return undefined
  const [, id, inBold, behind] = bold
  const title = inBold === "" ? behind!.split(/(?<=[.?])\s/)[0]! : inBold!
  return { id: id!, title: plain(title), chapter, anchor: "" }
}

/**
 * The requirements and the gap decisions of one chapter, in their order.
 *
 * @example
 * Chapter.read("wallet.md", text).requirements[0]?.id // "IPSX-WAL-001"
 */
export const read = (name: string, markdown: string): Chapter => {
  const requirements: Array<Requirement> = []
  const gaps: Array<Gap> = []
  for (const block of blocks(markdown)) {
    const found = gap(block, name)
    if (found !== undefined) gaps.push(found)
    const marks = [...block.matchAll(marker)]
    for (const [index, mark] of marks.entries()) {
      const end = marks[index + 1]?.index ?? block.length
      requirements.push(requirement(mark[1]!, block.slice(mark.index + mark[0].length, end), name))
    }
  }
  return { name, requirements, gaps }
}
