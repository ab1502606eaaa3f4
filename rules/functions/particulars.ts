import { readCnid } from '../../facts/values/cnid.ts'
import { readPhone } from '../../facts/values/phone.ts'
import type { DocumentedFunctions } from './documented.ts'

/** Passports, 通行证 and 居住证 numbers as people write them beside a name. */
const OTHER_PAPER = /^[A-Z]{1,3}\d{6,12}$/u

/** Runs of letters, digits and hyphens in a line that holds a name, a number and a telephone. */
const runs = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .match(/[A-Z0-9-]+/gu) ?? []

const holdsId = (text: string) =>
  runs(text).some((run) => OTHER_PAPER.test(run) || (run.length === 18 && readCnid(run).valid))
const holdsPhone = (text: string) => runs(text).some((run) => readPhone(run).valid)
const holdsName = (text: string) => /[\p{Script=Han}·]{2,}|[A-Za-z]{2,}\s+[A-Za-z]{2,}/u.test(text.normalize('NFKC'))

/** Rule functions on one line in which somebody wrote several particulars. */
export const particularFunctions: DocumentedFunctions = {
  写有姓名: {
    params: ['text'],
    returns: 'boolean',
    run: holdsName,
    doc: '一栏里写了姓名（两个以上汉字，或外文名和姓）',
  },
  写有证件号码: {
    params: ['text'],
    returns: 'boolean',
    run: holdsId,
    doc: '一栏里写了对得上校验位的公民身份号码，或护照、通行证号码',
  },
  写有编号: {
    params: ['text'],
    returns: 'boolean',
    run: (text: string) => /\d|[〇零一二三四五六七八九十]{2,}/u.test(text.normalize('NFKC')),
    doc: '一栏里写了带数字的文号或编号；“见附件”“详见照片”为假',
  },
  写有电话: { params: ['text'], returns: 'boolean', run: holdsPhone, doc: '一栏里写了手机号或固定电话' },
}
