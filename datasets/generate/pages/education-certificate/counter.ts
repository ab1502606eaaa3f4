import type { Random } from '../../random.ts'
import { type Content, type Layout, mark, printDate, text } from '../content.ts'
import { guilloche, portrait } from '../primitives/figure.ts'
import { print } from '../primitives/fills.ts'
import { signature } from '../primitives/hand.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { type Cell, table } from '../primitives/table.ts'
import { line, runs, sample } from '../primitives/text.ts'

/** Titles of the papers that are forms; the others are diplomas. */
const FORMS: Readonly<Record<string, string>> = {
  职称证书: '上海市专业技术资格证书',
  学历电子注册备案表: '教育部学历证书电子注册备案表',
}

/** A diploma that says everything in one sentence beside the photo, or the ruled sheet that is printed from the register. */
export const counter: Layout = (content, random) => {
  const form = FORMS[content.variant ?? '']
  const paper = form ? { ...A4, paper: '#ffffff' } : { width: 297, height: 210, density: 7, paper: '#fdf9ef' }
  return [
    sheetOf(paper, content, (ctx, content) => {
      if (form) register(ctx, content, form, random)
      else diploma(ctx, content, random)
    }),
  ]
}

function photo(ctx: Context, content: Content, area: Parameters<typeof portrait>[1], random: Random): void {
  if (content.marks.照片 !== false) portrait(ctx, area, String(content.fields.性别), random)
}

function diploma(ctx: Context, content: Content, random: Random): void {
  guilloche(ctx, { x: 12, y: 12, width: 273, height: 186 }, ['#f3e6c8', '#f0e0d0'], {
    lines: 44,
    swing: 4,
    weight: 0.2,
  })
  const degree = content.variant === '学位证书'
  line(ctx, degree ? '学士学位证书' : '普通高等学校毕业证书', 186, 42, { face: 'Brush', size: 14, align: 'center' })
  photo(ctx, content, { x: 40, y: 52, width: 33, height: 45 }, random)
  const learned = `${text(content, '学制') && `${text(content, '学制')}年制`}${text(content, '学习形式')}`
  const parts = [
    `学生 ${text(content, '姓名')}，性别 ${text(content, '性别')}，在本校 ${text(content, '专业')} 专业`,
    `${learned} ${text(content, '层次')} 学习，修完教学计划规定的全部课程，成绩合格，`,
    degree ? '经审核符合学位授予条件，授予学士学位。' : '准予毕业。',
  ]
  const body = { face: 'SongMedium', size: 6.2, leading: 2.1, indent: 12.4 } as const
  runs(ctx, [print(parts.join(''))], 100, 70, 170, body)
  line(ctx, `校　名：${text(content, '学校')}`, 100, 150, { ...body, size: 5 })
  line(ctx, '校（院）长：', 200, 150, { ...body, size: 5 })
  signature(ctx, random.pick(['林知秋', '周明远']), 230, 151, random, 11)
  line(ctx, `证书编号：${text(content, '证书编号')}`, 36, 176, { face: 'Song', size: 4.4 })
  const day = printDate(text(content, '毕业日期'), 'numerals')
  line(ctx, day, 262, 176, { ...body, size: 5.4, align: 'right' })
  const ring = mark(content, '学校章')
  if (ring) roundSeal(ctx, { ring, diameter: 42 }, 158 + random.between(-8, 8), 156, random)
  line(ctx, '查询网址：http://www.chsi.invalid', 36, 190, { face: 'Song', size: 3 })
  sample(ctx, 148.5, 205)
}

function register(ctx: Context, content: Content, title: string, random: Random): void {
  line(ctx, title, 105, 34, { face: 'HeiBold', size: 7, align: 'center' })
  const titled = content.variant === '职称证书'
  const row = (label: string, name: string, words = text(content, name)): Cell[] => [
    { text: label },
    { text: words, face: 'SongMedium', size: 4, align: 'left' },
  ]
  const day = printDate(text(content, '毕业日期'), 'plain')
  const at = { x: 20, columns: [36, 92], rowHeight: 15, style: { face: 'Hei', size: 3.7 } } as const
  const y = table(
    ctx,
    [
      row('姓　名', '姓名'),
      row('性　别', '性别'),
      row(titled ? '评审机构' : '院校名称', '学校'),
      row(titled ? '专业类别' : '专业名称', '专业'),
      row(titled ? '资格名称' : '学历层次', '层次'),
      row(titled ? '批准日期' : '毕（结）业日期', '毕业日期', day),
      row('学习形式', '学习形式'),
      row('学　制（年）', '学制'),
      row(titled ? '管理号' : '证书编号', '证书编号'),
    ],
    { ...at, y: 50 },
  )
  ctx.strokeRect(148, 50, 42, 60)
  photo(ctx, content, { x: 153, y: 55, width: 32, height: 44 }, random)
  line(ctx, titled ? '评审委员会（章）' : '（签发单位章）', 120, y + 26, { face: 'Song', size: 3.8 })
  const ring = mark(content, '学校章')
  if (ring) roundSeal(ctx, { ring, diameter: 40 }, 142 + random.between(-8, 8), y + 22, random)
  line(ctx, '注意事项：本表内容真实性请以网上在线验证结果为准，在线验证码在有效期内可免费查验。', 20, 278, {
    face: 'Song',
    size: 3,
  })
  sample(ctx, 105, 291)
}
