import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { loadSharedSources } from '../facts/load.ts'
import {
  type Condition,
  type FormField,
  type Material,
  matterSchema,
  moduleSchema,
  type ReviewPoint,
  scenarioSchema,
} from '../rules/catalogue/format.ts'
import type { ScenarioDetail } from './client.ts'
import type { Judgement } from './ports.ts'

const root = fileURLToPath(new URL('../rules/catalogue/', import.meta.url))
const yaml = (path: string): unknown => parse(readFileSync(root + path, 'utf8'))

/** Catalogue without judgement, until rules/index.ts stands. */
export function createJudgement(): Judgement {
  const modules = readdirSync(`${root}modules`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => moduleSchema.parse(yaml(`modules/${name}`)))
  const scenarios = readdirSync(`${root}matters`).flatMap((matter) => {
    const base = matterSchema.parse(yaml(`matters/${matter}/matter.yaml`))
    return readdirSync(`${root}matters/${matter}`)
      .filter((name) => /^S\d+\.yaml$/.test(name))
      .map((name) => {
        const scenario = scenarioSchema.parse(yaml(`matters/${matter}/${name}`))
        const parts = [...modules.filter(({ id }) => scenario.modules.includes(id)), base, scenario]
        const materials: Material[] = parts.flatMap((part) => part.materials)
        const fields: FormField[] = parts.flatMap((part) => part.fields)
        const points: ReviewPoint[] = parts.flatMap((part) => part.points)
        const conditions: Condition[] = parts.flatMap((part) => part.conditions)
        const detail: ScenarioDetail = {
          id: scenario.id,
          name: scenario.name,
          matter: base.name,
          category: base.category,
          dept: base.dept,
          points: points.length,
          automatic: points.filter(({ automation }) => automation !== 'manual').length,
          applicants: scenario.applicants,
          materials: materials.map(({ slot, documents, many, required, note, exempt }) => ({
            slot,
            documentTypes: documents,
            many,
            required,
            note: note ?? null,
            exempt: exempt?.by ?? null,
          })),
          fields: fields.map(({ key, name: label, type, values, unit, required, hint }) => ({
            key,
            name: label,
            type,
            values: values ?? [],
            unit: unit ?? null,
            required,
            hint: hint ?? null,
          })),
          conditions: conditions.map(({ id, text, mode }) => ({ id, text, mode })),
        }
        return detail
      })
  })
  const sources = loadSharedSources().map(({ name, agency, key, many }) => ({
    many,
    source: name,
    agency,
    keys: key.filter((kind) => kind === 'cnid' || kind === 'uscc'),
  }))
  return {
    catalogue: '0.1.0',
    scenarios: () =>
      scenarios.map(({ id, name, matter, category, dept, points, automatic }) => ({
        id,
        name,
        matter,
        category,
        dept,
        points,
        automatic,
      })),
    scenario: (id) => scenarios.find((s) => s.id === id) ?? null,
    sources: () => sources,
    requiredSources: () => sources,
    judge: ({ scenario, at, answers, materials }) => {
      const detail = scenarios.find(({ id }) => id === scenario)
      if (!detail) throw new Error(scenario)
      return {
        form: detail.fields.map((field) => ({
          ...field,
          required: field.required === 'required',
          asked: true,
          value: (answers[field.key] as string) ?? null,
          display: String(answers[field.key] ?? ''),
          source: field.key in answers ? '本人填写' : '',
          confidence: 1,
          state: 'absent',
          locked: false,
          evidence: [],
          conflicts: [],
          unavailable: [],
        })),
        findings: [],
        notice: { scenario, title: '一次性补正告知书', applicant: '', at, items: [], person: [], clock: '', basis: '' },
        materials: detail.materials.map((material) => ({
          slot: material.slot,
          documentTypes: material.documentTypes,
          many: material.many,
          need: 'required',
          why: '',
          status: materials.some((m) => m.slot === material.slot) ? 'provided' : 'missing',
          materials: materials.filter((m) => m.slot === material.slot).map((m) => m.id),
        })),
      }
    },
  }
}
