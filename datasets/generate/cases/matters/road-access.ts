import { addDays } from '../../world/dates.ts'
import { DISTRICT } from '../../world/premises.ts'
import type { Draft, MatterRecipe } from '../draft.ts'
import { firmCase } from '../parts/firm-case.ts'

/** M10 道路开设出入口 */
export const SCENARIOS: MatterRecipe = { S028: open }

function open(d: Draft): void {
  const random = d.random('access')
  const { firm } = firmCase(
    d,
    { trade: '置业', scope: '许可项目：房地产开发经营。一般项目：物业管理。' },
    '城市道路开设机动车出入口',
  )
  const road = random.pick(DISTRICT.roads)
  const project = `${road.replace('路', '')}地块商办项目`
  const place = `上海市${DISTRICT.name}${road}${random.int(100, 900)}号`
  const stretch = `上海市${DISTRICT.name}${road}${random.int(100, 900)}号东侧`
  const temporary = random.chance(0.4)
  const width = random.int(60, 90) / 10
  const position = `距${road}交叉口 ${random.int(80, 160)} 米`
  const span = { from: addDays(d.at, 20), to: addDays(d.at, 320) }
  const maker = '上海江右示例市政设计有限公司'
  d.record(
    '企业资质库',
    { name: maker },
    {
      名称: maker,
      资质名称: '市政行业（道路工程）专业设计',
      证书编号: `A231${random.digits(6)}`,
      等级: '乙级',
      有效期限: { from: addDays(d.at, -600), to: addDays(d.at, 900) },
      状态: '有效',
    },
  )
  d.known({
    rd_proj: project,
    rd_road: stretch,
    rd_pos: position,
    rd_width: width,
    rd_num: 1,
    rd_use: '机动车',
    rd_term: temporary ? `施工临时，${span.from}至${span.to}` : '永久',
  })
  d.typed({ rd_pipe: '涉及人行道铺装 12 平方米和行道树 1 株' })
  d.licence(
    '规划许可证',
    'PLP',
    { uscc: firm.code },
    {
      证号: `沪普建（${d.at.slice(0, 4)}）FA31010720${random.digits(4)}`,
      建设单位: firm.name,
      建设项目名称: project,
      建设位置: place,
      建设规模: '建筑面积 18600 平方米',
      附图及附件名称: '总平面图、出入口位置图',
      发证机关: `${DISTRICT.name}示例规划和自然资源局`,
      发证日期: addDays(d.at, -120),
    },
  )
  d.paper(
    '交通组织方案',
    'TRP',
    {
      项目名称: project,
      道路名称: stretch,
      占用位置: position,
      宽度: width,
      面积: Math.round(width * 5 * 10) / 10,
      ...(temporary ? { 期限: span } : { 期限: null }),
      交通组织措施: '右进右出，设警示标志和让行线，施工期间专人指挥',
      恢复方案: temporary ? '期满拆除出入口，按原结构恢复人行道和路缘石' : '人行道按原结构恢复',
      建设单位: firm.name,
      施工单位: '上海筑路示例市政工程有限公司',
      设计单位: maker,
      长度: 5,
      出入口数量: 1,
      用途: '机动车',
      图纸与附件: ['平面图', '断面图', '人行道恢复图', '无障碍坡道图'],
    },
    { marks: { 出图章: maker }, variant: '道路开口设计图' },
  )
  opinion(d, '交警', `${DISTRICT.name}示例公安分局交通警察支队`, project, '原则同意该出入口的交通组织方案')
  opinion(d, '绿化', `${DISTRICT.name}示例绿化和市容管理局`, project, '同意迁移行道树 1 株')
  d.person('是否符合规划附图、技术标准由人看图判断', 'M10-P01', 'M10-P02')
  if (!temporary) d.none('永久出入口，没有恢复期限', 'M10-P06')
  d.mayFail({
    id: 'drawing-without-sections',
    title: '设计图没有断面图和无障碍坡道',
    slot: '交通组织方案',
    fails: { 'M10-P03': '没有断面图、无障碍坡道图' },
    apply: (draft) => draft.change('交通组织方案', { 图纸与附件: ['平面图', '人行道恢复图'] }),
  })
  d.mayFail({
    id: 'no-green-opinion',
    title: '迁移行道树没有绿化部门的意见',
    slot: '部门意见',
    fails: { 'M10-P04': '涉及绿化迁移，没有绿化部门意见' },
    apply: (draft) => {
      draft.papers = draft.papers.filter(({ key }) => key !== '绿化')
    },
  })
  d.mayFail({
    id: 'no-police-opinion',
    title: '没有公安交警的意见',
    slot: '部门意见',
    fails: { 'M10-P05': '交通组织方案没有征求公安交警意见' },
    apply: (draft) => {
      draft.papers = draft.papers.filter(({ key }) => key !== '交警')
    },
  })
  if (temporary)
    d.mayFail({
      id: 'no-way-back',
      title: '施工临时出入口没有写怎样恢复',
      slot: '交通组织方案',
      fails: { 'M10-P06': '没有恢复方案' },
      apply: (draft) => draft.change('交通组织方案', { 恢复方案: null }),
    })
}

function opinion(d: Draft, key: string, office: string, project: string, says: string): void {
  const random = d.random(key)
  d.paper(
    '部门意见',
    'OPN',
    {
      出具单位: office,
      项目名称: project,
      意见: says,
      文号: `沪普${key === '交警' ? '公交' : '绿'}〔${d.at.slice(0, 4)}〕${random.int(10, 300)}号`,
      日期: addDays(d.at, -random.int(8, 40)),
    },
    { key, marks: { 盖章: office } },
  )
}
