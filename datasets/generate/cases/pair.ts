import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { seeded } from '../random.ts'
import { addDays } from '../world/dates.ts'
import { type BuiltCase, buildCase, type CaseRequest } from './build.ts'
import { allScenarios } from './scenario-data.ts'
import { SHOWCASE } from './showcase.ts'
import { writeCase } from './write-case.ts'

/** Which pair to draw; date and defects follow from the number unless given. */
export interface PairOptions {
  number: number
  scenario?: string
  at?: string
  defects?: readonly string[]
}

/** Ids of the two cases of a pair; neither says which one is clean to the service, which sees files only. */
export function pairIds({ number, scenario = SHOWCASE.scenario }: PairOptions): { id: string; twin: string } {
  const id = `${scenario}-${String(number).padStart(4, '0')}`
  return { id, twin: `${id}-twin` }
}

/** One application twice: with defects on different papers (three unless named), and without any. Throws on an unknown scenario. */
export function buildPair(o: PairOptions): { seed: string; wrong: BuiltCase; twin: BuiltCase } {
  const shown = o.number === SHOWCASE.number && (o.scenario ?? SHOWCASE.scenario) === SHOWCASE.scenario
  const fixed = shown ? SHOWCASE : undefined
  const id = o.scenario ?? SHOWCASE.scenario
  const scenario = allScenarios().get(id)
  if (!scenario) throw new Error(`没有情形 ${id}`)
  const seed = fixed?.seed ?? `pair/${id}/${o.number}`
  const at = o.at ?? fixed?.at ?? addDays('2026-01-05', seeded(`${seed}/at`).int(0, 310))
  // Cases that people are shown keep to the layouts that every split may show.
  const request: CaseRequest = { scenario, seed, at, split: 'calibration' }
  const twin = buildCase({ ...request, defects: [] })
  const defects = o.defects ?? fixed?.defects ?? three(twin, seed)
  return { seed, wrong: buildCase({ ...request, defects }), twin }
}

/** Three ways to go wrong that touch different papers and different things. */
function three({ draft }: BuiltCase, seed: string): string[] {
  const chosen: typeof draft.defects = []
  for (const one of seeded(`${seed}/three`).sample(draft.defects, draft.defects.length))
    if (
      chosen.length < 3 &&
      chosen.every(({ slot, touches }) => slot !== one.slot && (touches ?? slot) !== (one.touches ?? one.slot))
    )
      chosen.push(one)
  return chosen.map(({ id }) => id)
}

/** Writes a pair into `cases/`, the clean twin only when so asked; returns the case ids. */
export async function writePair(folder: string, o: PairOptions & { cleanOnly?: boolean }): Promise<string[]> {
  const { seed, wrong, twin } = buildPair(o)
  const ids = pairIds(o)
  const written: [id: string, built: BuiltCase][] = [
    ...(o.cleanOnly ? [] : [[ids.id, wrong] as [string, BuiltCase]]),
    [ids.twin, twin],
  ]
  for (const [id, built] of written) {
    const at = join(folder, 'cases', id)
    mkdirSync(at, { recursive: true })
    await writeCase(at, built, { seed, split: 'calibration' })
  }
  return written.map(([id]) => id)
}
