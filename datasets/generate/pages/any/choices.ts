import type { DocumentType } from '../../../../facts/document-type.ts'
import type { Random } from '../../random.ts'
import type { Layout } from '../content.ts'
import { A4, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample, widthOf } from '../primitives/text.ts'
import { TICKS, tickBox } from '../primitives/tick-box.ts'
import { entries, house, titleOf } from './entries.ts'
import { place, places } from './marks.ts'

/** Questions that any counter form may ask beside a type's own fields; several may be ticked where `many`. */
const QUESTIONS: readonly { words: string; options: readonly string[]; many?: true }[] = [
  { words: '领取方式', options: ['窗口领取', '邮寄送达', '电子证照'] },
  { words: '申请主体', options: ['企业', '个体工商户', '事业单位', '社会组织', '其他'] },
  { words: '是否委托他人办理', options: ['是', '否'] },
  { words: '是否首次申请', options: ['是', '否'] },
  { words: '告知方式', options: ['短信', '电话', '电子邮件'], many: true },
  { words: '所附材料', options: ['身份证明', '场所证明', '资格证明', '授权文件'], many: true },
  { words: '是否同意公示', options: ['同意', '不同意'] },
]

/** Fields that are no choices: as many as leave room for the questions. */
const FIELDS = 9

interface Question {
  label: string
  options: readonly string[]
  ticked: readonly string[]
}

/** The type's fields with a choice of values, and some of the questions of any form. */
function questionsOf(type: DocumentType, fields: Record<string, unknown>, random: Random): Question[] {
  const own = type.fields.flatMap(({ name, labels, values }): Question[] => {
    const value = fields[name]
    return values && typeof value === 'string' ? [{ label: labels[0] ?? name, options: values, ticked: [value] }] : []
  })
  const asked = random.sample(QUESTIONS, random.int(3, 5)).map(({ words, options, many }): Question => {
    const none = random.chance(0.08)
    const ticked = none ? [] : random.sample(options, many ? random.int(1, options.length) : 1)
    return { label: words, options, ticked }
  })
  return [...own, ...asked]
}

/**
 * Any type as a form to fill in on A4, its choices as boxes to tick, before their words or behind them, by pen or printed. The
 * sheet says in reading order which boxes are ticked.
 */
export const choices =
  (type: DocumentType): Layout =>
  (content, random) => {
    const style = { ...house(random.fork('house')), colon: '：' as const }
    const size = random.pick([3.7, 4, 4.4])
    const face = random.pick(['Song', 'Hei'] as const)
    const behind = random.chance(0.25)
    const tick = random.pick([...TICKS, 'pen', 'pen'] as const)
    const pen = random.pick(['#1b2a63', '#20242c', '#16306f'])
    const questions = questionsOf(type, content.fields, random.fork('questions'))
    const chosen = new Set(type.fields.filter(({ values }) => values).map(({ name }) => name))
    const printed = entries(type, content, style)
      .filter(({ name }) => !chosen.has(name))
      .slice(0, FIELDS)
    const ticks: { words: string; ticked: boolean }[] = []
    const made = sheet({ ...A4, paper: random.pick(['#fdfdfb', '#fbfaf6']) }, (ctx) => {
      line(ctx, titleOf(type, content, random), 105, 32, { face: 'SongBold', size: 6.4, align: 'center', spacing: 1 })
      let y = 50
      for (const { label, text } of printed)
        y = paragraph(ctx, `${label}${text}`, 24, y, 162, { size, face, leading: 1.75 })
      for (const { label, options, ticked } of questions) {
        const left = 24 + line(ctx, `${label}：`, 24, y, { size, face }) + 1
        let x = left
        for (const words of options) {
          const written = widthOf(ctx, words, { size, face })
          const side = size * random.between(0.85, 1.05)
          const gap = size * 0.2
          if (x > left && x + side + gap + written > 190) {
            x = left
            y += size * 1.75
          }
          line(ctx, words, behind ? x : x + side + gap, y, { size, face })
          const on = ticked.includes(words)
          tickBox(ctx, { x: behind ? x + written + gap : x, y, side }, on ? tick : null, pen, random)
          ticks.push({ words, ticked: on })
          x += side + gap + written + size * random.between(0.7, 1.4)
        }
        y += size * 1.9
      }
      y = Math.min(y + 12, 262)
      for (const one of places(type)) {
        place(ctx, one, content, { x: random.between(96, 112), y: Math.min(y, 282), size: 4 }, random)
        y += 22
      }
      sample(ctx, 105, 293)
    })
    const shows = [...printed, ...chosen, ...places(type)].map((one) => (typeof one === 'string' ? one : one.name))
    return [{ ...made, ticks, shows }]
  }
