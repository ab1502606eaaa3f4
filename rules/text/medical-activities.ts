import type { Concept } from './statement.ts'

/**
 * 第三类医疗器械, III类医疗器械, 二、三类医疗器械 and 医疗器械经营（III类）. `numeral`: the class as an alternation. Making and
 * mending them is another business than dealing in them.
 */
function deviceClass(numeral: string): RegExp {
  const other = '第?(?:一|二|三|1|2|3|I{1,3})类?'
  const makes = '(?!(?:的)?(?:生产|制造|研发|租赁|维修|检测|检验|技术)(?![、,和及与]*(?:经营|销售|批发|零售)))'
  return new RegExp(
    `第?(?:${numeral})类?(?:[、,/和及与]*${other})*(?<=类)(?:的)?医疗器械${makes}` +
      `|医疗器械[^;。,、()]{0,8}\\(?[^;。()医]{0,10}(?:${numeral})类`,
    'gu',
  )
}

/** The same words in front of a business that is not dealing. */
const notDealing = (...heads: string[]) =>
  heads.flatMap((head) => ['生产', '制造', '研发', '租赁', '维修', '技术'].map((word) => `${head}${word}`))

/** Activities of device stores, pharmacies and clinics in a 经营范围; read by coversActivity. */
export const MEDICAL_ACTIVITIES: readonly Concept[] = [
  {
    name: '第二类医疗器械',
    alias: ['第二类医疗器械经营'],
    says: [],
    shape: deviceClass('二|2|(?<!I)II(?!I)'),
    not: [
      ...notDealing('第二类医疗器械', '二类医疗器械', 'II类医疗器械'),
      ...['第一类医疗器械', '一类医疗器械', '第三类医疗器械'],
    ],
    wider: [{ words: ['医疗器械'], answer: null }],
  },
  {
    name: '第三类医疗器械',
    alias: ['第三类医疗器械经营'],
    says: [],
    shape: deviceClass('三|3|III'),
    not: [
      ...notDealing('第三类医疗器械', '三类医疗器械', 'III类医疗器械'),
      ...['第一类医疗器械', '一类医疗器械', '第二类医疗器械', '二类医疗器械', 'II类医疗器械'],
    ],
    wider: [{ words: ['医疗器械'], answer: null }],
  },
  {
    name: '药品零售',
    alias: ['药品经营'],
    says: ['药品零售', '药品经营', '药品销售'],
    together: [
      ['零售', '销售'],
      ['药品', '中成药', '化学药制剂', '中药饮片'],
    ],
    not: ['非药品', '药品包装', '药品批发', '兽药', '农药'],
  },
  {
    name: '诊疗服务',
    alias: ['诊所', '医疗服务'],
    says: ['诊疗', '医疗服务', '诊所', '门诊'],
    not: ['诊疗设备', '远程诊疗软件', '医疗服务器', '宠物诊疗', '动物诊疗'],
    wider: [{ words: ['健康咨询服务(不含诊疗服务)'], answer: false }],
  },
]
