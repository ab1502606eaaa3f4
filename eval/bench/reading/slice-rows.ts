import { proportion } from '../interval.ts'
import { documentInterval } from './level-rows.ts'
import { type FieldOutcome, fieldFigures, type ReadingScore } from './score-documents.ts'

/** Strengths up to these (0–1) are told apart within a slice. */
const STEPS = [0.4, 0.7, 1]

export const SLICE_HEAD = [
  '难读的类别',
  '份',
  '完全一致',
  '按份抽样的区间',
  '错而置信≥.9',
  '正确中置信≥.9',
  '说了要核对',
]

/** One row for every hard slice, below it the fields that the harm lies on where not on all, and the slice by strength; empty for sets without slices. */
export function sliceRows({ fields }: Pick<ReadingScore, 'fields'>): string[][] {
  const names = [...new Set(fields.flatMap(({ slice }) => slice?.name ?? []))].sort()
  return names.flatMap((name) => {
    const own = fields.filter(({ slice }) => slice?.name === name)
    const on = own.filter(({ slice }) => slice?.on)
    const steps = STEPS.map((to, i) => {
      const from = STEPS[i - 1] ?? -1
      const inside = on.filter(({ slice }) => slice && slice.strength > from && slice.strength <= to)
      return { title: `${name} 强度≤${to}`, inside }
    }).filter(({ inside }) => inside.length > 0)
    return [
      row(name, own),
      ...(on.length < own.length ? [row(`${name} 只算受损处`, on)] : []),
      ...(steps.length > 1 ? steps.map(({ title, inside }) => row(title, inside)) : []),
    ]
  })
}

function row(title: string, fields: readonly FieldOutcome[]): string[] {
  const { exact, wrongConfident, confidentOfRight } = fieldFigures(fields)
  return [
    title,
    String(new Set(fields.map(({ document }) => document)).size),
    proportion(exact),
    documentInterval(fields),
    proportion(wrongConfident),
    proportion(confidentOfRight),
    proportion({ right: fields.filter(({ doubted }) => doubted).length, n: fields.length }),
  ]
}
