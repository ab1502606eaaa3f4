import { regularDeviceEntry } from '../text/device-scope.ts'
import { againstOwnWish } from '../text/leaving-work.ts'
import { mentions } from '../text/mentions.ts'
import { childbirthKind, pregnancyWeeks } from '../text/pregnancy.ts'
import { practisesIn, relatedMajor } from '../text/professions.ts'
import type { DocumentedFunctions } from './documented.ts'

/** A letter and nine digits, as 出生医学证明 carries it; no check digit is published. */
const BIRTH_NUMBER = /^[A-Z]\d{9}$/u

/** Rule functions on devices, professions, medical records and ends of employment. */
export const healthAndWorkFunctions: DocumentedFunctions = {
  器械条目规范: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: regularDeviceEntry,
    doc: '医疗器械经营范围的一条写明目录版本（2002、2017），代码在该版目录里，没有写成别的管理类别；没有代码时未知',
  },
  专业相关: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: relatedMajor,
    doc: '所学专业（职称）与某行业（医疗器械、护理）相关；明显无关为假，看不出为未知',
  },
  可执业科目: {
    params: ['text', 'text', 'text'],
    returns: 'boolean',
    run: practisesIn,
    doc: '某执业类别、执业范围的医师可以负责某诊疗科目；类别和范围说不清时未知',
  },
  非本人意愿离职: {
    params: ['text'],
    returns: 'boolean',
    run: againstOwnWish,
    doc: '离职原因不是本人意愿（期满终止、被解除、单位过错…）为真，本人辞职为假，说不清为未知',
  },
  孕周: {
    params: ['text'],
    returns: 'number',
    run: pregnancyWeeks,
    doc: '病历里写的孕周（停经天数折成周）；没写时未知',
  },
  生育类型: {
    params: ['text'],
    returns: 'text',
    run: childbirthKind,
    doc: '出院诊断写的生育类型：流产、计划生育手术、多胞胎、多胞胎（难产）、难产、顺产；没写时未知',
  },
  提到: {
    params: ['text', 'text'],
    returns: 'boolean',
    run: mentions,
    doc: '一段文字提到某事（追溯、佐证、污水、流产手术…），认同义写法和否定；空白时未知',
  },
  出生证编号有效: {
    params: ['text'],
    returns: 'boolean',
    run: (number: string) => BIRTH_NUMBER.test(number.normalize('NFKC').trim().toUpperCase()),
    doc: '出生医学证明编号为一个字母加九位数字',
  },
}
