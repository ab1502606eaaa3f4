import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { card } from './cases/card.ts'
import { writePair } from './cases/pair.ts'
import { S001 } from './cases/s001/recipe.ts'
import { writeSampleRegistry } from './cases/sample-registry.ts'
import { SHOWCASE } from './cases/showcase.ts'
import { drawPageSet } from './page-set.ts'
import { seeded } from './random.ts'
import { addDays } from './world/dates.ts'

const USAGE = `npm run draw -- --seed N --out DIR [--clean] [--at YYYY-MM-DD] [--defects id,id,id]
npm run draw -- --registry --out DIR
npm run draw -- --pages --seed N --out DIR [--types BL,ID] [--layouts grid] [--levels clean,phone,poor,chat,blur:0.5] [--count 1]
种子 ${SHOWCASE.seed} 是示范案例，日期与缺陷固定；其他种子各有各的人、房屋和三个缺陷。`

/** Draws a labelled case and its clean twin, single documents, or the embedded sample registry. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string' },
      out: { type: 'string' },
      at: { type: 'string' },
      defects: { type: 'string' },
      clean: { type: 'boolean', default: false },
      registry: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
      types: { type: 'string' },
      layouts: { type: 'string' },
      levels: { type: 'string' },
      count: { type: 'string', default: '1' },
    },
  })
  if (!values.out) throw new Error(USAGE)
  if (values.registry) return writeSampleRegistry(values.out)
  const seed = Number(values.seed ?? Number.NaN)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(USAGE)
  if (values.pages) {
    const words = (text: string | undefined) => text?.split(',') ?? []
    const count = Number(values.count)
    if (!Number.isSafeInteger(count) || count < 1) throw new Error(USAGE)
    const { types, layouts, out: folder } = values
    const drawn = await drawPageSet({
      seed,
      folder,
      types: words(types),
      layouts: words(layouts),
      levels: words(values.levels),
      count,
    })
    console.log(`${folder}：${drawn} 份`)
    return
  }
  const fixed = seed === SHOWCASE.seed ? SHOWCASE : undefined
  const defects = values.defects?.split(',') ?? fixed?.defects
  mkdirSync(values.out, { recursive: true })
  const ids = await writePair(S001, {
    seed,
    at: values.at ?? fixed?.at ?? addDays('2026-01-05', seeded(`${seed}/at`).int(0, 310)),
    folder: values.out,
    cleanOnly: values.clean,
    ...(defects ? { defects } : {}),
  })
  const readme = join(values.out, 'README.md')
  if (!existsSync(readme)) writeFileSync(readme, card())
  for (const id of ids) console.log(join(values.out, 'cases', id))
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
