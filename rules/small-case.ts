import type { Mark, ReadDocument, ReadField } from '../facts/reading.ts'
import type { Value } from '../facts/values/value.ts'
import { type CaseInput, judge, loadCatalogue, type SourceAnswer, type SubmittedMaterial } from './index.ts'

/** What tests judge small cases of S001 by. */
export const catalogue = loadCatalogue()
/** 受理日期 of every small case. */
export const AT = '2026-06-01'

/** One read document; a value of null stands for a label whose value cannot be read. */
export function read(
  documentType: string,
  values: Record<string, Value | null>,
  more: Partial<ReadDocument> = {},
): ReadDocument {
  const fields = Object.fromEntries(
    Object.entries(values).map(([label, value]): [string, ReadField] => [
      label,
      {
        value,
        raw: typeof value === 'string' ? value : '',
        label,
        confidence: value === null ? 0 : 0.95,
        state: value === null ? 'unreadable' : 'ok',
        page: 1,
        box: [0, 0, 10, 0, 10, 10, 0, 10],
      },
    ]),
  )
  const quality = { score: 0.9, issues: [], advice: [] }
  return { documentType, confidence: 0.97, pages: [1], fields, marks: [], quality, ...more }
}

/** One uploaded file with what was read in it. */
export const file = (id: string, slot: string | null, ...documents: ReadDocument[]): SubmittedMaterial => ({
  id,
  slot,
  fileName: `${id}.jpg`,
  documents,
  error: null,
})

/** The business licence of the applicant. */
export const licence = (values: Record<string, Value | null> = {}) =>
  read('营业执照', {
    名称: '上海小满餐饮有限公司',
    统一社会信用代码: '91330100799655058B',
    法定代表人: '王小满',
    住所: '上海市普陀区长安路18弄3号102室',
    类型: '有限责任公司',
    ...values,
  })

/** The side of an identity card with the face. */
export const front = (name: string, number: string) =>
  read('居民身份证', { 姓名: name, 公民身份号码: number }, { sides: ['人像面'] })
export const back = (to: string) => read('居民身份证', { 有效期限: { from: '2006-06-01', to } }, { sides: ['国徽面'] })

/** A health certificate; null: its end could not be read. */
export const certificate = (name: string, until: string | null) =>
  read('健康证明', { 姓名: name, 有效期至: until, 体检类别: '食品' })

/** One answer of a shared source. */
export function answer(
  source: string,
  record: Record<string, Value | null>,
  more: Partial<SourceAnswer> = {},
): SourceAnswer {
  return { source, about: null, state: 'ok', record, recordId: `${source}-1`, asOf: AT, requestId: 'q1', ...more }
}

/** A source that cannot be reached. */
export const silent = (source: string) => answer(source, {}, { state: 'unavailable' })

/** The case of S001 judged on these papers. */
export function run(materials: SubmittedMaterial[], more: Partial<CaseInput> = {}) {
  return judge({ catalogue, scenario: 'S001', at: AT, applicant: null, materials, sources: [], ...more })
}

/** The finding on one point; throws when there is none. */
export const finding = (judged: ReturnType<typeof run>, point: string) => {
  const found = judged.findings.find((one) => one.point === point)
  if (!found) throw new Error(`no finding ${point}`)
  return found
}
export const slot = (judged: ReturnType<typeof run>, name: string) => judged.materials.find((one) => one.slot === name)
export const field = (judged: ReturnType<typeof run>, key: string) => judged.form.find((one) => one.key === key)

/** The landlord's seal on a lease. */
export const sealed: Mark = { kind: 'seal', name: '出租人签章', present: true, page: 1, box: null, confidence: 0.9 }

/** A lease photographed page by page; the second page repeats 甲方 in running text. */
export function leasePages() {
  const first = read('房屋租赁合同', { 出租人: '李大雪', 承租人: '上海小满餐饮有限公司' })
  const second = read('房屋租赁合同', { 出租人: '书面同意转租' }, { marks: [sealed] })
  if (first.fields.出租人) first.fields.出租人.label = '出租人（甲方）'
  if (second.fields.出租人) second.fields.出租人.label = '甲方'
  return { first, second }
}
