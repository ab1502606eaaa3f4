import type { DocumentField } from '../../facts/document-type.ts'
import type { ValueType } from '../../facts/values/value.ts'

type FitField = Pick<DocumentField, 'type' | 'values' | 'hints'>

const share = (text: string, pattern: RegExp) => (text.match(pattern)?.length ?? 0) / Math.max(1, text.length)

/** Days that come round every year (应当于每年1月1日至6月30日报送) are no date of the paper. */
const dateLike = /^(?!.*每年).*(?:(?:[12]\d{3}|[一二〇○零0OΟ两三四五六七八九]{4})[年./-]|\d{1,2}月\d{1,2}日?|年月日)/u

const fits: { [type in ValueType]?: (text: string) => number } = {
  date: (text) => (dateLike.test(text) ? 1 : /年.*月/u.test(text) ? 0.6 : 0),
  'date-range': (text) =>
    (dateLike.test(text) && /[至到起~—-]/u.test(text)) || /^至?(?:长期|永久|无固定期限)/u.test(text)
      ? 1
      : dateLike.test(text)
        ? 0.7
        : 0,
  money: (text) =>
    /[万元圆亿¥￥]/u.test(text) && /[\d壹贰叁肆伍陆柒捌玖拾佰仟零一二三四五六七八九十百千]/u.test(text)
      ? 1
      : /^[\d,.]+$/u.test(text)
        ? 0.4
        : 0,
  name: (text) =>
    /^[\p{Script=Han}]{2,4}$/u.test(text)
      ? 1
      : /^[\p{Script=Han}·]{2,12}$/u.test(text) || /^[A-Za-z .·]{3,40}$/u.test(text)
        ? 0.6
        : 0.1,
  'org-name': (text) => {
    if (/^(?:其他|一人)?(?:有限责任公司|股份有限公司|个体工商户|个人独资企业|普通合伙|有限合伙)/u.test(text)) return 0.2
    if (
      /(?:公司|厂|店|部|社|中心|院|所|行|馆|场|合伙\)|队|局|会|园|坊|吧|厅|城|校|站|铺|家|屋|楼|集团|室|学)(?:\(.*\))?$/u.test(
        text,
      )
    )
      return 1
    return /^[\p{Script=Han}]{2,}/u.test(text) ? 0.5 : 0.1
  },
  uscc: (text) => (/^[0-9A-Z]{18}$/u.test(text) ? 1 : /^\d{15}$/u.test(text) ? 1 : 0.8 * share(text, /[0-9A-Za-z]/gu)),
  cnid: (text) => (/^\d{17}[\dXx]$/u.test(text) ? 1 : 0.6 * share(text, /[0-9Xx*]/gu)),
  code: (text) => (/\d{4,}/u.test(text) ? 1 : 0.2),
  phone: (text) => (/1\d{10}|\d{3,4}-?\d{7,8}/u.test(text) ? 1 : 0.5 * share(text, /\d/gu)),
  address: (text) => {
    if (/^[^省市区县镇乡村街路号]*(?:公司|责任|独资|经营)/u.test(text)) return 0.2
    const parts = text.match(/[省市区县旗镇乡村街路道弄号幢栋楼室层座组巷园院]/gu)?.length ?? 0
    return parts >= 2 ? 1 : parts === 1 ? 0.8 : 0.2
  },
  number: (text) => (/\d/u.test(text) ? 1 : 0),
  integer: (text) => (/\d/u.test(text) ? 1 : 0),
}

/** The pattern a field's values look like (`hints.like`), when declared. */
export function likeOf(field: FitField): RegExp | null {
  const like = field.hints?.like
  return like ? new RegExp(like, 'u') : null
}

/** Likeness of a text of which no form is known that such values have. */
const NEUTRAL = 0.6

/** Whether values of the field have a form that a printed text may or may not show; free text has none. */
export const hasForm = (field: FitField): boolean =>
  field.hints?.like !== undefined || field.values !== undefined || fits[field.type] !== undefined

/** 0–1: how much a printed text looks like a value of the field; 0.6 when nothing speaks for or against. */
export function likeness(field: FitField | null, text: string): number {
  if (!field || text === '') return 0
  const like = likeOf(field)
  if (like) return like.test(text) ? 1 : 0.3
  if (field.values) return field.values.some((value) => text.includes(value)) ? 1 : 0.1
  return fits[field.type]?.(text) ?? NEUTRAL
}
