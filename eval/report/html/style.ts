/** The report's only style: system fonts, readable on paper too. */
export const STYLE = `
:root { --ink: #1d2530; --dim: #5a6675; --line: #d5dbe3; --paper: #fff; --wash: #f4f6f9; --good: #12683d; --bad: #a3231b; --wait: #7a5200; --mark: #1f5fbf }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; color: var(--ink); background: var(--paper); font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .5rem }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid var(--line); padding-bottom: .2rem }
h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem }
p { max-width: 48rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .6rem 0; font-size: .92rem }
dt { color: var(--dim) } dd { margin: 0; overflow-wrap: anywhere }
.wide { overflow-x: auto; margin: .6rem 0 }
table { border-collapse: collapse; font-size: .9rem; min-width: 30rem }
caption { text-align: left; color: var(--dim); padding: .2rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .7rem; text-align: left; vertical-align: top }
th { background: var(--wash); white-space: nowrap }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.met, .missed, .open { white-space: nowrap }
.met { color: var(--good); font-weight: 600 } .missed { color: var(--bad); font-weight: 600 } .open { color: var(--wait); font-weight: 600 }
.none, .dim { color: var(--dim) } .small { font-size: .85rem }
details { margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; padding: .2rem .8rem }
summary { cursor: pointer; padding: .5rem 0; min-height: 44px; display: flex; align-items: center }
summary::before { content: "▸"; margin-right: .6rem } details[open] > summary::before { content: "▾" }
.error { border: 1px solid var(--line); border-left: 5px solid var(--bad); border-radius: 6px; padding: .6rem 1rem; margin: .8rem 0; break-inside: avoid }
.error h3 { margin: 0 0 .3rem } .error img { max-width: 100%; border: 1px solid var(--line); margin: .4rem 0 }
.error ul { margin: .3rem 0; padding-left: 1.2rem } .error code { overflow-wrap: anywhere }
figure { margin: .8rem 0 } svg { max-width: 100%; height: auto } svg text { font: 12px system-ui, sans-serif; fill: var(--dim) }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px }
@media print { details > * { display: block } body { font-size: 12px } }
`
