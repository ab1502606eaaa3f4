import type { Concept } from './statement.ts'

/** Rules an employer of others' staff must have (劳务派遣, 人力资源服务). */
export const LABOUR_SYSTEMS: readonly Concept[] = [
  { name: '劳动合同', alias: ['劳动合同制度'], says: ['劳动合同', '用工合同'], noisy: ['劳动合同'] },
  {
    name: '劳动报酬',
    alias: ['劳动报酬制度'],
    says: ['劳动报酬', '工资', '薪酬', '薪资'],
    wider: [{ words: ['绩效', '福利'], answer: null }],
  },
  { name: '社会保险', alias: ['社会保险制度'], says: ['社会保险', '社保', '五险一金'], noisy: ['社会保险'] },
  {
    name: '工作时间',
    alias: ['工作时间制度'],
    says: ['工作时间', '工时', '考勤'],
    wider: [{ words: ['作息'], answer: null }],
  },
  { name: '休息休假', alias: ['休息休假制度'], says: ['休息休假', '休假', '假期', '请休假', '年休假', '请假'] },
  {
    name: '劳动纪律',
    alias: ['劳动纪律制度'],
    says: ['劳动纪律', '工作纪律', '奖惩', '员工守则', '员工手册'],
    wider: [{ words: ['纪律', '行为规范'], answer: null }],
  },
  { name: '服务规范', alias: ['服务流程'], says: ['服务规范', '服务流程', '服务标准', '业务流程'] },
  { name: '收费管理', alias: ['收费公示'], says: ['收费', '服务收费'] },
  { name: '求职信息保护', alias: ['信息安全'], says: ['信息安全', '信息保护', '信息管理', '个人信息', '保密'] },
]
