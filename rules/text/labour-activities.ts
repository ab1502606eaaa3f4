import type { Concept } from './statement.ts'

/** 经营范围 of 劳务派遣 and 职业中介: words beside them that need no licence of the kind are told apart. */
export const LABOUR_ACTIVITIES: readonly Concept[] = [
  {
    name: '劳务派遣',
    alias: ['劳务派遣服务', '劳务派遣经营'],
    says: ['劳务派遣'],
    not: ['劳务派遣咨询', '劳务派遣信息咨询', '对外劳务派遣', '境外劳务派遣'],
    limits: [{ words: ['限分支机构', '限分公司'], answer: null }],
    noisy: ['劳务派遣'],
  },
  {
    name: '职业中介',
    alias: ['职业中介活动'],
    says: ['职业中介', '人才中介', '职业介绍', '人才职业介绍'],
    not: ['职业中介咨询', '职业介绍咨询'],
    wider: [{ words: ['人力资源服务', '人才服务'], answer: null }],
    noisy: ['职业中介'],
  },
]
