import type { DocumentType } from '../../facts/document-type.ts'
import type { Fact, MaterialEvidence } from '../../facts/fact.ts'
import type { ReadDocument } from '../../facts/reading.ts'
import { normalise } from '../../facts/values/normalise.ts'
import type { Value, ValueType } from '../../facts/values/value.ts'
import type { MaterialRule, Scenario } from '../catalogue/scenario.ts'
import type { Item } from '../engine/knowledge.ts'
import type { Truth } from '../engine/truth.ts'
import { and } from '../engine/truth.ts'
import type { Policy } from '../policy.ts'
import type { FilledForm } from '../prefill/fill-form.ts'
import type { FormValue, MaterialStatus, SubmittedMaterial } from '../results.ts'
import type { AssembledCase } from './assemble-facts.ts'
import { isSigned } from './document-facts.ts'
import { fileKind, fileNature } from './file-nature.ts'
import { UNKNOWN } from './place-materials.ts'
import type { SlotContent } from './slot-content.ts'
import { type Guesses, guessDoubt, mayBe } from './unidentified.ts'

type Cells = Record<string, Value | null>

/** Facts of one list item; null is what could not be told. */
function listItem(path: string, cells: Cells, evidence: MaterialEvidence[], doubt?: Fact['doubt']): Item {
  return new Map(
    Object.entries(cells).map(([name, value]) => [
      name,
      {
        path: `${path}.${name}`,
        value,
        confidence: value === null ? 0 : 1,
        state: value === null ? 'unreadable' : 'ok',
        evidence,
        ...(value === null && doubt && { doubt }),
      } satisfies Fact,
    ]),
  )
}

const pageEvidence = (material: SubmittedMaterial): MaterialEvidence[] => [
  {
    kind: 'material',
    material: material.id,
    documentType: material.documents[0]?.documentType ?? '',
    page: material.documents[0]?.pages[0] ?? 1,
    box: null,
    text: material.error?.message ?? '',
  },
]

/** Both sides of a card, the signing page of a contract: seen across the files of one slot. null when nobody can tell. */
function complete(types: readonly DocumentType[], documents: readonly ReadDocument[], minClear: number): Truth {
  return and(
    documents.map((document) => {
      const type = types.find(({ name }) => name === document.documentType)
      if (!type) return true
      const same = documents.filter(({ documentType }) => documentType === document.documentType)
      const sides = new Set(same.flatMap((one) => one.sides ?? []))
      const isClear = same.every(({ quality }) => quality.score >= minClear)
      if (!type.sides.every(({ name }) => sides.has(name))) return isClear ? false : null
      if (type.complete.length === 0 || same.some((one) => isSigned(type, one))) return true
      return isClear ? false : null
    }),
  )
}

/** The same, where sides that may be another's and files nobody can read are not counted: without them nobody can tell. */
function completeWith(
  types: readonly DocumentType[],
  documents: readonly ReadDocument[],
  loose: readonly ReadDocument[],
  unclear: boolean,
  minClear: number,
): Truth {
  const without = documents.length > 0 || loose.length === 0 ? complete(types, documents, minClear) : false
  if (without === false && unclear) return null
  return without === false && loose.length > 0 && complete(types, [...documents, ...loose], minClear) !== false
    ? null
    : without
}

/** All files that lie in a slot, each once. */
function filesOf(content: SlotContent): SubmittedMaterial[] {
  const documents = [...content.documents, ...content.loose, ...content.wrong].map(({ material }) => material)
  return [...new Set([...documents, ...content.unclear])]
}

/**
 * 材料: every uploaded file that belongs to a slot, and what can be said of it as a picture; with `unasked` those that
 * belong to none, too.
 */
