import { expect, test } from 'vitest'
import { loadCatalogue } from './load.ts'

const catalogue = loadCatalogue()
const statements = new Map(
  [...catalogue.scenarios.values()].flatMap(({ points }) =>
    points.map(({ point }) => [point.id, point.statement] as const),
  ),
)

/**
 * A verdict repeats the statement, so a clause that no rule looks at has to be named in it:
 * the point, and the clause that is left to a person or whose number nobody has confirmed.
 */
const unlooked: readonly (readonly [point: string, clause: string])[] = [
  ['M22-P03', '面积数值依据待核'],
  ['M17-P05', '品类面积的数值依据待核'],
  ['M16-P04', '面积数值依据待核'],
  ['M35-P03', '人数依据待核'],
  ['M35-P04', '上限依据待核'],
  ['M42-P04', '津贴额请人算'],
  ['M38-P03', '报销比例依据待核'],
  ['M25-P03', '研发费用占比依据待核'],
  ['M24-P01', '区级奖励标准依据待核'],
  ['S018-P03', '面积请人看'],
  ['M26-P02', '真伪请人查验'],
]

test.each(unlooked)('%s says in its statement, in brackets, that no rule looks at: %s', (point, clause) => {
  expect(statements.get(point)).toMatch(new RegExp(`（[^（）]*${clause}[^（）]*）$`))
})
