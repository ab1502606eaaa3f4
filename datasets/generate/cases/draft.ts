import { loadSharedSources } from '../../../facts/load.ts'
import type { CaseValue, LabelledCase, RegistryRecord, Truth } from '../../case-format.ts'
import { documentNames } from '../document-names.ts'
import type { Content } from '../pages/content.ts'
import { capture } from '../physics/camera.ts'
import type { Photo } from '../physics/photo.ts'
import { type Random, seeded } from '../random.ts'
import { chooseLayout, fillContent } from './fill-content.ts'
import type { ScenarioData } from './scenario-data.ts'

/** One document of a case before it is drawn. */
export interface Paper {
  /** Names the paper in the case; same key and content give the same bytes. */
  key: string
  slot: string
  /** Document type id (BL). */
  type: string
  layout: string
  content: Content
  photo: Photo
  /** Sheets handed in, from 0; all when missing. */
  sheets?: readonly number[]
  /** All pages in one scanned PDF instead of a picture each. */
  pdf?: boolean
  /** A PDF with a text layer, as a program printed it; no picture was taken. */
  digital?: boolean
  /** A photocopy (photo.copy) on which nobody wrote that it agrees with the original. */
  unremarked?: boolean
  /** Nobody can read it: what spoilt the photo. */
  spoilt?: 'blurred' | 'small' | 'dark'
}

/** A way in which real applications go wrong: offered while the clean case is drawn, applied to a copy of it. */
export interface Defect {
  id: string
  title: string
  slot: string
  /** Two defects that touch the same thing never meet in one case; the slot when missing. */
  touches?: string
  /** Review points that fail by it, with the reason a clerk would give; points the scenario does not have are left out. */
  fails: Readonly<Record<string, string>>
  /** Points that can no longer be asked (the missing paper is said once). */
  silences?: Readonly<Record<string, string>>
  /** No paper can mend it: the application is refused. */
  refuse?: boolean
  /** Beside the others of the case (their ids) it is none: it is still drawn, but fails nothing and is not listed. */
  moot?(chosen: readonly string[]): boolean
  apply(draft: Draft): void
}

/** Who takes part and how they behave, drawn once for a case. */
export interface Habits {
  /** Each file goes into its slot; otherwise all are dropped at once. */
  slotted: boolean
  /** Layouts that only the scoring split may show are closed to the calibration split. */
  split: 'calibration' | 'scored'
  /** Papers come also as photocopies and as files with a text layer. */
  mixed: boolean
}

let sources: ReadonlyMap<string, ReadonlySet<string>> | undefined

function sourceFields(): ReadonlyMap<string, ReadonlySet<string>> {
  sources ??= new Map(loadSharedSources().map(({ name, fields }) => [name, new Set(fields.map((field) => field.name))]))
  return sources
}

type Fields = Readonly<Record<string, CaseValue>>

/** A case while it is put together: parts add to it, defects change it. Everything follows from its seed. */
export class Draft {
  readonly scenario: ScenarioData
  readonly seed: string
  /** 受理日期 */
  readonly at: string
  readonly habits: Habits
  applicant: LabelledCase['applicant'] = { kind: 'person', name: '' }
  /** True value of every form field that applies. */
  readonly form: Record<string, CaseValue> = {}
  /** What the applicant types, right or wrong; null: left blank on purpose. */
  readonly answers: Record<string, CaseValue> = {}
  papers: Paper[] = []
  readonly registry: Record<string, RegistryRecord[]> = {}
  readonly review: Truth['review'] = {}
  readonly defects: Defect[] = []
  /** Points that a paper alone answers though they read the form that it fills, by slot. */
  readonly resting: Record<string, readonly string[]> = {}

  constructor(scenario: ScenarioData, seed: string, at: string, habits: Habits) {
    this.scenario = scenario
    this.seed = seed
    this.at = at
    this.habits = habits
    for (const { id, automation } of scenario.points)
      this.review[id] = automation === 'manual' ? { verdict: 'person', because: '由人判断' } : { verdict: 'pass' }
  }

  /** An independent stream of random numbers named by `label`. */
  random(label: string): Random {
    return seeded(`${this.seed}/${label}`)
  }

  hasPoint(id: string): boolean {
    return this.scenario.points.some((point) => point.id === id)
  }

  hasSlot(slot: string): boolean {
    return this.scenario.slots.some((one) => one.slot === slot)
  }

  hasField(key: string): boolean {
    return this.scenario.fields.some((field) => field.key === key)
  }

  /** Form values that shared data or papers know; keys that the scenario does not ask are left out. */
  known(values: Fields): void {
    for (const [key, value] of Object.entries(values)) if (this.hasField(key)) this.form[key] = value
  }

  /** Form values that only the applicant knows, and types. */
  typed(values: Fields): void {
    this.known(values)
    for (const [key, value] of Object.entries(values)) if (this.hasField(key)) this.answers[key] = value
  }

