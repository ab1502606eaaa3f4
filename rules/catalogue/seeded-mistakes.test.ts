import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadGuides } from '../guide/load-guides.ts'
import { CatalogueError, type CatalogueFault } from './catalogue-error.ts'
import { loadCatalogue } from './load.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
/** Real matters beside the modules, document types and sources. */
const MATTERS = ['food-business', 'prepacked-food-filing']

const CATALOGUE = 'rules/catalogue'
const FOOD = `${CATALOGUE}/matters/food-business`
const MATTER = `${FOOD}/matter.yaml`
const S001 = `${FOOD}/S001.yaml`
const S004 = `${FOOD}/S004.yaml`
const S005 = `${FOOD}/S005.yaml`
const GUIDE = `${FOOD}/guide.yaml`
const FILING = `${CATALOGUE}/matters/prepacked-food-filing`
const IMG = `${CATALOGUE}/modules/MOD-IMG.yaml`
const FORM = `${CATALOGUE}/modules/MOD-FORM.yaml`
const LREP = `${CATALOGUE}/modules/MOD-LREP.yaml`
const FUND = `${CATALOGUE}/modules/MOD-FUND.yaml`
const HEALTH = `${CATALOGUE}/modules/MOD-HEALTH.yaml`
const LEASE = 'facts/documents/lease.yaml'
const LICENCE = 'facts/documents/business-licence.yaml'
const PLACES = 'facts/sources/licences.yaml'
const IN_TIME =
  'check: "工作日至少(受理日期, 原许可证.有效期至, 15) and not(工作日至少(受理日期, 原许可证.有效期至, 91))"'
const SUITS = 'check: every h in 健康证明 satisfies 体检类别适合(h.体检类别, 参数.从业类别)'
const CLEAR = 'check: every m in 材料 satisfies m.清晰'

/** `from` of the real file becomes `to`; ⟨ in it marks where the fault must be told (the line, and the column when exact). */
interface Mistake {
  what: string
  file: string
  from: string
  to: string
  says: string
  /** Where the fault is told, when in another file than the mistake: its file and the text that stands there. */
  told?: [file: string, text: string]
}

const mistake = (what: string, file: string, from: string, to: string, says: string): Mistake => ({
  what,
  file,
  from,
  to,
  says,
})

