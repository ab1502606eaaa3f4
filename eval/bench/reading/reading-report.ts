import sharp from 'sharp'
import { type Identity, identityLine } from '../identity.ts'
import { proportion } from '../interval.ts'
import { formatF1, precision, recall } from './f1.ts'
import { HARM_HEAD, harmCells, harmRows } from './harms.ts'
import { LEVEL_HEAD, levelRows } from './level-rows.ts'
import {
  calibration,
  type FieldFigures,
  type FieldOutcome,
  fieldFigures,
  type MarkOutcome,
  markFigures,
  type ReadingScore,
  slices,
} from './score-documents.ts'
import { RING_HEAD, ringRows } from './score-rings.ts'
import { type TickOutcome, tickedFound, tickTally } from './score-ticks.ts'
import { SLICE_HEAD, sliceRows } from './slice-rows.ts'

/** Worst pages shown as pictures. */
const PICTURES = 12
const PICTURE_WIDTH = 720

export interface ReadingReport {
  identity: Identity
  dataset: string
  score: ReadingScore
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (ch) => `&#${ch.charCodeAt(0)};`)
const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`

const figureCells = ({ exact, wrongConfident, confidentOfRight }: FieldFigures) => [
  proportion(exact),
  proportion(wrongConfident),
  proportion(confidentOfRight),
]

const HEAD = ['', '完全一致', '错而置信≥.9', '正确中置信≥.9']

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<table>${row(heads, 'th')}${rows.map((cells) => row(cells)).join('')}</table>`
}

/** Figures by kind of mark, over all levels and for each. */
export function markRows({ marks }: ReadingScore): string[][] {
  const levels = [...new Set(marks.map(({ level }) => level))]
  return [...new Set(marks.map(({ kind }) => kind))].flatMap((kind) => {
    const own = marks.filter((mark) => mark.kind === kind)
    const each = levels.map((level) =>
      markRow(
        `${kind} · ${level}`,
        own.filter((mark) => mark.level === level),
      ),
    )
    return [markRow(kind, own), ...(levels.length > 1 ? each : [])]
  })
}

/** Seals found whose outline was read as it is, for each outline drawn. */
export function shapeRows({ marks }: ReadingScore): string[][] {
  const shapes = marks.flatMap(({ shape, read }) => (shape && read === true ? [shape] : []))
  return [...new Set(shapes.map(({ label }) => label))].map((label) => {
    const own = shapes.filter((shape) => shape.label === label)
    return [label, proportion({ right: own.filter(({ read }) => read === label).length, n: own.length })]
  })
}

function markRow(title: string, marks: readonly MarkOutcome[]): string[] {
  const found = markFigures(marks)
  const { unknown, present, absent } = found
  const { length } = marks
  return [
    title,
    formatF1(found),
    proportion(precision(found)),
    proportion(recall(found)),
    String(unknown),
    `${length}（有 ${present}，空 ${absent}；${new Set(marks.map(({ document }) => document)).size} 份）`,
  ]
}

const SHAPE_HEAD = ['找到的印章：形状', '认对']
const MARK_HEAD = ['标记', 'F1', '查准', '查全', '说不清', 'n']

/** Boxes to tick whose state was read right, over all levels and for each; what was found where no box is. */
export function tickRows({ ticks, extraTicks }: ReadingScore): string[][] {
  if (ticks.length === 0) return []
  const row = (title: string, own: readonly TickOutcome[]) => [
    title,
    proportion(tickTally(own)),
    proportion(tickTally(own.filter(({ ticked }) => ticked))),
    proportion(tickTally(own.filter(({ ticked }) => !ticked))),
    formatF1(tickedFound(own)),
    proportion(precision(tickedFound(own))),
    proportion(recall(tickedFound(own))),
    String(own.filter(({ read }) => read === null).length),
  ]
  const levels = [...new Set(ticks.map(({ level }) => level))]
  const each = levels.map((level) =>
    row(
      level,
      ticks.filter((one) => one.level === level),
    ),
  )
  return [row(`合计（另有 ${extraTicks} 处并非勾选框）`, ticks), ...(levels.length > 1 ? each : [])]
}

