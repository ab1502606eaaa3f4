import type { Photo } from '../physics/photo.ts'
import type { Defect, Draft, Paper } from './draft.ts'

/** What makes a photo unreadable to anybody. */
const SPOILT: readonly (readonly [id: NonNullable<Paper['spoilt']>, title: string, harm: Partial<Photo>])[] = [
  ['blurred', '照片糊了，字认不出', { blur: 3.2, size: 1000 }],
  ['small', '图片太小，字认不出', { size: 300, jpeg: 40 }],
  ['dark', '照片太暗，字认不出', { lowLight: 1.6, blur: 1.2 }],
]

/** Ways to go wrong that any paper has: unreadable, a sheet short, not handed in. */
export function commonDefects(draft: Draft): Defect[] {
  const random = draft.random('common-defects')
  return [...new Set(draft.papers.map(({ slot }) => slot))].flatMap((slot) => {
    const papers = draft.of(slot)
    const [paper] = papers
    if (!paper || papers.length > 1) return []
    const [id, title, harm] = random.pick(SPOILT)
    return [
      spoilt(paper, id, title, harm),
      ...(paper.type === 'ID' ? [backMissing(slot)] : []),
      ...missing(draft, slot).flatMap((gone) => [gone, ...misplaced(draft, gone)]),
      ...(paper.photo.copy ? [unremarked(slot)] : []),
    ]
  })
}

function spoilt({ slot }: Paper, id: NonNullable<Paper['spoilt']>, title: string, harm: Partial<Photo>): Defect {
  return {
    id: `${slot}-${id}`,
    title: `${slot}的${title}`,
    slot,
    fails: { 'IMG-P01': `${slot}的${title}` },
    apply: (draft) => {
      const paper = draft.one(slot)
      paper.photo = { ...paper.photo, ...harm }
      delete paper.digital
      paper.spoilt = id
    },
  }
}

/** IMG-P04 asks a word of every photocopy. */
function unremarked(slot: string): Defect {
  return {
    id: `${slot}-copy-without-remark`,
    title: `${slot}交的是复印件，没有注明与原件一致`,
    slot,
    fails: { 'IMG-P04': `${slot}复印件没有注明与原件一致` },
    apply: (draft) => {
      draft.one(slot).unremarked = true
    },
  }
}

function backMissing(slot: string): Defect {
  return {
    id: `${slot}-one-side`,
    title: `${slot}只交了一面`,
    slot,
    fails: { 'IMG-P02': `${slot}缺国徽面` },
    silences: silencedBack(slot),
    apply: (draft) => {
      draft.one(slot).sheets = [0]
    },
  }
}

/** The validity stands on the back: the missing side is said once (DESIGN §3). */
function silencedBack(slot: string): Record<string, string> {
  const because = `${slot}只交了一面`
  return slot === '法定代表人身份证' ? { 'LREP-P03': because } : slot === '申请人身份证' ? { 'PERS-P02': because } : {}
}

/** Papers that people have at hand, with what they are called. */
const AT_HAND: readonly (readonly [type: string, name: string])[] = [
  ['LSE', '房屋租赁合同'],
  ['RED', '不动产权证书'],
  ['HKB', '户口簿'],
  ['VEH', '行驶证'],
  ['EDU', '毕业证书'],
]

/** Something else lies where the paper belongs, a paper that this application asks for nowhere; the rest is as if it were missing. */
function misplaced(draft: Draft, { slot, fails, silences = {} }: Defect): Defect[] {
  // What other papers or a register tell as well can still be asked: only points about this paper fall silent surely.
  const isOwn = (path: string) => ['申请表', '情形', '申请人', slot].includes(path.split('.')[0] ?? '')
  const silenced = draft.scenario.points.filter(({ id }) => id in silences)
  const isAlone = silenced.every(({ reads }) => reads.every(isOwn))
  if (!draft.habits.slotted || !isAlone || Object.keys(fails).some((id) => id !== 'IMG-P02')) return []
  const asked = new Set(draft.scenario.slots.flatMap(({ documents }) => documents))
  const strange = AT_HAND.filter(([type]) => !asked.has(type))
  if (strange.length === 0) return []
  const [type, name] = draft.random(`${slot}/other-paper`).pick(strange)
  const title = `${slot}的材料位里放的是${name}`
  return [
    {
      id: `${slot}-other-paper`,
      title,
      slot,
      fails: { 'IMG-P02': `没有交${slot}`, 'IMG-P03': title },
      silences: Object.fromEntries(Object.keys(silences).map((id) => [id, title])),
      apply: (changed) => {
        changed.remove(slot)
        changed.paper(slot, type, {}, { key: `${slot}-other` })
      },
    },
  ]
}

/** Made by the system, shown by signing in, verified against an authority's data, or what the claim itself is about. */
const FREE = new Set(['申请书', '申请人身份证', '银行账户材料', '医疗收费票据', '立项文件', '高新技术企业证书'])

/** Registers whose records spare a paper, by its slot. */
const SPARED_BY: Readonly<Record<string, readonly string[]>> = {
  不动产权证书: ['不动产登记库'],
  职业资格证书: ['人员资格库'],
  从业资格证: ['人员资格库'],
  健康证明: ['健康体检库'],
  行驶证: ['机动车库'],
}

/** A required paper is not handed in; points about it can no longer be asked. */
function missing(draft: Draft, slot: string): Defect[] {
  const asked = draft.scenario.slots.find((one) => one.slot === slot)
  const held = draft.registry.电子证照?.some(({ about }) => about !== undefined && asked?.documentTypes.includes(about))
  // A house in the register of real estate, people in that of qualifications: the paper is spared (数据核验免交).
  const spared = (SPARED_BY[slot] ?? []).some((source) => (draft.registry[source] ?? []).length > 0)
  // What may be promised for later is no missing paper: whether it was promised is COMMIT-P04's question.
  const later = draft.scenario.parameters.get('后补材料')
  const promised = Array.isArray(later) && later.some((name) => slot.includes(String(name)))
  if (asked?.required !== 'required' || held || spared || promised || FREE.has(slot)) return []
  const because = `没有交${slot}`
  // What is handed back is the business licence only where the registration itself ends.
  const other = draft.scenario.parameters.get('登记事项') === true ? null : 'CANCEL-P02'
  const about = draft.scenario.points.filter(
    ({ id, reads }) =>
      id !== other && (draft.resting[slot]?.includes(id) || reads.some((path) => path.startsWith(`${slot}.`))),
  )
  // Points that ask whether everything is there fail with it, though they read none of its fields.
  const whole = draft.scenario.points.filter(
    (point) =>
      /(?:所列资料|法定材料|申请文件)齐全/u.test(point.statement) &&
      // Whoever applies shows the licence; no list of a law's application papers names it.
      slot !== '营业执照' &&
      !about.includes(point) &&
      draft.review[point.id]?.verdict === 'pass',
  )
  return [
    {
      id: `${slot}-missing`,
      title: `没有交${slot}`,
      slot,
      fails: { 'IMG-P02': because, ...Object.fromEntries(whole.map(({ id }) => [id, because])) },
      silences: Object.fromEntries(
        about
          .filter(({ id }) => ['pass', 'person'].includes(draft.review[id]?.verdict ?? ''))
          .map(({ id }) => [id, because]),
      ),
      apply: (changed) => changed.remove(slot),
    },
  ]
}
