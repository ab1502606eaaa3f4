import { foldText } from '../../facts/values/text.ts'
import { readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

const ABROAD = [
  ...[
    '境外',
    '国外',
    '海外',
    '香港',
    '澳门',
    '台湾',
    '日本',
    '韩国',
    '美国',
    '加拿大',
    '英国',
    '法国',
    '德国',
    '意大利',
  ],
  ...['西班牙', '俄罗斯', '澳大利亚', '新西兰', '泰国', '新加坡', '马来西亚', '印尼', '印度', '越南', '菲律宾', '迪拜'],
]

/** Injuries, in the words of diagnoses. */
const INJURY: Concept = {
  name: '外伤',
  says: [
    ...['外伤', '骨折', '挫伤', '挫裂伤', '裂伤', '扭伤', '撕裂伤', '擦伤', '割伤', '刺伤', '砸伤', '压伤', '摔伤'],
    ...['烧伤', '烫伤', '灼伤', '电击伤', '咬伤', '抓伤', '脱位', '断裂伤', '脑震荡', '颅脑损伤', '内脏损伤', '离断'],
  ],
  not: ['病理性骨折', '骨折疏松', '习惯性脱位'],
  limits: [{ words: ['待排', '待查', '疑似', '可疑', '?'], answer: null }],
}

/** 被…撞, 被…砍: somebody or something of somebody's; insects and the like have no owner. 在日本: abroad, unless back since. */
const SOMEBODY_DID_IT = new RegExp(
  [
    '被(?![^,;。]{0,6}(?:虫|蛇|蜂|蚊|自己|自家|本人))[^,;。被]{0,12}?(?:撞|碾|轧|殴|砍|捅|打伤|打破|推倒|推搡|踢|咬)',
    `(?:在|于|赴|去|到|至|往)[^,;。]{0,3}?(?:${ABROAD.join('|')})(?![^;。]*(?:回国|归国|返沪|回沪|回来|路|街))`,
  ].join('|'),
  'gu',
)

/** Who else must bear the cost (社会保险法第三十条: 工伤、第三人、公共卫生、境外就医). */
const OTHERS: Concept = {
  name: '应由他方负担',
  says: [
    ...['工伤', '因工', '工作时受伤', '工作中受伤', '上班途中', '下班途中', '工地受伤', '职业病'],
    ...[
      '交通事故',
      '交通伤',
      '车祸',
      '被车撞',
      '被撞',
      '肇事',
      '对方全责',
      '对方责任',
      '第三人',
      '第三方责任',
      '他人责任',
    ],
    ...['对方负', '对方承担', '承担赔偿', '负责赔偿', '赔偿责任', '他人致伤', '他人伤害', '第三者'],
    ...['被打', '被人打', '殴打', '打架', '斗殴', '故意伤害', '他人所致', '被狗咬', '被犬咬'],
    ...['境外就医', '国外就医', '境外治疗', '在国外', '出国', '出境期间', '公共卫生负担'],
  ],
  shape: SOMEBODY_DID_IT,
  limits: [{ words: ['疑似', '可能', '不清楚', '不详', '待查'], answer: null }],
}

/** Whether a diagnosis is an injury; not sure where it is only suspected. */
export function isInjury(diagnosis: string): Statement {
  return readStatement(diagnosis, INJURY)
}

/** Whether what is told of an injury or illness puts the cost on somebody else; 没有第三方责任 denies it. */
export function isBorneByOthers(account: string): Statement {
  return readStatement(account, OTHERS)
}

/** Words that repeat that there is an injury, and say nothing of what caused it. */
const NO_CAUSE =
  /外伤|受伤|损伤|骨折|负伤|致伤|伤害|意外|不慎|突然|左|右|上|下|手|足|脚|腿|臂|头|部|肢|腕|踝|膝|肩|腰|伤|史|有|的|[,;。、:]/gu

/** Whether a line tells what caused an injury; 外伤 alone does not, 原因不详 leaves it open. */
export function tellsCause(account: string): boolean | null {
  const text = foldText(account)
  if (text === '') return null
  if (/不详|不明|不清|未写|未述|说不/u.test(text)) return null
  return text.replace(NO_CAUSE, '') !== ''
}
