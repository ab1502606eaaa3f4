import { expect, test } from 'vitest'
import { loadDocumentTypes, loadSharedSources } from '../../../facts/load.ts'
import { loadCatalogue } from '../../../rules/catalogue/load.ts'
import { caseSchema, registrySchema } from '../../case-format.ts'
import { world } from '../world/world.ts'
import { assemble, chooseDefects } from './assemble.ts'
import { S001 } from './s001/recipe.ts'

const AT = '2026-06-01'
const WORLDS = Array.from({ length: 60 }, (_, seed) => world(seed, AT))
const clean = WORLDS.map((w) => assemble(S001, w, []))
const scenario = loadCatalogue().scenarios.get('S001')
if (!scenario) throw new Error('S001 is not in the catalogue')

test('every review point of S001 has a truth, and nothing else has', () => {
  const points = scenario.parts.points.map(({ part }) => part.id).sort()
  for (const made of clean) expect(Object.keys(made.review).sort()).toEqual(points)
})

test('every true form value and every answer belongs to a field of the form', () => {
  const keys = new Set(scenario.parts.fields.map(({ part }) => part.key))
  for (const made of clean)
    for (const key of [...Object.keys(made.form), ...Object.keys(made.case.answers)]) expect(keys).toContain(key)
})

test('every slot is a slot of the scenario', () => {
  const slots = new Set(scenario.parts.materials.map(({ part }) => part.slot))
  for (const made of clean) for (const paper of made.papers) expect(slots).toContain(paper.slot)
})

test('papers name only fields and marks of their document type', () => {
  const types = new Map(loadDocumentTypes().map((type) => [type.id, type]))
  for (const made of clean)
    for (const { type, content } of made.papers) {
      const known = types.get(type)
      const fields = known?.fields.map((field) => field.name) ?? []
      const marks = known?.marks.map((mark) => mark.name) ?? []
      expect(fields).toEqual(expect.arrayContaining(Object.keys(content.fields)))
      expect(marks).toEqual(expect.arrayContaining(Object.keys(content.marks)))
    }
})

test('registries answer with fields their sources have', () => {
  const sources = new Map(loadSharedSources().map((source) => [source.name, source]))
  for (const made of clean)
    for (const [name, records] of Object.entries(registrySchema.parse(made.registry))) {
      const source = sources.get(name)
      expect(source, name).toBeDefined()
      // 电子证照 and 历史申报 answer with the fields of the document or form they are about.
      if (typeof records === 'string' || name === '电子证照' || name === '历史申报') continue
      const allowed = ['键', 'about', 'asOf', ...(source?.fields.map((field) => field.name) ?? [])]
      for (const record of records) expect(allowed).toEqual(expect.arrayContaining(Object.keys(record)))
    }
})

test('the operator of a 个体工商户 as tenant is never drawn as a defect', () => {
  const defect = S001.defects.find(({ id }) => id === 'lease-other-tenant')
  const sole = WORLDS.filter((w) => w.firm.type === '个体工商户')
  expect(sole.length).toBeGreaterThan(0)
  for (const w of sole) expect(defect?.fits?.(w)).toBe(false)
})

test('a clean case has no failing point', () => {
  for (const made of clean) expect(Object.values(made.review).filter(({ verdict }) => verdict === 'fail')).toEqual([])
})

test.each(S001.defects.map((defect) => [defect.id, defect] as const))('%s fails exactly its points', (_, defect) => {
  const fitting = WORLDS.filter((w) => defect.fits?.(w) ?? true)
  expect(fitting.length).toBeGreaterThan(0)
  for (const w of fitting.slice(0, 10)) {
    const made = assemble(S001, w, [defect])
    const right = assemble(S001, w, [])
    const failing = Object.keys(made.review).filter((id) => made.review[id]?.verdict === 'fail')
    expect(failing.sort()).toEqual(Object.keys(defect.fails(w)).sort())
    expect(JSON.stringify([made.papers, made.registry])).not.toBe(JSON.stringify([right.papers, right.registry]))
  }
})

test('a seed brings three defects of different papers, and seeds bring different ones', { timeout: 60_000 }, () => {
  const chosen = Array.from({ length: 150 }, (_, seed) => chooseDefects(S001, world(seed, AT)))
  for (const defects of chosen) {
    expect(defects).toHaveLength(3)
    expect(new Set(defects.map((defect) => defect.slot)).size).toBe(3)
  }
  expect(new Set(chosen.flat().map((defect) => defect.id)).size).toBe(S001.defects.length)
})

test('assembling leaves the world as it was', () => {
  const w = world(7, AT)
  const before = JSON.stringify(w)
  for (const defect of S001.defects) if (defect.fits?.(w) ?? true) assemble(S001, w, [defect])
  expect(JSON.stringify(w)).toBe(before)
})

test('what the service sees does not speak of defects', () => {
  for (const w of WORLDS.slice(0, 20)) {
    const defects = chooseDefects(S001, w)
    const made = assemble(S001, w, defects)
    const seen = JSON.stringify(caseSchema.parse({ ...made.case, materials: [] }))
    for (const defect of defects) {
      expect(seen).not.toContain(defect.id)
      expect(seen).not.toContain(defect.title)
    }
  }
})
