import { html, raw } from 'hono/html'
import type { CaseView, NoticeItem, ReviewView } from '../client.ts'
import { evidencePlace } from './evidence-place.ts'
import { pageCrop } from './page-crop.ts'

type Html = ReturnType<typeof html>

const maxPlaces = 5

const severities: Record<NoticeItem['severity'], string> = {
  block: '可能不予受理，请到窗口确认',
  correct: '需要补正',
  advise: '建议完善',
}

/** 一次性补正告知书 as a page to read or print; every value is escaped by the template. */
export function noticePage(view: CaseView, { notice }: ReviewView, today: string): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${notice.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<header>
<h1>${notice.title}</h1>
<p class="number">编号：${noticeNumber(view)}　　生成日期：${chineseDate(today)}</p>
</header>
<p>${notice.applicant || '申请人'}：</p>
<p class="lead">您申请的“${view.scenarioName}”（受理日期 ${chineseDate(notice.at)}），${opening(notice.items.length)}</p>
${notice.items.length > 0 ? itemsTable(view, notice.items) : ''}
${notice.person.length > 0 ? personList(notice.person) : ''}
<section>
<h2>期限与依据</h2>
<p>${notice.clock}</p>
<p>依据：${notice.basis}</p>
</section>
<footer>
<p class="advice">AI 预审仅供参考，不是行政决定；以行政机关的书面告知为准。</p>
<p class="sign">经办人：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日　　（盖章）</p>
</footer>
</main>
</body>
</html>`
}

const opening = (items: number): string =>
  items === 0 ? '经预审没有发现需要补正的问题。' : `经预审有 ${items} 处需要处理，现一次性全部告知如下，请一并补正：`

function itemsTable(view: CaseView, items: readonly NoticeItem[]): Html {
  // Long bases are shared by many items: each is printed once below the table.
  const bases = [...new Set(items.map(({ basis }) => basis))]
  return html`<table>
<thead><tr><th scope="col">序号</th><th scope="col">材料</th><th scope="col">问题</th><th scope="col">怎么改</th><th scope="col">依据与出处</th></tr></thead>
<tbody>${items.map(
    (item) => html`<tr>
<td data-label="序号">${item.number}</td>
<td data-label="材料">${item.material ?? '整个办件'}<br><small>${severities[item.severity]}</small></td>
<td data-label="问题">${item.problem}</td>
<td data-label="怎么改">${item.fix}</td>
<td data-label="依据与出处">依据 ${bases.indexOf(item.basis) + 1}${placesOf(view, item).map((place) => html`<br><small>见${place}</small>`)}<br><small>要点 ${item.point}</small>${pageCrop(view, item.evidence)}</td>
</tr>`,
  )}</tbody>
</table>
<section>
<h2>依据</h2>
<ol>${bases.map((basis) => html`<li>${basis}</li>`)}</ol>
</section>`
}

/** What one can look up: documents and records, not computed values; the first few of a kind. */
function placesOf(view: CaseView, { evidence }: NoticeItem): string[] {
  const seen = evidence.filter(({ kind }) => kind === 'material' || kind === 'source')
  return [...new Set(seen.map((one) => evidencePlace(view, one)))].slice(0, maxPlaces)
}

function personList(person: ReviewView['notice']['person']): Html {
  return html`<section>
<h2>还需工作人员确认（不是缺陷，不必补正）</h2>
<ol>${person.map((one) => html`<li>${one.statement}${one.look ? `：${one.look}` : ''} <small>要点 ${one.point}</small></li>`)}</ol>
</section>`
}

const noticeNumber = ({ id, at }: CaseView): string =>
  `预审告字〔${at.slice(0, 4)}〕${id.replaceAll('-', '').slice(0, 8).toUpperCase()}号`

function chineseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const style = `
body { margin: 0; color: #111; background: #eef1f5; font: 16px/1.7 "Noto Serif SC", "Songti SC", SimSun, serif; }
main { max-width: 60rem; margin: 1.5rem auto; padding: 2.5rem; background: #fff; }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; text-align: center; }
h2 { margin: 1.5rem 0 .25rem; font-size: 1.1rem; }
.number { text-align: right; color: #333; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
th, td { padding: .5rem; border: 1px solid #333; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f2f4f7; white-space: nowrap; }
small { color: #333; font-size: .85rem; }
.crop { display: block; width: 100%; max-width: 20rem; margin-top: .35rem; border: 1px solid #333; background: #fff; }
.crop polygon { fill: none; stroke: #c00; stroke-width: 3; vector-effect: non-scaling-stroke; }
.advice { padding: .5rem .75rem; border: 1px solid #333; }
.sign { margin-top: 2rem; text-align: right; }
@media (max-width: 40rem) {
  main { margin: 0; padding: 1rem; }
  thead { position: absolute; left: -9999px; }
  tr, td { display: block; }
  tr { margin-bottom: 1rem; border: 1px solid #333; }
  td { border: 0; border-top: 1px solid #ccc; }
  td::before { content: attr(data-label); display: block; color: #333; font-weight: 700; font-size: .85rem; }
}
@media print {
  @page { size: A4; margin: 18mm; }
  body { background: #fff; font-size: 11pt; }
  main { margin: 0; padding: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`
