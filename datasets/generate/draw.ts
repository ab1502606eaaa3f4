import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { card } from './cases/card.ts'
import { writePair } from './cases/pair.ts'
import { S001 } from './cases/s001/recipe.ts'
import { seeded } from './random.ts'
import { addDays } from './world/dates.ts'

const USAGE = 'npm run draw -- --seed N --out DIR [--clean] [--at 2026-11-16] [--defects id,id,id]'

/** Draws a labelled case and its clean twin: `npm run draw -- --seed 7 --out /tmp/cases`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      out: { type: 'string' },
      at: { type: 'string' },
      defects: { type: 'string' },
      clean: { type: 'boolean', default: false },
    },
  })
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed) || seed < 0 || !values.out) throw new Error(`usage: ${USAGE}`)
  const at = values.at ?? addDays('2026-01-05', seeded(`${seed}/at`).int(0, 310))
  mkdirSync(values.out, { recursive: true })
  const ids = await writePair(S001, {
    seed,
    at,
    folder: values.out,
    cleanOnly: values.clean,
    ...(values.defects ? { defects: values.defects.split(',') } : {}),
  })
  const readme = join(values.out, 'README.md')
  if (!existsSync(readme)) writeFileSync(readme, card())
  console.log(ids.map((id) => join(values.out ?? '', 'cases', id)).join('\n'))
}

await main()
