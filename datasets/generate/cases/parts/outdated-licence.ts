import type { CaseValue, RegistryRecord } from '../../../case-format.ts'
import type { Random } from '../../random.ts'
import { addDays, addYears } from '../../world/dates.ts'
import { tradeName } from '../../world/names.ts'
import { person } from '../../world/people.ts'
import type { Draft } from '../draft.ts'
import type { Firm } from './firm.ts'

/** The business licence (or certificate) as it is handed in on paper. */
export interface OnPaper {
  type: string
  fields: Record<string, CaseValue>
  more: NonNullable<Parameters<Draft['paper']>[3]>
}

/** A firm hands in the paper of before a change that the register has long since (MOD-SUBJ, MOD-LREP), or one that has run out. */
export function offerOutdatedLicence(d: Draft, firm: Firm, paper: OnPaper): void {
  // What is being changed or ended shows an older licence rightly.
  if (/变更|注销|补/u.test(d.scenario.situation)) return
  const random = d.random('outdated-licence')
  offerFormer(d, firm, paper, random)
  if (!isReadBy(d, paper.fields.营业期限 ? '营业期限' : '有效期限', 'SUBJ-P05')) offerEnded(d, firm, paper)
  const number = `${firm.code.slice(2, 8)}0${random.digits(8)}`
  if (firm.kind === '企业' && !isReadBy(d, '统一社会信用代码', 'SUBJ-P01', 'SUBJ-P05'))
    d.mayFail({
      id: 'licence-with-old-number',
      title: '交的是三证合一以前的旧执照，上面是15位注册号',
      slot: '营业执照',
      fails: { 'SUBJ-P01': '执照上不是18位的统一社会信用代码', 'FORM-P05': '执照上是旧注册号' },
      apply: (draft) => {
        handIn(draft, firm, paper, { 统一社会信用代码: number })
        draft.one('营业执照').layout = 'landscape'
      },
    })
}

/** Points beside those named (and FORM-P05, which fails as well) compare what stands there: what they say is another question. */
function isReadBy(d: Draft, field: string, ...own: readonly string[]): boolean {
  return d.scenario.points.some(
    ({ id, reads }) => id !== 'FORM-P05' && !own.includes(id) && reads.includes(`营业执照.${field}`),
  )
}

function offerFormer(d: Draft, firm: Firm, paper: OnPaper, random: Random): void {
  const former = (id: string, title: string, field: string, value: string, point: string) => {
    if (value !== paper.fields[field] && d.hasPoint(point) && !isReadBy(d, field, point))
      d.mayFail({
        id,
        title,
        slot: '营业执照',
        fails: { [point]: title, 'FORM-P05': title },
        apply: (draft) => handIn(draft, firm, paper, { [field]: value }),
      })
  }
  // One character more or less is what a camera may do to a name.
  const brands = Array.from({ length: 20 }, () => tradeName(random))
  const brand = brands.find((one) => ![...one].some((char) => firm.brand.includes(char))) ?? ''
  const name = firm.name.replace(firm.brand, brand)
  former('licence-before-renaming', '交的营业执照是更名以前的，上面是旧名称', '名称', name, 'SUBJ-P02')
  const head = person(random, d.at).name
  former('licence-of-former-head', '交的营业执照上还是原来的法定代表人（负责人）', '法定代表人', head, 'LREP-P01')
}

function offerEnded(d: Draft, firm: Firm, paper: OnPaper): void {
  const [name] = ['营业期限', '有效期限'].filter((one) => one in paper.fields)
  if (!name) return
  d.mayFail({
    id: 'licence-term-ended',
    title: `营业执照（登记证书）的${name}已经届满`,
    slot: '营业执照',
    fails: { 'SUBJ-P05': `${name}在受理日期已届满` },
    apply: (draft) => {
      const to = addDays(draft.at, -draft.random('term-ended').int(4, 150))
      const term = { from: addDays(addYears(to, name === '营业期限' ? -10 : -4), 1), to }
      handIn(draft, firm, paper, { [name]: term })
      if (name === '营业期限') draft.amend('法人库', { 营业期限: term }, ({ 键 }) => 键.uscc === firm.code)
    },
  })
}

/** Only the paper is left: the library of electronic licences has none of the firm. */
function handIn(draft: Draft, firm: Firm, { type, fields, more }: OnPaper, now: Record<string, CaseValue>): void {
  const isOwn = ({ about, 键 }: RegistryRecord) =>
    about !== undefined && 键.uscc === firm.code && isCharter(draft, about)
  const library = draft.registry.电子证照
  if (library) draft.registry.电子证照 = library.filter((record) => !isOwn(record))
  if (draft.of('营业执照').length === 0) draft.paper('营业执照', type, fields, more)
  draft.change('营业执照', now)
}

const isCharter = (draft: Draft, about: string) =>
  draft.scenario.slots.some(({ slot, documentTypes }) => slot === '营业执照' && documentTypes.includes(about))
