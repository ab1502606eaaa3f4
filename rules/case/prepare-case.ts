import { isRealDate } from '../../facts/values/date.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Scenario } from '../catalogue/scenario.ts'
import type { Item } from '../engine/knowledge.ts'
import { type FilledForm, fillForm } from '../prefill/fill-form.ts'
import type { Applicant, CaseFacts, SourceAnswer, SubmittedMaterial } from '../results.ts'
import type { ReviewContext } from '../review/obstacles.ts'
import { withAgreement } from './agreeing-readings.ts'
import { type AssembledCase, assembleFacts } from './assemble-facts.ts'
import { type Assembled, caseKnowledge } from './case-knowledge.ts'
import { guessedSlots } from './guess-slots.ts'
import { fieldList, fileList, materialStatuses, slotList, slotNeed } from './material-lists.ts'
import { ownAnswers } from './own-answers.ts'
import { withRecordsInPlace } from './record-in-place.ts'
import { fillable, NO_STRAYS, type Strays } from './unidentified.ts'

export interface CaseInput {
  catalogue: Catalogue
  /** S001 … */
  scenario: string
  /** 受理日期, ISO. */
  at: string
  applicant: Applicant | null
  materials: readonly SubmittedMaterial[]
  sources: readonly SourceAnswer[]
  /** Form fields only the applicant knows, by key. */
  answers?: Readonly<Record<string, unknown>>
  /** Form fields changed by a person, by key; they win over answers. */
  edits?: Readonly<Record<string, unknown>>
}

/** Everything judgement may read: facts with the form filled from them, the material list, and the built-in lists. */
export interface PreparedCase {
  assembled: Assembled
  context: ReviewContext
}

const withFormFacts = (assembled: AssembledCase, { facts }: FilledForm): AssembledCase => ({
  ...assembled,
  caseFacts: { ...assembled.caseFacts, facts: new Map([...assembled.caseFacts.facts, ...facts]) },
})

const withList = (assembled: AssembledCase, name: string, items: Item[]): AssembledCase => ({
  ...assembled,
  caseFacts: { ...assembled.caseFacts, lists: new Map([...assembled.caseFacts.lists, [name, items]]) },
})

/** Puts a case together; pure. Throws RangeError on an unknown scenario or a day that is none. */
export function prepareCase(input: CaseInput): PreparedCase {
  if (!isRealDate(input.at)) throw new RangeError(`not a date: ${input.at}`)
  const scenario = input.catalogue.scenarios.get(input.scenario)
  if (!scenario) throw new RangeError(`unknown scenario ${input.scenario}`)
  // Once: what a page may be is told of these very files.
  const sources = ownAnswers(input.sources, scenario.sources, input.applicant)
  const materials = withAgreement(input.materials, scenario.documentTypes, sources, input.applicant)
  const read = { ...input, materials, sources }
  const first = prepared(read, scenario, NO_STRAYS)
  // What is missing tells what a page nobody could identify may be.
  return first.strays.absent.size + first.strays.gaps.size > 0 ? prepared(read, scenario, first.strays) : first
}

function prepared(input: CaseInput, scenario: Scenario, strays: Strays): PreparedCase & { strays: Strays } {
  const { at, applicant, materials, sources, answers = {}, edits = {} } = input
  const { policy } = input.catalogue
  const filled = (from: AssembledCase) => fillForm(scenario, from, { answers, edits }, policy)
  const typed = { ...answers, ...edits }
  const placed = assembleFacts({ scenario, at, applicant, materials, sources, typed, strays }, policy)
  const guesses = fillable(strays)
  // The form is filled knowing of every file: what nobody could identify may be what the form asks about.
  const uploaded = withList(placed, '材料', fileList(scenario, placed, materials, guesses, policy, { unasked: true }))
  const first = filled(uploaded)
  // Which record replaces a paper may follow from the form (the place applied for); what it says fills the form further.
  const before = caseKnowledge(withFormFacts(uploaded, first), policy.use.correct)
  const assembled = withRecordsInPlace(scenario, uploaded, before, sources)
  const form = [...assembled.inPlace.values()].includes(true) ? filled(assembled) : first

  const withForm = withFormFacts(assembled, form)
  const knowledge = caseKnowledge(withForm, policy.use.correct)
  const needs = new Map(
    scenario.materials.map((rule) => {
      const required = rule.when ? rule.when.judge(knowledge).result : rule.material.required === 'required'
      const { slot, exempt } = rule.material
      const byRule = rule.exemptWhen
        ? rule.exemptWhen.judge(knowledge).result
        : assembled.inPlace.has(slot)
          ? (assembled.inPlace.get(slot) ?? null)
          : exempt?.by === '系统生成'
      return [slot, slotNeed(rule, required, byRule, assembled.byLicence.has(slot))]
    }),
  )
  const files = fileList(scenario, assembled, materials, guesses, policy)
  const lists = new Map([
    ...withForm.caseFacts.lists,
    ['材料', files],
    ['材料位', slotList(scenario, assembled, needs, guesses, policy)],
    ['表项', fieldList(form, scenario)],
  ])
  const caseFacts: CaseFacts = { ...withForm.caseFacts, lists }
  const statuses = materialStatuses(scenario, assembled, needs, strays.gaps)
  return {
    assembled: { ...withForm, caseFacts },
    context: { scenario, materials: statuses, form: form.values, silent: assembled.silent, guesses: strays.absent },
    strays: guessedSlots(scenario, assembled, needs, files, policy),
  }
}
