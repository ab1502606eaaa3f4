import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type CaseRegistry, type CaseValue, type RegistryRecord, recordsSchema } from '../../case-format.ts'
import { type Random, seeded } from '../random.ts'
import { foodLicenceNumber } from '../world/codes.ts'
import { addDays, addYears } from '../world/dates.ts'
import { DISTRICT } from '../world/premises.ts'
import { type World, world } from '../world/world.ts'
import { assemble, chooseDefects } from './assemble.ts'
import { S001 } from './s001/recipe.ts'
import { SHOWCASE } from './showcase.ts'

/** Seeds of the other firms in the sample registry; the first six already hold a food licence. */
const OTHERS = [101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112]
const LICENSED = 6

/** Writes the embedded sample registry: one YAML file per shared source, named after it. */
export function writeSampleRegistry(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const all: Record<string, RegistryRecord[]> = {}
  for (const [source, records] of [showcase(), ...OTHERS.map(other)].flatMap((registry) => Object.entries(registry)))
    if (Array.isArray(records)) all[source] = [...(all[source] ?? []), ...records]
  for (const [source, records] of Object.entries(all)) {
    const live = recordsSchema.parse(records.map((record) => ({ ...record, asOf: '当日' })))
    const text = stringify(live, { lineWidth: 0, aliasDuplicateObjects: false })
    writeFileSync(join(folder, `${source}.yaml`), `# 虚构数据（样例），由 npm run draw -- --registry 生成。\n${text}`)
  }
}

/** The showcase's firm and people; it serves both twins, so it is silent on what differs between them. */
function showcase(): CaseRegistry {
  const clean = world(SHOWCASE.seed, SHOWCASE.at)
  const { registry } = assemble(S001, clean, chooseDefects(S001, clean, SHOWCASE.defects))
  for (const record of records(registry, '人口库'))
    if (record.公民身份号码 === clean.legal.number) delete record.身份证有效期限
  return registry
}

function other(seed: number, i: number): CaseRegistry {
  const w = world(seed, SHOWCASE.at)
  const random = seeded(`${seed}/licence`)
  const issued = i === 0 ? addDays(addYears(w.at, -5), 45) : addDays(addYears(w.at, -2), -random.int(10, 600))
  if (i < LICENSED) {
    w.firm.founded = addDays(issued, -90)
    w.firm.registered = addDays(issued, -80)
    w.firm.until = '长期'
  }
  const { registry } = assemble(S001, w, [])
  if (i < LICENSED) licensed(registry, w, issued, random)
  if (i === LICENSED) for (const record of records(registry, '法人库')) record.登记状态 = '吊销'
  if (i === LICENSED + 1) registry.行业禁入库 = [ban(w)]
  return registry
}

/** The firm holds a licence since `issued` (one of them about to run out), an electronic one too, and was inspected. */
function licensed(registry: CaseRegistry, w: World, issued: string, random: Random): void {
  const number = foodLicenceNumber(random, DISTRICT.code)
  const common = {
    许可证编号: number,
    经营者名称: w.firm.name,
    统一社会信用代码: w.firm.code,
    法定代表人: w.legal.name,
    住所: w.firm.address,
    经营场所: w.firm.address,
    主体业态: '餐饮服务经营者',
    经营项目: '热食类食品制售',
    有效期至: addDays(addYears(issued, 5), -1),
    发证日期: issued,
    发证机关: w.firm.authority,
  }
  const key = { uscc: w.firm.code }
  registry.许可证库 = [make(key, { 证照名称: '食品经营许可证', ...common, 状态: '有效' })]
  registry.电子证照 = [
    ...records(registry, '电子证照'),
    make(key, { ...common, 签发人: '示例', 证照状态: '有效' }, '食品经营许可证'),
  ]
  registry.监督检查库 = [
    make(key, {
      许可证编号: number,
      检查日期: addDays(w.at, -random.int(30, 300)),
      检查结论: '符合',
      超范围经营: false,
      经营面积: w.premises.area,
      已整改: true,
    }),
  ]
  registry.历史申报 = [past(w, issued)]
}

function past(w: World, issued: string): RegistryRecord {
  return make(
    { uscc: w.firm.code },
    {
      办件编号: `PT${issued.replaceAll('-', '')}0${w.seed}`,
      情形名称: '新办-餐饮服务',
      申报日期: addDays(issued, -18),
      办件状态: '办结',
      lrep_tel: w.legal.phone,
      fd_items: ['热食类食品制售'],
      fd_net: w.network,
      ...(w.network ? { fd_plat: w.platform } : {}),
      fd_chain: '否',
      fd_deliver: w.byPost ? '邮寄' : '窗口领取',
    },
    'S001',
  )
}

function ban(w: World): RegistryRecord {
  return make(
    { cnid: w.legal.number },
    {
      姓名: w.legal.name,
      证件号码: w.legal.number,
      禁入期限: { from: addYears(w.at, -2), to: addYears(w.at, 3) },
      事由: '食品经营许可证被吊销',
      处罚日期: addYears(w.at, -2),
    },
  )
}

function make(key: RegistryRecord['键'], fields: Record<string, CaseValue>, about?: string): RegistryRecord {
  return { 键: key, ...(about ? { about } : {}), asOf: '当日', ...fields } as unknown as RegistryRecord
}

function records(registry: CaseRegistry, source: string): RegistryRecord[] {
  const found = registry[source]
  return Array.isArray(found) ? found : []
}
