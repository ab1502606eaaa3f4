import { foldText } from '../../facts/values/text.ts'

/** Stems of majors that go with a field of work, and majors that plainly do not. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  医疗器械: [
    ...['医', '药', '护理', '康复', '检验', '生物', '化学', '化工', '机械', '机电', '电子', '自动化', '仪器', '影像'],
    ...['口腔', '公共卫生', '管理'],
  ],
  护理: ['护理', '助产', '护士'],
}
/** Medical majors that a school names beside the field, never for it. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  护理: [
    '药学',
    '药剂',
    '中药',
    '检验',
    '影像',
    '放射',
    '康复',
    '口腔',
    '临床医学',
    '预防医学',
    '公共卫生',
    '中医',
    '针灸',
    '推拿',
  ],
}
const ELSEWHERE = [
  ...['会计', '财务', '金融', '法学', '法律', '文学', '新闻', '美术', '艺术', '音乐', '舞蹈', '体育', '烹饪', '旅游'],
  ...['外语', '英语', '日语', '历史', '哲学', '土木', '建筑', '园林', '服装', '学前教育', '汉语言', '广告'],
]

/** Whether a major (or title) belongs to a field (医疗器械, 护理); null when the name does not settle it. */
export function relatedMajor(major: string, field: string): boolean | null {
  const text = foldText(major)
  if (text === '') return null
  if ((FIELDS[field] ?? [field]).some((stem) => text.includes(stem))) return true
  return [...ELSEWHERE, ...(BESIDE[field] ?? [])].some((word) => text.includes(word)) ? false : null
}

const DENTAL = ['口腔', '牙']
const CHINESE = ['中医', '针灸', '推拿', '骨伤', '中西医']

/**
 * Whether a doctor of a class (临床, 口腔, 中医, 公共卫生) with a registered scope may head a department;
 * null when class and scope do not settle it.
 */
export function practisesIn(kind: string, scope: string, department: string): boolean | null {
  const [wanted, registered] = [foldText(department), foldText(scope)]
  if (registered !== '' && registered.includes(wanted.replace(/(?:医疗)?(?:专业|科)$/u, ''))) return true
  const of = (words: readonly string[]) => words.some((word) => wanted.includes(word))
  if (kind === '口腔') return of(DENTAL)
  if (kind === '中医') return of(CHINESE) ? true : of(DENTAL) ? false : null
  if (kind === '公共卫生') return false
  if (of(DENTAL) || of(CHINESE)) return false
  // A general practitioner sees what general departments see; another specialist is a person's question.
  return /全科|内科/u.test(registered) && /全科|内科|预防保健/u.test(wanted) ? true : null
}
