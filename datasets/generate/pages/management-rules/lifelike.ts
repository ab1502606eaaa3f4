import type { Random } from '../../random.ts'
import { type Content, type Layout, list, mark, printDate, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4, type Context, type Sheet, sheet } from '../primitives/sheet.ts'
import { line, paragraph, sample, widthOf } from '../primitives/text.ts'

const LEFT = 28
const WIDTH = 154
const BODY = { face: 'Song', size: 4.2, leading: 1.8 } as const
const NUMERALS = '一二三四五六七八九十'
/** Rules to a page. */
const PER_PAGE = 3

/** The clauses of each rule; one that is not listed gets the last entry's. */
const CLAUSES: Record<string, readonly string[]> = {
  从业人员健康管理制度: [
    '食品生产经营人员每年应当进行健康检查，取得健康证明后方可上岗，不得先上岗后查体。',
    '患有发热、腹泻、皮肤伤口或感染、咽部炎症等有碍食品安全病症的人员，应当立即离开工作岗位，待查明原因并将病症治愈后，方可重新上岗。',
    '每日上岗前由专人对从业人员进行晨检，并做好晨检记录。',
    '建立从业人员健康档案，档案保存期限不少于二年。',
  ],
  食品安全自查制度: [
    '定期对食品安全状况进行检查评价，每月至少自查一次，自查情况如实记录。',
    '经营条件发生变化，不再符合食品安全要求的，立即采取整改措施。',
    '有发生食品安全事故潜在风险的，立即停止经营活动，并向所在地监管部门报告。',
    '自查中发现的问题，应当明确整改人员和时限，整改完成后进行复查。',
  ],
  进货查验记录制度: [
    '采购食品、食品添加剂及食品相关产品，应当查验供货者的许可证和产品合格证明文件。',
    '如实记录食品的名称、规格、数量、生产日期或者生产批号、保质期、进货日期以及供货者名称、地址、联系方式等内容。',
    '记录和凭证保存期限不得少于产品保质期满后六个月；没有明确保质期的，不得少于二年。',
    '不得采购腐败变质、掺假掺杂、超过保质期等法律法规禁止经营的食品。',
  ],
  卫生检查奖惩制度: [
    '卫生检查分为班前自查、每周检查和每月评比，检查结果记录在册并予以公布。',
    '对卫生工作成绩突出的岗位和个人给予表扬和奖励。',
    '对检查不合格的岗位责令当场整改，逾期不改的按照本单位有关规定处理。',
  ],
  应急处置预案: [
    '成立应急处置小组，由主要负责人任组长，负责事故的报告、处置和善后工作。',
    '发生食品安全事故时，立即停止经营，封存可能导致事故的食品及其原料、工具和用具。',
    '自事故发生之时起二小时内，向所在地市场监督管理部门和卫生行政部门报告。',
    '配合有关部门进行调查，如实提供相关材料和样品，不得隐匿、伪造、毁灭有关证据。',
  ],
  设备维护制度: [
    '设备由专人负责使用和保养，操作人员应当熟悉设备性能和操作规程。',
    '冷藏、冷冻设备每日检查温度并做好记录，每季度除霜、清洁一次。',
    '计量器具和温度显示装置按照规定校验，发现故障及时维修或者更换。',
  ],
  其他: [
    '各岗位应当严格执行本项规定，由专人负责检查，检查情况如实记录。',
    '发现问题应当立即整改，并向食品安全管理人员报告。',
    '有关记录和凭证应当妥善保存，保存期限不少于二年。',
  ],
}

/** A firm's bound 管理制度: cover, contents with dotted leaders, the rules clause by clause, the firm's seal over its name at the end. */
export const lifelike: Layout = (content, random) => {
  const rules = list(content, '制度名称清单')
  const pages = Math.max(1, Math.ceil(rules.length / PER_PAGE))
  return [
    sheet(A4, (ctx) => cover(ctx, content), ['单位名称', '责任人', '实施日期']),
    sheet(A4, (ctx) => contents(ctx, rules), ['制度名称清单']),
    ...Array.from({ length: pages }, (_, i) => body(content, rules, { page: i, pages }, random.fork('seal'))),
  ]
}

function cover(ctx: Context, content: Content): void {
  const firm = text(content, '单位名称')
  line(ctx, firm, 105, 82, { face: 'SongBold', size: [...firm].length > 18 ? 6.2 : 7.4, align: 'center' })
  line(ctx, titleOf(content), 105, 108, { face: 'SongBlack', size: 12, align: 'center', spacing: 2 })
  const small = { face: 'Song', size: 5, align: 'center' } as const
  if (text(content, '责任人')) line(ctx, `食品安全负责人：${text(content, '责任人')}`, 105, 196, small)
  if (text(content, '实施日期'))
    line(ctx, `实施日期：${printDate(text(content, '实施日期'), 'plain')}`, 105, 210, small)
  sample(ctx, 188, 289, 3)
}

const titleOf = ({ variant }: Content) => variant ?? '管理制度'

/** 目录: name, dots, number of the page. */
function contents(ctx: Context, rules: readonly string[]): void {
  line(ctx, '目　　录', 105, 40, { face: 'HeiBold', size: 6, align: 'center' })
  const dots = widthOf(ctx, '…', BODY)
  for (const [i, rule] of rules.entries()) {
    const y = 58 + i * 11
    const words = `${NUMERALS[i]}、${rule}`
    const start = LEFT + line(ctx, words, LEFT, y, BODY) + 1
    const count = Math.floor((LEFT + WIDTH - 6 - start) / dots)
    line(ctx, '…'.repeat(Math.max(count, 0)), start, y, BODY)
    line(ctx, String(1 + Math.floor(i / PER_PAGE)), LEFT + WIDTH, y, { ...BODY, align: 'right' })
  }
  sample(ctx, 188, 289, 3)
}

function body(
  content: Content,
  rules: readonly string[],
  { page, pages }: { page: number; pages: number },
  random: Random,
): Sheet {
  const last = page === pages - 1
  return sheet(
    A4,
    (ctx) => {
      let y = 36
      for (const [i, rule] of rules.slice(page * PER_PAGE, (page + 1) * PER_PAGE).entries()) {
        line(ctx, `${NUMERALS[page * PER_PAGE + i]}、${rule}`, 105, y, { face: 'HeiBold', size: 4.8, align: 'center' })
        y += 9.6
        for (const [n, clause] of (CLAUSES[rule] ?? CLAUSES.其他 ?? []).entries())
          y = paragraph(ctx, `${n + 1}、${clause}`, LEFT, y, WIDTH, { ...BODY, indent: 8.4 })
        y += 4
      }
      if (last) {
        y = Math.min(y, 246)
        line(ctx, text(content, '单位名称'), 178, y + 10, { ...BODY, align: 'right' })
        line(ctx, printDate(text(content, '实施日期'), 'plain'), 172, y + 20, { ...BODY, align: 'right' })
        const ring = mark(content, '盖章')
        if (ring) roundSeal(ctx, { ring }, 148 + random.between(-8, 8), y + 12, random)
      }
      line(ctx, `- ${page + 1} -`, 105, 284, { face: 'Song', size: 3.2, align: 'center' })
      sample(ctx, 188, 289, 3)
    },
    last ? ['制度名称清单', '单位名称', '实施日期', '盖章'] : ['制度名称清单'],
  )
}
