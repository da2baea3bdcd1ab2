// HTML and SVG as text. Every value that comes from outside goes through `text`, so that a scenario's words
// can never become a part of the page.

export const text = (value: string | number): string =>
  String(value)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")

type Attributes = Readonly<Record<string, string | number | undefined>>

/**
 * An element; attributes are escaped here, children are markup already.
 *
 * @example
 * Markup.tag("p", { class: "note" }, Markup.text(question))
 */
export const tag = (
  name: string,
  attributes: Attributes,
  ...children: ReadonlyArray<string>
): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${text(value!)}"`)
    .join("")
  return `<${name}${written}>${children.join("")}</${name}>`
}

/** A coordinate with one decimal: a tenth of a pixel is more than anybody sees. */
export const px = (n: number): string => String(Math.round(n * 10) / 10)

export const count = (n: number): string => n.toLocaleString("en", { maximumFractionDigits: 2 })

/** A number in three or four characters, for places where space is scarce. */
export const brief = (n: number): string => {
  const size = Math.abs(n)
  if (size >= 1e9) return `${(n / 1e9).toFixed(1)}G`
  if (size >= 1e6) return `${(n / 1e6).toFixed(1)}M`
  if (size >= 1e4) return `${(n / 1e3).toFixed(0)}k`
  return size > 0 && size < 1 ? n.toPrecision(2) : count(n)
}

/**
 * A table with a caption for those who cannot see the chart beside it.
 *
 * @param numeric how many columns, from the right, are numbers.
 */
export const table = (
  caption: string,
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  numeric: number,
): string => {
  const align = (i: number) => (i >= head.length - numeric ? "number" : undefined)
  return tag(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    tag(
      "table",
      {},
      tag("caption", {}, text(caption)),
      tag(
        "thead",
        {},
        tag("tr", {}, ...head.map((h, i) => tag("th", { scope: "col", class: align(i) }, text(h)))),
      ),
      tag(
        "tbody",
        {},
        ...rows.map((row) =>
          tag("tr", {}, ...row.map((cell, i) => tag("td", { class: align(i) }, cell))),
        ),
      ),
    ),
  )
}

/** What one opens to see the numbers behind a picture. */
export const behind = (summary: string, content: string): string =>
  tag("details", {}, tag("summary", {}, text(summary)), content)
