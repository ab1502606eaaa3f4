import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseView, ReviewView } from '../client.ts'
import { defaultConfig } from '../config.ts'
import { documentReading } from '../testing/document-reading.ts'
import { pngBytes, startTestService } from '../testing/test-service.ts'

type Paper = [slot: string, documentType: string, fields: Record<string, string>]

interface Asked {
  scenario: string
  at?: string
  answers: Record<string, unknown>
  applicant?: object
  papers?: Paper[]
}

/** The finding on a point when the embedded sample answers; `without`: these sources have no data file. */
async function judged(point: string, { papers = [], ...asked }: Asked, without: string[] = []) {
  const registryDir = mkdtempSync(join(tmpdir(), 'fp-sample-'))
  for (const name of readdirSync(defaultConfig.registryDir).filter((one) => one.endsWith('.yaml')))
    if (!without.includes(name.replace('.yaml', '')))
      copyFileSync(join(defaultConfig.registryDir, name), join(registryDir, name))
  const t = await startTestService(
    async ({ fileName }) => {
      const [, type, fields] = papers[Number.parseInt(fileName, 10)] ?? ['', '', {}]
      return documentReading(fileName, type, fields)
    },
    { registryDir },
  )
  try {
    const headers = { 'content-type': 'application/json' }
    const opened = await t.app.request('/api/cases', { method: 'POST', headers, body: JSON.stringify(asked) })
    expect(opened.status).toBe(201)
    const { id } = (await opened.json()) as CaseView
    for (const [i, [slot]] of papers.entries()) {
      const body = new FormData()
      body.append('files', new File([pngBytes(`${i}`)], `${i}.png`))
      body.append('slot', slot)
      await t.app.request(`/api/cases/${id}/materials`, { method: 'POST', body })
    }
    await t.settled(id)
    const review = (await (await t.app.request(`/api/cases/${id}/review`)).json()) as ReviewView
    return review.findings.find((one) => one.point === point)
  } finally {
    await t.close()
    rmSync(registryDir, { recursive: true })
  }
}

const person = (name: string, idNumber: string, answers: Record<string, unknown>, papers: Paper[] = []) => ({
  applicant: { kind: 'person', name, idNumber },
  answers: { p_name: name, p_idno: idNumber, ...answers },
  papers,
})
const firm = (name: string, uscc: string, answers: Record<string, unknown>) => ({
  applicant: { kind: 'organisation', name, uscc },
  answers,
})
const account = (bk_no: string) => person('马军成', '310107199702131093', { bk_name: '马军成', bk_no })
const bill = (票据号码: string, 校验码: string) =>
  person('样例', '310107197209200017', {}, [
    ['医疗收费票据', '医疗收费票据', { 票据代码: '31060126', 票据号码, 校验码 }],
  ])
const plan = (施工单位: string): Omit<Asked, 'scenario'> => ({
  answers: { subj_name: '上海麦里餐饮服务有限公司' },
  papers: [['交通组织方案', '交通组织方案', { 建设单位: '上海麦里餐饮服务有限公司', 施工单位 }]],
})

/** A point that reads the source, a case that the sample lets pass and one that it does not. */
const decided: [
  source: string,
  scenario: string,
  point: string,
  pass: Omit<Asked, 'scenario'>,
  fail: Omit<Asked, 'scenario'>,
][] = [
  [
    '禁令日历',
    'S021',
    'M06-P02',
    { answers: { nc_start: '2026-05-26', nc_end: '2026-05-28' } },
    { answers: { nc_start: '2026-06-06', nc_end: '2026-06-08' } },
  ],
  [
    '学籍学历库',
    'S095',
    'S095-P02',
    person('马芳欣', '310112200603257105', { jz_type: '就读' }),
    person('卢颖', '310107199205062680', { jz_type: '就读' }),
  ],
  ['银行账户库', 'S092', 'BANK-P03', account('6217004801202607132'), account('6222029001201903118')],
  ['企业资质库', 'S029', 'M11-P03', plan('上海样例市政工程有限公司'), plan('上海样例道路建设有限公司')],
  [
    '经营范围目录',
    'S049',
    'M20-P02',
    { answers: { gt_scope: ['鲜花零售', '洗染服务'] } },
    { answers: { gt_scope: ['鲜花零售', '快乐搬砖服务'] } },
  ],
  [
    '名称库',
    'S049',
    'M20-P03',
    { answers: { gt_name: '上海市普陀区清禾面馆' } },
    { answers: { gt_name: '上海市普陀区知味轩小吃店' } },
  ],
  ['电子票据库', 'S079', 'MEDFEE-P02', bill('0031220781', '84f26c'), bill('0031220795', '5b0d91')],
  [
    '在办案件库',
    'S007',
    'CANCEL-P03',
    firm('上海麦里餐饮服务有限公司', '91310107MA1JARTA0X', {}),
    firm('上海椒小满餐饮管理有限公司', '91310107MA1AD8780P', {}),
  ],
]

test.each(decided)(
  '%s: the sample decides %s %s, and without its data a person is asked',
  async (source, scenario, point, good, bad) => {
    const verdict = async (one: Omit<Asked, 'scenario'>, without: string[] = []) =>
      judged(point, { scenario, at: '2026-05-20', ...one }, without)
    expect((await verdict(good))?.verdict).toBe('pass')
    expect((await verdict(bad))?.verdict).toBe('fail')
    for (const one of [good, bad]) {
      const finding = await verdict(one, [source])
      expect(finding?.verdict).toBe('unsure')
      expect(finding?.blockers.map(({ missing }) => missing).join()).toContain(`没有接入${source}`)
    }
  },
)

test('works after the last day of the ban calendar are nobody’s to pass: no ban there is not no ban', async () => {
  const verdict = async (nc_start: string, nc_end: string) =>
    judged('M06-P02', { scenario: 'S021', at: '2026-05-20', answers: { nc_start, nc_end } })
  expect((await verdict('2027-12-28', '2027-12-30'))?.verdict).toBe('pass')
  for (const finding of [await verdict('2027-12-30', '2028-01-02'), await verdict('2029-06-06', '2029-06-08')]) {
    expect(finding?.verdict).toBe('unsure')
    expect(finding?.blockers.map(({ missing }) => missing)).toContain('禁令日历的数据不包括所问的日期')
  }
})
