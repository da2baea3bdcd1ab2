// How the report looks, light and dark. The colours were chosen for contrast of at least 4.5 to 1 for text and
// 3 to 1 for marks; nothing is said by colour alone.
export const css = `
:root {
  color-scheme: light dark;
  --ground: #f7f7f5; --panel: #ffffff; --ink: #1b1f24; --soft: #57606a; --rule: #e1e3e1; --grid: #e9ebe9;
  --accent: #1f6fc4; --second: #b4540a; --third: #1a7f5a; --fourth: #8250c4;
  --band: #1f6fc426; --good: #16794c; --good-ground: #e4f4ec; --bad: #b3261e; --bad-ground: #fbe9e7;
  --warn: #8a5a00; --warn-ground: #fff3d6; --box: #eef2f7; --edge: #8fa1b5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --panel: #1c2025; --ink: #e8eaed; --soft: #a3abb5; --rule: #31373e; --grid: #2a3036;
    --accent: #6aaef5; --second: #f0a35e; --third: #58c79a; --fourth: #c39bf5;
    --band: #6aaef52e; --good: #5fce97; --good-ground: #17352a; --bad: #ff8f86; --bad-ground: #3d1f1d;
    --warn: #f0c060; --warn-ground: #3a2f14; --box: #262c34; --edge: #6c7c8e;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif }
main, header, footer { max-width: 1160px; margin: 0 auto; padding: 0 24px }
header { padding-top: 36px }
h1 { font-size: 28px; line-height: 1.25; font-weight: 650; margin: 6px 0 14px; max-width: 34em; text-wrap: balance }
h2 { font-size: 20px; margin: 0 0 4px } h3 { font-size: 15px; margin: 22px 0 6px }
p { margin: 0 0 12px; max-width: 46em } .note, figcaption span, caption { color: var(--soft) }
section { background: var(--panel); border: 1px solid var(--rule); border-radius: 12px; padding: 22px 24px; margin: 20px 0 }
.kicker { color: var(--soft); margin: 0; font-size: 14px }
.verdict { display: inline-flex; gap: 8px; align-items: center; border-radius: 999px; padding: 6px 16px; font-weight: 600; border: 1px solid currentColor }
.good { color: var(--good) } .bad { color: var(--bad) } .warn { color: var(--warn) }
.verdict.good { background: var(--good-ground) } .verdict.bad { background: var(--bad-ground) } .verdict.warn { background: var(--warn-ground) }
.answers { list-style: none; padding: 0; margin: 12px 0 0; display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, minmax(330px, 1fr)) }
.answers li { display: grid; grid-template-columns: 26px 1fr; border: 1px solid var(--rule); border-radius: 8px; padding: 10px 14px }
.answers .mark { font-weight: 700; font-size: 17px } .answers small { display: block; color: var(--soft); font-size: 14px }
.tiles { display: grid; gap: 18px 28px; grid-template-columns: repeat(auto-fill, minmax(165px, 1fr)); margin: 14px 0 0; padding: 0 }
.tiles div { border-left: 3px solid var(--rule); padding-left: 12px }
.tiles dt { color: var(--soft); font-size: 13.5px } .tiles dd { margin: 0; font-size: 22px; font-weight: 620; line-height: 1.25 }
.tiles dd small { display: block; font-size: 13.5px; font-weight: 400; color: var(--soft) }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(460px, 100%), 1fr)); gap: 26px 34px }
figure { margin: 14px 0 0; position: relative } figcaption { font-size: 15px }
svg { display: block; width: 100%; height: auto; font: 12px system-ui, sans-serif } svg.machine { min-width: 900px }
.grid { stroke: var(--grid) } .tick { fill: var(--soft) } .cross { stroke: var(--soft); stroke-dasharray: 3 3 }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round } path.band { fill: var(--band) }
.line0 { stroke: var(--accent) } .line1 { stroke: var(--second) } .line2 { stroke: var(--third) } .line3 { stroke: var(--fourth) }
.whisker { stroke-width: 1.4; opacity: .8 } .dot { stroke: none } .dot.line0 { fill: var(--accent) } .dot.line1 { fill: var(--second) } .dot.line2 { fill: var(--third) } .dot.line3 { fill: var(--fourth) }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; padding: 0; margin: 4px 0; font-size: 13.5px; color: var(--soft) }
.key { display: inline-block; width: 16px; height: 3px; margin-right: 7px; vertical-align: middle; background: var(--accent) }
.key.line1 { background: var(--second) } .key.line2 { background: var(--third) } .key.line3 { background: var(--fourth) } .key.band { height: 12px; background: var(--band) }
.tip { position: absolute; display: none; pointer-events: none; white-space: pre; background: var(--ink); color: var(--panel); font-size: 13px; line-height: 1.4; border-radius: 6px; padding: 6px 10px; z-index: 2 }
.box rect { fill: var(--box); stroke: var(--edge); stroke-width: 1.3 } .box text { fill: var(--ink) } .box .name { font-size: 13px; font-weight: 600 } .box .deals { font-size: 13px }
.box.good rect { fill: var(--good-ground); stroke: var(--good) } .box.bad rect { fill: var(--bad-ground); stroke: var(--bad) }
.box.never rect { fill: none; stroke-dasharray: 4 4; stroke: var(--edge) } .box.never text { fill: var(--soft); font-weight: 400 }
.arrow .shaft { fill: none; stroke: var(--accent); opacity: .62 } .arrow .touch { fill: none; stroke: transparent; stroke-width: 16 }
.label { fill: var(--ink); font-size: 12px; paint-order: stroke; stroke: var(--panel); stroke-width: 4px }
.arrow.bad .shaft { stroke: var(--bad) } .arrow:hover .shaft { opacity: 1 } marker path { fill: var(--soft) }
.bars { display: grid; grid-template-columns: max-content 1fr; gap: 7px 14px; align-items: center; font-size: 14.5px; margin-top: 12px }
.bars .bar { display: flex; align-items: center; gap: 8px; font-variant-numeric: tabular-nums } .bars i { display: block; height: 16px; border-radius: 0 4px 4px 0; background: var(--accent); min-width: 2px }
.bars i.bad { background: var(--bad) } .bars i.good { background: var(--good) }
.scroll { overflow-x: auto } table { border-collapse: collapse; font-size: 14.5px; min-width: 50%; margin-top: 18px } caption { text-align: left; font-size: 14px; padding-bottom: 4px }
th, td { text-align: left; padding: 5px 18px 5px 0; border-bottom: 1px solid var(--rule); vertical-align: top } th { font-weight: 600; color: var(--soft) }
.number { text-align: right; font-variant-numeric: tabular-nums } details { margin-top: 10px } summary { cursor: pointer; color: var(--soft); font-size: 14px }
code { font: 13.5px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere }
.command { display: flex; gap: 12px; align-items: start; justify-content: space-between; background: var(--ground); border: 1px solid var(--rule); border-radius: 8px; padding: 12px 14px; margin: 10px 0 14px }
button { font: inherit; font-size: 14px; color: var(--ink); background: var(--panel); border: 1px solid var(--edge); border-radius: 6px; padding: 3px 12px; cursor: pointer }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0; font-size: 14.5px } dl.facts dt { color: var(--soft) } dl.facts dd { margin: 0 }
footer { color: var(--soft); font-size: 14px; padding: 6px 24px 40px }
@media (max-width: 640px) { main, header, footer { padding-left: 14px; padding-right: 14px } section { padding: 16px } h1 { font-size: 22px } dl.facts { grid-template-columns: 1fr } .bars { grid-template-columns: 1fr; gap: 2px } .bars .bar { margin-bottom: 8px } }
@media print { section { break-inside: avoid; border: 0; padding: 0 } button { display: none } }
`
