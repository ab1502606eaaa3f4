import { readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

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

/** Who else must bear the cost (社会保险法第三十条: 工伤、第三人、公共卫生、境外就医). */
const OTHERS: Concept = {
  name: '应由他方负担',
  says: [
    ...['工伤', '因工', '工作时受伤', '工作中受伤', '上班途中', '下班途中', '工地受伤', '职业病'],
    ...['交通事故', '车祸', '被车撞', '被撞', '肇事', '对方全责', '对方责任', '第三人', '第三方责任', '他人责任'],
    ...['被打', '被人打', '殴打', '打架', '斗殴', '故意伤害', '他人所致', '被狗咬', '被犬咬'],
    ...['境外就医', '国外就医', '境外治疗', '在国外', '公共卫生负担'],
  ],
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
