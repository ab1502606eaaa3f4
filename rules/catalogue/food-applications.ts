import type { Value } from '../../facts/values/value.ts'

/** 受理日期 of the applications. */
export const AT = '2026-06-01'
export const FIRM = '上海小满餐饮有限公司'
export const CODE = '91330100799655058B'
export const PLACE = '上海市普陀区长安路18弄3号102室'
export const LEGAL = { name: '王小满', number: '310107198503121023' }
export const PASSPORT = 'E12345678'
export const COOK = { name: '周立夏', number: '310107199501011052' }
const LICENCE = 'JY23101070001233'

export type Fields = Record<string, Value>
export interface Paper {
  slot: string
  type: string
  fields: Fields
  marks: string[]
  sides: string[]
}

const paper = (slot: string, type: string, fields: Fields, marks: string[] = [], sides: string[] = []): Paper => ({
  slot,
  type,
  fields,
  marks,
  sides,
})

export const range = (from: string, to: string) => ({ from, to })
const seal = ['盖章']

export const licence = (place = PLACE): Fields => ({
  经营者名称: FIRM,
  统一社会信用代码: CODE,
  法定代表人: LEGAL.name,
  住所: PLACE,
  经营场所: place,
  主体业态: '餐饮服务经营者',
  经营项目: '热食类食品制售',
  许可证编号: LICENCE,
  有效期至: '2026-08-03',
  发证日期: '2021-08-04',
  发证机关: '上海市普陀区市场监督管理局',
})

const SUBJECT: Paper[] = [
  paper(
    '营业执照',
    '营业执照',
    {
      统一社会信用代码: CODE,
      名称: FIRM,
      类型: '有限责任公司',
      法定代表人: LEGAL.name,
      营业期限: range('2020-03-01', '长期'),
      住所: PLACE,
      经营范围: '许可项目：餐饮服务；食品销售。',
      登记日期: '2026-05-29',
    },
    seal,
  ),
  paper(
    '法定代表人身份证',
    '居民身份证',
    { 姓名: LEGAL.name, 公民身份号码: LEGAL.number, 有效期限: range('2016-06-02', '2036-06-02') },
    [],
    ['人像面', '国徽面'],
  ),
]

const PREMISES: Paper[] = [
  paper('不动产权证书', '不动产权证书', { 权利人: '李大雪', 坐落: PLACE, 用途: '商业', 面积: 100 }, seal),
  paper(
    '房屋租赁合同',
    '房屋租赁合同',
    {
      出租人: '李大雪',
      承租人: FIRM,
      房屋坐落: PLACE,
      房屋用途: '商业',
      建筑面积: 100,
      租赁期限: range('2025-01-01', '2029-12-31'),
    },
    ['出租人签名', '承租人签名', '承租人签章'],
  ),
]

const zones = (...named: [string, number][]) => named.map(([name, area]) => ({ 名称: name, 面积: area }))
const plan = (功能区: { 名称: string; 面积: number }[]): Paper =>
  paper('平面图', '平面图', {
    图名: `${FIRM}平面布局图`,
    地址: PLACE,
    总面积: 100,
    功能区,
    比例尺: '1:100',
    设备设施位置: ['消毒柜', '冷藏柜'],
    出入口: '南侧',
  })
const KITCHEN = plan(
  zones(
    ['粗加工区', 8],
    ['切配区', 8],
    ['烹饪区', 14],
    ['备餐区', 5],
    ['餐用具清洗消毒区', 6],
    ['仓储区', 5],
    ['更衣区', 4],
    ['就餐区', 50],
  ),
)
const RULES = paper(
  '管理制度',
  '管理制度',
  {
    制度名称清单: ['食品安全自查制度', '从业人员健康管理制度', '进货查验记录制度', '食品安全事故处置方案'],
    单位名称: FIRM,
    责任人: COOK.name,
  },
  seal,
)
const equipment = (...names: string[]): Paper =>
  paper(
    '设备设施清单',
    '设备设施清单',
    { 设备: names.map((name) => ({ 设备名称: name, 数量: 1, 用途: '在用' })) },
    seal,
  )
const EQUIPMENT = equipment('冷藏柜', '消毒柜', '保洁柜', '灭蝇灯', '挡鼠板', '油烟净化器', '隔油池')
const STAFF: Paper[] = [
  paper('人员名单', '人员名单', {
    人员: [
      { 姓名: LEGAL.name, 证件号码: LEGAL.number, 岗位: '店长' },
      { 姓名: COOK.name, 证件号码: COOK.number, 岗位: '食品安全管理员' },
    ],
  }),
  ...[LEGAL, COOK].map(({ name, number }, i) =>
    paper('健康证明', '健康证明', {
      姓名: name,
      身份证号: number,
      证号: `P00${i}`,
      体检类别: '食品',
      体检日期: '2026-01-10',
      有效期至: '2027-01-09',
    }),
  ),
]
const ORIGINAL = paper('原许可证', '食品经营许可证', licence(), seal)

const answers = {
  fd_items: ['热食类食品制售'],
  fd_net: false,
  fd_chain: '否',
  fd_flow: '验收、切配、烹饪、备餐、上桌',
  fd_deliver: '窗口领取',
}

/** What each scenario's applicant hands in and says, and which points even then ask a person. */
export interface Application {
  papers: Paper[]
  answers: Record<string, unknown>
  registered?: Fields
  firm?: Fields
  open: string[]
}

/** Complete and correct applications of the food business scenarios, by scenario, as tests judge them. */
export const APPLICATIONS: Record<string, Application> = {
  S001: {
    papers: [...SUBJECT, ...PREMISES, KITCHEN, RULES, EQUIPMENT, ...STAFF],
    answers,
    open: ['SITE-P01', 'S001-P04', 'S001-P07'],
  },
  S002: {
    papers: [
      ...SUBJECT,
      ...PREMISES,
      plan(zones(['销售区', 80], ['仓储区', 20])),
      RULES,
      equipment('货架', '冷藏柜'),
      ...STAFF.slice(0, 1),
    ],
    answers: { ...answers, fd_items: ['散装食品销售（含冷藏冷冻食品）'] },
    open: ['SITE-P01'],
  },
  S003: {
    papers: [...SUBJECT, ...PREMISES, KITCHEN, RULES, EQUIPMENT, ...STAFF],
    answers: { ...answers, fd_people: 80, fd_contract: false },
    firm: { 主体类别: '事业单位' },
    open: ['SITE-P01', 'S003-P04'],
  },
  S004: {
    papers: [...SUBJECT, paper('原许可证', '食品经营许可证', { ...licence(), 法定代表人: '李谷雨' }, seal)],
    answers: { fd_deliver: '窗口领取' },
    registered: { 法定代表人: '李谷雨' },
    open: [],
  },
  S005: {
    papers: [...SUBJECT, ORIGINAL, paper('告知承诺书', '告知承诺书', { 申请人: FIRM }, seal)],
    answers: { rn_changed: false, fd_deliver: '窗口领取' },
    open: [],
  },
  S006: {
    papers: [
      ...SUBJECT,
      paper('遗失声明', '遗失声明', { 声明主体: FIRM, 证照名称: '食品经营许可证', 证照编号: LICENCE }, seal),
    ],
    answers: { lost_reason: '遗失', lost_date: '2026-05-20' },
    open: [],
  },
  S007: { papers: [...SUBJECT, ORIGINAL], answers: { cn_reason: '停止经营' }, open: [] },
}
