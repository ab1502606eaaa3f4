import { type Tally, wilson } from '../bench/interval.ts'
import type { CaseResult } from '../score/case-result.ts'
import { agrees } from '../score/score-case.ts'
import type { ReadingScore } from '../score/score-reading.ts'
import { FIGURES } from './all-figures.ts'
import { isDecided, judged } from './decided.ts'
import { type Measured, measure } from './measure.ts'

/** Cases of one kind with the figures over them. */
export interface CaseSlice {
  key: string
  cases: number
  figures: Record<string, Pick<Measured, 'value' | 'numerator' | 'denominator' | 'low' | 'high'>>
}

/** Wilson's interval takes items as independent: within a slice that is an approximation. */
export interface Share extends Tally {
  low: number
  high: number
}

export interface PointSlice extends Share {
  point: string
  /** All labels of the point, decided or not. */
  labelled: number
  trueFails: number
  foundFails: number
  falseFails: number
  falsePasses: number
  unsure: number
}

export interface FieldSlice extends Share {
  key: string
  name: string
  filled: number
  wrong: number
}

export interface ReadingSlice extends Share {
  key: string
  wrong: number
  missed: number
}

export interface Slices {
  category: CaseSlice[]
  scenario: CaseSlice[]
  level: CaseSlice[]
  outcome: CaseSlice[]
  point: PointSlice[]
  field: FieldSlice[]
  reading: Record<'documentType' | 'documentField' | 'level' | 'source' | 'layout', ReadingSlice[]>
}

const share = (right: number, n: number): Share => {
  const [low, high] = wilson({ right, n })
  return { right, n, low, high }
}

function group<T>(all: readonly T[], keyOf: (one: T) => string | null): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === null) continue
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Every cut of the results that the report shows. */
export function slice(results: readonly CaseResult[]): Slices {
  const cases = (keyOf: (one: CaseResult) => string | null) =>
    group(results, keyOf).map(([key, own]) => caseSlice(key, own))
  const read = results.flatMap(({ reading }) => reading ?? [])
  const readings = (keyOf: (one: ReadingScore) => string | null) =>
    group(read, keyOf).map(([key, own]): ReadingSlice => {
      const count = (outcome: ReadingScore['outcome']) => own.filter((one) => one.outcome === outcome).length
      return { key, ...share(count('right'), own.length), wrong: count('wrong'), missed: count('missed') }
    })
  return {
    category: cases(({ category }) => category),
    scenario: cases(({ scenario }) => scenario),
    level: cases(({ level }) => level),
    outcome: cases(({ outcome }) => outcome),
    point: pointSlices(results),
    field: fieldSlices(results),
    reading: {
      documentType: readings(({ documentType }) => documentType),
      documentField: readings(({ documentType, field }) => `${documentType}.${field}`),
      level: readings(({ level }) => level),
      source: readings(({ digital }) => (digital ? '电子文件' : '照片或扫描')),
      layout: readings(({ unseenLayout }) => (unseenLayout ? '只在计分时出现的版式' : '别处也有的版式')),
    },
  }
}

function caseSlice(key: string, own: readonly CaseResult[]): CaseSlice {
  const figures = FIGURES.map((figure) => {
    const { value, numerator, denominator, low, high } = measure(figure, own)
    return [figure.id, { value, numerator, denominator, low, high }]
  })
  return { key, cases: own.length, figures: Object.fromEntries(figures) }
}

function pointSlices(results: readonly CaseResult[]): PointSlice[] {
  const all = results.flatMap(({ score }) => score.points)
  return group(all, ({ point }) => point).map(([point, own]) => {
    const counted = judged(own)
    const count = (is: (one: (typeof own)[number]) => boolean) => own.filter(is).length
    return {
      point,
      ...share(counted.filter(agrees).length, counted.length),
      labelled: own.length,
      trueFails: count(({ truth }) => truth === 'fail'),
      foundFails: count(({ truth, verdict }) => truth === 'fail' && verdict === 'fail'),
      falseFails: counted.filter(({ truth, verdict }) => truth !== 'fail' && verdict === 'fail').length,
      falsePasses: count(({ truth, verdict }) => truth === 'fail' && verdict === 'pass'),
      unsure: count((one) => one.truth !== 'person' && !isDecided(one) && one.verdict === 'unsure'),
    }
  })
}

function fieldSlices(results: readonly CaseResult[]): FieldSlice[] {
  const all = results.flatMap(({ score }) => score.fields)
  return group(all, ({ key }) => key).map(([key, own]) => {
    const wanted = own.filter((one) => one.wanted)
    const filled = own.filter((one) => one.filled)
    return {
      key,
      name: own[0]?.name ?? key,
      ...share(wanted.filter(({ right }) => right).length, wanted.length),
      filled: filled.length,
      wrong: filled.filter(({ right }) => !right).length,
    }
  })
}
