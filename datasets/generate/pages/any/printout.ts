import type { DocumentMark, DocumentType } from '../../../../facts/document-type.ts'
import type { Random } from '../../random.ts'
import { type Content, type Layout, mark } from '../content.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, sample, widthOf } from '../primitives/text.ts'
import { TICKS, tickBox } from '../primitives/tick-box.ts'
import { type Entry, entries, house, tables, titleOf } from './entries.ts'
import { pictures, places } from './marks.ts'
import {
  type Blank,
  type Block,
  blankRow,
  fits,
  heading,
  LEFT,
  type Look,
  paginate,
  scratch,
  tableRows,
  WIDTH,
} from './printout-blocks.ts'

const NUMERALS = '一二三四五六七八九十'
const FOOT = 278
const SIGNED_ON = /^(签订|签署|签发|申请|填表|填报|发证|出具|编制|落款|提交|制定|承诺|委托)?(日期|时间)$/

/**
 * Any type as the printout of a counter's system on A4: the issuing office over the title, numbered sections, two columns of
 * labels that end at the right before underlined blanks, ruled tables, places to seal and sign at the foot, pages counted.
 */
export const printout =
  (type: DocumentType): Layout =>
  (content, random) => {
    const date = random.pick(['dash', 'numerals'] as const)
    const style = { ...house(random.fork('house')), colon: '' as const, date, rangeWord: '至' as const }
    const [label, value] = random.pick([
      ['Hei', 'Song'],
      ['Song', 'Hei'],
      ['HeiBold', 'Song'],
      ['SongBold', 'Song'],
    ] as const)
    const tick = random.pick(TICKS)
    const ink = random.fork('boxes')
    const look: Look = {
      size: random.pick([3.3, 3.5, 3.7]),
      label,
      value,
      rule: random.pick(['solid', 'dotted'] as const),
      labels: random.pick([25, 28, 31]),
      box: (ctx, at, ticked) => tickBox(ctx, at, ticked ? tick : null, '#20242c', ink),
    }
    const band = random.chance(0.5)
    const down = random.chance(0.4)
    const boxed = random.chance(0.5)
    const measure = scratch()
    const all = entries(type, content, style).map((entry): Blank => {
      const choice = boxed ? toTick(type, content, entry) : null
      return choice && fits(measure, choice, look, 'whole') ? choice : entry
    })
    const signedOn = places(type).length > 0 ? all.findLast(({ name }) => SIGNED_ON.test(name)) : undefined
    const body = all.filter((one) => one !== signedOn)
    const half = body.filter((one) => fits(measure, one, look, 'half'))
    const whole = body.filter((one) => !half.includes(one))
    const foot = signing(type, content, signedOn, look, random.fork('foot'))
    const sections: [string, Block[]][] = [
      [random.pick(['基本信息', '基本情况', '登记信息']), pairs(half, down).map((pair) => blankRow(pair, look, false))],
      [random.pick(['详细内容', '具体事项', '其他事项']), whole.map((one) => blankRow([one], look, true))],
      ...tables(type, content, style).map((one): [string, Block[]] => [one.name, tableRows(one, 3.1)]),
      [random.pick(['签章', '签署与盖章', '确认栏']), foot],
    ]
    const blocks = sections
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([words, lines], i) => [heading(`${NUMERALS[i] ?? i + 1}、${words}`, look.size + 0.3, band), ...lines])
    const shown = type.marks.filter(({ kind, name }) => (kind === 'photo' || kind === 'qr') && content.marks[name])
    const start = shown.length > 0 ? 54 : 46
    const pages = paginate(blocks, FOOT - start, FOOT - 20)
    const title = titleOf(type, content, random)
    const note = random.chance(0.5) ? '本页由业务系统打印，涂改无效' : ''
    return pages.map((page, i) => {
      const shows = [...new Set([...(i === 0 ? shown.map(({ name }) => name) : []), ...page.flatMap((b) => b.shows)])]
      const draw = (ctx: Context) => {
        if (i === 0) top(ctx, type, content, title, start, random)
        let y = i === 0 ? start : 20
        for (const block of page) y = block.draw(ctx, y)
        line(ctx, `第 ${i + 1} 页　共 ${pages.length} 页`, 105, 287, { face: 'Song', size: 2.9, align: 'center' })
        if (note) line(ctx, note, LEFT, 287, { face: 'Song', size: 2.5, colour: '#555' })
        sample(ctx, 105, 293)
      }
      const ticks = page.flatMap((block) => block.ticks ?? [])
      return { ...sheet({ ...A4, paper: '#fdfdfc' }, draw, shows), ...(ticks.length > 0 ? { ticks } : {}) }
    })
  }

