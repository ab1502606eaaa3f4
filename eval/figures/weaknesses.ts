import type { Measured } from './measure.ts'
import type { Share, Slices } from './slices.ts'

/** Fewer say nothing about a kind of case. */
const ENOUGH = 10
const NAMED = 5

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`
const of = ({ right, n }: Share): string => `${n} 次里对 ${right} 次（${percent(right / n)}）`

/** The worst of some slices: below the whole, most errors first. */
function worst<T extends Share>(slices: readonly T[], whole: number): T[] {
  return slices
    .filter(({ right, n }) => n >= ENOUGH && right / n < whole)
    .toSorted((a, b) => b.n - b.right - (a.n - a.right) || a.right / a.n - b.right / b.n)
    .slice(0, NAMED)
}

const whole = (slices: readonly Share[]): number => {
  const n = slices.reduce((sum, one) => sum + one.n, 0)
  return n === 0 ? 1 : slices.reduce((sum, one) => sum + one.right, 0) / n
}

/** What the system is bad at, in plain Chinese sentences made from the slices; `[]` says that nothing stood out. */
export function weaknesses(
  figures: Readonly<Record<string, Measured>>,
  slices: Slices,
  { notAnswered, refused }: { notAnswered: readonly unknown[]; refused: readonly unknown[] },
): string[] {
  const said: string[] = []
  for (const { name, value, target, verdict, aim, aimVerdict } of Object.values(figures)) {
    if (value === null) continue
    if (target !== null && verdict === 'missed')
      said.push(`${name}没有达到政策要求：${percent(value)}，要求 ${percent(target)}。`)
    else if (aim !== null && aimVerdict === 'missed')
      said.push(`${name}没有达到自定目标：${percent(value)}，目标 ${percent(aim)}。`)
  }
  for (const one of slices.point.filter(({ falsePasses }) => falsePasses > 0))
    said.push(`要点 ${one.point}：${one.trueFails} 次真不通过里误放 ${one.falsePasses} 次。`)
  for (const one of worst(slices.point, whole(slices.point)))
    said.push(`要点 ${one.point} 容易判错：${of(one)}，误报 ${one.falseFails} 次。`)
  for (const one of slices.point.filter((p) => p.labelled >= ENOUGH && p.unsure / p.labelled > 0.2).slice(0, NAMED))
    said.push(`要点 ${one.point} 常常拿不准：${one.labelled} 次里 ${one.unsure} 次转人工。`)
  for (const one of worst(slices.field, whole(slices.field)))
    said.push(`字段 ${one.name}（${one.key}）常常填不上或填错：${of(one)}，其中填错 ${one.wrong} 次。`)
  for (const one of worst(slices.reading.documentField, whole(slices.reading.documentField)))
    said.push(`读不好的印刷项 ${one.key}：${of(one)}，读错 ${one.wrong} 次，没读出 ${one.missed} 次。`)
  for (const one of worst(slices.reading.level, whole(slices.reading.level)))
    said.push(`拍摄质量“${one.key}”的页面读得差：${of(one)}。`)
  for (const one of worst(slices.reading.layout, whole(slices.reading.layout)))
    said.push(`${one.key}读得差：${of(one)}。`)
  for (const { key, cases, figures: own } of slices.scenario) {
    const { numerator = 0, denominator = 0 } = own.defectRecall ?? {}
    if (denominator > 0 && numerator / denominator < 0.8)
      said.push(`情形 ${key}（${cases} 件）漏掉缺陷 ${denominator - numerator}/${denominator}。`)
  }
  if (notAnswered.length > 0) said.push(`${notAnswered.length} 件服务没有回答，没有计入任何数字。`)
  if (refused.length > 0) said.push(`${refused.length} 件被服务拒绝，没有计入任何数字。`)
  return said
}
