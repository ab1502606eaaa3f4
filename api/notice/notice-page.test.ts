import { expect, test } from 'vitest'
import type { CaseView, Evidence, ReviewView } from '../client.ts'
import { noticePage } from './notice-page.ts'

const view: CaseView = {
  id: '0a1b2c3d-0000-4000-8000-000000000000',
  scenario: 'S001',
  scenarioName: '新办-餐饮服务',
  at: '2026-03-04',
  applicant: null,
  state: 'ready',
  progress: { pages: 1, pagesRead: 1, files: 1, filesRead: 1, current: null, done: true },
  materials: [
    {
      id: 'm1',
      fileName: '身份证.jpg',
      mediaType: 'image/jpeg',
      bytes: 1,
      slot: null,
      state: 'read',
      pages: [{ page: 2, width: 1000, height: 600 }],
      pagesRead: 1,
      documents: [],
      error: null,
      notes: [],
    },
  ],
  slots: [],
  sources: [],
}

const review = (items: ReviewView['notice']['items']): ReviewView => ({
  at: '2026-03-04',
  catalogue: 'x',
  findings: [],
  notice: {
    scenario: 'S001',
    title: '一次性补正告知书',
    applicant: '样例<script>alert(1)</script>餐饮店',
    at: '2026-03-04',
    items,
    person: [{ point: 'SITE-P01', statement: '现场条件', look: '到现场看' }],
    clock: '五个工作日内一次告知。',
    basis: '行政许可法第三十二条',
  },
})

const item: ReviewView['notice']['items'][number] = {
  number: 1,
  point: 'LREP-P03',
  severity: 'correct',
  material: '法定代表人身份证',
  problem: '身份证已于 2026-01-01 到期 & 未换领',
  fix: '请换领后重新上传',
  basis: '居民身份证法第十一条',
  evidence: [
    { kind: 'material', material: 'm1', documentType: '居民身份证', page: 2, box: null, text: '2016.01.01-2026.01.01' },
  ],
}

test('the notice names number, date, problem, fix, basis, where to look, the clock and that AI only advises', () => {
  const page = String(noticePage(view, review([item]), '2026-03-05'))
  for (const part of [
    '预审告字〔2026〕0A1B2C3D号',
    '2026年3月5日',
    '法定代表人身份证',
    '请换领后重新上传',
    '居民身份证法第十一条',
    '身份证.jpg',
    '第 2 页',
    '2016.01.01-2026.01.01',
    '五个工作日内一次告知。',
    '行政许可法第三十二条',
    '仅供参考',
    '现场条件',
  ])
    expect(page).toContain(part)
})

const framed: Evidence = {
  kind: 'material',
  material: 'm1',
  documentType: '居民身份证',
  page: 2,
  box: [700, 60, 940, 60, 940, 90, 700, 90],
  text: '2016.01.01-2026.01.01',
}

test('the notice says where on the page, and shows that piece of it with the place framed', () => {
  const page = String(noticePage(view, review([{ ...item, evidence: [framed] }]), '2026-03-05'))
  expect(page).toContain('第 2 页 上部偏右')
  expect(page).toContain('href="materials/m1/pages/2"')
  expect(page).toContain('points="700,60 940,60 940,90 700,90"')
  const [x = 0, y = 0, width = 0, height = 0] = /viewBox="([^"]+)"/u.exec(page)?.[1]?.split(' ').map(Number) ?? []
  expect([x <= 700, y <= 60, x + width >= 940, y + height >= 90]).toEqual([true, true, true, true])
  expect([x >= 0, y >= 0, x + width <= 1000, y + height <= 600]).toEqual([true, true, true, true])
})

test('a place without a box, or on a page whose size is not known, is told without a picture', () => {
  const elsewhere = { ...framed, page: 3 }
  for (const evidence of [item.evidence, [elsewhere]]) {
    expect(String(noticePage(view, review([{ ...item, evidence }]), '2026-03-05'))).not.toContain('<svg')
  }
})

test('nothing that stands on a document becomes markup', () => {
  const page = String(noticePage(view, review([item]), '2026-03-05'))
  expect(page).not.toContain('<script>')
  expect(page).toContain('&lt;script&gt;')
  expect(page).toContain('到期 &amp; 未换领')
})

test('without defects the notice says so', () => {
  expect(String(noticePage(view, review([]), '2026-03-05'))).toContain('没有发现需要补正的问题')
})
