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
