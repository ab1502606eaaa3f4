/** Unit as written → the unit it is a part or a multiple of, and how many of those it is. */
const UNITS: Readonly<Record<string, readonly [base: string, factor: number]>> = {
  ...same('平方米', '平方米', '平米', '平方'),
  ...same('人', '人', '名', '位'),
  ...same('日', '日', '天'),
  ...same('工作日', '工作日', '个工作日'),
  ...same('岁', '岁', '周岁'),
  ...same('月', '月', '个月'),
  ...same('千克', '千克', '公斤', 'kg'),
  ...same('米', '米', 'm'),
  ...same('立方米', '立方米', '立方'),
  ...same('升', '升', 'L'),
  元: ['元', 1],
  角: ['元', 0.1],
  年: ['月', 12],
  分钟: ['分钟', 1],
  小时: ['分钟', 60],
  厘米: ['米', 0.01],
  毫米: ['米', 0.001],
  公里: ['米', 1000],
  千米: ['米', 1000],
  克: ['千克', 0.001],
  吨: ['千克', 1000],
  毫升: ['升', 0.001],
  ...Object.fromEntries(
    [...'亩周晚分度台辆件份次户间张座床个项级星层套只艘架所家处条%客'].map((one) => [one, [one, 1]]),
  ),
}

const TIMES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
}

function same(base: string, ...names: string[]): Record<string, readonly [string, number]> {
  return Object.fromEntries(names.map((name) => [name, [base, 1]]))
}

const longestFirst = (names: string[]) => names.sort((a, b) => b.length - a.length).join('|')

/** A unit as it is written after a number: 元, 万元, 万, 小时. */
export const UNIT_PATTERN = `(?:${longestFirst(Object.keys(TIMES))})?(?:${longestFirst(Object.keys(UNITS))})?`

/** What one of a written unit is: 万元 → 10000 元, 小时 → 60 分钟. */
export function unitOf(written: string): { base: string; factor: number } {
  const whole = UNITS[written]
  if (whole) return { base: whole[0], factor: whole[1] }
  const times = Object.keys(TIMES)
    .sort((a, b) => b.length - a.length)
    .find((one) => written.startsWith(one))
  const [base, factor] = UNITS[written.slice(times?.length ?? 0)] ?? ['', 1]
  return { base, factor: factor * (times === undefined ? 1 : (TIMES[times] ?? 1)) }
}

/** Units that people may write, for a hint. */
export const UNIT_HINT = '元、万元、平方米、人、日、个月、年、岁、小时、米、公里、千克、吨、台、级、% 等'
