import type { DocumentType } from '../../facts/document-type.ts'
import { nearlySame } from '../../facts/values/edit-distance.ts'
import type { PageReading } from '../page.ts'
import { fold, levelFrame, median, pieceOf } from './frame.ts'
import { inlineHits, labelSpecs, leadingHit } from './labels.ts'
import { rowsOf } from './rows.ts'

/** What a page is by its content. `score` is the evidence for the type; `titled` says that a heading of its own stands on it. */
export interface PageClass {
  type: DocumentType | null
  confidence: number
  score: number
  titled: boolean
  /** The heading of a paper of another kind stands on it. */
  foreign: boolean
}

const ENOUGH = 2.6
/** Headings of documents we may not know: a page with one is not some other kind of document. */
const HEADING =
  /^(?:[\p{Script=Han}()《》]{2,16}(?:证|证书|执照|合同|协议|协议书|报告|报告书|申报表|审批表|登记表|通知书|发票|说明书|公告|票据|缴款书|证明|证明书|凭证|首页)|[\p{Script=Han}()]{0,16}(?:护照|收据|账单|保险单|交易明细|报价单|简历|纪要|请柬|邀请函|欠条|借条))(?:\(电子\))?[A-Z]*$/u
/** Headings of other papers and of parts of a paper alike. */
const HEADING_OR_PART = /^[\p{Script=Han}()]{2,20}(?:情况|记录)$/u
/** Further sheets of the paper before them, whatever they are called. */
const ANNEX = /^(?:附|补充)/u

interface Title {
  text: string
  /** Without (正本), colons and quotes. */
  bare: string
  tall: boolean
  top: boolean
}

/** Evidence of a heading: whole and large counts most; within running text hardly. */
function titleScore(
  title: string,
  lines: readonly Title[],
  foreign: readonly string[],
  against: readonly string[],
): number {
  let best = 0
  for (const { text, bare, tall, top } of lines) {
    // 食品卫生许可证 is no 卫生许可证.
    if (foreign.some((other) => text.includes(other))) continue
    // 机动车驾驶证 is no misread 机动车行驶证 when the type says so.
    const near = title.length >= 4 && nearlySame(bare, title)
    const whole = bare === title || (near && !against.some((other) => bare.includes(other)))
    const ends = bare.endsWith(title) && bare.length <= title.length + 24
    if (whole) best = Math.max(best, tall ? 5 : top ? 4 : 3)
    else if (ends) best = Math.max(best, tall ? 3.9 : top ? 2.5 : 0.8)
    else if (text.includes(title)) best = Math.max(best, top && text.length < title.length + 12 ? 1 : 0.2)
  }
  return best
}

/** A heading of a type, and the longer ones of other types (and its `against`) that hold it. */
interface Heading {
  own: string
  longer: string[]
}

const headings = new WeakMap<readonly DocumentType[], Heading[][]>()

/** Every heading of every type, folded. */
function headingsOf(types: readonly DocumentType[]): Heading[][] {
  const known = headings.get(types)
  if (known) return known
  const all = types.map((type) => [...type.titles, ...type.variants.flatMap((v) => v.titles)].map(fold))
  const found = types.map((type, index) => {
    const others = [...type.against.map(fold), ...all.filter((_, other) => other !== index).flat()]
    return (all[index] ?? []).map((own) => ({
      own,
      longer: others.filter((other) => other.length > own.length && other.includes(own)),
    }))
  })
  headings.set(types, found)
  return found
}

/** Weight of a label: one that many kinds of document print says little. */
function labelWeight(label: string, types: readonly DocumentType[]): number {
  const n = types.filter((type) => type.fields.some((field) => field.labels.includes(label))).length
  return 0.35 + 0.65 / Math.max(1, n)
}

/** Whether a page's lines show what no page of the type does, or nothing that an untitled one must. */
function ruledOut({ never, needs }: DocumentType, text: string, title: number): boolean {
  if (never.some((pattern) => new RegExp(pattern, 'mu').test(text))) return true
  return title < 2 && needs !== undefined && !new RegExp(needs, 'u').test(text)
}

/** How sure it is that a portrait by itself is the one that is asked for. */
const PORTRAIT = 0.9

