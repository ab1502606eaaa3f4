import { hasAgent, papers } from '../ask.ts'
import { blank, list, samePlace, sameText, text } from '../compare.ts'
import { type Checks, fail, holds, none } from '../label.ts'
import { held } from '../licence.ts'
import { aboutMe } from '../persons.ts'
import type { TrueCase, TrueDocument } from '../true-case.ts'

/** Shared data that spare an applicant from a paper (数据核验免交): what they hold stands in for it. */
const SPARED: Readonly<Record<string, (c: TrueCase) => boolean>> = {
  申请书: () => true,
  // Settled with the generator: 实名登录的免交.
  申请人身份证: (c) => c.applicant.idNumber !== undefined,
  不动产权证书: (c) =>
    c
      .records('不动产登记库')
      .some((r) => samePlace(r.坐落 as string, c.form('prem_addr')) || !blank(keyOf(c) && r.键.uscc === keyOf(c))),
  营业执照: (c) => c.all('法人登记证书').length > 0,
  原许可证: (c) => isFiling(c) && held(c) !== undefined,
  高新技术企业证书: (c) => c.records('科技项目库', (r) => r.类别 === '高新技术企业').length > 0,
  健康证明: (c) => c.records('健康体检库').length > 0 || later(c, '健康证明'),
  卫生检测报告: (c) => later(c, '检测报告'),
  立项文件: (c) => c.records('科技项目库').length > 0,
  银行账户材料: (c) => c.records('银行账户库').length > 0 || c.all('社会保障卡').length > 0,
  学历职称证书: (c) => c.records('学籍学历库').length > 0,
  从业资格证: (c) => c.records('人员资格库').length > 0,
}

const keyOf = (c: TrueCase) => text(c.form('uscc')) || c.applicant.uscc

/** The earlier filing is looked up, not handed in (原备案信息，数据核验免交). */
const isFiling = (c: TrueCase) =>
  c.asked.slots.some(
    ({ slot, documentTypes }) =>
      slot === '原许可证' && documentTypes.some((type) => /预包装食品备案|第二类医疗器械/u.test(type)),
  )

/** Under 告知承诺 it may be handed in later. */
function later(c: TrueCase, material: string): boolean {
  const set = c.asked.parameters.get('后补材料')
  return Array.isArray(set) && set.includes(material)
}

/** Papers that a relative may hand in instead of a power of attorney. */
const KINSHIP = ['户口簿', '居民户口簿', '结婚证', '出生医学证明', '公证书']

/** Slots asked for on a condition that the form (or the scenario) itself settles. Settled with the generator: also where a point of its own asks whether the paper is attached. */
const ON_CONDITION: Readonly<Record<string, (c: TrueCase) => boolean>> = {
  授权委托书: (c) =>
    hasAgent(c) && !(c.applicant.kind === 'person' && c.handedIn().some((p) => KINSHIP.includes(p.slot))),
  受托人身份证: hasAgent,
  房屋租赁合同: (c) => text(c.form('prem_own')) === '租赁' && c.records('租赁备案库').length === 0,
  原许可证: (c) => text(c.form('lost_reason')) === '损坏',
  排水许可证: (c) => list(c.form('chg_item')).some((item) => /工艺|排水|车位/u.test(item)),
  出院小结: (c) => c.scenario === 'S080',
  门急诊病历: (c) => c.scenario === 'S079',
  转诊证明: (c) => text(c.form('yd_type')) === '异地转诊',
  解除劳动关系证明: (c) => aboutMe(c, '退工备案库').length === 0,
  网店主体证明: (c) => text(c.form('pb_mode')).includes('网络'),
  亲子关系文书: (c) => c.form('ce_reason') === '变更父母信息',
  考勤记录: (c) => text(c.form('hs_kind')).startsWith('综合'),
  告知承诺书: (c) => c.scenario === 'S005' && c.form('rn_changed') === false,
  遗失声明: (c) =>
    text(c.form('lost_reason')) === '遗失' && c.records('公示库', (r) => r.公告类别 === '遗失公告').length === 0,
}

function wanted(c: TrueCase, slot: { slot: string; required: string }): boolean {
  if (slot.required === 'required') return !(SPARED[slot.slot]?.(c) ?? false)
  return slot.required === 'conditional' && (ON_CONDITION[slot.slot]?.(c) ?? false)
}

function misplaced(c: TrueCase, { slot, documentType }: TrueDocument): boolean {
  const asked = c.asked.slots.find((one) => one.slot === slot)
  if (!asked || asked.documentTypes.length === 0) return false
  if (slot === '授权委托书' && c.applicant.kind === 'person' && KINSHIP.includes(documentType)) return false
  return !asked.documentTypes.some((type) => sameText(type, documentType))
}

const given = (c: TrueCase) => c.handedIn().filter(({ exempt }) => !exempt)

export const CHECKS: Checks = {
  'IMG-P01': (c) => {
    const bad = given(c).find(({ readable }) => !readable)
    if (given(c).length === 0) return none('没有上传材料')
    return holds(!bad, `${bad?.slot ?? ''}看不清`)
  },
  'IMG-P02': (c) => {
    // Settled with the generator: something else in its place does not hand it in.
    const missing = c.asked.slots.find((slot) => wanted(c, slot) && papers(c, slot.slot).length === 0)
    if (missing) return fail(`缺${missing.slot}`)
    if (given(c).length === 0) return none('没有要交的材料')
    const part = given(c).find(({ complete }) => !complete)
    return holds(!part, `${part?.slot ?? ''}页面不全`)
  },
  'IMG-P03': (c) => {
    const wrong = given(c).find((one) => misplaced(c, one))
    if (given(c).length === 0) return none('没有上传材料')
    return holds(!wrong, `${wrong?.slot ?? ''}里放的是${wrong?.documentType ?? ''}`)
  },
  'IMG-P04': (c) => {
    const copies = given(c).filter(({ copy, electronic }) => copy && !electronic)
    if (copies.length === 0) return none('没有复印件')
    return holds(
      copies.every(({ remark }) => remark),
      '复印件没有注明与原件一致',
    )
  },
  'IMG-P05': (c) => {
    const files = given(c).filter(({ electronic }) => electronic)
    if (files.length === 0) return none('没有电子证照文件')
    return holds(
      files.every(({ signed }) => signed),
      '电子文件验签不通过',
    )
  },
}
