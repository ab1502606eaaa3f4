import { districtOf } from '../../../facts/values/address.ts'
import { addDays } from '../../../facts/values/date.ts'
import { applicant, by, field, firm, get, isSole, paper, papers } from '../ask.ts'
import { blank, inForce, list, sameAddress, sameCode, sameName, speaksOf, text } from '../compare.ts'
import { type Checks, fail, holds, none, pass, person } from '../label.ts'
import { held, original } from '../licence.ts'
import { title } from '../modules/mod-prem.ts'
import { changed, lastDay } from '../modules/mod-renew.ts'
import { scopeOf } from '../modules/mod-subj.ts'
import type { TrueCase } from '../true-case.ts'

const moves = (c: TrueCase) => list(c.form('chg_item')).includes('经营场所（搬迁）') || !blank(c.form('chg_addr'))

const isLost = (c: TrueCase) => text(c.form('lost_reason')) !== '损坏'

export const CHECKS: Checks = {
  'M03-P01': (c) => {
    const scope = scopeOf(c)
    if (blank(scope)) return none('缺营业执照')
    return holds(
      speaksOf(scope, '出版物零售', '出版物批发零售', '出版物批发、零售', '出版物批发兼零售', '出版物互联网销售'),
      '经营范围没有出版物零售',
    )
  },
  'M03-P02': (c) => {
    const asked = list(c.form('pb_scope'))
    if (asked.length === 0) return none('没有填经营范围')
    const other = asked.find((one) => /批发|教科书|教材/u.test(one))
    return holds(other === undefined, `${other ?? ''}要另行许可`)
  },
  'M03-P03': (c) => {
    const kind = [field(c, '营业执照', '类型'), get(firm(c), '类型'), c.form('subj_type')].map(text).join('；')
    const foreign = /外商|外资|中外|港澳台|台港澳|外国/u.test(kind)
    return foreign ? fail('外商投资主体，材料要按外资规定提交') : none('不是外商投资主体')
  },
  'S010-P01': (c) => {
    const places = [title(c)?.坐落, field(c, '房屋租赁合同', '房屋坐落')].filter((one) => !blank(one))
    const seat = field(c, '营业执照', '住所')
    if (places.length === 0 || blank(seat)) return none('缺营业执照或场所证明')
    if (/集中登记|虚拟|商务秘书|挂靠/u.test([...places, seat].map(text).join('；'))) return fail('地址是集中登记地')
    return holds(
      places.every((one) => sameAddress(one, seat)),
      '场所证明与营业执照地址对不上',
    )
  },
  'S010-P02': (c) => {
    if (!text(c.form('pb_mode')).includes('网络')) return none('不通过网络零售')
    if (blank(c.form('pb_url'))) return fail('没有填平台和网店名称')
    const shop = paper(c, '网店主体证明')?.fields
    if (!shop) return fail('没有网店主体证明')
    if (!sameName(shop.经营主体, applicant(c)) && !(isSole(c) && sameName(shop.经营主体, c.form('lrep_name'))))
      return fail('网店主体不是申请人')
    const names = [shop.网店名称, shop.网址, shop.平台名称].filter((one) => !blank(one))
    return holds(
      names.length === 0 || names.some((one) => speaksOf(c.form('pb_url'), text(one))),
      '网店主体证明不是所填的网店',
    )
  },
  'S010-P03': (c) => {
    const head = text(c.form('pb_head'))
    const whole =
      /\p{Script=Han}{2}/u.test(head) &&
      /\d{17}[\dXx]/u.test(head) &&
      /(?<!\d)(?:1\d{10}|0\d{2,3}-?\d{7,8}|\d{8})(?!\d)/u.test(head)
    if (!whole) return fail('负责人姓名、证件号、电话没有填全')
    // Settled with the generator: the edition of a form on paper is looked at by a person.
    return paper(c, '申请书') ? person('纸质申请表的版本由人看') : pass
  },
  'S011-P01': (c) => {
    const item = list(c.form('chg_item')).find((one) => one === '经营范围' || one === '经营方式')
    return holds(item === undefined, `变更${item ?? ''}要重新办理许可`)
  },
  'S011-P02': (c) => {
    if (!moves(c)) return none('没有变更地址')
    const where = districtOf(text(c.form('chg_addr')))
    return holds(where === null || where === c.asked.district, '新址不在本区，应向迁入区申请')
  },
  'S011-P03': (c) => {
    if (!moves(c)) return none('没有变更地址')
    const filed = c
      .records('不动产登记库', (r) => sameAddress(get(r, '坐落'), c.form('chg_addr')))
      .map((r) => get(r, '坐落'))
    const shown = [
      ...papers(c, '不动产权证书').map(({ fields }) => fields.坐落),
      ...papers(c, '房屋租赁合同').map(({ fields }) => fields.房屋坐落),
    ]
    const proofs = shown.length > 0 ? shown : filed
    if (proofs.length === 0) return fail('没有新场所的使用证明')
    if (!proofs.every((place) => sameAddress(place, c.form('chg_addr')))) return fail('场所证明不是新地址的')
    const seat = field(c, '营业执照', '住所')
    return holds(blank(seat) || sameAddress(seat, c.form('chg_addr')), '新地址与营业执照不一致')
  },
  'S012-P01': (c) => {
    const number = held(c)?.number ?? c.form('rn_no')
    const own = c.records(
      '出版物核验库',
      (r) => Object.values(r.键).includes(text(c.form('uscc'))) || sameCode(get(r, '许可证编号'), number),
    )
    const [last] = [...own].sort((a, b) => Number(get(b, '年度')) - Number(get(a, '年度')))
    if (!last) return fail('没有年度核验记录')
    return holds(text(get(last, '核验结论')) === '通过', `年度核验${text(get(last, '核验结论'))}`)
  },
  'S012-P02': (c) => {
    const lease = paper(c, '房屋租赁合同')
    if (!lease) return title(c) ? pass : none('缺场所证明')
    const end = lastDay(c)
    const next = end === null || end === '长期' || end < c.at ? c.at : addDays(end, 1)
    return holds(inForce(lease.fields.租赁期限, next), '租约在换证前后到期')
  },
  'S013-P01': (c) => {
    if (!isLost(c)) return none('损坏补证，不用遗失声明')
    return by(c, '遗失声明', ({ fields }) => {
      const number = text(fields.证照编号)
      if (!/^新出发.{0,4}沪.{0,6}零.{0,4}字第?.+号?$/u.test(number)) return fail('证号不是新出发沪零字的格式')
      return holds(sameCode(number, (held(c) ?? original(c))?.number ?? c.form('lost_no')), '证号与证照库不一致')
    })
  },
  'S013-P02': (c) => {
    if (!isLost(c)) return none('损坏补证，不用遗失声明')
    return by(c, '遗失声明', ({ fields }) => {
      if (!speaksOf(fields.遗失经过, '声明作废', '作废')) return fail('没有声明作废的表述')
      return holds(
        sameName(fields.声明主体, (held(c) ?? original(c))?.holder ?? c.form('subj_name')),
        '声明主体不是持证单位',
      )
    })
  },
  'S013-P03': (c) => {
    const one = held(c) ?? original(c)
    if (!one) return fail('证照库没有这张证')
    if (!sameCode(one.number, c.form('lost_no'))) return fail('编号与原证不一致')
    const what = changed(c, one)
    return holds(what === null, `补证夹带变更${what ?? ''}`)
  },
  'S014-P01': (c) => {
    const back = paper(c, '原许可证') !== undefined && paper(c, '许可证副本') !== undefined
    return holds(back || paper(c, '遗失声明') !== undefined, '正副本没有缴全，也没有遗失声明')
  },
}