const TICK_HEAD = ['勾选框', '状态正确', '已勾选的', '未勾选的', '已勾选 F1', '查准', '查全', '没有找到']

const textTable = (heads: readonly string[], rows: readonly string[][]): string[] =>
  rows.length === 0 ? [] : ['', heads.join('　'), ...rows.map((cells) => `  ${cells.join('　')}`)]

/** The report as a person reads it on a terminal. */
export function readingText({ identity, dataset, score }: ReadingReport): string {
  const { documents, fields } = score
  const whole = fieldFigures(fields)
  const types = { right: documents.filter(({ typeRight }) => typeRight).length, n: documents.length }
  const lines = (title: string, groups: [string, FieldFigures][]) => [
    '',
    title,
    ...groups.map(([name, figures]) => `  ${name.padEnd(14, '　')} ${figureCells(figures).join('　')}`),
  ]
  return [
    identityLine(identity, `${documents.length} 份合成页面，${fields.length} 个字段`),
    `合成页面 ${dataset}（一致、错而置信、正确中置信≥.9；95% Wilson 区间）`,
    `合计　${figureCells(whole).join('　')}`,
    `文书类型 ${proportion(types)}　ECE ${calibration(fields).ece.toFixed(3)}`,
    ...textTable(LEVEL_HEAD, levelRows(score)),
    ...textTable(SLICE_HEAD, sliceRows(score)),
    ...lines(
      '按版式',
      slices(fields, ({ layout }) => layout),
    ),
    ...lines(
      '按值的类型（table：一张表所有行所有格都对才算对）',
      slices(fields, ({ type }) => type),
    ),
    ...lines(
      '按文书类型',
      slices(fields, ({ documentType }) => documentType),
    ),
    ...textTable(MARK_HEAD, markRows(score)),
    ...textTable(SHAPE_HEAD, shapeRows(score)),
    ...textTable(TICK_HEAD, tickRows(score)),
    ...textTable(RING_HEAD, ringRows(score.rings)),
    ...textTable(HARM_HEAD, harmCells(harmRows(score))),
  ].join('\n')
}

