import type { Figure } from './figure.ts'

export const prefillRatio: Figure = {
  id: 'prefillRatio',
  name: '预填比例 prefill ratio',
  meaning: '预先填对的字段 / 申请人本来要填的字段（标注有值；签名除外）',
  better: 'higher',
  policy: 0.7,
  aim: 0.9,
  items: ({ score }) =>
    score.fields.filter(({ wanted }) => wanted).map(({ key, right }) => ({ name: key, hit: right })),
}

export const wrongPrefill: Figure = {
  id: 'wrongPrefill',
  name: '误填率 wrong-prefill rate',
  meaning: '预先填错的字段 / 预先填了的字段',
  better: 'lower',
  policy: null,
  aim: 0.005,
  items: ({ score }) =>
    score.fields.filter(({ filled }) => filled).map(({ key, right }) => ({ name: key, hit: !right })),
}
