import type { Content } from '../../pages/content.ts'
import { capture } from '../../physics/camera.ts'
import { addDays } from '../../world/dates.ts'
import type { Person } from '../../world/people.ts'
import { address } from '../../world/premises.ts'
import type { World } from '../../world/world.ts'
import type { Paper } from '../plan.ts'
import { foodSafetyManager } from './form.ts'
import { EQUIPMENT, RULES } from './kitchen.ts'

/** All papers of a complete, correct S001 application. */
export function papers(w: World): Paper[] {
  const make = (key: string, slot: string, type: string, layout: string, content: Content): Paper => ({
    key,
    slot,
    type,
    layout,
    content,
    ...capture(w.seed, key, type),
  })
  const list = [
    make('licence', '营业执照', 'BL', 'landscape', licence(w)),
    make('legal-id', '法定代表人身份证', 'ID', 'secondGeneration', identity(w.legal)),
    make('lease', '房屋租赁合同', 'LSE', 'plain', lease(w)),
    make('estate', '不动产权证书', 'RED', 'spread', estate(w)),
    make('plan', '平面图', 'FLP', 'plan', floorPlan(w)),
    make('rules', '管理制度', 'SYS', 'booklet', rules(w)),
    make('equipment', '设备设施清单', 'EQP', 'equipmentTable', {
      fields: { 单位名称: w.firm.name, 设备: EQUIPMENT.map((item) => ({ ...item })) },
      marks: { 盖章: w.firm.name },
    }),
    make('staff', '人员名单', 'STF', 'staffTable', staff(w)),
    ...w.staff.map((worker, i) => make(`health-${i}`, '健康证明', 'HLT', 'card', health(worker))),
    make('application', '申请书', 'AF', 'formTable', application(w)),
  ]
  if (w.agent) {
    list.push(make('power', '授权委托书', 'POA', 'letter', power(w, w.agent)))
    list.push(make('agent-id', '受托人身份证', 'ID', 'secondGeneration', identity(w.agent)))
  }
  return list
}

function licence(w: World): Content {
  return {
    fields: {
      统一社会信用代码: w.firm.code,
      名称: w.firm.name,
      类型: w.firm.type,
      法定代表人: w.legal.name,
      ...capital(w),
      成立日期: w.firm.founded,
      住所: w.firm.address,
      经营范围: w.firm.scope,
      登记机关: w.firm.authority,
      登记日期: w.firm.registered,
    },
    marks: { 盖章: w.firm.authority },
  }
}

/** Capital and term of a company; the form of a 个体工商户. */
function capital(w: World): Content['fields'] {
  if (w.firm.capitalFen === null || w.firm.until === null) return { 组成形式: '个人经营' }
  return {
    注册资本: { fen: w.firm.capitalFen, currency: 'CNY' },
    营业期限: { from: w.firm.founded, to: w.firm.until },
  }
}

function identity(person: Person): Content {
  return {
    fields: {
      姓名: person.name,
      性别: person.sex,
      民族: person.people,
      出生: person.birth,
      住址: person.address,
      公民身份号码: person.number,
      签发机关: person.issuer,
      有效期限: person.validity,
    },
    marks: {},
  }
}

function lease(w: World): Content {
  return {
    fields: {
      合同编号: w.lease.number,
      出租人: w.landlord.name,
      承租人: w.firm.name,
      房屋坐落: address(w.premises),
      房屋用途: '商业',
      建筑面积: w.premises.area,
      租赁期限: { from: w.lease.from, to: w.lease.to },
      租金: { fen: w.lease.rentFen, currency: 'CNY' },
      转租约定: '未经甲方书面同意，乙方不得将该房屋全部或者部分转租给第三人。',
      签订日期: w.lease.signed,
      ...(w.lease.filing ? { 备案号: w.lease.filing } : {}),
    },
    marks: {
      出租人签章: w.landlord.name,
      承租人签章: w.firm.name,
      出租人签名: w.landlord.signer,
      承租人签名: w.legal.name,
    },
  }
}

