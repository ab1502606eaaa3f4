import { isValidBankCard } from '../../facts/values/bank-card.ts'
import { readCnid } from '../../facts/values/cnid.ts'
import { daysBetween, isRealDate } from '../../facts/values/date.ts'
import { readFoodLicenceNumber } from '../../facts/values/food-licence-number.ts'
import { readPhone } from '../../facts/values/phone.ts'
import { readRealEstateNumber } from '../../facts/values/real-estate-number.ts'
import { compact } from '../../facts/values/text.ts'
import { isValidUscc } from '../../facts/values/uscc.ts'
import type { DocumentedFunctions } from './documented.ts'

/** Passports and 通行证 have no published check digit: they are unknown, not wrong. */
const OTHER_PAPER = /^[A-Z]{1,3}\d{6,12}(?:\(\w\))?$/u

function idValid(number: string): boolean | null {
  const read = readCnid(number)
  if (OTHER_PAPER.test(read.number)) return null
  return read.valid && read.number.length === 18
}

function age(number: string, at: string): number | null {
  const { birth, valid } = readCnid(number)
  if (!valid || birth === null || !isRealDate(at) || at < birth) return null
  return Number(at.slice(0, 4)) - Number(birth.slice(0, 4)) - (at.slice(5) < birth.slice(5) ? 1 : 0)
}

/** Rule functions on the numbers of persons, firms and licences. */
export const numberFunctions: DocumentedFunctions = {
  身份证有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    run: idValid,
    doc: '18位公民身份号码：出生日期真实且校验位正确；护照、通行证等其他证件号未知',
  },
  信用代码有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    run: isValidUscc,
    doc: '18位统一社会信用代码且校验位正确；15位旧注册号为假',
  },
  许可证编号有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    run: (number: string) => readFoodLicenceNumber(number).valid,
    doc: '食品经营许可证编号（JY加14位）格式与校验位正确',
  },
  不动产权证号有效: {
    params: ['text'],
    returns: 'boolean',
    // Formats of other years and places exist: an unusual one is a question, not a fault.
    run: (number: string) => readRealEstateNumber(number).valid || null,
    doc: '不动产权证号为常见写法；其他写法未知',
  },
  银行卡号有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    run: isValidBankCard,
    doc: '16–19 位银行卡号，最后一位校验正确；对公账号、存折号不适用',
  },
  高企证书编号有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    // GF (复审) was abolished in 2016: an old one is a question, not a fault.
    run: (number: string) => (/^GF/iu.test(compact(number)) ? null : /^GR20\d{2}\d{2}\d{6}$/iu.test(compact(number))),
    doc: '高新技术企业证书编号：GR加4位年度、2位省级代码、6位序号；GF开头的旧编号未知',
  },
  手机号有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    run: (number: string) => readPhone(number).kind === '手机',
    doc: '11位手机号',
  },
  电话有效: {
    params: ['text'],
    returns: 'boolean',
    selfChecking: true,
    run: (number: string) => readPhone(number).valid,
    doc: '手机号、固定电话或400电话',
  },
  出生日期: {
    params: ['text'],
    returns: 'date',
    run: (number: string) => (readCnid(number).valid ? readCnid(number).birth : null),
    doc: '公民身份号码里的出生日期；号码不对时未知',
  },
  性别: {
    params: ['text'],
    returns: 'text',
    run: (number: string) => (readCnid(number).valid ? readCnid(number).sex : null),
    doc: '公民身份号码里的性别（男、女）；号码不对时未知',
  },
  周岁: { params: ['text', 'date'], returns: 'number', run: age, doc: '持证人在某日的周岁；号码不对时未知' },
  天数差: {
    params: ['date', 'date'],
    returns: 'number',
    run: (a: string, b: string) => (isRealDate(a) && isRealDate(b) ? daysBetween(a, b) : null),
    doc: '从前一日到后一日的自然日数；后一日更早时为负',
  },
}
