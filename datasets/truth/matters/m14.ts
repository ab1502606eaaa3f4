import { by, firm, get, papers } from '../ask.ts'
import { blank, list, near, num, rows, sameName, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import { allOf, bears, ground, isDwelling, isSelf } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

/** Investors, legal representative and head: each owes a declaration. */
function declarers(c: TrueCase): string[] {
  const investors = [...list(c.form('en_inv')), ...list(get(firm(c), '投资人'))]
  return [...new Set([...investors, text(c.form('lrep_name'))])].filter((name) => name !== '')
}

/** 娱乐场所经营许可 */
export const CHECKS: Checks = {
  'M14-P01': (c) =>
    by(c, '无禁止情形声明', () => {
      const signed = papers(c, '无禁止情形声明').filter((p) => bears(p, '签名'))
      const by = signed.flatMap(({ fields }) => [...list(fields.声明人), ...list(fields.签署人)])
      const without = declarers(c).filter((name) => !by.some((one) => sameName(one, name)))
      return holds(without.length === 0, `没有${without.join('、')}的声明`)
    }),
  'M14-P02': (c) => {
    const place = c.form('prem_addr')
    const map = ground(c, place)
    const banned = list(get(map, '娱乐场所禁设情形')).filter((one) => !/^无$/u.test(one))
    return allOf(
      [!isDwelling(c, place), '位于居民楼内'],
      [banned.length === 0, `禁设地点：${banned.join('、')}`],
      [(num(get(map, '地下层数')) ?? 0) <= 1, '在地下一层以下'],
    )
  },
  'M14-P03': (c) =>
    by(c, '平面图', ({ fields }) => {
      const [drawn, claimed] = [num(fields.总面积), num(c.form('en_area'))]
      const plan = rows(fields.功能区)
      const wrong = rows(c.form('en_rooms')).filter((room) => {
        const area = num(plan.find((one) => sameName(one.名称, room.名称))?.面积)
        return area === null || !near(area, num(room.面积) ?? 0, 0.05)
      })
      return allOf(
        [drawn === null || claimed === null || near(drawn, claimed, 0.05), '总面积与申报不一致'],
        [wrong.length === 0, `${text(wrong[0]?.名称)}面积与申报不一致`],
      )
    }),
  'M14-P04': (c) => {
    if (text(c.form('en_kind')) !== '游艺娱乐场所') return none('不是游艺场所')
    return by(c, '设备设施清单', ({ fields }) => {
      const devices = rows(fields.设备).filter((row) => !blank(row.设备名称))
      const bought = papers(c, '设备发票').filter((p) => isSelf(c, p.fields.购买方名称))
      const listed = c.records('公开目录库', (r) => /游戏|游艺/u.test(text(get(r, '目录'))))
      const approved = (row: (typeof devices)[number]) =>
        listed.some((r) => {
          const entry = text(get(r, '条目'))
          const [name, model] = [text(row.设备名称), text(row.规格型号)]
          return (
            (name !== '' && entry.includes(name)) || (model !== '' && (entry + text(get(r, '编码'))).includes(model))
          )
        })
      return allOf(
        [bought.length > 0, '没有设备合法来源的发票'],
        [listed.length === 0 || devices.every(approved), '设备不在内容审核名录'],
      )
    })
  },
}
