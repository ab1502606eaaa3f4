import type { RegistryRecord } from '../../../case-format.ts'
import { uscc } from '../../world/codes.ts'
import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'
import { type Held, holderOf, holdLicence, type LicenceOptions, lapse, restate } from './held-licence.ts'
import { lossStatement } from './lost.ts'

export interface CancelOptions {
  licence: LicenceOptions
  place?: string
  title: string
}

/** MOD-CANCEL: the licence is handed back, was only electronic, or is said to be lost. */
export function cancel(d: Draft, firm: Firm, o: CancelOptions): Held {
  const random = d.random('cancel')
  const habit = random.next()
  const how = habit < 0.2 ? 'register' : habit < 0.55 ? 'electronic' : 'paper'
  const held = holdLicence(d, holderOf(firm, o.place), { held: how, ...o.licence })
  d.known({ cn_no: held.number })
  d.typed({ cn_reason: random.pick(['停止经营', '停止经营', '经营场所搬迁', '其他']) })
  if (how === 'register') lossStatement(d, firm, held, o.title, addDays(d.at, -random.int(6, 50)))
  d.none('注销不看经营范围', 'SUBJ-P04')
  d.none('注销许可证，主体的状态和期限不看', 'SUBJ-P03', 'SUBJ-P05')
  // A firm whose business licence was revoked may, and should, give up its other licences.
  d.withdraw('scope-does-not-cover', 'firm-revoked')
  d.mayFail({
    id: 'case-pending',
    title: '这张证还有在办的案件',
    slot: held.slot,
    touches: 'pending',
    fails: { 'CANCEL-P03': '有在办的变更或处罚案件' },
    apply: (draft) => {
      const pending = draft.random('pending')
      draft.record(
        '在办案件库',
        { uscc: firm.code },
        {
          案件编号: `PT${draft.at.slice(0, 4)}${pending.digits(6)}`,
          类别: pending.pick(['变更', '延续', '处罚']),
          许可证编号: held.number,
          立案日期: addDays(draft.at, -pending.int(5, 40)),
          状态: '在办',
        },
      )
    },
  })
  d.mayFail({
    id: 'licence-of-another-firm',
    title: '申请人不是这张证的持有人',
    slot: held.slot,
    touches: 'licence-holder',
    fails: { 'CANCEL-P01': '证照的持有人是另一家单位' },
    apply: (draft) => {
      const other = {
        持证人: '上海广富示例实业有限公司',
        统一社会信用代码: uscc(draft.random('other'), DISTRICT.code, '91'),
      }
      restate(draft, held, other)
      for (const record of (draft.registry.许可证库 ?? []) as RegistryRecord[])
        if (record.许可证编号 === held.number) record.键 = { uscc: other.统一社会信用代码, number: held.number }
    },
  })
  if (typeof d.scenario.parameters.get('证照名称') === 'string')
    d.mayFail({
      id: 'licence-revoked',
      title: '原证已被吊销',
      slot: held.slot,
      touches: 'licence-life',
      refuse: true,
      fails: { 'CANCEL-P04': '原证已被吊销，不用注销' },
      apply: (draft) => lapse(draft, held, '吊销'),
    })
  if (how === 'paper')
    d.mayFail({
      id: 'licence-not-returned',
      title: '没有交回原证，也没有声明遗失',
      slot: held.slot,
      touches: 'licence-life',
      fails: { 'IMG-P02': '没有交回原证，也没有遗失声明', 'CANCEL-P02': '没有交回原证，也没有声明遗失' },
      apply: (draft) => draft.remove(held.slot),
    })
  return held
}
