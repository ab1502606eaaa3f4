import type { Fact } from '../../facts/fact.ts'
import { display } from '../../facts/values/display.ts'
import type { Step } from '../engine/evaluate.ts'
import { decidingReads, failingItems } from '../engine/explain.ts'
import type { Item, Knowledge, Read } from '../engine/knowledge.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import type { FactUse, Lacking } from '../results.ts'

const STATES: Readonly<Record<Fact['state'], string>> = {
  ok: '',
  stale: '',
  absent: '没有写',
  unreadable: '看不清',
  unavailable: '暂时查不到',
  denied: '未授权查询',
}

/** A fact as a person reads it: as printed when it was printed, else by its type; why not, when there is no value. */
export function shown(fact: Fact | undefined, path: string, vocabulary: Vocabulary): string {
  if (!fact) return '（未知）'
  if (fact.value === null) return `（${STATES[fact.state] || '未知'}）`
  const type = vocabulary.typeOf(path)?.type ?? 'text'
  const printed = fact.raw?.replace(/\s+/g, ' ').trim()
  const text = typeof fact.value === 'boolean' || type === 'table' ? '' : printed
  return text || display(type, fact.value) || '（空）'
}

/** A read fact as a finding stores it. */
export function factUse(read: Read, vocabulary: Vocabulary): FactUse {
  const { fact, path } = read
  const type = vocabulary.typeOf(path)
  return {
    path,
    label: vocabulary.label(path),
    value: fact?.value ?? null,
    display: fact && fact.value !== null ? display(type?.type ?? 'text', fact.value) : '',
    state: fact?.state ?? 'absent',
    confidence: fact?.confidence ?? 0,
    evidence: fact?.evidence ?? [],
    ...(fact?.validity && { validity: fact.validity }),
  }
}

const NAMING = ['姓名', '名称', '文件名', 'slot', '设备名称', '经营者名称', '许可证编号', '证件号码', '案件编号']

/** What a list item is called: 王五 · 冰箱 · 营业执照.jpg. */
export function itemName(item: Item): string | null {
  for (const name of NAMING) {
    const value = item.get(name)?.value
    if (typeof value === 'string' && value !== '') return value
  }
  return null
}

/** 王五的健康证明（有效期至：2024年3月1日）: one failing item with the field that made it fail. */
function describeItem(subject: NonNullable<Step['subject']>, step: Step, vocabulary: Vocabulary): string {
  const list = subject.path.replace(/\[\d+\].*$/, '')
  if (!subject.item) return typeof subject.value === 'string' ? subject.value : subject.path
  const name = itemName(subject.item)
  const head = vocabulary.heads.get(list)
  if (head?.kind === 'builtin') {
    const slot = subject.item.get('slot')?.value
    return list === '材料' && typeof slot === 'string' && slot !== '' ? `${slot}（${name}）` : (name ?? subject.path)
  }
  const reads = decidingReads(step).filter(
    ({ path, fact }) => path.startsWith(`${subject.path}.`) && fact !== undefined && fact.value !== null,
  )
  const details = reads
    .filter(({ fact }) => fact?.value !== name && typeof fact?.value !== 'boolean')
    .map(({ path, fact }) => `${path.slice(subject.path.length + 1)}：${shown(fact, path, vocabulary)}`)
  const called =
    head?.kind === 'slot' && head.list
      ? name
        ? `${name}的${list}`
        : vocabularyItem(subject.path)
      : (name ?? vocabularyItem(subject.path))
  return details.length > 0 && head?.list ? `${called}（${details.join('，')}）` : called
}

const vocabularyItem = (path: string) => path.replace(/\[(\d+)\]$/, '第$1项')

/** What a text says when what it would quote is not known. */
interface Telling {
  step: Step | null
  knowledge: Knowledge
  vocabulary: Vocabulary
  statement: string
}

/**
 * What is wrong: {path} as printed, {失败项} with the items that failed an `every`. Nobody has seen an unknown value, so none
 * is quoted as found: what leads up to it stays, then what the point asks and what is not known.
 */
