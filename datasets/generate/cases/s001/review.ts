import type { Truth } from '../../../case-format.ts'
import type { World } from '../../world/world.ts'

const PERSON: Record<string, string> = {
  'S001-P04': '生进熟出流线须由人看图判断',
  'S001-P07': '与污染源的距离须现场核查',
  'SITE-P01': '须现场核查',
}

const AUTOMATIC = [
  'IMG-P01 IMG-P02 IMG-P03 IMG-P04 IMG-P05',
  'FORM-P01 FORM-P02 FORM-P03 FORM-P04 FORM-P05 FORM-P06 FORM-P07',
  'SUBJ-P01 SUBJ-P02 SUBJ-P03 SUBJ-P04 SUBJ-P05',
  'LREP-P01 LREP-P02 LREP-P03',
  'PREM-P01 PREM-P02 PREM-P03 PREM-P04 PREM-P05 PREM-P06 PREM-P07',
  'PLAN-P01 PLAN-P02 PLAN-P03',
  'SYS-P01 SYS-P02 SYS-P03',
  'HEALTH-P01 HEALTH-P02 HEALTH-P03',
  'AGENT-P01 AGENT-P02 AGENT-P03 AGENT-P04',
  'M01-P01 M01-P02 M01-P03 M01-P04 M01-P05',
  'S001-P01 S001-P02 S001-P03 S001-P05 S001-P06',
].flatMap((group) => group.split(' '))

/** Truth of every S001 review point for a complete and correct application. */
export function cleanReview(w: World): Truth['review'] {
  const none: Record<string, string> = {
    'IMG-P04': '没有提交复印件',
    'IMG-P05': '没有提交电子证照文件',
  }
  if (!w.items.some((item) => /冷食|生食|裱花/u.test(item))) none['S001-P02'] = '没有申报冷食类、生食类、裱花类项目'
  if (!w.agent)
    for (const id of ['AGENT-P01', 'AGENT-P02', 'AGENT-P03', 'AGENT-P04']) none[id] = '法定代表人本人办理，没有委托'
  const review: Truth['review'] = {}
  for (const id of AUTOMATIC) {
    const because = none[id]
    review[id] = because ? { verdict: 'not-applicable', because } : { verdict: 'pass' }
  }
  for (const [id, because] of Object.entries(PERSON)) review[id] = { verdict: 'person', because }
  return review
}
