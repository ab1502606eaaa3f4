import { readStatement } from './read-statement.ts'
import type { Statement } from './statement.ts'

const COMMERCIAL = {
  name: '经营性用途',
  says: [
    '商业',
    '商铺',
    '店铺',
    '商服',
    '店面',
    '门面',
    '营业',
    '办公',
    '餐饮',
    '酒店',
    '宾馆',
    '旅馆',
    '商场',
    '商务',
    '商用',
    '商办',
    '门市',
    '餐厅',
    '饮食',
  ],
}
const OTHER = {
  name: '居住、工业或绿地用途',
  says: [
    ...['居住', '住宅', '公寓', '别墅', '宿舍', '工业', '厂房', '车库', '车位', '仓储', '仓库', '农业'],
    ...['公园与绿地', '公共绿地', '防护绿地'],
  ],
  not: ['非居住', '非住宅'],
}

/** Whether a 房屋用途 suits business: 商业, 店铺, 办公 do; 居住, 工业 do not; mixed or other uses are for a person. */
export function suitsBusiness(use: string): Statement {
  const [commercial, other] = [readStatement(use, COMMERCIAL), readStatement(use, OTHER)]
  if (commercial.answer === null) return commercial
  if (commercial.answer && other.answer === true)
    return {
      answer: null,
      found: `${commercial.found}、${other.found}`,
      why: `同时写有“${commercial.found}”和“${other.found}”`,
    }
  if (commercial.answer) return commercial
  if (other.answer === true) return { answer: false, found: other.found, why: `用途为“${other.found}”` }
  return { answer: null, found: '', why: '用途没有写明是否可以经营' }
}

const DWELLING = {
  name: '居住',
  says: ['居住', '住宅', '公寓', '别墅', '宿舍'],
  not: ['非居住', '非住宅'],
}

/** Whether a 房屋用途 is a dwelling and nothing else; mixed uses and a use that names neither are for a person. */
export function isDwelling(use: string): Statement {
  const [dwelling, commercial] = [readStatement(use, DWELLING), readStatement(use, COMMERCIAL)]
  if (dwelling.answer !== true) {
    if (commercial.answer === true)
      return { answer: false, found: commercial.found, why: `用途为“${commercial.found}”` }
    const other = readStatement(use, OTHER)
    if (other.answer === true) return { answer: false, found: other.found, why: `用途为“${other.found}”` }
    return { answer: null, found: '', why: '用途没有写明是不是居住' }
  }
  if (commercial.answer === false) return dwelling
  return { answer: null, found: dwelling.found, why: `同时写有“${dwelling.found}”和“${commercial.found}”` }
}
