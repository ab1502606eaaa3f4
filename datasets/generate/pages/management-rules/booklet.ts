import { type Layout, list, mark, printDate, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

/** What each rule says, in a sentence or two; a rule not listed gets a general one. */
const WORDING: Record<string, string> = {
  食品安全自查制度: '食品安全管理员每日对食品处理区开展检查，每周汇总一次，发现问题立即整改并记录。',
  从业人员健康管理制度: '从业人员每年进行健康检查，取得健康证明后方可上岗；每日晨检，患有有碍食品安全疾病的调离岗位。',
  进货查验记录制度:
    '采购食品及原料应当查验供货者的许可证和产品合格证明，如实记录名称、数量、日期，凭证保存不少于二年。',
  食品安全事故处置制度: '发生食品安全事故，立即停止经营、封存食品，二小时内报告所在地监管部门，配合调查处理。',
  从业人员培训管理制度: '新进人员培训合格后上岗，在岗人员每季度培训一次并考核，培训情况记入档案。',
  场所及设施设备清洗消毒维护制度: '餐用具一餐一洗一消毒，设施设备定期清洗、校验和维护，记录保存备查。',
  餐厨废弃物处置制度: '餐厨废弃物分类存放，日产日清，交由有资质的单位收运并建立台账。',
  食品添加剂使用制度: '食品添加剂专人采购、专人保管、专册登记，称量使用，不得超范围超限量。',
}

/** 食品安全管理制度: title, list of rules, then the wording of each; sealed at the end. Two pages. */
export const booklet: Layout = (content, random) => {
  const titles = list(content, '制度名称清单')
  const half = Math.ceil(titles.length / 2)
  const body = { face: 'Song', size: 4.1, leading: 1.75 } as const
  const rule = (ctx: Context, i: number, y: number) => {
    const title = titles[i] ?? ''
    line(ctx, `${han(i + 1)}、${title}`, 26, y, { face: 'HeiBold', size: 4.3 })
    const words = WORDING[title] ?? '各岗位按照本制度执行，食品安全管理员负责检查，记录保存不少于二年。'
    return paragraph(ctx, words, 26, y + 7.8, 158, { ...body, indent: 8.2 }) + 3
  }
  return [
    sheet(
      A4,
      (ctx) => {
        line(ctx, '食品安全管理制度', 105, 36, { face: 'HeiBold', size: 8.4, align: 'center', spacing: 2 })
        line(ctx, `单位名称：${text(content, '单位名称')}`, 26, 52, body)
        line(ctx, `责任人：${text(content, '责任人')}`, 26, 60, body)
        line(ctx, `实施日期：${printDate(text(content, '实施日期'))}`, 110, 60, body)
        line(ctx, '目　录', 105, 74, { face: 'HeiBold', size: 5, align: 'center' })
        let y = 84
        for (const [i, title] of titles.entries()) {
          line(ctx, `${han(i + 1)}、${title}`, 40, y, body)
          y += 7.4
        }
        y += 8
        for (let i = 0; i < half; i++) y = rule(ctx, i, y)
        sample(ctx, 188, 289, 3.2)
      },
      ['单位名称', '责任人', '实施日期', '制度名称清单'],
    ),
    sheet(
      A4,
      (ctx) => {
        let y = 34
        for (let i = half; i < titles.length; i++) y = rule(ctx, i, y)
        y = paragraph(ctx, '本制度自实施之日起执行，由食品安全管理员负责解释和监督。', 26, y + 2, 158, {
          ...body,
          indent: 8.2,
        })
        line(ctx, text(content, '单位名称'), 178, y + 20, { ...body, align: 'right' })
        line(ctx, printDate(text(content, '实施日期')), 170, y + 30, { ...body, align: 'right' })
        const ring = mark(content, '盖章')
        if (ring) roundSeal(ctx, { ring }, 152, y + 22, random)
        sample(ctx, 188, 289, 3.2)
      },
      ['单位名称', '实施日期', '盖章'],
    ),
  ]
}

function han(n: number): string {
  return ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'][n] ?? String(n)
}
