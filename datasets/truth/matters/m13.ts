import { comparable } from '../../../facts/values/text.ts'
import { by, field, firm, get, paper, param } from '../ask.ts'
import { blank, list, near, num, sameAddress, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { aboutFirm, allOf, bears, changes, ground, isDwelling, isSelf, matches, tellsAll } from '../matter.ts'

const FIRE = '消防安全检查意见书'

/** 互联网上网服务营业场所经营许可 */
export const CHECKS: Checks = {
  'M13-P01': (c) => {
    const kind = text(get(firm(c), '主体类别'))
    const says = [text(field(c, '营业执照', '类型')), text(field(c, '营业执照', '组成形式')), text(c.form('subj_type'))]
    const sole = says.some((one) => one.includes('个体')) || text(c.form('uscc')).startsWith('92')
    return holds(!sole && (kind === '' || kind === '企业'), '申请主体不是企业')
  },
  'M13-P02': (c) => {
    if (c.asked.situation === '变更' && !changes(c, '场所', '地址')) return none('没有变更经营场所')
    const place = c.form('chg_addr') ?? c.form('prem_addr')
    const far = num(get(ground(c, place), '最近中小学距离'))
    return allOf([far === null || far >= 200, '距中小学不足200米'], [!isDwelling(c, place), '在居民住宅楼（院）内'])
  },
  'M13-P03': (c) => {
    const [area, seats] = [num(c.form('ib_area')), num(c.form('ib_pc'))]
    if (area === null || seats === null || seats === 0) return none('没有申报面积、台数')
    return holds(area / seats >= 2 - 1e-9, '每台不足2平方米')
  },
  'M13-P04': (c) =>
    by(c, '平面图', ({ fields }) => {
      const marks = [fields.安全标注, fields.设备设施位置, fields.出入口].flatMap((one) => list(one))
      const told = tellsAll(marks, { 安全出口: /安全出口|疏散|应急出口/u, 监控位置: /监控|摄像/u })
      const claimed = num(c.form('ib_pc'))
      return claimed === null || num(fields.机位数) === claimed ? told : fail('机位数与申报台数不一致')
    }),
  'S034-P01': (c) => by(c, '网络安全承诺书', (p) => holds(bears(p, '公安机关盖章'), '承诺书没有公安机关确认')),
  'S034-P02': (c) =>
    by(c, FIRE, ({ fields }) => {
      const [own, seen] = [comparable(text(c.form('subj_name'))), comparable(text(fields.场所名称))]
      const named = isSelf(c, seen) || (seen !== '' && (seen.includes(own) || own.includes(seen)))
      const [area, claimed] = [num(fields.使用面积), num(c.form('ib_area')) ?? num(c.form('prem_area'))]
      return allOf(
        [named, '消防文书的场所名称不一致'],
        [matches(sameAddress, fields.地址, c.form('prem_addr')), '消防文书的地址不一致'],
        [area === null || claimed === null || near(area, claimed, 0.01), '消防文书的面积与申报不一致'],
      )
    }),
  'S035-P01': (c) => {
    if (!changes(c, '经营场所（搬迁）', '改建扩建', '计算机数量')) return none('不变更场所、布局、台数')
    const given = paper(c, FIRE)
    if (!given) return fail('没有附消防文件')
    return holds(!/不合格|不同意|不符合/u.test(text(given.fields.检查结论)), '消防检查不合格')
  },
  'S036-P01': (c) => {
    const original = paper(c, '原许可证')?.fields
    const kept = aboutFirm(c, '许可证库').find((r) => {
      const kind = text(get(r, '证照名称'))
      return kind === '' || kind === text(param(c, '证照名称'))
    })
    const place = get(kept, '经营场所') ?? original?.地址 ?? null
    const seats = num(original?.计算机数量) ?? num(get(kept, '计算机数量'))
    if (blank(place) && seats === null) return none('没有原许可可比')
    return allOf(
      [blank(place) || matches(sameAddress, place, c.form('prem_addr')), '地址与原许可不一致'],
      [seats === null || seats === (num(c.form('ib_pc')) ?? seats), '台数与原许可不一致'],
    )
  },
}