export function fileList(
  scenario: Scenario,
  assembled: AssembledCase,
  materials: readonly SubmittedMaterial[],
  guesses: Guesses,
  policy: Policy,
  { unasked: all = false } = {},
): Item[] {
  const types = [...scenario.documentTypes.values()]
  const unasked = new Set(
    assembled.placement.ignored.filter(({ choose }) => choose.length === 0).map(({ material }) => material.id),
  )
  const single = [...assembled.single.values()]
  const inUse = new Set(
    [...assembled.placement.slots.values()].flatMap((content) => filesOf(content).map(({ id }) => id)),
  )
  const aside = new Set(single.flatMap((one) => one.aside.map(({ id }) => id)))
  const contested = new Set(single.flatMap((one) => one.contested.map(({ id }) => id)))
  // A picture too poor to tell what it is must be taken again; a clear one of something nobody asked for need not.
  const isHopeless = ({ documents }: SubmittedMaterial) =>
    documents.length > 0 &&
    documents.every(({ documentType, quality }) => documentType === '其他' && quality.score < policy.clear)
  const judged = materials.filter((material) => {
    const { id, documents, error } = material
    const isMeant = !unasked.has(id) || inUse.has(id) || (documents.length === 0 && error !== null)
    return all || ((isMeant || isHopeless(material)) && !aside.has(id))
  })
  return judged.map((material, index) => {
    const slots = [...assembled.placement.slots].filter(([, content]) =>
      filesOf(content).some(({ id }) => id === material.id),
    )
    const [slot = material.slot ?? '', content] = slots[0] ?? []
    const wrong = content?.wrong.some((one) => one.material.id === material.id) ?? false
    const unclear = content?.unclear.some(({ id }) => id === material.id) ?? false
    const many = scenario.materials.find((rule) => rule.material.slot === slot)?.material.many ?? false
    const together = many
      ? material.documents
      : ((assembled.single.get(slot)?.used ?? content?.documents)?.map(({ document }) => document) ??
        material.documents)
    const loose = content?.loose.map(({ document }) => document) ?? []
    const worst = Math.min(1, ...material.documents.map(({ quality }) => quality.score))
    const kind = fileKind(material)
    const clear = isClear(material, worst, unclear, policy)
    const whole =
      wrong || unclear || slots.length === 0 || material.documents.length === 0
        ? null
        : completeWith(types, together, loose, (content?.unclear.length ?? 0) > 0, policy.clear)
    const belongs = wrong ? false : unclear || slots.length === 0 || contested.has(material.id) ? null : true
    const cells: Cells = {
      slot: slot === '' ? null : slot,
      文件名: material.fileName,
      文件类型: kind,
      文书类型: material.documents[0]?.documentType ?? null,
      文种相符: belongs,
      清晰: clear,
      // A picture too poor for its kind or pages is asked for again; they are looked at then.
      须重拍: clear === false && (belongs === null || (belongs && whole === null)),
      页面齐全: whole,
      ...fileNature(material, together, kind, types, policy.clear),
      序号: materials.indexOf(material) + 1,
    }
    const guessed = mayBe(material, guesses)
    const [beside] = guesses.get(slot) ?? []
    const doubt = guessed.length > 0 ? guessDoubt(guessed, material) : beside && guessDoubt([slot], beside)
    return listItem(`材料[${index + 1}]`, cells, pageEvidence(material), doubt)
  })
}

/** Good enough to be read; of a page in which nothing was recognised nobody can say so, however sharp it looks. */
function isClear({ error, documents }: SubmittedMaterial, worst: number, unclear: boolean, policy: Policy): Truth {
  if (error) return false
  if (documents.length === 0) return null
  return worst >= policy.clear ? (unclear ? null : true) : false
}

/** What each slot needs and has; then the files that lie in none. */
export function materialStatuses(
  scenario: Scenario,
  assembled: AssembledCase,
  needs: ReadonlyMap<string, Need>,
  guesses: Guesses,
): MaterialStatus[] {
  const slots = scenario.materials.map((rule): MaterialStatus => {
    const { slot, many } = rule.material
    const content = assembled.placement.slots.get(slot)
    const { need, why } = needs.get(slot) ?? { need: 'unknown', why: '' }
    const note = assembled.single.get(slot)?.note ?? ''
    return {
      slot,
      documentTypes: rule.documentTypes,
      many,
      need,
      why: content?.wrong[0] ? `收到的是${content.wrong[0].found}，不是${rule.documentTypes.join('或')}` : note || why,
      status: status(assembled, slot, need),
      materials: content ? filesOf(content).map(({ id }) => id) : [],
    }
  })
  const ignored = assembled.placement.ignored.map(
    ({ material, found, choose }): MaterialStatus => ({
      slot: found || material.fileName,
      documentTypes: found ? [found] : [],
      many: false,
      need: choose.length > 0 ? 'unknown' : 'not-required',
      why: material.error ? material.error.message : whyIgnored(found, choose, mayBe(material, guesses)),
      status: material.error ? 'unreadable' : 'not-required',
      materials: [material.id],
      extra: true,
    }),
  )
  return [...slots, ...ignored]
}

/** A file that may fill more slots than these is told to be none of them: a list of what is missing helps nobody. */
const MOST_GUESSES = 3

/** What is said of a file in no slot; only a paper whose kind is known can be one that nobody asked for. */
function whyIgnored(found: string, choose: readonly string[], maybe: readonly string[]): string {
  if (choose.length > 0) {
    const places = choose.map((slot) => `“${slot}”`).join('和')
    return `看不出这份${found}该放在哪里，请在${places}里选它的位置；选定前没有用于审查`
  }
  const unknown = found === '' || found === UNKNOWN
  if (!unknown) return `这是${found}，清单里没有要求，可以不交；没有用于审查`
  const guess =
    maybe.length > 0 && maybe.length <= MOST_GUESSES ? `，可能是缺的${maybe.map((slot) => `“${slot}”`).join('或')}` : ''
  return `没有用于审查：还不知道它是哪种材料${guess}`
}

function status(assembled: AssembledCase, slot: string, need: Need['need']): MaterialStatus['status'] {
  const content = assembled.placement.slots.get(slot)
  if (content && content.documents.length > 0) return 'provided'
  if (content && content.unclear.length + content.loose.length > 0) return 'unreadable'
  if (content && content.wrong.length > 0) return 'wrong-document'
  if (assembled.byLicence.has(slot) || need === 'exempt') return 'exempt'
  return need === 'not-required' ? 'not-required' : 'missing'
}

export interface Need {
  need: MaterialStatus['need']
  why: string
}

