import type { CaseRegistry, CaseValue, RegistryRecord } from '../../../case-format.ts'
import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import { address } from '../../world/premises.ts'
import type { World } from '../../world/world.ts'
import type { Paper } from '../plan.ts'
import { FLOW } from './kitchen.ts'

/** What every shared source (facts/sources) would answer about this application on the day it is handed in. */
export function registry(w: World, papers: readonly Paper[]): CaseRegistry {
  const find = (key: string) => papers.find((paper) => paper.key === key)?.content.fields ?? {}
  const record = (key: RegistryRecord['键'], fields: Record<string, CaseValue>, about?: string): RegistryRecord =>
    ({ 键: key, ...(about ? { about } : {}), asOf: w.at, ...fields }) as RegistryRecord
  const firm = { uscc: w.firm.code }
  const people = [w.legal, ...w.staff, ...(w.agent ? [w.agent] : [])]
  const lease = find('lease')
  const estate = find('estate')
  return {
    人口库: people.map((person) => record({ cnid: person.number }, population(person))),
    法人库: [
      record(firm, {
        统一社会信用代码: w.firm.code,
        名称: w.firm.name,
        类型: w.firm.type,
        主体类别: w.firm.type === '个体工商户' ? '个体工商户' : '企业',
        法定代表人: w.legal.name,
        法定代表人证件类型: '居民身份证',
        法定代表人证件号码: w.legal.number,
        ...pick(find('licence'), ['注册资本', '营业期限']),
        成立日期: w.firm.founded,
        住所: w.firm.address,
        经营范围: w.firm.scope,
        登记机关: w.firm.authority,
        登记日期: w.firm.registered,
        登记状态: '存续',
        联系电话: w.legal.phone,
      }),
    ],
    电子证照: [record(firm, { ...find('licence'), 证照状态: '有效' }, '营业执照')],
    历史申报: w.applied ? [record(firm, earlier(w), 'S001')] : [],
    许可证库: [],
    行业禁入库: [],
    在办案件库: [],
    监督检查库: [],
    健康体检库: papers
      .filter((paper) => paper.type === 'HLT')
      .map(({ content: { fields } }) =>
        record(
          { cnid: String(fields.身份证号) },
          {
            ...pick(fields, ['姓名', '身份证号', '体检类别', '体检日期', '有效期至']),
            结果: '合格',
          },
        ),
      ),
    租赁备案库: lease.备案号
      ? [record(firm, pick(lease, ['备案号', '出租人', '承租人', '房屋坐落', '建筑面积', '租赁期限']))]
      : [],
    不动产登记库: [
      record(firm, {
        ...pick(estate, ['不动产权证号', '不动产单元号', '权利人']),
        坐落: address(w.premises),
        用途: String(estate.用途).includes('居住') ? '居住' : '商业',
        面积: w.premises.area,
        查封: false,
      }),
    ],
    电子验签: [],
  }
}

/** An earlier application for the same shop, withdrawn before it was decided. */
function earlier(w: World): Record<string, CaseValue> {
  const day = addDays(w.at, -47)
  return {
    办件编号: `PT${day.replaceAll('-', '')}${String(w.seed).padStart(4, '0')}`,
    情形名称: '新办-餐饮服务',
    申报日期: day,
    办件状态: '撤回',
    lrep_tel: w.legal.phone,
    fd_net: w.network,
    ...(w.network ? { fd_plat: w.platform } : {}),
    fd_chain: '否',
    fd_deliver: w.byPost ? '邮寄' : '窗口领取',
    fd_flow: FLOW,
  }
}

function population(person: Person): Record<string, CaseValue> {
  return {
    公民身份号码: person.number,
    姓名: person.name,
    性别: person.sex,
    民族: person.people,
    出生日期: person.birth,
    户籍地址: person.address,
    身份证有效期限: person.validity,
    签发机关: person.issuer,
    人员状态: '正常',
  }
}

function pick(fields: Paper['content']['fields'], names: readonly string[]): Record<string, CaseValue> {
  return Object.fromEntries(
    names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name] as CaseValue]])),
  )
}
