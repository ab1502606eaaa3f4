import { foodLicenceNumber } from '../../world/codes.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { change, OFFICE } from '../parts/change.ts'
import type { Firm } from '../parts/firm.ts'
import { firmCase } from '../parts/firm-case.ts'
import { restate } from '../parts/held-licence.ts'
import { premisesOf } from '../parts/premises.ts'

/** M02 仅销售预包装食品经营者备案 */
export const SCENARIOS: MatterRecipe = { S008: first, S009: changed }

interface Trade {
  firm: Firm
  /** Sells health food beside. */
  special: boolean
}

function trader(d: Draft, years: readonly [number, number]): Trade {
  const random = d.random('prepacked')
  const special = random.chance(0.35)
  const { firm, agent } = firmCase(
    d,
    {
      trade: random.pick(['商贸', '食品贸易', '百货']),
      scope: `一般项目：食品销售（仅销售预包装食品）；${special ? '保健食品（预包装）销售；' : ''}日用百货销售。`,
      otherScope: '一般项目：日用百货销售；服装服饰零售；企业管理咨询。',
      shop: { chance: 0.35, ending: random.pick(['食品店', '便利店', '百货店']) },
      years,
    },
    '预包装食品备案',
  )
  const contact = agent ?? firm.legal
  d.known({ yb_contact: `${contact.name} ${contact.phone}` })
  if (!special) d.none('不经营特殊食品', 'M02-P03')
  return { firm, special }
}

const kindsOf = (special: boolean) => ['预包装食品', ...(special ? ['保健食品'] : [])]

function first(d: Draft): void {
  const random = d.random('first')
  const { firm, special } = trader(d, [0, 3])
  premisesOf(d, firm, { dwellingFails: { 'S008-P01': '实体店开在住宅里，没有业主同意' } })
  const kinds = kindsOf(special)
  const online = random.chance(0.4)
  d.typed({
    yb_kind: kinds,
    yb_mode: ['实体门店', ...(online ? ['网络'] : [])],
    yb_cold: random.chance(0.4),
    ...(online ? { yb_plat: `邻味到家平台“${firm.brand}小店”，https://shop.example.cn/${random.digits(6)}` } : {}),
  })
  if (online)
    d.mayFail({
      id: 'shop-link-missing',
      title: '网络销售只写了平台，没有写网址',
      slot: '申请书',
      touches: 'yb_plat',
      fails: { 'M02-P04': '没有写店铺网址' },
      apply: (draft) => draft.answer('yb_plat', '邻味到家平台'),
    })
  else d.none('不通过网络销售', 'M02-P04')
  looseFood(d, kinds)
  if (special)
    d.mayFail({
      id: 'special-food-not-ticked',
      title: '经营保健食品，没有勾选',
      slot: '申请书',
      touches: 'yb_kind',
      fails: { 'M02-P03': '经营范围有保健食品，经营种类没有勾选' },
      apply: (draft) => draft.answer('yb_kind', ['预包装食品']),
    })
  d.mayFail({
    id: 'already-licensed',
    title: '已有含预包装项目的食品经营许可，又来备案',
    slot: '申请书',
    touches: 'licence',
    fails: { 'M02-P02': '已有食品经营许可，不用再备案' },
    apply: (draft) => {
      const issued = addDays(addYears(draft.at, -1), -40)
      const number = foodLicenceNumber(draft.random('already'), DISTRICT.code)
      draft.record(
        '许可证库',
        { uscc: firm.code, number },
        {
          证照名称: '食品经营许可证',
          许可证编号: number,
          经营者名称: firm.name,
          统一社会信用代码: firm.code,
          法定代表人: firm.legal.name,
          住所: firm.address,
          经营场所: firm.address,
          主体业态: '食品销售经营者',
          经营项目: '预包装食品销售；散装食品销售',
          有效期至: addDays(addYears(issued, 5), -1),
          发证日期: issued,
          发证机关: OFFICE,
          状态: '有效',
        },
      )
    },
  })
}

function looseFood(d: Draft, kinds: readonly string[]): void {
  d.mayFail({
    id: 'loose-food',
    title: '经营种类里有散装食品',
    slot: '申请书',
    touches: 'yb_kind',
    refuse: true,
    fails: { 'M02-P01': '散装食品要办食品经营许可' },
    apply: (draft) => {
      draft.form.yb_kind = [...kinds, '散装食品']
      draft.answer('yb_kind', [...kinds, '散装食品'])
    },
  })
}

/** S009 备案信息变更 */
function changed(d: Draft): void {
  const random = d.random('changed')
  const { firm, special } = trader(d, [2, 8])
  const filed = addDays(addYears(d.at, -1), -random.int(20, 250))
  const more = special && random.chance(0.7)
  const { held } = change(d, firm, {
    licence: {
      type: 'YBR',
      number: `YB1${DISTRICT.code}${random.digits(7)}`,
      issued: filed,
      until: null,
      authority: OFFICE,
      printed: { 经营种类: more || !special ? '预包装食品' : '预包装食品、保健食品', 销售方式: '实体门店' },
      held: 'paper',
    },
    kinds: firm.kind === '企业' ? ['名称', '法定代表人'] : ['名称'],
    own: more ? { item: '经营种类', old: '预包装食品', now: '预包装食品、保健食品' } : null,
  })
  const kinds = kindsOf(special)
  d.known({ prem_addr: firm.address })
  d.typed({ yb_kind: kinds, yb_mode: ['实体门店'], yb_cold: random.chance(0.4) })
  d.none('不通过网络销售', 'M02-P04')
  looseFood(d, kinds)
  if (more)
    d.mayFail({
      id: 'filing-of-another-firm',
      title: '原备案是另一家的，换了主体却申请变更',
      slot: '原许可证',
      fails: { 'S009-P01': '原备案主体不是申请人' },
      apply: (draft) =>
        restate(draft, held, { 持证人: '上海广富示例贸易有限公司', 统一社会信用代码: '91310107MA1G0A0A0X' }),
    })
}
