import { loadDocumentTypes } from '../../facts/load.ts'
import type { FileExtras, Mark, ReadDocument, ReadField, Reading } from '../../facts/reading.ts'
import { display } from '../../facts/values/display.ts'

const STATES: Record<ReadField['state'], string> = {
  ok: '',
  absent: '（没有）',
  unreadable: '（读不出）',
  unavailable: '（来源没有应答）',
  stale: '（已过期）',
  denied: '（来源拒绝）',
}

const MARKS: Record<Mark['kind'], string> = {
  seal: '印章',
  'personal-seal': '私章',
  'cross-page-seal': '骑缝章',
  signature: '签名',
  date: '落款日期',
  checkbox: '勾选框',
  qr: '二维码',
  photo: '照片',
}

const types = loadDocumentTypes()

const percent = (confidence: number) => `${Math.round(confidence * 100)}%`

/** One reading as a person reads it: type, fields with confidence, marks, what to do about the photograph. */
export function readingReport(reading: Reading, withLines: boolean): string {
  const out = [`■ ${reading.file}`]
  if (reading.error) return [...out, `  无法读取：${reading.error.message}`, ''].join('\n')
  for (const document of reading.documents) out.push(...documentReport(document))
  out.push(...extrasReport(reading))
  if (reading.only === 'fields')
    out.push(
      `  只读了字段：没有找印章、签字、二维码，也没有看是不是复印件；离字段远的 ${reading.glanced ?? 0} 行只看了一遍。`,
    )
  if (reading.documents.length === 0) out.push('  没有认出任何文书或证照。')
  if (withLines || reading.documents.length === 0) {
    out.push('  文字：')
    for (const line of reading.lines)
      out.push(`    第 ${line.page} 页  ${percent(line.confidence).padStart(4)}  ${line.text}`)
  }
  return [...out, ''].join('\n')
}

/** What the file carries beside its pages. */
function extrasReport({ signatures, structured, attachments, annotations, notes }: FileExtras): string[] {
  return [
    ...(signatures ?? []).map(
      ({ kind, name, note, digests }) =>
        `  ${kind === 'seal' ? '电子印章' : '数字签名'}${name ? `“${name}”` : ''}：${note}（摘要相符 ${digests.matching}/${digests.total}）`,
    ),
    ...(structured ?? []).map(({ name, value }) => `  文件自带数据  ${name}：${value}`),
    ...(attachments ?? []).map(
      ({ name, type, bytes }) => `  附件（未读取）  ${name}${type ? `（${type}）` : ''}，${bytes} 字节`,
    ),
    ...(annotations ?? []).map(({ page, text }) => `  注释（第 ${page} 页）  ${text}`),
    ...(notes ?? []).map((note) => `  ※ ${note}`),
  ]
}

function documentReport(document: ReadDocument): string[] {
  const variant = document.variant ? `（${document.variant}）` : ''
  const sides = document.sides?.length ? `，${document.sides.join('、')}` : ''
  const head = `  ${document.documentType}${variant}${sides}  可信度 ${percent(document.confidence)}  第 ${document.pages.join('、')} 页`
  return [head, ...fieldReports(document), ...document.marks.map(markReport), ...qualityReport(document)]
}

function fieldReports({ documentType, fields }: ReadDocument): string[] {
  const declared = types.find(({ name }) => name === documentType)?.fields ?? []
  const widest = Math.max(0, ...Object.keys(fields).map((name) => name.length))
  return Object.entries(fields).map(([name, field]) => {
    const type = declared.find((f) => f.name === name)?.type ?? 'text'
    const value = field.value === null ? field.raw : display(type, field.value)
    const note = field.note ? `  ※ ${field.note}` : ''
    const confidence = field.state === 'absent' ? '    ' : percent(field.confidence).padStart(4)
    return `    ${name.padEnd(widest, '　')}  ${confidence}  ${value}${STATES[field.state]}${note}`
  })
}

function markReport(mark: Mark): string {
  const name = mark.name ?? MARKS[mark.kind]
  const colour = mark.colour === 'red' ? '红色' : mark.colour === 'black' ? '黑色' : ''
  const what = mark.present ? `有${colour}${mark.name ? MARKS[mark.kind] : ''}` : '位置空白'
  return `    ${name}：${what}（第 ${mark.page} 页，${percent(mark.confidence)}）${mark.text ? `：${mark.text}` : ''}`
}

function qualityReport({ quality }: ReadDocument): string[] {
  return quality.advice.map((advice) => `    照片质量 ${percent(quality.score)}：${advice}`)
}