/** Whether a slot must be filled: its condition, then its exemption. */
export function slotNeed(rule: MaterialRule, required: Truth, exempt: Truth, byLicence: boolean): Need {
  const { material } = rule
  if (required === false) return { need: 'not-required', why: '按所填情况不需要提交' }
  if (byLicence) return { need: 'exempt', why: '已查到有效的电子证照，免于提交' }
  if (material.exempt && exempt === true) return { need: 'exempt', why: `${material.exempt.by}，免于提交` }
  if (required === null) return { need: 'unknown', why: '还不能确定是否需要提交' }
  if (material.exempt && exempt === null) return { need: 'unknown', why: `还不能确定是否可以${material.exempt.by}` }
  return { need: 'required', why: material.note ?? '必须提交' }
}

/** 材料位: every slot of the scenario, as the rule on missing materials reads it. */
export function slotList(
  scenario: Scenario,
  assembled: AssembledCase,
  needs: ReadonlyMap<string, Need>,
  guesses: Guesses,
  policy: Policy,
): Item[] {
  const types = [...scenario.documentTypes.values()]
  return scenario.materials.map(({ material }, index) => {
    const { slot } = material
    const content = assembled.placement.slots.get(slot)
    const need = needs.get(slot)?.need ?? 'unknown'
    const files = content ? filesOf(content) : []
    const one = assembled.single.get(slot)
    const loose = content?.loose.map(({ document }) => document) ?? []
    const documents = (one?.used ?? content?.documents ?? []).map(({ document }) => document)
    const cells: Cells = {
      slot,
      必需: need === 'unknown' ? null : need === 'required',
      // A page that may fill the gap lies in the slot, and is doubted (or asked for again) as a page. Where more is missing
      // than nobody could identify, the gap is sure and told of every paper that may be it.
      已提供: assembled.provided.get(slot) ?? guesses.has(slot),
      免提交: need === 'unknown' ? null : need === 'exempt',
      页面齐全:
        documents.length > 0
          ? material.many
            ? and(documents.map((one) => complete(types, [one], policy.clear)))
            : completeWith(types, documents, loose, (content?.unclear.length ?? 0) > 0, policy.clear)
          : files.length > 0
            ? null
            : true,
      文种相符:
        content && content.wrong.length > 0
          ? false
          : (content && content.unclear.length > 0) || (one && one.contested.length > 0)
            ? null
            : true,
    }
    const [guess] = guesses.get(slot) ?? []
    const doubt = guess && guessDoubt([slot], guess)
    return listItem(`材料位[${index + 1}]`, cells, files.flatMap(pageEvidence), doubt)
  })
}

/** 表项: every field of the form, as the rules on completeness and format read it. */
export function fieldList(form: FilledForm, scenario: Scenario): Item[] {
  const least = new Map(scenario.fields.map(({ field }) => [field.key, field.min ?? 0]))
  return form.values.map((value, index) => {
    const required = form.required.get(value.key) ?? null
    // A required field that is empty only because a source is down or a paper unreadable is not the applicant's defect.
    const open = required !== false && (value.state === 'unavailable' || value.state === 'unreadable')
    const cells: Cells = {
      键: value.key,
      名称: value.name,
      必填: required,
      // Whether a row with an empty cell is complete, a person says.
      已填写: value.value !== null && value.value !== '' ? (value.gaps ? null : true) : open ? null : false,
      格式正确: value.value === null ? null : wellFormed(value, least.get(value.key) ?? 0),
    }
    return new Map(
      [...listItem(`表项[${index + 1}]`, cells, [])].map(([name, fact]) => [
        name,
        { ...fact, evidence: value.evidence },
      ]),
    )
  })
}

/** Is the typed value one that its field may hold? */
function wellFormed({ type, values, value, columns = [] }: FormValue, min: number): Truth {
  const kind = type as Parameters<typeof normalise>[0]
  const of = (one: string) => normalise(kind === 'list' ? 'text' : kind, one, values.length > 0 ? { values } : {}).valid
  if (typeof value === 'string') return of(value) && (kind !== 'enum' || values.length === 0 || values.includes(value))
  if (kind === 'list' && Array.isArray(value)) {
    return and(value.map((one) => values.length === 0 || (typeof one === 'string' && values.includes(one))))
  }
  if (kind === 'integer') return typeof value === 'number' && Number.isInteger(value) && value >= min
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value) && value >= min
  if (kind === 'boolean') return typeof value === 'boolean'
  if (kind === 'table' && Array.isArray(value)) {
    return and(
      value.map((row) => typeof row === 'object' && columns.every((one) => wellFormedCell(one, row[one.name]))),
    )
  }
  return typeof value === 'object'
}

/** A cell that stands empty is not malformed; 姓名 and the like have no form to keep to. */
function wellFormedCell({ type }: { type: ValueType }, cell: Value | null | undefined): boolean {
  return typeof cell !== 'string' || cell === '' || !STRICT.has(type) || normalise(type, cell).valid
}

const STRICT: ReadonlySet<ValueType> = new Set<ValueType>(['cnid', 'uscc', 'phone', 'date'])
