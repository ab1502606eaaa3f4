import type { CaseValue } from '../../case-format.ts'
import { by, field, get, paper, papers, param } from '../ask.ts'
import { blank, inForce, num, rows, sameCode, sameName, text } from '../compare.ts'
import { type Checks, holds, none } from '../label.ts'
import { allOf, byEither, changes, isSelf, tellsAll } from '../matter.ts'
import type { TrueCase } from '../true-case.ts'

interface Vehicle {
  kind: string
  mass: number | null
}

/** Vehicles by their 行驶证, else as the form lists those still to be bought. */
function vehicles(c: TrueCase): Vehicle[] {
  const owned = papers(c, '行驶证').map(({ fields }) => ({ kind: text(fields.车辆类型), mass: num(fields.总质量) }))
  if (owned.length > 0) return owned
  return rows(c.form('tr_veh')).map((row) => ({ kind: text(row.车辆类型), mass: num(row.总质量) }))
}

/** Kinds of haulage that a text names, however it words them. */
const kinds = (v: CaseValue) => [...new Set(text(v).match(/普通|集装箱|冷藏|罐式|大型物件|大件/gu) ?? [])]

/** A driver's qualification in force on record. */
const qualification = (c: TrueCase, number: CaseValue | undefined) =>
  c.records(
    '人员资格库',
    (r) => sameCode(get(r, '证书编号'), number) && get(r, '状态') === '有效' && inForce(get(r, '有效期限'), c.at, true),
  )[0]

const limit = (c: TrueCase) => num(param(c, '免许可总质量')) ?? 4500
const heavy = (c: TrueCase) => vehicles(c).filter(({ mass }) => mass === null || mass > limit(c))

/** Whether a driving licence class is good for a lorry: 牵引 needs A2, 中型 and 重型 need B2. */
function mayDrive(classes: CaseValue, { kind, mass }: Vehicle): boolean {
  const held = text(classes).toUpperCase()
  if (/牵引|半挂/u.test(kind)) return /A2/u.test(held)
  if (/重型|中型|大型/u.test(kind) || (mass ?? 0) > 4500) return /A1|A2|B2/u.test(held)
  return /[AB]\d|C1/u.test(held)
}

/** 道路普通货物运输经营许可 */
export const CHECKS: Checks = {
  'M12-P01': (c) => {
    if (c.asked.situation !== '新办') return none('已经有许可证')
    if (vehicles(c).length === 0) return none('没有车辆可看')
    return holds(heavy(c).length > 0, '车辆总质量都在4500千克以下，不用办')
  },
  'M12-P02': (c) =>
    by(c, '行驶证', () => {
      const commitment = papers(c, '投入车辆承诺书').some((p) => /租|投入/u.test(text(p.fields.承诺内容)))
      const bad = papers(c, '行驶证').map(({ fields }) => {
        const kept = c.records('机动车库', (r) => sameCode(get(r, '号牌号码'), fields.号牌号码))[0]
        const until = fields.检验有效期至 ?? get(kept, '检验有效期至')
        return allOf(
          [isSelf(c, fields.所有人) || commitment, `${text(fields.号牌号码)}不是申请人的车`],
          [inForce(until, c.at, true), `${text(fields.号牌号码)}检验过期`],
          [!/逾期|注销/u.test(text(get(kept, '状态'))), `${text(fields.号牌号码)}${text(get(kept, '状态'))}`],
        )
      })
      return bad.find(({ verdict }) => verdict === 'fail') ?? holds(true, '')
    }),
  'M12-P03': (c) => {
    const cars = heavy(c)
    if (vehicles(c).length > 0 && cars.length === 0) return none('都是4500千克及以下的车')
    const onRecord = rows(c.form('tr_drv')).map((row) => qualification(c, row.从业资格证号))
    return byEither(
      c,
      '从业资格证',
      onRecord.find((one) => one !== undefined),
      () => {
        const cards = papers(c, '从业资格证').map(({ fields }) => fields)
        const drivers = rows(c.form('tr_drv'))
        const unlicensed = drivers.filter(
          (row) =>
            !cards.some((card) => sameName(card.姓名, row.姓名) || sameCode(card.证书编号, row.从业资格证号)) &&
            !qualification(c, row.从业资格证号),
        )
        const classes = cards.map((card) => card.准驾车型 ?? null).concat(drivers.map((row) => row.准驾车型 ?? null))
        const known = classes.filter((one) => !blank(one))
        return allOf(
          [unlicensed.length === 0, `${text(unlicensed[0]?.姓名)}没有从业资格证`],
          [cards.every((card) => inForce(card.有效期至, c.at, true)), '从业资格证已过期'],
          [cars.every((car) => known.length === 0 || known.some((one) => mayDrive(one, car))), '准驾车型与车辆不符'],
          [
            cars.length === 0 || known.every((one) => vehicles(c).some((car) => mayDrive(one, car))),
            '驾驶员准驾车型不符',
          ],
        )
      },
    )
  },
  'M12-P04': (c) =>
    by(c, '管理制度', ({ fields }) =>
      tellsAll(fields.制度名称清单, {
        安全生产责任制: /责任/u,
        安全操作规程: /操作规程|操作规范/u,
        车辆技术管理: /车辆.*(?:技术|维护|维修|检测|管理)|技术管理/u,
        应急预案: /应急/u,
      }),
    ),
  'M12-P05': (c) => {
    if (c.form('tr_plan') !== true) return none('车辆已购')
    return by(c, '投入车辆承诺书', ({ fields }) =>
      allOf(
        [/车型|型|货车|牵引车|车辆类型/u.test(text(fields.承诺内容)), '没有写车型'],
        [/[\d一二两三四五六七八九十]+[辆台]/u.test(text(fields.承诺内容)), '没有写数量'],
        [/[\d一二两三四五六七八九十]+(?:年|个?月|日|天)/u.test(text(fields.承诺内容)), '没有写期限'],
      ),
    )
  },
  'S033-P01': (c) => {
    if (!changes(c, '经营范围')) return none('不增加经营范围')
    const [before, wanted] = [kinds(field(c, '原许可证', '经营范围')), kinds(c.form('tr_scope'))]
    if (before.length > 0 && wanted.length > 0 && wanted.every((one) => before.includes(one)))
      return none('没有增加的经营范围')
    const vehicle = paper(c, '行驶证') ?? paper(c, '投入车辆承诺书')
    return allOf(
      [vehicle !== undefined, '新增经营范围没有车辆材料'],
      [paper(c, '从业资格证') !== undefined, '新增经营范围没有人员材料'],
    )
  },
}
