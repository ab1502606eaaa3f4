import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type CaseRegistry, type RegistryRecord, recordsSchema } from '../../case-format.ts'
import { addDays, addYears } from '../world/dates.ts'
import { buildCase } from './build.ts'
import type { Draft } from './draft.ts'
import { buildPair } from './pair.ts'
import { issuedFor } from './parts/change.ts'
import { foodLicence } from './parts/food-application.ts'
import { holdLicence } from './parts/held-licence.ts'
import { allScenarios } from './scenario-data.ts'
import { SHOWCASE } from './showcase.ts'

/** Other firms in the sample registry; the first six already hold a food licence, one is revoked, one's head is banned. */
const OTHERS = 12
const LICENSED = 6

/** Writes the embedded sample registry: one YAML file per shared source, named after it. */
export function writeSampleRegistry(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const all: Record<string, RegistryRecord[]> = {}
  const registries = [showcase(), ...Array.from({ length: OTHERS }, (_, i) => other(i))]
  for (const [source, records] of registries.flatMap((registry) => Object.entries(registry)))
    if (Array.isArray(records)) all[source] = [...(all[source] ?? []), ...records]
  for (const [source, records] of Object.entries(all)) {
    const live = recordsSchema.parse(records.map((record) => ({ ...record, asOf: '当日' })))
    const text = stringify(live, { lineWidth: 0, aliasDuplicateObjects: false })
    writeFileSync(join(folder, `${source}.yaml`), `# 虚构数据（样例），由 npm run draw -- --registry 生成。\n${text}`)
  }
}

/** The showcase's firm and people; it serves both twins, so it is silent on what differs between them. */
function showcase(): CaseRegistry {
  const { draft } = buildPair({ number: SHOWCASE.number }).wrong
  for (const record of (draft.registry.人口库 ?? []) as RegistryRecord[])
    if (record.公民身份号码 === draft.form.lrep_idno) delete record.身份证有效期限
  return draft.registry
}

function other(index: number): CaseRegistry {
  const scenario = allScenarios().get(SHOWCASE.scenario)
  if (!scenario) throw new Error(`no scenario ${SHOWCASE.scenario}`)
  const defects = index === LICENSED ? ['firm-revoked'] : index === LICENSED + 1 ? ['legal-banned'] : []
  const { draft } = buildCase({
    scenario,
    seed: `registry/${index}`,
    at: SHOWCASE.at,
    split: 'calibration',
    defects,
  })
  if (index < LICENSED) licensed(draft, index)
  return draft.registry
}

/** The firm holds a licence (the first of them about to run out), an electronic one too, and was inspected. */
function licensed(draft: Draft, index: number): void {
  const random = draft.random('licensed')
  const until = addDays(draft.at, index === 0 ? 45 : random.int(400, 1400))
  const issued = issuedFor(until, 5)
  const code = String(draft.form.uscc)
  const place = String(draft.form.prem_addr)
  const licence = foodLicence(draft, { kind: '餐饮服务经营者', items: ['热食类食品制售'], issued, until })
  holdLicence(
    draft,
    { name: String(draft.form.subj_name), code, legal: String(draft.form.lrep_name), home: place, place },
    { ...licence, held: 'electronic' },
  )
  draft.amend('法人库', { 成立日期: addDays(issued, -90), 登记日期: addDays(issued, -80) })
  if (draft.registry.法人库?.some((record) => typeof record === 'object' && record.营业期限 !== undefined))
    draft.amend('法人库', { 营业期限: { from: addDays(issued, -90), to: addYears(addDays(issued, -91), 30) } })
  draft.record(
    '监督检查库',
    { uscc: code, number: licence.number },
    {
      许可证编号: licence.number,
      检查日期: addDays(draft.at, -random.int(30, 300)),
      检查结论: '符合',
      超范围经营: false,
      经营面积: draft.form.prem_area ?? null,
      已整改: true,
    },
  )
}
