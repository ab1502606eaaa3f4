import { type Guesses, guessDoubt } from '../case/unidentified.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import type { Step } from '../engine/evaluate.ts'
import { unknownLeaves } from '../engine/explain.ts'
import type { Knowledge, Obstacle, Read } from '../engine/knowledge.ts'
import type { Blocker, FormValue, MaterialStatus, Silence } from '../results.ts'
import { itemName, shown } from './describe.ts'
import { rejectionOf } from './rejections.ts'

export interface ReviewContext {
  scenario: Scenario
  materials: readonly MaterialStatus[]
  form: readonly FormValue[]
  /** Sources that did not answer. */
  silent: ReadonlyMap<string, Silence>
  /** Uploads that nobody could identify, by the slots whose missing paper they may be. */
  guesses?: Guesses
}

/** Why a point cannot be decided: another point already says it (`because`), or somebody can settle it (`blockers`). */
export interface Undecided {
  because: string[]
  blockers: Blocker[]
}

/** How a reason ends that another point tells the applicant. */
const TOLD = '已指出'

const headOf = (path: string) => {
  const end = path.search(/[.[]/)
  return end < 0 ? path : path.slice(0, end)
}

/** Sorts the unknown clauses of a check into those that a missing material or blank field explains, and the rest. */
export function undecided(step: Step, context: ReviewContext, knowledge: Knowledge): Undecided {
  const because = new Set<string>()
  const blockers = new Map<string, Blocker>()
  const looks = new Map<string, Blocker>()
  const items = new ItemBlockers(context, knowledge)
  const awaited = new Set<string>()
  for (const leaf of unknownLeaves(step)) {
    const explained = leaf.reads.flatMap((read) => {
      const reason = read.obstacle && missing(read, context)
      return reason ? [{ reason, head: headOf(read.path) }] : []
    })
    if (explained.length > 0) {
      for (const { reason, head } of explained) {
        because.add(reason)
        if (reason.endsWith(TOLD) && context.scenario.vocabulary.heads.get(head)?.kind === 'slot') awaited.add(head)
      }
      continue
    }
    const open = leaf.reads.filter(({ obstacle }) => obstacle !== null)
    if (open.length === 0) {
      const stray = maybeProvided(leaf, context)
      if (stray) {
        blockers.set(stray.missing, stray)
        continue
      }
      const look = leaf.text.match(/^须人工看\("(.*)"\)$/)?.[1]
      const text = look ? `须由人看：${look}` : inWords(leaf, context)
      const told = look ? looks : blockers
      told.set(leaf.text, { path: '', state: 'manual', missing: text, settle: look ?? '由窗口人工核对' })
    }
    for (const read of open) if (!items.take(read)) add(blockers, blocker(read, context))
  }
  return {
    because: [...because],
    blockers: [
      ...blockers.values(),
      ...[...looks.values()].filter(({ settle }) => !waitsFor(awaited, settle, context)),
      ...items.blockers(),
    ],
  }
}

/**
 * Nobody can look before the papers are there that another point asks for; a look that names papers, all of them there,
 * need not wait for others.
 */
function waitsFor(awaited: ReadonlySet<string>, look: string, { materials }: ReviewContext): boolean {
  if (awaited.size === 0) return false
  const named = materials.filter(({ slot }) => look.includes(slot))
  if (named.length === 0 || named.some(({ slot }) => awaited.has(slot))) return true
  // Papers are also called by their last word: the 合同 of 房屋租赁合同.
  const rest = named.reduce((text, { slot }) => text.replaceAll(slot, ''), look)
  return [...awaited].some((slot) => rest.includes(slot.slice(-2)))
}

/** A paper that is not there, unless it is a file that nobody could identify. */
function maybeProvided({ text }: Step, { guesses }: ReviewContext): Blocker | null {
  const slot = text.match(/^已提供\("(.*)"\)$/)?.[1] ?? ''
  const [file] = guesses?.get(slot) ?? []
  if (!file) return null
  const { why, settle } = guessDoubt([slot], file)
  return { path: '', state: 'unreadable', missing: why, settle }
}

/** So much of a value is quoted where the whole would not be read. */
const QUOTED = 40
/** Of more values nobody could say which are meant. */
const MOST_TOLD = 4

/** A clause that no function could settle: the values that a person has to put side by side. */
function inWords(leaf: Step, { scenario }: ReviewContext): string {
  const told = leaf.reads
    .filter(({ path, fact }) => typeof fact?.value === 'string' && scenario.vocabulary.typeOf(path) !== null)
    .map(({ path, fact }) => {
      const text = shown(fact, path, scenario.vocabulary)
      return `${scenario.vocabulary.label(path)}“${text.length > QUOTED ? `${text.slice(0, QUOTED)}……` : text}”`
    })
  if (told.length === 0 || told.length > MOST_TOLD) return `“${leaf.text}”依现有数据不能得出结论`
  return told.length === 1 ? `${told[0]}，机器不能断定` : `${told.join('与')}，机器不能断定是否相符`
}

/** What nobody could tell of uploaded files, slots and form fields: a person looks, told once for all of them. */
class ItemBlockers {
  private readonly context: ReviewContext
  private readonly knowledge: Knowledge
  private readonly found = new Map<string, { path: string; items: string[] }>()
  private readonly doubts = new Map<string, Blocker>()

  constructor(context: ReviewContext, knowledge: Knowledge) {
    this.context = context
    this.knowledge = knowledge
  }

  /** False when the read is not about an item of a built-in list. */
  take({ path, fact }: Read): boolean {
    if (!path.includes('[')) return false
    const [, list = '', number = '', field = ''] = path.match(/^([^.[]+)\[(\d+)\]\.(.+)$/) ?? []
    if (this.context.scenario.vocabulary.heads.get(list)?.kind !== 'builtin') return false
    const item = this.knowledge.list(list)?.[Number(number) - 1]
    const place = item?.get('序号')?.value
    const name =
      list === '材料' ? String(typeof place === 'number' ? place : number) : (item && itemName(item)) || number
    if (fact?.doubt) {
      this.doubts.set(fact.doubt.why, { path, state: 'unreadable', missing: fact.doubt.why, settle: fact.doubt.settle })
      return true
    }
    const known = this.found.get(`${list}.${field}`) ?? { path, items: [] }
    if (!known.items.includes(name)) known.items.push(name)
    this.found.set(`${list}.${field}`, known)
    return true
  }

  blockers(): Blocker[] {
    const open = [...this.found].map(([field, { path, items }]) => {
      const label = this.context.scenario.vocabulary.label(field)
      const named = field.startsWith('材料.')
        ? label.replace('上传文件', `上传文件第${items.join('、')}份`)
        : `${items.join('、')}：${label}`
      return { path, state: 'manual' as const, missing: `${named}不能由机器判断`, settle: '由窗口人工核对' }
    })
    return [...this.doubts.values(), ...open]
  }
}

/** What stands in the way for many files of a list in the same way is said once. */
function add(blockers: Map<string, Blocker>, one: Blocker): void {
  const key = `${one.path.replace(/\[\d+\]/g, '')} ${one.missing}`
  if (!blockers.has(key)) blockers.set(key, one)
}

/** The reason, when a read fact is not there because a material is missing or a field is not asked or not filled. */
export function missing({ path, obstacle }: Read, context: ReviewContext): string | null {
  const head = headOf(path)
  const { scenario } = context
  const kind = scenario.vocabulary.heads.get(head)?.kind
  if (kind === 'slot') return missingSlot(head, obstacle === 'missing' && path.includes('.'), context)
  if (kind !== 'form') return null
  const [key = '', cell] = path.slice('申请表.'.length).split('[')
  const field = context.form.find((value) => value.key === key)
  if (!field) return `本情形不填写${scenario.vocabulary.label(path).replace('申请表的', '')}`
  if (!field.asked) return `不需要填写${field.name}`
  // A blank cell of a table that is filled in: no other point says it.
  if (cell !== undefined) return null
  if (obstacle !== 'absent') return null
  return field.required ? `申请表没有填${field.name}，${point(scenario.blankPoint())}${TOLD}` : `没有填写${field.name}`
}

/** `unseen`: nobody has looked at the field, because its page or side is not there. */
function missingSlot(slot: string, unseen: boolean, { scenario, materials }: ReviewContext): string | null {
  const status = materials.find((one) => one.slot === slot)
  const rule = scenario.materials.find(({ material }) => material.slot === slot)
  if (!status || !rule) return `本情形不收${slot}`
  const named = point(scenario.missingPoint(rule.material))
  switch (status.status) {
    case 'missing':
      return status.need === 'unknown' ? null : `没有提交${slot}，${named}${TOLD}`
    case 'wrong-document':
      return `${slot}放错了材料，${named}${TOLD}`
    case 'not-required':
      return `没有提交${slot}（${status.why}）`
    case 'exempt':
      return unseen ? `${slot}免于提交` : null
    case 'provided':
      return unseen ? `${slot}缺页，${named}${TOLD}` : null
    default:
      return null
  }
}

const point = (id: string | null) => (id ? `要点 ${id} ` : '缺件要点')

/** Whatever kept a source from answering, to other programs it did not answer. */
function blockerState(state: Obstacle | Silence | 'manual'): Blocker['state'] {
  switch (state) {
    case 'missing':
      return 'absent'
    case 'unconnected':
    case 'another':
    case 'elsewhere':
    case 'unusable':
    case 'uncovered':
      return 'unavailable'
    default:
      return state
  }
}

/** What is not known and who can settle it how. */
function blocker(read: Read, context: ReviewContext): Blocker {
  const { path, fact } = read
  const { vocabulary } = context.scenario
  const head = headOf(path)
  const kind = vocabulary.heads.get(head)?.kind
  const label = vocabulary.label(path)
  const silent = context.silent.get(head)
  if (kind === 'parameter') {
    const name = path.slice(head.length + 1)
    const { dept } = context.scenario.parts.matter
    const who = `主管部门${dept === '' ? '' : `（${dept}）`}`
    const missingText = `缺参数：本事项的“${name}”依据待核，还没有定下来，由${who}填写`
    return { path, state: 'manual', missing: missingText, settle: `请按现行规定人工核对“${name}”` }
  }
  const unanswered = read.obstacle === 'missing' || read.obstacle === 'unavailable'
  const state = silent && unanswered ? silent : (read.obstacle ?? 'manual')
  const at = (missingText: string, settle: string): Blocker => ({
    path,
    state: blockerState(state),
    missing: missingText,
    settle,
  })
  switch (state) {
    case 'unreadable':
      if (fact?.doubt) return at(`${label}不能确定：${fact.doubt.why}`, fact.doubt.settle)
      if (kind === 'form') return at(`${label}没有读出来`, '请在申请表里补填，或重拍相应材料')
      return at(`${label}看不清`, `请重拍${head}：放平、光线均匀、避开反光；仍看不清的由窗口核对原件`)
    case 'low-confidence':
      return at(`${label}读作“${shown(fact, path, vocabulary)}”，把握不大`, `请重拍${head}，或由窗口核对原件`)
    case 'unavailable':
      return at(
        kind === 'form' ? `${label}的数据源暂时连不上，还没有填` : `${head}暂时无法连接`,
        '请稍后再试；急办的手工填写，由窗口人工核对',
      )
    case 'unconnected':
      return at(`本系统没有接入${head}（没有它的数据）`, `由窗口在${head}的原系统里查；接入后自动判断`)
    case 'another':
    case 'elsewhere':
    case 'unusable':
    case 'uncovered': {
      const { why, settle } = rejectionOf(head, state)
      return at(why, settle)
    }
    case 'stale':
      return at(`${label}的数据不是最新的`, '由窗口人工核对最新数据')
    case 'denied':
      return at(`${head}没有授权查询`, '由窗口人工核对')
    case 'absent':
      return at(
        kind === 'source' ? `${head}没有查到${label.replace(`${head}的`, '')}` : `${label}没有写明`,
        kind === 'form' ? '请填写这一项' : '由窗口核对原件或登记信息',
      )
    default:
      if (kind === 'source') return at(`还没有查到${head}的数据`, '请稍后再试，或由窗口人工核对')
      if (kind === 'form') return at(`${label}还没有填`, '请填写这一项')
      if (kind === 'slot') return at(`还不能确定是否需要${head}`, '请先填写相关的表项')
      return at(`${label}还不知道`, '由窗口人工核对')
  }
}
