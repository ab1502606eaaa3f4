import { type Layout, mark, printDate, text } from '../content.ts'
import { guilloche, matrixCode, portrait } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheet } from '../primitives/sheet.ts'
import { spread } from '../primitives/spread.ts'
import { line, sample } from '../primitives/text.ts'

const CARD = { width: 85.6, height: 54, density: 20, card: true } as const
const FIELDS = [
  '姓名',
  '性别',
  '年龄',
  '身份证号',
  '证号',
  '体检类别',
  '体检日期',
  '有效期至',
  '发证单位',
  '盖章',
  '照片',
]
const NOTES = [
  '1. 本证是从业人员健康检查合格的证明，上岗时随身携带，',
  '　 并按要求在经营场所公示。',
  '2. 本证全市通用，有效期一年，期满前三十日内复检。',
  '3. 本证不得涂改、转借、伪造，遗失应向原发证单位申请补办。',
  '4. 患有有碍食品安全疾病的，本证自行失效。',
]

/** 从业人员健康证明 as a plastic card: photo at the left under the title, the examining office's stamp; notes on the back. */
export const lifelike: Layout = (content, random) => {
  const tone = random.pick(['#1d5f93', '#1f7a58', '#8c2f39'])
  const paper = '#f3f8fb'
  const front = sheet(
    { ...CARD, paper },
    (ctx) => {
      const all = { x: 0, y: 0, width: 85.6, height: 54 }
      guilloche(ctx, all, ['#dbe9f2', '#e4f0e4'], { lines: 34, swing: 2.6, weight: 0.09, waves: 3 })
      const title = content.variant ?? '从业人员健康证明'
      const size = [...title].length > 10 ? 4.3 : 4.8
      line(ctx, title, 42.8, 7.6, { face: 'SongBlack', size, align: 'center', spacing: 0.5, colour: tone })
      line(ctx, 'HEALTH CERTIFICATE', 42.8, 10.8, {
        face: 'Hei',
        size: 1.9,
        align: 'center',
        spacing: 0.3,
        colour: tone,
      })
      ctx.fillStyle = tone
      ctx.fillRect(4, 12.2, 77.6, 0.35)
      if (mark(content, '照片'))
        portrait(ctx, { x: 5, y: 14.6, width: 20, height: 26 }, text(content, '性别') || '男', random)
      const label = { face: 'Hei', size: 2.55, colour: tone } as const
      const value = { face: 'Song', size: 2.75 } as const
      const item = (words: string, name: string, x: number, y: number, width = 11.5) => {
        spread(ctx, words, x, y, width, label)
        line(ctx, '：', x + width, y, label)
        const shown =
          name.endsWith('日期') || name === '有效期至' ? printDate(text(content, name)) : text(content, name)
        line(ctx, shown, x + width + 2.6, y, value)
      }
      item('姓名', '姓名', 28.5, 17.6)
      item('性别', '性别', 28.5, 22.3)
      if (text(content, '年龄')) item('年龄', '年龄', 54, 22.3, 7)
      item('身份证号', '身份证号', 28.5, 27)
      item('从业类别', '体检类别', 28.5, 31.7)
      item('体检日期', '体检日期', 28.5, 36.4)
      item('有效期至', '有效期至', 28.5, 41.1)
      item('发证单位', '发证单位', 28.5, 47.2)
      line(ctx, '编号', 5, 47.2, label)
      line(ctx, text(content, '证号'), 5, 51, { ...value, size: 2.6 })
      const ring = mark(content, '盖章')
      if (ring) roundSeal(ctx, { ring, foot: '体检专用章', diameter: 19 }, 64 + random.between(-4, 3), 42, random)
      sample(ctx, 81.6, 52.6, 1.7)
    },
    FIELDS,
  )
  const back = sheet(
    { ...CARD, paper },
    (ctx) => {
      line(ctx, '注 意 事 项', 42.8, 9, { face: 'HeiBold', size: 3.6, align: 'center', colour: tone })
      for (const [i, words] of NOTES.entries()) line(ctx, words, 6, 16 + i * 4.6, { face: 'Song', size: 2.45 })
      matrixCode(ctx, 68, 37, 12, random)
      line(ctx, '扫码查询证件真伪', 6, 47, { face: 'Hei', size: 2.3 })
      sample(ctx, 42.8, 52.4, 1.7)
    },
    [],
  )
  return random.chance(0.5) ? [front, back] : [front]
}
