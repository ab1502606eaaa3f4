import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Basis } from './basis.ts'
import { loadCatalogue } from './load.ts'
import { loadCatalogueFiles } from './load-catalogue-files.ts'

interface Given {
  law: string
  from?: string
  to?: string
  articles: { text: string; certainty: Basis['certainty'] }[]
}

const laws: Given[] = parse(readFileSync(new URL('./given-laws.yaml', import.meta.url), 'utf8'))
const given = new Map(laws.map((one) => [one.law, one]))
const CERTAINTY = ['unsure', 'verified_secondary', 'verified_text']
const DIGITS = '零一二三四五六七八九'
const NUMBER = '[一二三四五六七八九十百零]+'

/** 二百七十九 → 279 */
function numberOf(written: string): number {
  let [sum, digit] = [0, 0]
  for (const sign of written) {
    if (sign === '百') [sum, digit] = [sum + digit * 100, 0]
    else if (sign === '十') [sum, digit] = [sum + (digit || 1) * 10, 0]
    else digit = DIGITS.indexOf(sign)
  }
  return sum + digit
}

/** Numbers of the articles that a text names: 第十至十五条, 第七/八条, 第二十一条至第二十五条, 第九十条. */
function articlesOf(text: string): number[] {
  const ranges = [...text.matchAll(new RegExp(`第(${NUMBER})条?(至第?|/)(${NUMBER})条`, 'gu'))].flatMap(
    ([, first = '', , last = '']) => {
      const from = numberOf(first)
      return Array.from({ length: numberOf(last) - from + 1 }, (_, index) => from + index)
    },
  )
  const single = [...text.matchAll(new RegExp(`第(${NUMBER})条`, 'gu'))].map(([, one = '']) => numberOf(one))
  return [...ranges, ...single]
}

function basesIn(node: unknown): Basis[] {
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(basesIn)
  return 'law' in node && 'article' in node ? [node as Basis, ...below] : below
}

const cited = loadCatalogueFiles().flatMap(({ file, text }) => basesIn(parse(text)).map((basis) => ({ file, basis })))

test('a range of articles, two by a stroke and one with its content in brackets are read as their numbers', () => {
  expect(articlesOf('第十至十二条（申请）、第二百七十九条')).toEqual([10, 11, 12, 279])
  expect(articlesOf('第七/八条（材料）')).toContain(7)
  expect(articlesOf('第二十一条至第二十三条（新建五年）')).toEqual(expect.arrayContaining([21, 22, 23]))
})

test('no document is cited that the draft does not name', () => {
  expect(cited.length).toBeGreaterThan(400)
  expect(cited.filter(({ basis }) => !given.has(basis.law)).map(({ file, basis }) => `${file} ${basis.law}`)).toEqual(
    [],
  )
})

test('no article is cited that the draft does not name for that document, nor with more certainty than there', () => {
  const invented = cited.flatMap(({ file, basis }) => {
    const articles = given.get(basis.law)?.articles ?? []
    return articlesOf(basis.article).flatMap((number) => {
      const naming = articles.filter(({ text }) => articlesOf(text).includes(number))
      const best = Math.max(-1, ...naming.map(({ certainty }) => CERTAINTY.indexOf(certainty)))
      return CERTAINTY.indexOf(basis.certainty) <= best
        ? []
        : [`${file} ${basis.law} 第 ${number} 条 ${basis.certainty}`]
    })
  })
  expect(invented).toEqual([])
})

test('what is cited without a number of an article is no surer than the draft is of that document', () => {
  const surer = cited.filter(({ basis }) => {
    if (articlesOf(basis.article).length > 0) return false
    const known = (given.get(basis.law)?.articles ?? []).map(({ certainty }) => CERTAINTY.indexOf(certainty))
    return CERTAINTY.indexOf(basis.certainty) > Math.max(...known)
  })
  expect(surer).toEqual([])
})

test('a law is dated exactly as the draft dates it: no other day, and none left out', () => {
  const wrong = cited.filter(({ basis }) => {
    const law = given.get(basis.law)
    return basis.from !== law?.from || basis.to !== law?.to
  })
  expect(wrong.map(({ file, basis }) => `${file} ${basis.law} ${basis.from} ${basis.to}`)).toEqual([])
})

test('a dated version of a check begins and ends on a day that a law given by the draft does', () => {
  const days = new Set(laws.flatMap(({ from, to }) => [from, to]))
  const dated = [...loadCatalogue().scenarios.values()].flatMap(({ points }) =>
    points.flatMap(({ point, versions }) =>
      versions.flatMap(({ from, to }) => [from, to].map((day) => ({ point, day }))),
    ),
  )
  // A version ends on the eve of the day on which the next one begins.
  const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  const other = dated.filter(({ day }) => day !== null && !days.has(day) && !days.has(next(day)))
  expect(other.map(({ point, day }) => `${point.id} ${day}`)).toEqual([])
})
