import type { DatasetCase } from '../dataset/load-case.ts'
import type { Answer, SaidPoint } from '../drive/answer.ts'
import { agrees, type CaseScore, type PointScore } from '../score/score-case.ts'

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Every disagreement of one case for whoever mends the case or the rule: what was read, what blocked, which clause decided. */
export function tellCase({ id, seen, truth }: DatasetCase, answer: Answer, score: CaseScore): string {
  const found = score.defects.filter((defect) => defect.found).length
  const wanted = score.fields.filter((field) => field.wanted)
  const right = wanted.filter((field) => field.right).length
  const lines = [`■ ${id} ${seen.scenario}　缺陷 ${found}/${score.defects.length}　预填 ${right}/${wanted.length}`]
  for (const { path, reason } of answer.refused) lines.push(`  ! 文件被拒收 ${path}：${reason}`)
  for (const { path, error } of answer.materials) if (error) lines.push(`  ! ${path}：${error}`)
  for (const defect of score.defects.filter((one) => !one.found))
    lines.push(`  ✗ 缺陷漏掉 ${defect.id}（${defect.points.join('、')}）`)
  if (score.unlabelled.length > 0) lines.push(`  ! 没有标注的要点：${score.unlabelled.join('、')}`)
  for (const point of score.points.filter((one) => !agrees(one))) {
    const finding = answer.findings.find((one) => one.point === point.point)
    lines.push(...tellPoint(point, truth.review[point.point]?.because, finding))
  }
  for (const field of score.fields.filter((one) => one.filled && !one.right)) {
    const given = answer.form.find(({ key }) => key === field.key)
    lines.push(
      `  ✗ 误填 ${field.key}（${field.name}）填 ${show(given?.value)}（${given?.source}），应为 ${show(truth.form[field.key] ?? null)}`,
    )
  }
  const missing = wanted.filter((one) => !one.filled && seen.answers[one.key] === undefined)
  if (missing.length > 0) lines.push(`  · 未预填 ${missing.map((one) => `${one.key}（${one.name}）`).join('、')}`)
  const unknown = Object.keys(truth.form).filter((key) => !answer.form.some((field) => field.key === key))
  if (unknown.length > 0) lines.push(`  ! 标注了表里没有的字段：${unknown.join('、')}`)
  return lines.join('\n')
}

function tellPoint(point: PointScore, because: string | undefined, finding: SaidPoint | undefined): string[] {
  const head = `  ✗ ${point.point} 标注 ${point.truth}${because ? `（${because}）` : ''} → ${point.verdict}`
  if (!finding) return [`${head}：情形里没有这个要点`]
  const lines = [`${head}：${finding.message}`]
  if (finding.because) lines.push(`      因为 ${finding.because}`)
  for (const { path, state, missing } of finding.blockers) lines.push(`      卡在 ${path}（${state}）${missing}`)
  for (const { path, display, state, confidence } of finding.facts)
    lines.push(`      读到 ${path} = ${display || `〈${state}〉`}（${confidence.toFixed(2)}）`)
  for (const text of finding.clauses) lines.push(`      判据 ${text}`)
  return lines
}
