import { parseArgs } from 'node:util'
import {
  type CatalogueCount,
  CatalogueError,
  countCatalogue,
  loadCatalogue,
  loadTestedPoints,
} from '../../rules/index.ts'

const usage = `用法：npm run -s catalogue -- [选项]
目录里有什么，多少要点可以自动执行（有通过和不通过的测试）。
  --json            只在标准输出上打印 JSON`

const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)}%`)

/** The catalogue as a tree: category, matter, scenario. */
function tree({ perScenario, ...all }: CatalogueCount): string {
  const { points, executable } = all
  const lines = [
    `${all.categories} 类 · ${all.matters} 个事项 · ${all.scenarios} 个情形`,
    `审查要点 ${points.unique} 条（按情形展开 ${points.expanded} 条）；可自动执行 ${executable.unique} 条（展开 ${executable.expanded} 条，${percent(executable.expanded, points.expanded)}），其余由人判断`,
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
  return lines.join('\n')
}

function main(): number {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    console.log(usage)
    return 0
  }
  const counted = countCatalogue(loadCatalogue(), loadTestedPoints())
  console.log(values.json ? JSON.stringify(counted, null, 2) : tree(counted))
  return 0
}

try {
  process.exitCode = main()
} catch (error) {
  if (!(error instanceof CatalogueError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS'))) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}
