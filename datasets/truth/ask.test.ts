import { expect, test } from 'vitest'
import { type CaseValue, registrySchema } from '../case-format.ts'
import { by, has, isSole, param, sealedBy, words } from './ask.ts'
import { pass } from './label.ts'
import { held, lapsed } from './licence.ts'
import { loadChecks } from './load-checks.ts'
import { isGrave, standing } from './modules/mod-commit.ts'
import { drawn } from './modules/mod-plan.ts'
import { isAbout, lacking } from './modules/mod-sys.ts'
import { TrueCase, type TrueDocument } from './true-case.ts'

const page = (slot: string, documentType: string, fields: Record<string, CaseValue>, marks = {}): TrueDocument => ({
  slot,
  documentType,
  fields,
  marks,
  readable: true,
  complete: true,
  copy: false,
  remark: false,
  electronic: false,
  signed: false,
  exempt: false,
})

const drawnCase = (from: { form?: Record<string, CaseValue>; papers?: TrueDocument[]; registry?: unknown }) =>
  new TrueCase(
    {
      scenario: 'S005',
      at: '2026-11-22',
      applicant: { kind: 'organisation', name: '上海甲食品有限公司', uscc: '91310101MA1FP00000' },
      form: from.form ?? {},
      documents: from.papers ?? [],
      registry: registrySchema.parse(from.registry ?? {}),
    },
    {
      slots: [{ slot: '营业执照', documentTypes: ['营业执照', '法人登记证书'], required: 'required' }],
      fields: [],
      situation: '延续',
      district: '黄浦区',
      parameters: new Map<string, unknown>([
        ['申请人名称', '= 申请表.subj_name'],
        ['受理地址', '= 营业执照.住所'],
        ['变更期限', 'not given'],
        ['业务', ['食品销售']],
      ]),
    },
  )

test('a parameter is looked up on the form or on a paper, and one not given is nothing', () => {
  const c = drawnCase({ form: { subj_name: '甲' }, papers: [page('营业执照', '营业执照', { 住所: '北京东路1号' })] })
  expect(param(c, '申请人名称')).toBe('甲')
  expect(param(c, '受理地址')).toBe('北京东路1号')
  expect(param(c, '变更期限')).toBeNull()
  expect(words(c, '业务')).toEqual(['食品销售'])
})

test('a paper of another type fills no slot, and points that need it ask nothing', () => {
  const c = drawnCase({ papers: [page('营业执照', '房屋租赁合同', { 名称: '甲' })] })
  expect(by(c, '营业执照', () => pass)).toEqual({ verdict: 'not-applicable', because: '缺营业执照' })
})

test("only the applicant's own official seal counts, also of a firm whose name ends in 部", () => {
  const sealed = (text: string) => page('申请书', '申请书', {}, { 盖章: { present: true, text } })
  expect(sealedBy(sealed('上海甲食品有限公司'), '盖章', '上海甲食品有限公司')).toBe(true)
  expect(sealedBy(sealed('上海甲食品有限公司财务专用章'), '盖章', '上海甲食品有限公司')).toBe(false)
  expect(sealedBy(sealed('上海乙食品有限公司'), '盖章', '上海甲食品有限公司')).toBe(false)
  expect(sealedBy(sealed('黄浦区甲经营部'), '盖章', '黄浦区甲经营部')).toBe(true)
  expect(has(page('申请书', '申请书', {}, { 盖章: { present: false } }), '盖章')).toBe(false)
})

test('the permit meant is found by its number, else by holder and place, and lapses with its state or last day', () => {
  const record = { 键: { uscc: '91310101MA1FP00000' }, asOf: '2026-11-22', 证照名称: '食品经营许可证' }
  const registry = {
    许可证库: [
      { ...record, 许可证编号: 'JY1', 经营场所: '北京东路1号', 有效期至: '2026-12-31', 状态: '有效' },
      { ...record, 许可证编号: 'JY2', 经营场所: '北京东路2号', 有效期至: '2026-01-01', 状态: '有效' },
    ],
  }
  const [named, placed] = [{ rn_no: 'JY2' }, { prem_addr: '北京东路2号' }].map((form) =>
    held(drawnCase({ form, registry })),
  )
  expect([named?.number, placed?.number]).toEqual(['JY2', 'JY2'])
  expect(named && lapsed(named, '2026-11-22')).toBe('原证有效期已过')
  expect(named && lapsed(named, '2025-12-31')).toBeNull()
})

test('a mended record no longer stands against the applicant', () => {
  const record = { 键: { uscc: '91310101MA1FP00000' }, asOf: '2026-11-22', 类别: '严重违法失信名单' }
  const registry = {
    信用处罚库: [
      { ...record, 状态: '已修复' },
      { ...record, 状态: '有效' },
    ],
  }
  expect(standing(drawnCase({ registry })).filter(isGrave)).toHaveLength(1)
})

test('an individual business is known by what its licence calls it', () => {
  expect(isSole(drawnCase({ papers: [page('营业执照', '营业执照', { 类型: '个体工商户' })] }))).toBe(true)
  expect(isSole(drawnCase({ papers: [page('营业执照', '营业执照', { 类型: '有限责任公司' })] }))).toBe(false)
})

test('a rule book or a room is known by other words for it, never by words it only shares', () => {
  expect(isAbout('食品安全事故应急处置方案', '食品安全事故处置')).toBe(true)
  expect(isAbout('食品安全事故处置方案', '食品安全自查')).toBe(false)
  expect(lacking(['承印登记制度', '印刷品保管制度'], ['承印登记', '印刷品交付'])).toBe('印刷品交付')
  const plan = page('平面图', '平面图', { 功能区: [{ 名称: '餐具洗消间', 面积: 6 }] })
  expect(drawn(plan, '餐用具清洗消毒')).toBe(true)
  expect(drawn(plan, '备餐')).toBe(false)
})

test('an application with nothing in it is judged without an error, point by point', async () => {
  const checks = Object.entries(await loadChecks())
  expect(checks.length).toBeGreaterThan(100)
  const verdicts = ['pass', 'fail', 'not-applicable', 'person']
  for (const [id, check] of checks) expect([id, verdicts.includes(check(drawnCase({})).verdict)]).toEqual([id, true])
})