function estate(w: World): Content {
  return {
    fields: {
      不动产权证号: w.estate.number,
      权利人: w.landlord.name,
      共有情况: '单独所有',
      坐落: address(w.premises),
      不动产单元号: w.estate.unit,
      权利类型: '国有建设用地使用权/房屋所有权',
      权利性质: '出让/市场化商品房',
      用途: '商业服务/商业',
      面积: w.premises.area,
      使用期限: `国有建设用地使用权至${w.estate.landTo.replace(/-(\d\d)-(\d\d)/, '年$1月$2日')}止`,
      权利其他状况: '房屋结构：钢筋混凝土结构；无抵押、查封登记。',
      登记机构: w.estate.authority,
      登记日期: w.estate.registered,
    },
    marks: { 盖章: w.estate.authority },
  }
}

function floorPlan(w: World): Content {
  return {
    fields: {
      图名: `${w.firm.name}平面布局图`,
      地址: address(w.premises),
      总面积: w.premises.area,
      功能区: w.premises.zones.map((zone) => ({ ...zone })),
      比例尺: '1:100，尺寸单位 mm',
      设备设施位置: EQUIPMENT.map((item) => `${item.设备名称}（${item.用途.split('，')[0]}）`),
      出入口: '顾客出入口南侧，原料出入口北侧',
      绘制日期: addDays(w.at, -12),
    },
    marks: {},
    extra: { 申请人: w.firm.name },
  }
}

function rules(w: World): Content {
  return {
    fields: { 制度名称清单: [...RULES], 单位名称: w.firm.name, 责任人: w.legal.name, 实施日期: addDays(w.at, -15) },
    marks: { 盖章: w.firm.name },
  }
}

function staff(w: World): Content {
  return {
    fields: {
      单位名称: w.firm.name,
      人员: w.staff.map((worker) => ({
        姓名: worker.name,
        证件号码: worker.number,
        岗位: worker.post,
        资质证书号: worker.certificate.number,
        联系电话: worker.phone,
      })),
    },
    marks: { 盖章: w.firm.name },
  }
}

function health(worker: World['staff'][number]): Content {
  return {
    fields: {
      姓名: worker.name,
      性别: worker.sex,
      身份证号: worker.number,
      证号: worker.certificate.number,
      体检类别: '食品',
      体检日期: worker.certificate.examined,
      有效期至: worker.certificate.until,
      发证单位: worker.certificate.issuer,
    },
    marks: { 盖章: worker.certificate.issuer },
  }
}

function application(w: World): Content {
  return {
    fields: {
      申请人: w.firm.name,
      统一社会信用代码: w.firm.code,
      申请事项: '食品经营许可',
      申请类型: '新办',
      申请日期: addDays(w.at, -1),
    },
    marks: { 签名: w.legal.name, 盖章: w.firm.name },
    extra: {
      法定代表人: w.legal.name,
      联系电话: w.legal.phone,
      法定代表人证件号码: w.legal.number,
      住所: w.firm.address,
      经营场所: address(w.premises),
      主体业态: '餐饮服务经营者',
      经营场所面积: `${w.premises.area.toFixed(2)}㎡`,
      经营项目: w.items.join('、'),
      食品安全管理人员: foodSafetyManager(w)?.name ?? '',
      从业人员人数: `${w.staff.length}人`,
      食品安全管理人员证件号码: foodSafetyManager(w)?.number ?? '',
      网络经营: w.network ? '是' : '否',
      申请有效期: '5年',
    },
  }
}

function power(w: World, agent: Person): Content {
  return {
    fields: {
      委托人: w.firm.name,
      受托人姓名: agent.name,
      受托人证件号码: agent.number,
      受托人电话: agent.phone,
      委托事项: '办理食品经营许可（新办）申请事宜',
      委托权限: '代为提交食品经营许可申请、补正材料、接受询问、领取证照和文书',
      委托期限: { from: addDays(w.at, -10), to: addDays(w.at, 170) },
      签署日期: addDays(w.at, -10),
    },
    marks: { 委托人盖章: w.firm.name, 委托人签名: w.legal.name, 受托人签名: agent.name },
  }
}
