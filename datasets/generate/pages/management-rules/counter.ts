import { type Layout, list, mark, printDate, text } from '../content.ts'
import { roundSeal } from '../primitives/seal.ts'
import { A4 } from '../primitives/sheet.ts'
import { sheetOf } from '../primitives/sheet-of.ts'
import { line, paragraph, sample } from '../primitives/text.ts'

const NUMERALS = '一二三四五六七八九十'
/** What each rule says on a wall; the text is the same for all that have no words of their own. */
const WORDS: Readonly<Record<string, string>> = {
  从业人员健康管理制度: '从业人员须持有效健康证明上岗，每日晨检并登记；患有碍食品安全疾病的，立即调离岗位。',
  食品安全自查制度: '每日、每周、每月分级自查，问题当场整改，自查记录存档不少于两年。',
  进货查验记录制度: '进货须索证索票，查验许可证与合格证明，台账如实填写，不收无证产品。',
}
const GENERAL = '明确岗位责任，逐项落实到人，做好日常记录；发现问题及时报告并整改，记录由专人保管备查。'

/** 食品安全管理制度 as it hangs on the wall: a coloured head with the firm's name, the rules in two columns, person in charge and day at the foot. */
export const counter: Layout = (content, random) => {
  const colour = random.pick(['#1f5f9e', '#2c7a4b', '#a02a2a'])
  return [
    sheetOf({ ...A4, paper: '#fdfdfd' }, content, (ctx, content) => {
      ctx.strokeStyle = ctx.fillStyle = colour
      ctx.lineWidth = 1
      ctx.strokeRect(10, 10, 190, 272)
      ctx.fillRect(10, 10, 190, 32)
      const white = { align: 'center', colour: '#ffffff' } as const
      line(ctx, text(content, '单位名称'), 105, 21, { ...white, face: 'Hei', size: 4.6 })
      line(ctx, '食品安全管理制度', 105, 35, { ...white, face: 'HeiBold', size: 9, spacing: 1.6 })
      const titles = list(content, '制度名称清单')
      const left = Math.ceil(titles.length / 2)
      let lowest = 0
      for (const [column, some] of [titles.slice(0, left), titles.slice(left)].entries()) {
        let y = 56
        for (const [i, title] of some.entries()) {
          const x = 17 + column * 91
          const number = NUMERALS[column * left + i] ?? ''
          line(ctx, `（${number}）${title}`, x, y, { face: 'HeiBold', size: 4, colour })
          const words = [WORDS[title] ?? GENERAL, '违反本项规定的，按照奖惩办法处理；造成后果的，依法追究责任。']
          for (const [n, one] of words.entries())
            y = paragraph(ctx, `${n + 1}. ${one}`, x, n === 0 ? y + 8 : y, 84, {
              face: 'Song',
              size: 3.7,
              leading: 1.65,
            })
          y += 7
        }
        lowest = Math.max(lowest, y)
      }
      const foot = Math.max(lowest + 10, 232)
      ctx.fillStyle = colour
      ctx.fillRect(16, foot - 8, 178, 0.4)
      line(ctx, `食品安全总监：${text(content, '责任人')}`, 18, foot + 4, { face: 'Hei', size: 4 })
      line(ctx, '投诉举报电话：12315', 18, foot + 14, { face: 'Hei', size: 4 })
      const day = printDate(text(content, '实施日期'), 'numerals')
      line(ctx, `施行日期：${day}`, 190, foot + 4, { face: 'Hei', size: 4, align: 'right' })
      line(ctx, '（盖章）', 150, foot + 18, { face: 'Song', size: 4 })
      const ring = mark(content, '盖章')
      if (ring) roundSeal(ctx, { ring }, 158 + random.between(-12, 12), foot + 16, random)
      sample(ctx, 105, 291)
    }),
  ]
}
