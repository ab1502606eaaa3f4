import type { CatalogueCount } from '../../rules/index.ts'
import type { ImportPlan } from './import-sheets.ts'

const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`)

/** The catalogue as a tree: category, matter, scenario; then what still wants a person's attention. */
export function catalogueTree({ perScenario, withoutBasis, untested, tableGaps, ...all }: CatalogueCount): string {
  const { points, executable, alone, lostWithout, writtenOnly, saidOnly, awaiting, neverApplying } = all
  const idle = neverApplying.expanded
  const share = ({ unique, expanded }: CatalogueCount['points']) =>
    `${unique} 条（${percent(unique, points.unique)}），展开 ${expanded} 条（${percent(expanded, points.expanded)}）`
  const lines = [
    `${all.categories} 类 · ${all.matters} 个事项 · ${all.scenarios} 个情形`,
    `审查要点 ${points.unique} 条（按情形展开 ${points.expanded} 条）；可自动执行 ${executable.unique} 条（展开 ${executable.expanded} 条，${percent(executable.expanded, points.expanded)}），其余由人判断`,
    `“可自动执行”指测试判下来通过、不通过都到过。测试写的是事实和文字（expect: 是预期），不是图片：${share(writtenOnly)}的通过或不通过只在材料上的字写进测试时到过，其余只凭数据源和表单；预期写了、判下来没有到的 ${saidOnly.length} 条`,
    `展开的里面，${awaiting.length} 条缺参数、不算可自动执行（列在后面）；算进去的有 ${idle} 条在该情形查明没有这项要求、总是不适用，不算它们是 ${executable.expanded - idle}/${points.expanded - idle}（${percent(executable.expanded - idle, points.expanded - idle)}）`,
    `不接外部数据源可自动执行 ${share(alone.withoutSources)}；图纸也不看 ${share(alone.withoutSourcesAndDrawings)}`,
  ]
  let [category, matter] = ['', '']
  for (const one of perScenario) {
    if (one.category !== category) lines.push('', one.category)
    if (one.category !== category || one.matter !== matter) lines.push(`└ ${one.matter}`)
    category = one.category
    matter = one.matter
    lines.push(
      `  └ ${one.id} ${one.name}：要点 ${one.points} 条，可执行 ${one.executable} 条（${percent(one.executable, one.points)}）；必填 ${one.requiredFields} 项，有预填来源 ${one.prefillable} 项`,
    )
  }
  return [
    ...lines,
    '',
    ...section(
      `依据待核的要点 ${withoutBasis.length} 条（照样审查，由人确认依据）`,
      withoutBasis.map(({ id, scenarios }) => `${id}（${scenarios.join('、')}）`),
    ),
    ...section(
      `缺参数的要点 ${awaiting.length} 条（测试里通过、不通过都到过，本情形没有这个参数的值；照样列出，转人工）`,
      awaiting.map(
        ({ scenario, point, parameters, dept }) =>
          `${scenario} ${point} 缺参数：${parameters.join('、')}，由主管部门（${dept}）填写`,
      ),
    ),
    ...section(
      '不接某个数据源，少判的要点（没有列出的不少）',
      lostWithout.map(({ source, unique, expanded }) => `${source}：${unique} 条，展开 ${expanded} 条`),
    ),
    ...section(`没有测到通过和不通过的自动要点 ${untested.length} 条`, untested),
    ...section(`决策表的缺口 ${tableGaps.length} 处（不需要的不用管；重叠的行启动时就拒绝）`, tableGaps),
  ].join('\n')
}

function section(title: string, items: readonly string[]): string[] {
  return [title, ...items.map((item) => `  ${item}`)]
}

/** What an import would change, or why it cannot: one line per cell. */
export function importReport({ changes, faults, broken, gaps }: ImportPlan): string {
  if (faults.length + broken.length > 0) {
    return [
      `有 ${faults.length + broken.length} 处不对，什么也没有写：`,
      ...faults.map(
        ({ sheet, row, column, message, fix }) =>
          `  ${sheet} 第 ${row} 行${column === '' ? '' : ` ${column} 列`}：${message}。${fix}`,
      ),
      ...broken.map((line) => `  ${line}`),
    ].join('\n')
  }
  if (changes.length === 0) return '没有改动'
  return [
    `共 ${changes.length} 处改动：`,
    ...changes.flatMap(({ file, key, before, after }) => [
      `  ${file}  ${key}`,
      `    - ${shown(before)}`,
      `    + ${shown(after)}`,
    ]),
    ...(gaps.length > 0 ? section('这样改了以后，决策表多出的缺口（不需要的不用管）：', gaps) : []),
  ].join('\n')
}

const shown = (text: string) => (text === '' ? '（空）' : text.replaceAll('\n', '\n      '))