/** The type that is nothing but a portrait. */
const isPhotoType = ({ fields, marks }: DocumentType) =>
  fields.length === 0 && marks.length > 0 && marks.every(({ kind }) => kind === 'photo')

/** Tells what kind of document a page shows by the headings, labels and phrases printed on it; null is 其他. */
export function classifyPage(page: PageReading, types: readonly DocumentType[]): PageClass {
  const photo = page.portrait ? types.find(isPhotoType) : undefined
  if (photo) return { type: photo, confidence: PORTRAIT, score: ENOUGH, titled: false, foreign: false }
  const frame = levelFrame(page.lines)
  const pieces = page.lines.map((line) => pieceOf(line, frame)).filter((piece) => piece !== null)
  const rows = rowsOf(pieces)
  const h = median(
    pieces.map((piece) => piece.height),
    1,
  )
  const lines: Title[] = [...rows.map((row) => ({ text: row.text, y: row.y, height: row.height })), ...pieces].map(
    ({ text, y, height }) => ({
      text,
      bare: text.replace(/[(（]?(?:正|副)本[)）]?.*$|[:《》"“”]/gu, ''),
      tall: height > 1.35 * h && y < 0.6 * page.height,
      top: y < 0.3 * page.height,
    }),
  )
  const text = pieces.map((piece) => piece.text).join('\n')
  const known = headingsOf(types)
  const scored = types.map((type, index) => {
    const against = type.against.map(fold)
    const title = Math.max(0, ...(known[index] ?? []).map(({ own, longer }) => titleScore(own, lines, longer, against)))
    const specs = labelSpecs(type).filter((spec) => spec.field)
    const labels = new Map<string, string>()
    for (const piece of pieces) {
      const hit = leadingHit(piece, specs)
      for (const found of hit ? [hit] : inlineHits(piece, specs)) {
        if (found.spec.field) labels.set(found.spec.field.name, found.spec.printed)
      }
    }
    const label = Math.min(
      6,
      [...labels.values()].reduce((sum, printed) => sum + labelWeight(printed, types), 0),
    )
    const cues = [...type.cues, ...type.sides.flatMap((side) => side.cues)].filter((cue) =>
      text.includes(fold(cue)),
    ).length
    const spoken = against.filter((cue) => text.includes(cue)).length
    if (ruledOut(type, text, title)) return { type, title: 0, score: 0 }
    return { type, title, score: title + label + Math.min(3, 0.8 * cues) - Math.min(3, spoken) }
  })
  const unknown = scored.every(({ title }) => title < 2) ? lines.filter(({ tall }) => tall) : []
  const foreign = unknown.some((line) => HEADING.test(line.text) && !ANNEX.test(line.text))
  const less = unknown.some((line) => HEADING.test(line.text) || HEADING_OR_PART.test(line.text)) ? 2.5 : 0
  const ranked = scored.map((s) => ({ ...s, score: s.score - less })).sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  if (!first || first.score < ENOUGH) {
    return {
      type: null,
      confidence: Math.min(0.95, Math.max(0.5, 1 - (first?.score ?? 0) / 6)),
      score: Math.max(0, first?.score ?? 0),
      titled: false,
      foreign,
    }
  }
  const lead = first.score - Math.max(0, second?.score ?? 0)
  const confidence = Math.min(0.99, 0.5 + 0.12 * lead + 0.03 * first.score)
  return { type: first.type, confidence, score: first.score, titled: first.title >= 4, foreign }
}

/** The variant of a type that pages show (个体工商户营业执照), by heading first, then by phrases. */
export function variantOf(type: DocumentType, pages: readonly PageReading[]): string | undefined {
  const lines = pages.flatMap((page) => page.lines.map((line) => fold(line.text)))
  const text = lines.join('\n')
  const scored = type.variants.map((variant) => {
    const printed = variant.titles
      .map(fold)
      .filter((t) => lines.some((line) => line.startsWith(t) || (line.endsWith(t) && line.length < t.length + 20)))
    const longest = Math.max(0, ...printed.map((t) => t.length))
    return { name: variant.name, score: longest * 10 + variant.cues.filter((cue) => text.includes(fold(cue))).length }
  })
  const best = scored.reduce<{ name: string; score: number } | null>(
    (a, b) => (b.score > (a?.score ?? 0) ? b : a),
    null,
  )
  return best?.name
}