  /**
   * Adds a paper. Required fields that are not given are made up; marks are all there unless given otherwise (`false`:
   * the place is blank). A slot that the scenario does not have is left out (null).
   */
  paper(
    slot: string,
    type: string,
    fields: Fields,
    more: { key?: string; marks?: Content['marks']; variant?: string; extra?: Content['extra']; layout?: string } = {},
  ): Paper | null {
    if (!this.hasSlot(slot)) return null
    const key = more.key ?? `${slot}-${this.papers.filter((paper) => paper.slot === slot).length}`
    const content = fillContent({ id: type, slot }, fields, more, this.random(`${key}/content`))
    const layout = more.layout ?? chooseLayout(type, this.habits.split, this.random(`${key}/layout`))
    const paper = {
      key,
      slot,
      type,
      layout,
      content,
      ...capture(this.seed, key, type, { mixed: this.habits.mixed, copies: this.#copies(slot) }),
    }
    this.papers.push(paper)
    return paper
  }

  /** Whether a photocopy will do: not where the original itself is handed back. */
  #copies(slot: string): boolean {
    return !/注销|补证|补领/u.test(this.scenario.situation) && !slot.startsWith('原')
  }

  /** A licence as people hold it: mostly in the electronic library (then free of submission), sometimes only on paper, sometimes both. */
  licence(
    slot: string,
    type: string,
    holder: RegistryRecord['键'],
    fields: Fields,
    more: Parameters<Draft['paper']>[3] = {},
  ): void {
    if (!this.hasSlot(slot)) return
    const habit = this.random(`${more.key ?? slot}/held`).next()
    if (habit < 0.75) this.record('电子证照', holder, { ...fields, 证照状态: '有效' }, documentNames()[type])
    if (habit >= 0.55) this.paper(slot, type, fields, more)
  }

  /** Adds a record to a shared source. */
  record(source: string, key: RegistryRecord['键'], fields: Fields, about?: string): void {
    const known = sourceFields().get(source)
    if (!known) throw new Error(`no source ${source}`)
    for (const name of Object.keys(fields))
      if (source !== '电子证照' && source !== '历史申报' && !known.has(name))
        throw new Error(`${source} has no field ${name}`)
    const made = { 键: key, ...(about ? { about } : {}), asOf: this.at, ...fields } as RegistryRecord
    const held = this.registry[source]
    if (held) held.push(made)
    else this.registry[source] = [made]
  }

  /** Points that nobody can ask when the paper of a slot is left out, though they read none of its fields. */
  restsOn(slot: string, ...points: string[]): void {
    this.resting[slot] = points
  }

  /** Points that ask nothing of this case. */
  none(because: string, ...points: string[]): void {
    for (const id of points) if (this.hasPoint(id)) this.review[id] = { verdict: 'not-applicable', because }
  }

  /** Points that only a person can decide in this case. */
  person(because: string, ...points: string[]): void {
    for (const id of points) if (this.hasPoint(id)) this.review[id] = { verdict: 'person', because }
  }

  /** Offers a way to go wrong, if the scenario has a point that it fails. */
  mayFail(defect: Defect): void {
    if (Object.keys(defect.fails).some((id) => this.hasPoint(id))) this.defects.push(defect)
  }

  /** Takes back ways to go wrong that a part offered and that are none here. */
  withdraw(...ids: string[]): void {
    const kept = this.defects.filter(({ id }) => !ids.includes(id))
    this.defects.splice(0, this.defects.length, ...kept)
  }

  /** Takes back an offer of a shared part that would contradict what this matter is about. */
  cannot(id: string): void {
    const at = this.defects.findIndex((one) => one.id === id)
    if (at >= 0) this.defects.splice(at, 1)
  }

  /** Papers of a slot, in the order they were added. */
  of(slot: string): Paper[] {
    return this.papers.filter((paper) => paper.slot === slot)
  }

  /** The paper of a slot, as a defect changes it; throws when there is none. */
  one(slot: string): Paper {
    const [paper] = this.of(slot)
    if (!paper) throw new Error(`${this.seed}: no paper in ${slot}`)
    return paper
  }

  /** Changes what a paper says; null: it says nothing of that. */
  change(slot: string, fields: Fields, marks: Content['marks'] = {}): void {
    const { content } = this.one(slot)
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) delete content.fields[name]
      else content.fields[name] = value as Content['fields'][string]
    }
    Object.assign(content.marks, marks)
  }

  /** Changes the records of a source; adds them up when `only` narrows which. Throws when there is none. */
  amend(source: string, fields: Fields, only: (record: RegistryRecord) => boolean = () => true): void {
    const records = (this.registry[source] ?? []).filter(only)
    if (records.length === 0) throw new Error(`${this.seed}: no record in ${source}`)
    for (const record of records) Object.assign(record, fields)
  }

  /** Writes names and codes otherwise wherever they stand: on papers, in sources, on the form. */
  rename(now: ReadonlyMap<string, string>): void {
    const anew = <T>(value: T): T => {
      if (typeof value === 'string')
        return [...now].reduce((text, [a, b]) => text.replaceAll(a, b), value as string) as T
      if (Array.isArray(value)) return value.map(anew) as T
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, anew(one)])) as T
    }
    this.applicant = anew(this.applicant)
    this.papers = this.papers.map((paper) => ({ ...paper, content: anew(paper.content) }))
    for (const part of [this.form, this.answers, this.registry]) Object.assign(part, anew(part))
  }

  /** Takes away every paper of a slot. */
  remove(slot: string): void {
    this.papers = this.papers.filter((paper) => paper.slot !== slot)
  }

  /** Types a wrong answer; null leaves the field blank. */
  answer(key: string, value: CaseValue): void {
    this.answers[key] = value
  }
}

/** Draws the complete and correct application of a scenario into a draft, and offers the ways in which it goes wrong. */
export type DrawCase = (draft: Draft) => void

/** The scenarios of one matter, by id. */
export type MatterRecipe = Readonly<Record<string, DrawCase>>
