import type { Random } from '../../random.ts'
import { type Content, type Layout, list, mark, printDate, text } from '../content.ts'
import { tall } from '../primitives/counter.ts'
import { portrait } from '../primitives/figure.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const STYLE = { face: 'Song', size: 3.4 } as const
/** Organs that a doctor looks at and what is found. */
const EXAMINED = [
  ['一般情况', '血压 118/76 mmHg　身高 168 cm　体重 61 kg'],
  ['内　科', '心、肺、肝、脾未见异常'],
  ['外　科', '皮肤、四肢、脊柱未见异常'],
  ['眼　科', '矫正视力 右 1.0　左 1.0，色觉正常'],
  ['胸部 X 线', '两肺未见活动性病变'],
  ['化　验', '肝功能、血常规在参考范围内'],
] as const

/** 卫生检测报告 on a single page, labels with their English below, results and conclusion in one frame; or the 健康体检表 of a hospital. */
export const counter: Layout = (content, random) => [
  sheetOf({ ...A4, paper: '#fdfdfd' }, content, (ctx, content) =>
    (content.variant === '体检报告' ? examination : laboratory)(ctx, content, random),
  ),
]

const value = (words: string, span = 1): Cell => ({ text: words, face: 'Hei', size: 3.6, align: 'left', span })
const day = (content: Content, name: string) => printDate(text(content, name), 'short')

function laboratory(ctx: Context, content: Content, random: Random): void {
  line(ctx, text(content, '检验机构'), 105, 22, { face: 'SongBold', size: 5.4, align: 'center' })
  line(ctx, '卫 生 检 测 报 告', 105, 34, { face: 'SongBlack', size: 8, align: 'center' })
  line(ctx, 'HYGIENE TEST REPORT', 105, 40, { face: 'Hei', size: 3, align: 'center', colour: '#555' })
  line(ctx, `报告编号 Report No.：${text(content, '报告编号')}`, 192, 50, { ...STYLE, align: 'right' })
  line(ctx, `资质认定编号：${text(content, 'CMA编号')}`, 18, 50, STYLE)
  const pair = (a: string, left: string, b: string, right: string): Cell[] => [
    { text: a },
    value(left),
    { text: b },
    value(right),
  ]
  const machine = (): Cell[][] => [
    pair('设备品种\nEquipment', text(content, '设备种类'), '设备代码\nCode', text(content, '设备代码')),
    pair('制造单位\nMaker', text(content, '制造单位'), '出厂编号\nSerial No.', text(content, '产品编号')),
    pair('安装单位\nInstaller', text(content, '安装单位'), '制造日期\nMade', day(content, '制造日期')),
  ]
  let y = table(
    ctx,
    [
      pair('委托方\nClient', text(content, '委托单位'), '被检单位\nInspected', text(content, '受检单位')),
      [{ text: '检测地址\nAddress' }, value(text(content, '受检地址'), 3)],
      pair('检测日期\nTested on', day(content, '检验日期'), '下次检验日期\nNext', day(content, '下次检验日期')),
      ...(text(content, '设备种类') ? machine() : []),
    ],
    { x: 18, y: 54, columns: [28, 62, 28, 56], rowHeight: 12.5, style: STYLE },
  )
  const items = list(content, '检测项目')
  const heads = ['检测项目\nItem', '单位', '限值', '检测点 1', '检测点 2', '单项判定']
  y = table(
    ctx,
    [
      heads.map((head) => ({ text: head, face: 'SongBold' as const })),
      ...items.map((item) => {
        const found = () => random.between(0.01, 0.09).toFixed(3)
        return [item, 'mg/m³', '≤0.10', found(), found(), '符合'].map((words) => ({ text: words }))
      }),
    ],
    { x: 18, y, columns: [46, 24, 24, 28, 28, 24], rowHeight: 9.5, style: STYLE },
  )
  tall(ctx, '检测结论', { x: 18, y, width: 14, height: 48 }, STYLE)
  ctx.strokeRect(32, y, 160, 48)
  paragraph(ctx, text(content, '检测结论'), 37, y + 10, 148, { face: 'Hei', size: 3.8 })
  line(ctx, '检测专用章', 128, y + 32, STYLE)
  line(ctx, `签发日期：${day(content, '报告日期')}`, 128, y + 42, STYLE)
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring, foot: '检测专用章' }, 150 + random.between(-8, 8), y + 28, random)
  line(ctx, `检测人：　　　　　　复核人：　　　　　　授权签字人：${text(content, '签发人')}`, 22, y + 58, STYLE)
  line(ctx, '注：本报告复印未加盖检测专用章无效；对结果有异议的，请于收到之日起十五日内提出。', 18, y + 68, {
    ...STYLE,
    size: 2.9,
  })
  line(ctx, '第1页 共1页', 105, 286, { ...STYLE, size: 3, align: 'center' })
  sample(ctx, 188, 290)
}

function examination(ctx: Context, content: Content, random: Random): void {
  line(ctx, '健 康 体 检 表', 105, 28, { face: 'SongBold', size: 8, align: 'center' })
  line(ctx, `编号：${text(content, '报告编号')}`, 18, 40, STYLE)
  line(ctx, `体检日期：${day(content, '检验日期')}`, 130, 40, { ...STYLE, align: 'right' })
  const head: Cell[][] = [
    [{ text: '姓　名' }, value(text(content, '受检人')), { text: '体检类型' }, value('从业（执业）体检')],
    [{ text: '工作单位' }, value(text(content, '委托单位'), 3)],
    [{ text: '既往病史' }, value('无', 3)],
  ]
  let y = table(ctx, head, { x: 18, y: 44, columns: [26, 46, 26, 46], rowHeight: 13, style: STYLE })
  portrait(ctx, { x: 163, y: 45, width: 28, height: 37 }, random.pick(['男', '女']), random)
  const rows = EXAMINED.map(([part, found]): Cell[] => [
    { text: part },
    value(found),
    { text: '签名：', align: 'left' },
  ])
  y = table(ctx, rows, { x: 18, y, columns: [26, 118, 30], rowHeight: 15, style: STYLE })
  tall(ctx, '体检结论', { x: 18, y, width: 26, height: 52 }, STYLE)
  ctx.strokeRect(44, y, 148, 52)
  paragraph(ctx, text(content, '检测结论'), 49, y + 11, 138, { face: 'Hei', size: 4 })
  line(ctx, `主检医师：${text(content, '签发人')}`, 49, y + 34, STYLE)
  line(ctx, `体检医院（盖章）：${text(content, '检验机构')}`, 96, y + 34, STYLE)
  line(ctx, `报告日期：${day(content, '报告日期')}`, 124, y + 46, STYLE)
  const ring = mark(content, '盖章')
  if (ring) roundSeal(ctx, { ring, foot: '体检专用章' }, 152 + random.between(-10, 10), y + 32, random)
  sample(ctx, 188, 290)
}
