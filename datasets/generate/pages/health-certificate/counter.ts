import { type Layout, mark, printDate, text } from '../content.ts'
import { cell } from '../primitives/cell.ts'
import { portrait } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, sample } from '../primitives/text.ts'

/** 预防性健康检查合格证明 on an A5 sheet: ruled form with English sublabels, what was examined, the photo in a cell at the right. */
export const counter: Layout = (content, random) => [
  sheetOf({ width: 210, height: 148, density: 9, paper: '#fbfaf5' }, content, (ctx, content) => {
    const title =
      content.variant === '公共场所从业人员健康证明'
        ? '公共场所从业人员健康证明'
        : '上海市从业人员预防性健康检查合格证明'
    line(ctx, title, 105, 16, { face: 'HeiBold', size: 6.2, align: 'center' })
    line(ctx, 'CERTIFICATE OF HEALTH EXAMINATION', 105, 21.4, {
      face: 'Hei',
      size: 2.6,
      align: 'center',
      colour: '#555',
    })
    line(ctx, `编号 No.：${text(content, '证号')}`, 196, 29, { face: 'Song', size: 3.4, align: 'right' })
    const value = (name: string, words = text(content, name)): Cell => ({ text: words, face: 'Wei', size: 4.3 })
    const until = random.pick(['dash', 'plain'] as const)
    const age = text(content, '年龄')
    const rows: Cell[][] = [
      [
        { text: '姓　名\nName' },
        value('姓名'),
        { text: '性　别\nSex' },
        value('性别'),
        { text: '年　龄\nAge' },
        value('年龄', age),
      ],
      [{ text: '身份证号\nID No.' }, { ...value('身份证号'), span: 3 }, { text: '从业类别' }, value('体检类别')],
      [
        { text: '体检日期' },
        { ...value('体检日期', printDate(text(content, '体检日期'), until)), span: 2 },
        { text: '有效期至' },
        { ...value('有效期至', printDate(text(content, '有效期至'), until)), span: 2 },
      ],
      [{ text: '检查项目', span: 2 }, { text: '结果' }, { text: '检查项目', span: 2 }, { text: '结果' }],
      [
        { text: '伤寒、痢疾（便检）', span: 2 },
        { text: '未检出' },
        { text: '甲肝、戊肝抗体', span: 2 },
        { text: '阴性' },
      ],
      [
        { text: '活动性肺结核（胸片）', span: 2 },
        { text: '未见异常' },
        { text: '化脓性、渗出性皮肤病', span: 2 },
        { text: '无' },
      ],
    ]
    const columns = [26, 30, 26, 22, 24, 26]
    const y = table(ctx, rows, { x: 14, y: 32, columns, rowHeight: 11.4, style: { face: 'Song', size: 3.3 } })
    cell(ctx, { x: 168, y: 32, width: 28, height: 36 }, '照片', { face: 'Song', size: 3.4, rule: 0.25, colour: '#888' })
    const ground = random.pick(['#3f78b5', '#c84a45', '#e8eef2'])
    const { 性别: sex } = content.fields
    if (content.marks.照片 !== false)
      portrait(ctx, { x: 169, y: 33, width: 26, height: 34 }, String(sex), random, ground)
    line(ctx, '结论：合格，准予从事上述行业工作。', 18, y + 9, { face: 'Song', size: 3.8 })
    line(ctx, `体检机构（盖章）：${text(content, '发证单位')}`, 18, y + 19, { face: 'Song', size: 3.8 })
    line(ctx, '主检医师：', 152, y + 19, { face: 'Song', size: 3.8 })
    const ring = mark(content, '盖章')
    if (ring) roundSeal(ctx, { ring, foot: '体检专用章', diameter: 34 }, 112 + random.between(-14, 14), y + 14, random)
    line(ctx, '注：1. 本证明自体检之日起一年内有效。2. 涂改、转借无效。3. 遗失请到原体检机构补办。', 14, 141, {
      face: 'Song',
      size: 2.7,
    })
    sample(ctx, 194, 144, 2.4)
  }),
]
