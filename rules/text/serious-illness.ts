import { readStatement } from './read-statement.ts'
import type { Concept, Statement } from './statement.ts'

/** Illnesses treated out of hospital as 门诊大病 in this city, in the words that doctors write; the official list is 待核. */
const SERIOUS: Concept = {
  name: '门诊大病',
  says: [
    ...['恶性肿瘤', '癌', '白血病', '淋巴瘤', '骨髓瘤', '肉瘤', '黑色素瘤', '化疗', '化学治疗', '放疗', '放射治疗'],
    ...['内分泌治疗', '靶向治疗', '同位素治疗', '介入抗肿瘤'],
    ...['尿毒症', '血透', '血液透析', '腹透', '腹膜透析', '肾透析', '终末期肾病', '慢性肾脏病5期', '慢性肾功能衰竭'],
    ...['肾移植', '肝移植', '心脏移植', '肺移植', '骨髓移植', '移植术后', '抗排异', '抗排斥'],
    ...['血友病', '再生障碍性贫血'],
    ...['精神分裂症', '抑郁症', '躁狂', '双相障碍', '双相情感障碍', '强迫症', '偏执性精神', '精神障碍', '精神病'],
  ],
  not: ['癌前病变', '防癌', '癌胚抗原', '癌筛查', '抗癌协会'],
  // 待排, 疑似: the doctor has not said so yet. 未见 may deny the illness or only its return (肺癌术后未见复发).
  limits: [{ words: ['待排', '待查', '疑似', '可疑', '考虑', '可能', '?', '未见', '未发现', '否认'], answer: null }],
}

/** Whether a diagnosis names an illness of the 门诊大病 kind; not sure where it is only suspected. */
export function isSeriousIllness(diagnosis: string): Statement {
  return readStatement(diagnosis, SERIOUS)
}