const MISTAKES: readonly Mistake[] = [
  mistake(
    'a paper spared by shared data, with no way to know that they were found',
    `${FILING}/S009.yaml`,
    '    exempt: { by: 数据核验免交, record: { source: 电子证照 } }',
    '    exempt: { by: ⟨数据核验免交 }',
    '没有写怎么知道数据查到了没有',
  ),
  mistake(
    'a record that stands in for a paper by a field it does not have',
    HEALTH,
    'fields: { 姓名: 姓名, 身份证号',
    'fields: { 姓名: ⟨名字, 身份证号',
    '健康体检库没有字段 名字',
  ),
  // The format.
  mistake('broken YAML', IMG, `    ${CLEAR}`, '    check: ⟨@every', ''),
  mistake('a key written twice', IMG, `    ${CLEAR}`, `    ${CLEAR}\n    ⟨${CLEAR}`, 'unique'),
  mistake(
    'an unknown field of a point',
    IMG,
    '    typicalDefect: 手机',
    '    typicalDefects: ⟨手机',
    '没有 typicalDefects',
  ),
  mistake('a list written as text', IMG, 'reads: [材料.清晰]', 'reads: ⟨材料.清晰', 'expected array'),
  mistake('a missing message', IMG, '    message: 这些照片看不清：{失败项}。\n', '', 'message'),
  mistake('an unknown severity', IMG, 'severity: correct', 'severity: ⟨补正', '不是可选的值'),
  mistake('a defect code of another form', IMG, 'defect: D02', 'defect: ⟨D2', 'defect'),
  mistake('an unknown certainty', MATTER, 'certainty: unsure }', 'certainty: ⟨maybe }', '不是可选的值'),
  mistake('a day that is none', S005, 'from: 2024-05-10', 'from: ⟨2023-02-30', '日历'),
  // Expressions.
  mistake('a syntax error', IMG, CLEAR, 'check: every m in 材料 satisfies (m.清晰⟨', '语法错误'),
  mistake('a full-width operator', IMG, 'when: count(材料) > 0\n', 'when: count(材料) ⟨＞ 0\n', '全角字符'),
  mistake('a result that is not true or false', IMG, CLEAR, 'check: ⟨count(材料)', '不是真假'),
  mistake('a condition that is not true or false', FORM, 'when: 已提供("申请书")', 'when: ⟨申请书.申请人', '不是真假'),
  mistake(
    'a date compared with text',
    FORM,
    '申请书.申请日期 <= 受理日期',
    '申请书.申请日期 <= ⟨"2026-01-01"',
    '日期不能和文字比较',
  ),
  mistake(
    'a date compared with text inside the brackets of a list',
    HEALTH,
    SUITS,
    'check: count(健康证明[⟨体检日期 > "2026-01-01"]) > 0',
    '日期不能和文字比较',
  ),
  mistake(
    'text sought in a list of dates',
    HEALTH,
    SUITS,
    'check: ⟨list contains(健康证明.体检日期, "2026-01-01")',
    '日期不能和文字比较',
  ),
  mistake(
    'a choice outside the list, in a list after in',
    S004,
    '申请表.fd_type in ("餐饮服务经营者"',
    '(申请表.fd_type in ⟨["餐饮服务经营"]) or 申请表.fd_type in ("餐饮服务经营者"',
    '不是可选的值',
  ),
  mistake(
    'text sought at the start of a date',
    FORM,
    '申请书.申请日期 <= 受理日期',
    '⟨starts with(申请书.申请日期, "2026")',
    '要文字，给了日期',
  ),
  mistake(
    'a date compared with text in one branch of if',
    FORM,
    '申请书.申请日期 <= 受理日期',
    '⟨申请书.申请日期 <= (if 已提供("申请书") then 受理日期 else "2026-01-01")',
    '日期不能和文字比较',
  ),
  mistake(
    'a date compared with text, taken from a list that is worked out',
    HEALTH,
    SUITS,
    'check: some d in (for h in 健康证明 return h.体检日期) satisfies ⟨d > "2026-01-01"',
    '日期不能和文字比较',
  ),
  mistake(
    'a stretch that ends before it begins',
    HEALTH,
    SUITS,
    'check: count(健康证明) in ⟨[200..50]',
    '里什么也没有',
  ),
  mistake(
    'a date that is on no calendar, in an expression',
    FORM,
    '申请书.申请日期 <= 受理日期',
    '申请书.申请日期 <= ⟨date("2026-13-01")',
    '日历上没有',
  ),
  mistake(
    'a length of time that is none',
    FORM,
    '申请书.申请日期 <= 受理日期',
    '申请书.申请日期 <= 受理日期 + ⟨duration("90天")',
    '不是一段时间',
  ),
  mistake('an unknown fact', IMG, CLEAR, 'check: every m in 材料 satisfies ⟨m.清析', '没有字段 清析'),
  mistake('an unknown function', IMG, CLEAR, 'check: every m in 材料 satisfies ⟨很清楚(m.清晰)', '未登记的函数'),
  mistake(
    'a function with too few arguments',
    FORM,
    '姓名一致(申请书.申请人, 申请表.p_name)',
    '姓名一致(⟨申请书.申请人)',
    '个参数',
  ),
  mistake('null', IMG, CLEAR, 'check: every m in 材料 satisfies m.清晰 = ⟨null', '不写 null'),
  mistake('today()', FORM, '申请书.申请日期 <= 受理日期', '申请书.申请日期 <= ⟨today()', 'today()'),
  mistake('matches()', IMG, CLEAR, 'check: every m in 材料 satisfies ⟨matches(m.slot, "(a+)+")', 'matches()'),
  mistake(
    'a value outside the list, compared',
    `${FOOD}/S003.yaml`,
    '承包方许可证.主体业态 = "餐饮服务经营者"',
    '承包方许可证.主体业态 = ⟨"餐饮服务经营"',
    '不是可选的值',
  ),
  mistake(
    'a value outside the list, after in',
    S004,
    '申请表.fd_type in ("餐饮服务经营者"',
    '申请表.fd_type in (⟨"餐饮服务经营"',
    '不是可选的值',
  ),
  mistake(
    'a choice outside the list, in list contains',
    S004,
    'list contains(申请表.chg_item, "经营项目")',
    '⟨list contains(申请表.chg_item, "经营项")',
    '不是可选的值',
  ),
  mistake('an unknown slot in 已提供', FORM, 'when: 已提供("申请书")', 'when: ⟨已提供("申请书册")', '不认识 申请书册'),
  mistake(
    'an unknown parameter, read',
    HEALTH,
    'count(人员名单.人员) >= 参数.从业人数',
    'count(人员名单.人员) >= ⟨参数.从业总数',
    '未知路径 参数.从业总数',
  ),
  mistake(
    'a list of people searched without 查过',
    MATTER,
    '      and 查过("行业禁入库", 申请表.fd_mgrid)\n      and not(some b in 行业禁入库 satisfies (',
    '      and not(⟨some b in 行业禁入库 satisfies (',
    '只答问过的人',
  ),
  // Points.
  mistake('a fact that is read but not declared', IMG, 'reads: [材料.清晰]', 'reads: ⟨[]', 'reads 里没有'),
  mistake(
    'a fact that is declared but not read',
    IMG,
    'reads: [材料.清晰]',
    'reads: [材料.清晰, ⟨材料.验签]',
    'check 没有读',
  ),
  mistake('an automatic point without a check', IMG, `    ${CLEAR}\n`, '', '自动要点缺 check'),
  mistake('a manual point with a check', IMG, 'automation: auto_image', 'automation: ⟨manual', '人工要点不写 check'),
  mistake(
    'a check beside versions',
    S005,
    `    ${IN_TIME}\n`,
    `    check: ⟨原许可证.有效期至 >= 受理日期\n    versions: [{ version: '1', ${IN_TIME} }]\n`,
    '只写一个',
  ),
  mistake(
    'versions that overlap',
    S005,
    `    ${IN_TIME}`,
    `    versions:\n      - { version: 旧, to: 2024-01-01, ${IN_TIME} }\n      - ⟨{ version: 新, from: 2024-01-01, ${IN_TIME} }`,
    '日期重叠',
  ),
  mistake(
    'versions with a gap between them',
    S005,
    `    ${IN_TIME}`,
    `    versions:\n      - { version: 旧, to: 2024-01-01, ${IN_TIME} }\n      - ⟨{ version: 新, from: 2024-01-03, ${IN_TIME} }`,
    '没有施行中的版本',
  ),
  mistake(
    'a version that ends before it begins',
    S005,
    `    ${IN_TIME}`,
    `    versions:\n      - ⟨{ version: 旧, from: 2024-01-01, to: 2023-12-01, ${IN_TIME} }`,
    '起日晚于止日',
  ),
  mistake(
    'a law whose title says when it takes effect, not dated',
    MATTER,
    '  - { law: 上海市食品经营许可和备案管理实施办法（沪市监规范〔2024〕2号，2024-05-10起施行）, article: 全文, certainty: verified_secondary, source: S-FOODSH, from: 2024-05-10,',
    '  - { ⟨law: 上海市食品经营许可和备案管理实施办法（沪市监规范〔2024〕2号，2024-05-10起施行）, article: 全文, certainty: verified_secondary, source: S-FOODSH,',
    '请写 from: 2024-05-10',
  ),
  mistake(
    'a law that ends before it takes effect',
    `${FOOD}/S005.yaml`,
    'from: 2024-05-10, to: 2029-05-09',
    'from: 2024-05-10, ⟨to: 2024-05-09',
    '失效的日期早于施行的日期',
  ),
  mistake(
    'an unknown placeholder of the message',
    IMG,
    'message: 这些照片看不清：{失败项}',
    'message: ⟨这些照片看不清：{材料.名字}',
    '{材料.名字}',
  ),
  mistake('an unknown placeholder of the fix', IMG, 'fix: 请重新拍：', 'fix: ⟨请重新拍{材料.名字}：', '{材料.名字}'),
  mistake('an unknown slot of a point', LREP, 'material: 营业执照', 'material: ⟨营业执照本', '没有材料位'),
  mistake('the id of a point of another matter', `${FOOD}/S002.yaml`, 'id: S002-P01', 'id: ⟨S001-P01', 'S001-P01 重复'),
  {
    ...mistake('a point that rests on nothing', `${FILING}/matter.yaml`, FILING, FILING, '没有依据'),
    told: [FORM, 'FORM-P01'],
  },
  // Fields, materials, conditions.
  mistake('a field written twice', LREP, '  - key: lrep_tel', '  - ⟨key: lrep_idno', 'lrep_idno 重复'),
  mistake(
    'an enum without values',
    MATTER,
    '    type: enum\n    values: [否,',
    '    type: ⟨enum\n    unit: 个 # [否,',
    '没有可选的值',
  ),
  mistake(
    'a choice that the field does not have',
    MATTER,
    '          食品销售经营者: 情形.id',
    '          ⟨食品销售商: 情形.id',
    '没有“食品销售商”这一项',
  ),
  mistake(
    'a choice made by what is not true or false',
    MATTER,
    '          食品销售经营者: 情形.id = "S002"',
    '          食品销售经营者: ⟨情形.id',
    '不是真假',
  ),
  mistake(
    'a prefill from an unknown path',
    LREP,
    '{ from: 法人库.法定代表人 }',
    '{ from: ⟨法人库.法人 }',
    '未知路径 法人库.法人',
  ),
  mistake('a derived prefill that cannot be read', LREP, "'if 身份证有效(法定", "⟨'if 身份证合格(法定", '未登记的函数'),
  mistake(
    'a required field with a condition',
    S001,
    '    required: required\n    prefill: [{ from: 历史申报.fd_flow',
    '    required: required\n    when: ⟨申请表.fd_net\n    prefill: [{ from: 历史申报.fd_flow',
    '不看 when',
  ),
  mistake('an unknown document type', LREP, 'documents: [ID]', 'documents: ⟨[IDC]', '没有文书类型 IDC'),
  mistake(
    'a match by a field the document lacks',
    LREP,
    'match: { field: 姓名',
    'match: { field: ⟨名字',
    '没有字段 名字',
  ),
  mistake(
    'a match with an unknown fact',
    LREP,
    'equals: [营业执照.法定代表人',
    'equals: [⟨营业执照.法人',
    '未知路径 营业执照.法人',
  ),
  mistake(
    'an unknown variant',
    `${CATALOGUE}/modules/MOD-PREM.yaml`,
    'CNS: [转租同意]',
    'CNS: ⟨[转租]',
    '没有版式 转租',
  ),
  mistake('an unknown missing point', LREP, '    match: {', '    missing: ⟨IMG-P99\n    match: {', '没有要点 IMG-P99'),
  mistake('a material whose lack no point says', S001, 'modules: [MOD-IMG, ', 'modules: ⟨[', '没有要点指出'),
  mistake(
    'an unknown scenario of a condition',
    MATTER,
    '    mode: auto\n',
    '    mode: auto\n    otherwise: ⟨S999\n',
    '没有情形 S999',
  ),
  mistake('a manual condition with a check', MATTER, '    mode: auto\n', '    mode: ⟨manual\n', 'auto 的条件'),
  // Modules, matters, scenarios.
  mistake('an unknown module', S001, 'MOD-HEALTH, MOD-AGENT', '⟨MOD-HELTH, MOD-AGENT', '没有模块 MOD-HELTH'),
  mistake(
    'two modules of one id',
    `${CATALOGUE}/modules/MOD-SYS.yaml`,
    'id: MOD-SYS',
    'id: ⟨MOD-SITE',
    'MOD-SITE 重复',
  ),
  mistake('a file named otherwise than its scenario', S001, 'id: S001\n', 'id: ⟨S901\n', '文件名和编号'),
  mistake('an unknown category', MATTER, 'category: C01', 'category: ⟨C99', '没有类别'),
  mistake('basis for an unknown module', MATTER, '  MOD-SYS: *law33', '  MOD-SYST: ⟨*law33', '没有模块 MOD-SYST'),
  mistake('a parameter nobody reads', MATTER, '  从业人数: { from', '  从业总数: ⟨{ from', '从业总数 没有谁用'),
  mistake('a parameter of another type', MATTER, '变更期限: { value: 10', '变更期限: { value: ⟨十个', '类型不对'),
  mistake(
    'a word among the bands of a decision table',
    MATTER,
    '  从业人数: { from',
    '  分档:\n    value:\n      - { 面积: 0–50, 数: 1 }\n      - { 面积: ⟨若干, 数: 2 }\n  从业人数: { from',
    '看不懂：这一列写的是分段',
  ),
  mistake(
    'bands of one decision table in units of two sizes that overlap',
    MATTER,
    '  从业人数: { from',
    '  分档:\n    value:\n      - { 金额: 1万元以下, 数: 1 }\n      - ⟨{ 金额: 5000元以上, 数: 2 }\n  从业人数: { from',
    '结果却不一样',
  ),
  mistake(
    'a period of days that are on no calendar',
    FUND,
    '{ type: date-range, note: 本次',
    '{ type: date-range, value: { from: ⟨2026-13-01, to: 2026-02-30 }, note: 本次',
    '日历上有的日子',
  ),
  mistake(
    'a period that ends before it begins',
    FUND,
    '{ type: date-range, note: 本次',
    '{ type: date-range, value: { from: 2026-03-01, to: ⟨2026-02-01 }, note: 本次',
    '止，却从',
  ),
  mistake(
    'a parameter for an unknown fact',
    MATTER,
    '从业人数: { from: 申请表.fd_staffn',
    '从业人数: { from: ⟨申请表.fd_staf',
    '不是已知路径',
  ),
  mistake('an adjustment of nothing', MATTER, '    rn_no: { hint', '    rn_nom: ⟨{ hint', '没有表单项 rn_nom'),
  // Document types and sources.
  mistake('a catastrophic regex', LEASE, '(?:共计|共|为|约|是|:)*', '(?:共计|共为|共|为|约|是|:)*', '无穷回溯'),
  mistake('nested repeats in a regex', LICENCE, 'noise:\n  [\n', 'noise:\n  [\n    ⟨"(?:[0-9]+)*号",\n', '无穷回溯'),
  mistake('a regex that is none', LICENCE, 'noise:\n  [\n', 'noise:\n  [\n    ⟨"(复印件",\n', '正则表达式'),
  mistake(
    'another field that is not there',
    LICENCE,
    'otherwise: 组成形式',
    'otherwise: ⟨组织形式',
    '没有字段 组织形式',
  ),
  mistake(
    'a generic name of an unknown field',
    'facts/documents/food-licence.yaml',
    '持证人: 经营者名称',
    '持证人: ⟨经营者名',
    '没有字段 经营者名',
  ),
  mistake('an unknown side', 'facts/documents/identity-card.yaml', 'side: 人像面', 'side: ⟨正面', '没有面 正面'),
  mistake(
    'the id of another document type',
    'facts/documents/identity-card.yaml',
    'id: ID\n',
    'id: ⟨BL\n',
    'BL 已经用在',
  ),
  mistake(
    'a source field of an unknown type',
    PLACES,
    '{ name: 经营者名称, type: org-name }',
    '{ name: 经营者名称, type: ⟨orgname }',
    '不是可选的值',
  ),
  mistake(
    'a source enum without values',
    PLACES,
    '{ name: 主体业态, type: enum, values: [食品销售经营者, 餐饮服务经营者, 集中用餐单位食堂] }',
    '⟨{ name: 主体业态, type: enum }',
    '没有可选的值',
  ),
  // The guide.
  mistake('a guide to an unknown scenario', GUIDE, 'scenario: S004', 'scenario: ⟨S404', '没有情形 S404'),
  mistake('a guide to an unknown question', GUIDE, 'next: purpose', 'next: ⟨purposes', '没有问题 purposes'),
  mistake('a guide that goes round', GUIDE, 'next: business }', 'next: ⟨purpose }', '绕了回来'),
  mistake('a choice the form does not have', GUIDE, 'fd_type: 餐饮服务经营者', 'fd_type: ⟨餐饮服务', '没有选项'),
  mistake(
    'a guide that looks at a material',
    GUIDE,
    'when: some l in ',
    'when: ⟨营业执照.名称 = "甲" # ',
    '只看身份和共享数据',
  ),
]

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seeded-'))
  const copy = (path: string) => cpSync(join(REPOSITORY, path), join(folder, path), { recursive: true })
  mkdirSync(join(folder, CATALOGUE, 'matters'), { recursive: true })
  copy(`${CATALOGUE}/categories.yaml`)
  copy(`${CATALOGUE}/modules`)
  for (const matter of MATTERS) copy(`${CATALOGUE}/matters/${matter}`)
  copy('facts/documents')
  copy('facts/sources')
})

