// The report of a run: one HTML file that needs nothing else, today or in ten years.
import type * as Summary from "../Summary.ts"
import { tag, text } from "./Markup.ts"
import { script } from "./Script.ts"
import * as Sections from "./Sections.ts"
import { css } from "./Style.ts"
import * as Trust from "./Trust.ts"

// The page forbids itself everything that comes from elsewhere.
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

/** A page out of its parts; whatever comes from outside is markup already. */
export const page = (of: {
  readonly title: string
  readonly header: string
  readonly main: ReadonlyArray<string>
  readonly version: string
}): string =>
  [
    "<!doctype html>",
    '<html lang="en">',
    tag(
      "head",
      {},
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      tag("title", {}, text(of.title)),
      `<style>${css}</style>`,
    ),
    "<body>",
    of.header,
    tag("main", {}, ...of.main),
    tag(
      "footer",
      {},
      text(`Written by ipsx ${of.version}. This page loads nothing from anywhere.`),
    ),
    `<script>${script}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n")

/**
 * The page of a run. It is a function of its arguments: the same run gives the same bytes.
 *
 * @example
 * writeFileSync("report.html", Report.html(summary, details))
 */
export const html = (summary: Summary.Summary, details: Summary.Details): string =>
  page({
    title: `${summary.scenario.name}, seed ${summary.seed} – IPSX`,
    header: Sections.header(summary, details),
    main: [
      Sections.answers(summary),
      Sections.figures(summary),
      Sections.machine(details),
      Sections.endings(details),
      Sections.charts(details),
      Sections.actors(details),
      Trust.chain(summary, details),
      Trust.oracle(summary, details),
      Trust.replay(summary, details),
    ],
    version: summary.ipsx,
  })
