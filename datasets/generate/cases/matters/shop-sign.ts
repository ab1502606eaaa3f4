import { addDays } from '../../world/dates.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { firmCase } from '../parts/firm-case.ts'
import { deedOf, leasePaper, recordTenancy, tenancy } from '../parts/tenancy.ts'

/** M09 户外招牌设置（备案/审查） */
export const SCENARIOS: MatterRecipe = { S027: hang }

function hang(d: Draft): void {
  const random = d.random('sign')
  const { firm } = firmCase(
    d,
    {
      trade: '餐饮管理',
      scope: '许可项目：餐饮服务。一般项目：餐饮管理；外卖递送服务。',
      shop: { chance: 0.3, ending: '小吃店' },
    },
    '户外招牌设置',
  )
  const brand = firm.name.replace(/^上海(市普陀区)?/u, '').replace(/(餐饮管理有限公司|小吃店)$/u, '')
  const length = random.int(30, 80) / 10
  const height = random.int(8, 14) / 10
  const size = `${length}×${height}×0.3`
  const maker = `上海${random.pick(['亮彩', '新视', '百工'])}示例广告制作有限公司`
  const position = `${firm.place.floor || '1层'}门楣正上方墙面`
  const material = '铝塑板面，内置发光字'
  d.known({ sg_name: brand, sg_pos: position, sg_size: size, sg_mat: material, sg_firm: maker, sg_photo: '已上传' })
  d.paper('招牌效果图', 'SGN', {
    招牌内容: brand,
    设置位置: position,
    尺寸: size,
    招牌长度: length,
    距地高度: random.int(26, 34) / 10,
    门店立面宽度: Math.round((length + 1.5) * 10) / 10,
    材质与光源: material,
    设计单位: maker,
  })
  d.restsOn('招牌效果图', 'M09-P01', 'M09-P04')
  d.paper(
    '告知承诺书',
    'CMT',
    {
      事项名称: '户外招牌设置',
      申请人: firm.name,
      法定代表人: firm.legal.name,
      承诺内容: `安全维护责任人 ${firm.legal.name}，电话 ${firm.legal.phone}，维护年限 5 年，每年检查一次，台风暴雨前加固`,
      日期: addDays(d.at, -2),
    },
    { marks: { 盖章: firm.name, 签名: firm.legal.name, 公安机关盖章: false } },
  )
  building(d, firm.name, firm.address, firm.place.area, firm.code, firm.legal.name)
  d.mayFail({
    id: 'sign-of-another-name',
    title: '招牌上的名称和执照、商标都没有关系',
    slot: '招牌效果图',
    fails: { 'M09-P01': '招牌内容与登记名称无关' },
    apply: (draft) => {
      const other = brand.startsWith('东海') ? '北山酒家' : '东海渔村'
      draft.change('招牌效果图', { 招牌内容: other })
      draft.form.sg_name = other
    },
  })
  d.mayFail({
    id: 'sign-wider-than-front',
    title: '招牌比门店的立面还宽',
    slot: '招牌效果图',
    fails: { 'M09-P02': '招牌超出门店立面' },
    apply: (draft) => draft.change('招牌效果图', { 门店立面宽度: Math.round((length - 1) * 10) / 10 }),
  })
  d.mayFail({
    id: 'sign-on-the-roof',
    title: '楼顶字牌按招牌来报',
    slot: '招牌效果图',
    refuse: true,
    fails: { 'M09-P04': '楼顶设施不按招牌管理' },
    apply: (draft) => {
      draft.change('招牌效果图', { 设置位置: '楼顶（屋面）立杆支架' })
      draft.form.sg_pos = '楼顶（屋面）立杆支架'
    },
  })
  d.mayFail({
    id: 'commitment-without-keeper',
    title: '承诺书没有写维护责任人和年限',
    slot: '告知承诺书',
    fails: { 'M09-P05': '没有载明维护责任人与年限' },
    apply: (draft) => draft.change('告知承诺书', { 承诺内容: '保证招牌安全、整洁，遵守市容环境卫生管理规定' }),
  })
  d.mayFail({
    id: 'commitment-unsigned',
    title: '承诺书没有签字盖章',
    slot: '告知承诺书',
    fails: { 'M09-P05': '承诺书没有签字盖章' },
    apply: (draft) => draft.change('告知承诺书', {}, { 盖章: false, 签名: false }),
  })
}

/** The house is the firm's own, or somebody else's who agrees. */
function building(d: Draft, firm: string, place: string, area: number, code: string, signer: string): void {
  const own = d.random('house').chance(0.3)
  const t = tenancy(d, 'shop', { place, area, use: '商业服务/商业', tenant: firm, own, filed: 0 })
  recordTenancy(d, t, firm, { uscc: code })
  if (own) {
    d.paper('不动产权证书', 'RED', deedOf(d, t))
    d.none('装在自己的房子上', 'M09-P03')
    return
  }
  leasePaper(d, t, { name: firm, signer, firm: true })
  d.paper(
    '业主同意证明',
    'CNS',
    { 出租人: t.owner, 房屋坐落: place, 日期: addDays(d.at, -12) },
    {
      variant: '利害关系业主同意',
      marks: { 盖章: t.ownerIsPerson ? false : t.owner, 签名: t.ownerIsPerson ? t.owner : false },
    },
  )
  d.mayFail({
    id: 'no-consent',
    title: '装在别人的房子上，没有产权人同意',
    slot: '业主同意证明',
    touches: '业主同意证明',
    fails: { 'M09-P03': '没有产权人（物业）同意' },
    apply: (draft) => {
      draft.remove('业主同意证明')
      draft.remove('房屋租赁合同')
    },
  })
}
