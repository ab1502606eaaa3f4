import { foldText } from '../../facts/values/text.ts'

const HEADS = /^(?:许可项目|一般项目|许可经营项目|一般经营项目)[:：]/u
/** Remarks that stand in every 经营范围 and name no business. */
const REMARK = /依法须经批准|凭营业执照|具体经营项目以|相关部门批准|法律法规|自主开展/u

/** The single items of a 经营范围 as printed: heads and standing remarks left out, remarks in brackets kept with their item. */
export function scopeItems(raw: string): string[] {
  const items: string[] = []
  let depth = 0
  let item = ''
  const text = foldText(raw)
  // Where other signs part the items, 、 stands within one (技术服务、技术开发、技术咨询).
  const between = /[;；,，]/u.test(text) ? /[;；。,，]/u : /[;；。,，、]/u
  for (const c of text) {
    if (c === '(') depth += 1
    if (c === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && between.test(c)) {
      items.push(item)
      item = ''
    } else item += c
  }
  return [...items, item]
    .map((one) =>
      one
        .replace(/\([^()]*(?:依法须经批准|凭营业执照)[^()]*\)/gu, '')
        .replace(HEADS, '')
        .trim(),
    )
    .filter((one) => one !== '' && !REMARK.test(one))
}
