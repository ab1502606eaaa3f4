import { by, field, get, paper } from '../ask.ts'
import { blank, inForce, rows, sameAddress, sameCode, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass } from '../label.ts'
import {
  allOf,
  any,
  changes,
  drawn,
  ground,
  isDwelling,
  isLive,
  isSelf,
  matches,
  tells,
  tellsAll,
  title,
  unsaid,
} from '../matter.ts'

const WASHING = /洗车|清洗服务|(?:机动车|汽车|车辆)(?:清洗|保洁|美容|修理|维修|维护)/u
const PUBLIC_LAND = /道路用地|城市道路|交通用地|道路|广场用地|公共广场|消防通道|绿地|绿化/u
const PUBLIC_PLACE = /人行道|非机动车道|消防通道|绿地|绿化带|公共部位|路边|占道/u
const DRAWN = {
  清洗车位: /车位|洗车/u,
  沉淀池: /沉淀/u,
  隔油池: /隔油/u,
  排水口: /排水|排放口/u,
  循环水设备: /循环|回用/u,
  进出口: /出入口|进出口|入口|出口/u,
}

/** 机动车清洗企业设立备案 */
export const CHECKS: Checks = {
  'M07-P01': (c) =>
    by(c, '营业执照', ({ fields }) =>
      holds(tells(fields.经营范围 ?? fields.业务范围, WASHING), '经营范围不含洗车服务、机动车修理和维护'),
    ),
  'M07-P02': (c) => {
    const place = c.form('prem_addr')
    if (PUBLIC_PLACE.test(text(place))) return fail('场所在道路、消防通道或者绿地上')
    const land = title(c, place)
    if (!land) return none('缺不动产权证书')
    return holds(!PUBLIC_LAND.test(text(land.use)), `土地房屋用途为${text(land.use)}`)
  },
  'M07-P03': (c) =>
    by(c, '排水许可证', ({ fields }) =>
      allOf(
        [inForce(fields.有效期, c.at) && isLive(fields), '排水许可证不在有效期'],
        [isSelf(c, fields.排水户名称), '排水户名称不一致'],
        [matches(sameAddress, fields.详细地址, c.form('prem_addr')), '排水许可地址不一致'],
      ),
    ),
  'M07-P04': (c) =>
    by(c, '平面图', (plan) => tellsAll([...drawn(plan), blank(plan.fields.出入口) ? '' : '出入口'], DRAWN)),
  'M07-P05': (c) =>
    by(c, '设备设施清单', ({ fields }) => {
      const saving = rows(fields.设备).filter((row) => /循环|节水|回用/u.test(text(row.设备名称) + text(row.用途)))
      const proof = paper(c, '产品合格证明')
      return allOf(
        [saving.length > 0, '清单没有循环用水、节水设备'],
        [saving.every((row) => !blank(row.规格型号)), '节水设备没有规格型号'],
        [proof !== undefined, '没有产品合格证明'],
        [!/不合格|不符合/u.test(text(proof?.fields.检测结论)), '产品不合格'],
      )
    }),
  'S023-P01': (c) => holds(!unsaid(c.form('cw_sludge')), '没有写污泥去向'),
  'S023-P02': (c) => {
    const dwelling = get(ground(c, c.form('prem_addr')), '居民楼内') === true || isDwelling(c, c.form('prem_addr'))
    if (!dwelling) return none('不临近住宅')
    const hours = text(c.form('cw_hours'))
    return holds(/\d/u.test(hours) && /噪|隔声|降音|扰民/u.test(hours), '没有写营业时间和噪声措施')
  },
  'S023-P03': (c) => {
    const kept = c.records(
      '清洗备案库',
      (r) => get(r, '状态') === '在册' && sameAddress(get(r, '经营场所') ?? r.键.address ?? null, c.form('prem_addr')),
    )
    return holds(kept.length === 0, '同一地址还有在册的清洗备案')
  },
  'S024-P01': (c) => {
    if (!changes(c, '清洗车位', '清洗工艺', '排水口')) return none('不变更车位、工艺、排水口')
    return allOf(
      [paper(c, '平面图') !== undefined, '没有新平面图'],
      [paper(c, '排水许可证') !== undefined, '没有排水许可变更件'],
    )
  },
  'S024-P02': (c) => {
    if (changes(c, '经营主体（转让）')) return fail('转让应由新主体重新备案')
    const holder = field(c, '原许可证', '统一社会信用代码')
    return blank(holder) || matches(sameCode, holder, c.form('uscc')) ? pass : fail('原备案是别的主体的')
  },
  'S025-P01': (c) => {
    const number = c.form('cn_no')
    const kept = c.records('清洗备案库', (r) => sameCode(get(r, '备案编号'), number))[0]
    const shown = any(c, '原许可证', '备案编号')
    return allOf(
      [blank(number) || (kept !== undefined && (blank(shown) || sameCode(shown, number))), '备案编号与在册不一致'],
      [
        matches(sameCode, get(kept, '统一社会信用代码'), c.form('uscc')) || blank(get(kept, '统一社会信用代码')),
        '不是本单位的备案',
      ],
      [!blank(c.form('cw_enddate')), '没有填终止日期'],
      [!unsaid(c.form('cw_endstate')), '没有填设施拆除与排水口封堵情况'],
      [/设施|设备|拆/u.test(text(c.form('cw_endstate'))), '没有填设施拆除情况'],
      [/排水|封/u.test(text(c.form('cw_endstate'))), '没有填排水口封堵情况'],
    )
  },
}