afterAll(() => rmSync(folder, { recursive: true }))

function faults(): readonly CatalogueFault[] {
  const catalogue = join(folder, CATALOGUE)
  try {
    loadGuides(loadCatalogue({ folder: catalogue, facts: join(folder, 'facts') }), catalogue)
    return []
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults
    throw error
  }
}

/** The file with its mistake, and the line where that must be told; null when only the file is certain. */
function planted({ file, from, to, told }: Mistake, text: string): { text: string; line: number | null } {
  if (told) {
    const [where, word] = told
    const target = readFileSync(join(folder, where), 'utf8')
    return { text: withoutBasis(text), line: lineOf(target, target.indexOf(word)) }
  }
  const start = text.indexOf(from)
  if (start < 0) throw new Error(`${file} has no ${from}`)
  const changed = text.slice(0, start) + to + text.slice(start + from.length)
  const mark = changed.indexOf('⟨')
  return { text: changed.replace('⟨', ''), line: mark < 0 ? null : lineOf(changed, mark) }
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length
const withoutBasis = (text: string) => text.replace(/^basis:\n(?: {2}.*\n)+/m, '')

test('at least thirty kinds of mistakes are planted', () => {
  expect(new Set(MISTAKES.map(({ what }) => what)).size).toBeGreaterThanOrEqual(30)
})

test('the copies as they are have no fault', () => {
  expect(faults()).toEqual([])
})

test.each(MISTAKES.map((one) => [one.what, one] as const))(
  '%s is refused with file, line, column and a fix',
  (_, one) => {
    const path = join(folder, one.file)
    const original = readFileSync(path, 'utf8')
    const { text, line } = planted(one, original)
    expect(text).not.toBe(original)
    try {
      writeFileSync(path, text)
      const found = faults()
      const said = found.filter(({ message }) => message.includes(one.says))
      expect(said.map(({ file }) => file)).toContain(one.told?.[0] ?? one.file)
      if (line !== null) expect(said.map((fault) => fault.line)).toContain(line)
      for (const { fix, line: at, column, file } of said) {
        expect(fix).not.toBe('')
        const width = readFileSync(join(folder, file), 'utf8').split('\n')[at - 1]?.length ?? -1
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual(width + 1)
      }
    } finally {
      writeFileSync(path, original)
    }
  },
)

test('the whole catalogue of the product has no fault and no false alarm', () => {
  expect(loadGuides(loadCatalogue({ fresh: true })).size).toBeGreaterThan(0)
}, 60_000)
