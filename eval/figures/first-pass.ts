import type { CaseResult, FirstPass } from '../score/case-result.ts'
import type { Figure, Item } from './figure.ts'

const one = ({ firstPass }: CaseResult, counts: (f: FirstPass) => boolean, hit: (f: FirstPass) => boolean): Item[] =>
  firstPass && counts(firstPass) ? [{ name: 'case', hit: hit(firstPass) }] : []

/** Nothing that counts is wrong with the case: a reviewer who knows the truth would accept it as it is. */
const acceptable = ({ without }: FirstPass) => without

export const firstPassRate: Figure = {
  id: 'firstPassRate',
  name: '一次申报通过率 first-pass rate（模拟）',
  meaning: '照预审提示改过以后，知道真相的审查员一次就收下的件 / 全部的件，材料改不了的也算在内（DESIGN §6）',
  better: 'higher',
  policy: 0.9,
  aim: 0.95,
  items: (result) =>
    one(
      result,
      () => true,
      (f) => f.with,
    ),
}

export const firstPassOfSubmitted: Figure = {
  id: 'firstPassOfSubmitted',
  name: '一次通过，只算递交的（模拟）',
  meaning: '同上 / 递交的件；被告知材料改不了、没有递交的不算',
  better: 'higher',
  policy: null,
  aim: null,
  items: (result) =>
    one(
      result,
      ({ withdrawn }) => !withdrawn,
      (f) => f.with,
    ),
}

export const firstPassWithout: Figure = {
  id: 'firstPassWithout',
  name: '不用预审时的一次通过率（模拟）',
  meaning: '原样递交就能收下的件 / 全部的件',
  better: 'higher',
  policy: null,
  aim: null,
  items: (result) =>
    one(
      result,
      () => true,
      (f) => f.without,
    ),
}

export const heldBack: Figure = {
  id: 'heldBack',
  name: '误拦率 acceptable cases held back',
  meaning: '本来没有问题、却被判不予受理或补正的件 / 本来没有问题的件',
  better: 'lower',
  policy: null,
  aim: 0.03,
  items: (result) => one(result, acceptable, (f) => f.heldBack),
}
