import type { RegistryRecord } from '../../../../case-format.ts'
import { addDays, addYears } from '../../../world/dates.ts'
import { cards } from '../../../world/people.ts'
import type { World } from '../../../world/world.ts'
import type { Defect } from '../../plan.ts'
import { change } from './change.ts'

/** Cards of the legal representative that ran out within two years before the application. */
const lately = (w: World) => cards(w.legal.birth, w.at).filter(({ to }) => to < w.at && to > addYears(w.at, -2))

const last = (w: World) => w.staff.length - 1

/** Identity cards, health certificates, bans. */
export const PEOPLE: readonly Defect[] = [
  {
    id: 'legal-id-expired',
    title: '法定代表人身份证已过有效期',
    slot: '法定代表人身份证',
    touches: 'legal-id',
    fits: (w) => lately(w).length > 0,
    fails: () => ({ 'LREP-P03': '身份证有效期限届满日早于受理日期' }),
    world: (w, random) => {
      w.legal.validity = random.pick(lately(w))
    },
  },
  {
    id: 'identity-one-side',
    title: '法定代表人身份证只交了人像面',
    slot: '法定代表人身份证',
    touches: 'legal-id',
    fails: () => ({ 'IMG-P02': '身份证缺国徽面' }),
    silences: () => ({ 'LREP-P03': '缺国徽面已在缺件中指出' }),
    papers: change('legal-id', (paper) => {
      paper.sheets = [0]
    }),
  },
  {
    id: 'health-missing',
    title: '一名从业人员没有健康证明',
    slot: '健康证明',
    touches: 'health',
    fails: (w) => ({ 'HEALTH-P03': `名单上的${w.staff[last(w)]?.name ?? ''}没有健康证明` }),
    papers: (papers, w) => papers.filter((paper) => paper.key !== `health-${last(w)}`),
  },
  {
    id: 'health-expired',
    title: '一名从业人员的健康证明已过期',
    slot: '健康证明',
    touches: 'health',
    fails: (w) => ({ 'HEALTH-P01': `${w.staff[last(w)]?.name ?? ''}的健康证明已过有效期` }),
    world: (w, random) => {
      const certificate = w.staff[last(w)]?.certificate
      if (!certificate) return
      certificate.until = addDays(w.at, -random.int(8, 90))
      certificate.examined = addDays(addYears(certificate.until, -1), 1)
    },
  },
  {
    id: 'health-other-trade',
    title: '一名从业人员的健康证明是公共场所类',
    slot: '健康证明',
    touches: 'health',
    fails: (w) => ({ 'HEALTH-P02': `${w.staff[last(w)]?.name ?? ''}的健康证明体检类别不是食品` }),
    papers: (papers, w) =>
      change(`health-${last(w)}`, ({ content }) => {
        content.fields.体检类别 = '公共场所'
      })(papers),
  },
  {
    id: 'legal-banned',
    title: '法定代表人在五年禁入期内',
    slot: '法定代表人身份证',
    touches: 'legal-ban',
    refuse: true,
    fails: () => ({ 'M01-P04': '行业禁入库有法定代表人未满五年的记录' }),
    registry: (registry, w) => {
      const ban = {
        键: { cnid: w.legal.number },
        asOf: w.at,
        姓名: w.legal.name,
        证件号码: w.legal.number,
        禁入期限: { from: addYears(w.at, -2), to: addYears(w.at, 3) },
        事由: '食品经营许可证被吊销',
        处罚日期: addYears(w.at, -2),
      }
      registry.行业禁入库 = [ban as unknown as RegistryRecord]
    },
  },
]
