import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type PointCase, parsePointCases } from './point-case.ts'

const OWN = fileURLToPath(new URL('.', import.meta.url))
const TESTS = /(^|[\\/])tests[\\/][A-Z0-9]+-P\d{2}\.yaml$/

/** Every case of every tests/<POINT>.yaml under `folder`. */
export function loadPointCases(folder: string = OWN): PointCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => TESTS.test(name))
    .sort()
    .flatMap((file) => parsePointCases(readFileSync(join(folder, file), 'utf8')))
}

/** Ids of the points whose tests/<POINT>.yaml, under `folder`, reaches both pass and fail. */
export function loadTestedPoints(folder: string = OWN): ReadonlySet<string> {
  const reached = new Map<string, Set<string>>()
  for (const { point, expect } of loadPointCases(folder)) {
    reached.set(point, (reached.get(point) ?? new Set()).add(expect))
  }
  return new Set([...reached].filter(([, seen]) => seen.has('pass') && seen.has('fail')).map(([point]) => point))
}