/** A field with a choice of values as boxes to tick; null for any other. */
function toTick(type: DocumentType, content: Content, { name, label, text }: Entry): Blank | null {
  const values = type.fields.find((field) => field.name === name)?.values ?? []
  const value = content.fields[name]
  if (typeof value !== 'string' || !values.includes(value)) return null
  return { name, label, text, boxes: values.map((words) => ({ words, ticked: words === value })) }
}

/** Blanks two to a row, in the order of rows or `down` one column and then the other. */
function pairs(blanks: readonly Blank[], down: boolean): Blank[][] {
  const rows = Math.ceil(blanks.length / 2)
  return Array.from({ length: rows }, (_, i) =>
    down ? blanks.filter((_one, at) => at % rows === i) : blanks.slice(i * 2, i * 2 + 2),
  )
}

/** The head of the first page: who issues it, the title, photo and code in the corners, a double rule. */
function top(ctx: Context, type: DocumentType, content: Content, title: string, start: number, random: Random): void {
  const seals = type.marks.filter(({ kind }) => kind === 'seal')
  const office = seals.length === 1 && seals[0] ? mark(content, seals[0].name) : null
  const room = start > 50 ? 112 : WIDTH
  const photo = { x: 166, y: 15, width: 24, height: 33 }
  pictures(ctx, type, content, { photo, qr: { x: LEFT, y: 24, side: 22 } }, random)
  if (office) line(ctx, office, 105, 23, { face: 'Song', size: [...office].length > 22 ? 3.8 : 4.6, align: 'center' })
  const width = widthOf(ctx, title, { face: 'HeiBold', size: 6.6 })
  line(ctx, title, 105, 36, { face: 'HeiBold', size: 6.6 * Math.min(1, room / width), align: 'center' })
  ctx.fillStyle = '#222'
  ctx.fillRect(LEFT, start - 4, WIDTH, 0.6)
  ctx.fillRect(LEFT, start - 2.9, WIDTH, 0.2)
}

/** Places to seal and sign, two to a row, and under them the day of signing or a blank for it. */
function signing(type: DocumentType, content: Content, on: Blank | undefined, look: Look, random: Random): Block[] {
  const marks = places(type)
  if (marks.length === 0) return []
  const rows = Array.from({ length: Math.ceil(marks.length / 2) }, (_, i): Block => {
    const row = marks.slice(i * 2, i * 2 + 2)
    const height = row.some(({ kind }) => kind === 'seal') ? 42 : 15
    return {
      shows: row.map(({ name }) => name),
      keep: true,
      draw: (ctx, y) => {
        for (const [at, one] of row.entries())
          sign(ctx, one, content, { x: LEFT + 2 + at * (WIDTH / 2 + 2), y: y + height / 2 + 1 }, look, random)
        return y + height
      },
    }
  })
  const written = on ? `${on.label}　${on.text}` : random.chance(0.4) ? '日期　　　　年　　月　　日' : ''
  const day: Block = {
    shows: on ? [on.name] : [],
    draw: (ctx, y) => {
      if (written) line(ctx, written, LEFT + WIDTH - 6, y + 6, { face: look.label, size: look.size, align: 'right' })
      return y + 8
    },
  }
  return [...rows, day]
}

/** One place: its printed words before a blank, the mark across it when the document has it. */
function sign(
  ctx: Context,
  one: DocumentMark,
  content: Content,
  { x, y }: { x: number; y: number },
  look: Look,
  random: Random,
): void {
  const asked = one.kind === 'seal' ? /章/ : /签/
  const words = one.near.find((near) => asked.test(near)) ?? one.near[0] ?? one.name
  const act = /[（(章签]/.test(words) ? '' : one.kind === 'seal' ? '（盖章）' : '（签名）'
  const width = line(ctx, `${words}${act}`, x, y, { face: look.label, size: look.size })
  ctx.fillStyle = '#4a4a4a'
  if (one.kind === 'signature') ctx.fillRect(x + width + 1.5, y + 1.2, Math.max(78 - width - 1.5, 24), 0.16)
  const shown = mark(content, one.name)
  if (!shown) return
  if (one.kind === 'signature') signature(ctx, shown, x + width + 4, y + 0.4, random, 8)
  else roundSeal(ctx, { ring: shown, diameter: 38 }, x + Math.min(width + random.between(14, 24), 62), y - 1, random)
}
