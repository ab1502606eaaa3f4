import type { DocumentField } from '../../facts/document-type.ts'
import { fold, type Glyph } from './frame.ts'

/** Lines of trade as they stand in names of firms (企业名称登记管理规定: 字号, 行业, 组织形式), the usual ones of four characters. */
const TRADES = [
  ...['餐饮管理', '餐饮服务', '酒店管理', '食品销售', '食品科技', '供应链管理', '商务咨询', '企业管理', '物业管理'],
  ...['信息科技', '信息技术', '网络科技', '电子科技', '电子商务', '生物科技', '智能科技', '环保科技', '医药科技'],
  ...['文化传播', '文化传媒', '文化艺术', '体育文化', '教育科技', '教育培训', '广告传媒', '会展服务', '人力资源'],
  ...['劳务派遣', '健康管理', '健康科技', '医疗器械', '医疗科技', '美容美发', '资产管理', '投资管理', '融资租赁'],
  ...['国际贸易', '进出口贸易', '国际物流', '货物运输', '仓储物流', '汽车服务', '汽车销售', '机电设备', '机械设备'],
  ...['建筑工程', '建筑装饰', '装饰工程', '装饰设计', '建筑材料', '工程技术', '园林绿化', '保洁服务', '家政服务'],
]

/** Phrases that names of firms hold, and terms without an end. */
const OF_TYPE: { [type in DocumentField['type']]?: readonly string[] } = {
  'org-name': ['有限公司', '有限责任公司', '股份有限公司', '个体工商户', ...TRADES],
  'date-range': ['至长期', '至永久'],
}
/** So much of a phrase must have been read. */
const SHARE = 0.6

/** What values of a field may say in set words: its choices, phrases of its own and of its type. */
export const phrasesOf = ({ type, values, hints }: Pick<DocumentField, 'type' | 'values' | 'hints'>): string[] => [
  ...(values ?? []),
  ...(hints?.phrases ?? []),
  ...(OF_TYPE[type] ?? []),
]

/** The characters, by place, that a phrase puts right at `from`; null where it does not stand or one of them was not seen. */
function putRight(phrase: readonly string[], glyphs: readonly Glyph[], from: number): Map<number, string> | null {
  const changed = new Map<number, string>()
  for (const [i, character] of phrase.entries()) {
    const glyph = glyphs[from + i]
    if (!glyph) return null
    if (fold(glyph.raw) === character) continue
    const seen = glyph.rivals?.find(({ text }) => fold(text) === character)
    if (!seen) return null
    changed.set(from + i, seen.text)
  }
  return changed.size <= (1 - SHARE) * phrase.length ? changed : null
}

/**
 * Characters, by place among the glyphs, that belong to another one by a set phrase standing there (有恨公司 → 有限公司): most of the
 * phrase was read, and at every other place its own character was seen too. Nothing where several phrases would do.
 */
export function mendPhrases(phrases: readonly string[], glyphs: readonly Glyph[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  for (const phrase of phrases) {
    const characters = [...fold(phrase)]
    for (let from = 0; from + characters.length <= glyphs.length; from += 1)
      for (const [at, text] of putRight(characters, glyphs, from) ?? []) {
        if (found.has(at) && found.get(at) !== text) return new Map()
        found.set(at, text)
      }
  }
  return found
}
