import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsePointCases } from './point-case.ts'

const OWN = fileURLToPath(new URL('.', import.meta.url))
const TESTS = /(^|[\\/])tests[\\/][A-Z0-9]+-P\d{2}\.yaml$/

/** Ids of the points whose tests/<POINT>.yaml, under `folder`, reaches both pass and fail. */
export function loadTestedPoints(folder: string = OWN): ReadonlySet<string> {
  const reached = new Map<string, Set<string>>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => TESTS.test(name))) {
    for (const { point, expect } of parsePointCases(readFileSync(join(folder, file), 'utf8'))) {
      reached.set(point, (reached.get(point) ?? new Set()).add(expect))
    }
  }
  return new Set([...reached].filter(([, seen]) => seen.has('pass') && seen.has('fail')).map(([point]) => point))
}