export function fillMessage(template: string, telling: Telling): string {
  const { kept, unknown } = known(template, telling)
  if (unknown.length === 0) return kept
  const asked = `${kept === '' ? '没有达到要求' : '要求'}：${telling.statement}`
  return `${kept}${asked}（还不知道${unknown.join('、')}）。`
}

/** How to mend it, filled as a message is; without an unknown value. */
export function fillFix(template: string, telling: Telling): string {
  return known(template, telling).kept || `请对照要求补正：${telling.statement}`
}

/** A filled text up to the clause of each sentence that quotes an unknown value, and the names of those values. */
function known(template: string, telling: Telling): { kept: string; unknown: string[] } {
  const unknown = new Set<string>()
  const kept = (template.match(/[^。；]+[。；]?/gu) ?? []).map((sentence) => {
    const clauses = sentence.match(/[^，。；]+[，。；]?/gu) ?? []
    const filled: string[] = []
    for (const clause of clauses) {
      const lacks = [...clause.matchAll(PLACEHOLDER)].flatMap(([, path = '']) =>
        isUnknown(path, telling) ? [path] : [],
      )
      for (const path of lacks) unknown.add(telling.vocabulary.label(path))
      if (lacks.length > 0) return isWhole(filled.join('')) ? filled.join('').replace(/，$/u, '。') : ''
      filled.push(clause.replace(PLACEHOLDER, (_, path: string) => placeholder(path, telling)))
    }
    return filled.join('')
  })
  return { kept: kept.join(''), unknown: [...unknown] }
}

const PLACEHOLDER = /\{([^{}]+)\}/gu
/** No quotation or bracket is left open. */
const isWhole = (text: string) =>
  ['“”', '（）'].every(([open = '', close = '']) => text.split(open).length === text.split(close).length)

function isUnknown(path: string, { knowledge, vocabulary }: Telling): boolean {
  const found = vocabulary.find(path)
  if (found?.kind === 'fact') return knowledge.fact(found.path) === undefined
  return found?.kind === 'list' && found.field !== null && listed(found.list, found.field, knowledge).length === 0
}

const listed = (list: string, field: string, knowledge: Knowledge) =>
  (knowledge.list(list) ?? []).flatMap((item) => item.get(field) ?? [])

function placeholder(path: string, { step, knowledge, vocabulary }: Telling): string {
  if (path === '失败项') return step ? failures(step, vocabulary).join('、') : ''
  const found = vocabulary.find(path)
  if (found?.kind === 'list' && found.field !== null) {
    const { list, field } = found
    return listed(list, field, knowledge)
      .map((fact) => shown(fact, `${list}.${field}`, vocabulary))
      .join('、')
  }
  return found?.kind === 'fact' ? shown(knowledge.fact(found.path), found.path, vocabulary) : path
}

/** The papers and files that failed a point which says what is missing: {slot: 营业执照, file: null} was not handed in. */
export function lackingPapers(step: Step): Lacking[] {
  return failingItems(step).flatMap(({ path, item }): Lacking[] => {
    const slot = item?.get('slot')?.value
    if (typeof slot !== 'string' || slot === '') return []
    if (path.startsWith('材料位[')) return [{ slot, file: null }]
    const file = item?.get('文件名')?.value
    return path.startsWith('材料[') && typeof file === 'string' ? [{ slot, file }] : []
  })
}

function failures(step: Step, vocabulary: Vocabulary): string[] {
  const rounds = (one: Step): Step[] =>
    one.kind === 'item' && one.result === false ? [one] : one.children.flatMap(rounds)
  const wanted = new Set(failingItems(step).map(({ path }) => path))
  const named = rounds(step).flatMap((round) =>
    round.subject && wanted.has(round.subject.path) ? [describeItem(round.subject, round, vocabulary)] : [],
  )
  return [...new Set(named)]
}