/** One self-contained HTML page: figures with n and interval, calibration curve, confusions, worst pages with boxes. */
export async function readingHtml(report: ReadingReport): Promise<string> {
  const { identity, dataset, score } = report
  const { documents, fields } = score
  const confused = documents.filter(({ typeRight }) => !typeRight)
  const byField = slices(fields, ({ documentType, field }) => `${documentType}.${field}`)
  const typeLevel = slices(fields, ({ documentType, level }) => `${documentType} · ${level}`)
  const sections = [
    `<h1>读取报告</h1><p>${escaped(identityLine(identity, `${documents.length} 份合成页面，${fields.length} 个字段`))}</p>`,
    `<p>合成页面：${escaped(dataset)}。“完全一致”按类型归一后比较，95% Wilson 区间；没有读出的算错。</p>`,
    table(HEAD, [['合计', ...figureCells(fieldFigures(fields))]]),
    '<h2>按拍摄质量</h2>',
    table(LEVEL_HEAD, levelRows(score)),
    table(SLICE_HEAD, sliceRows(score)),
    '<h2>按版式</h2>',
    table(
      HEAD,
      slices(fields, ({ layout }) => layout).map(([name, f]) => [name, ...figureCells(f)]),
    ),
    '<h2>按值的类型</h2><p>table：一张表所有行、所有格都对才算对。</p>',
    table(
      HEAD,
      slices(fields, ({ type }) => type).map(([name, f]) => [name, ...figureCells(f)]),
    ),
    '<h2>按文书类型和拍摄质量</h2>',
    table(
      HEAD,
      typeLevel.map(([name, f]) => [name, ...figureCells(f)]),
    ),
    '<h2>按字段（最差的在前）</h2>',
    table(
      HEAD,
      byField
        .sort(([, a], [, b]) => a.exact.right / a.exact.n - b.exact.right / b.exact.n)
        .map(([name, f]) => [name, ...figureCells(f)]),
    ),
    '<h2>标记</h2>',
    table(MARK_HEAD, markRows(score)),
    table(SHAPE_HEAD, shapeRows(score)),
    table(TICK_HEAD, tickRows(score)),
    table(RING_HEAD, ringRows(score.rings)),
    '<h2>照片质量：单一损害</h2><p>不必提示：九成以上字段读对却有提示；该提示而没有：四分之一以上字段没有读对却无提示。</p>',
    table(HARM_HEAD, harmCells(harmRows(score))),
    '<h2>置信校准</h2>',
    curve(fields),
    '<h2>文书类型认错</h2>',
    table(
      ['份', '应为', '读作', '版式', '质量'],
      confused.map((one) => [one.document, one.documentType, one.readAs || '没有读出', one.layout, one.level]),
    ),
    '<h2>最差的页面</h2>',
    ...(await Promise.all(worst(fields).map(([file, outcomes]) => picture(file, outcomes)))),
  ]
  const style =
    'body{font:15px/1.6 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem;color:#222}' +
    'table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}' +
    'figure{margin:1rem 0;position:relative}svg{position:absolute;left:0;top:0}'
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>读取报告</title><style>${style}</style>${sections.join('\n')}</html>`
}

/** Files with the most fields not right, worst first. */
function worst(fields: readonly FieldOutcome[]): [string, FieldOutcome[]][] {
  const files = new Map<string, FieldOutcome[]>()
  for (const one of fields) if (one.outcome !== 'right') files.set(one.file, [...(files.get(one.file) ?? []), one])
  return [...files].sort(([, a], [, b]) => b.length - a.length).slice(0, PICTURES)
}

async function picture(file: string, outcomes: readonly FieldOutcome[]): Promise<string> {
  const upright = await sharp(file).rotate().toBuffer({ resolveWithObject: true })
  const scale = PICTURE_WIDTH / upright.info.width
  const bytes = await sharp(upright.data).resize({ width: PICTURE_WIDTH }).jpeg({ quality: 70 }).toBuffer()
  const height = Math.round(upright.info.height * scale)
  const boxes = outcomes.flatMap(({ box }) => {
    if (!box) return []
    const points = Array.from(
      { length: 4 },
      (_, i) => `${((box[2 * i] ?? 0) * scale).toFixed(1)},${((box[2 * i + 1] ?? 0) * scale).toFixed(1)}`,
    )
    return [`<polygon points="${points.join(' ')}" fill="none" stroke="#d11" stroke-width="2"/>`]
  })
  const says = outcomes.map(({ field, label, read, confidence }) => [field, label, read, confidence.toFixed(2)])
  return (
    `<figure><img alt="" width="${PICTURE_WIDTH}" height="${height}" src="data:image/jpeg;base64,${bytes.toString('base64')}">` +
    `<svg width="${PICTURE_WIDTH}" height="${height}">${boxes.join('')}</svg>` +
    `<figcaption>${escaped(`${outcomes[0]?.documentType} ${outcomes[0]?.document} ${outcomes[0]?.layout} ${outcomes[0]?.level}`)}` +
    `${table(['字段', '应为', '读作', '置信'], says)}</figcaption></figure>`
  )
}

function curve(fields: readonly FieldOutcome[]): string {
  const { bins, ece } = calibration(fields)
  const dots = bins
    .filter(({ n }) => n > 0)
    .map(
      ({ confidence, right, n }) =>
        `<circle cx="${20 + confidence * 260}" cy="${280 - (right / n) * 260}" r="${2 + Math.log2(1 + n)}" fill="#27c" fill-opacity=".6"><title>n=${n}</title></circle>`,
    )
  return (
    `<p>ECE ${ece.toFixed(3)}；横轴置信，纵轴正确比例，圆的大小是个数。</p>` +
    `<svg style="position:static" width="300" height="300"><path d="M20 280L280 20M20 280H280M20 280V20" stroke="#999" fill="none"/>${dots.join('')}</svg>`
  )
}
