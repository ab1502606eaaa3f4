import { conceptNamed, readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

const ALL = {
  words: [
    '全权',
    '一切',
    '全部事宜',
    '全部事项',
    '全部手续',
    '所有事项',
    '所有事宜',
    '所有手续',
    '各项事宜',
    '全过程',
    '其余事项',
    '其他事项',
    '其余均',
  ],
  answer: true,
} as const

/** Says how far it goes without saying to what. */
const SPECIAL = { words: ['特别授权'], answer: null } as const

const ACTS: readonly Concept[] = [
  { name: '办理', alias: ['代办', '申请'], says: ['办理', '申请', '申办', '代办', '申报'], wider: [ALL, SPECIAL] },
  {
    name: '提交',
    alias: ['递交', '提交材料'],
    says: ['提交', '递交', '报送', '送交', '呈交', '申请', '申报', '申办'],
    wider: [ALL, { words: ['办理'], answer: true }, SPECIAL],
  },
  {
    name: '补正',
    alias: ['补正材料', '修改', '补充'],
    says: ['补正', '补充', '补齐', '修改', '更正', '改正', '补交', '补件'],
    not: ['补正告知', '补正通知', '补充说明如下', '补充条款', '补充协议'],
    wider: [ALL, SPECIAL],
  },
  {
    name: '领取',
    alias: ['领证', '领取证照', '领取许可证'],
    says: ['领取', '代领', '领证', '领照', '取证', '取件', '签收', '收取证', '接收证'],
    not: ['调取证', '提取证', '获取证'],
    wider: [ALL, SPECIAL],
  },
  { name: '签字', alias: ['签署'], says: ['签字', '签署', '签名', '签章'], wider: [ALL, SPECIAL] },
  {
    name: '食品经营许可',
    alias: ['食品经营许可证', '申请食品经营许可'],
    says: ['食品经营许可', '食品许可', '食品经营', '餐饮服务许可', '餐饮许可', '食品证'],
    wider: [{ words: ['行政许可', '许可证', '证照', '有关手续', '相关手续', '上述事', '一切'], answer: null }],
    noisy: ['食品经营许可'],
  },
]

/** Whether a 委托事项 or 委托权限 covers an act (办理, 提交, 补正, 领取, 签字 …; any other is looked for literally). */
export function coversAct(authority: string, act: string): Statement {
  return readStatement(authority, conceptNamed(ACTS, act))
}
