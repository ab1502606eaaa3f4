import { parseArgs } from 'node:util'
import { findSurvivors, loadCatalogue, loadPointCases } from '../../rules/index.ts'

const usage = `用法：npm run -s mutate -- [--point 要点编号] [--json]
在每条自动要点的表达式里故意写错一处（去掉一句、改运算符、挪动界限），看它的测试发现不发现。`

const { values } = parseArgs({
  options: { point: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) console.log(usage)
else {
  const cases = loadPointCases().filter(({ point }) => values.point === undefined || point === values.point)
  const { mutants, survivors } = findSurvivors(loadCatalogue(), cases)
  const killed = mutants - survivors.length
  if (values.json) console.log(JSON.stringify({ mutants, killed, survivors }, null, 2))
  else {
    for (const { point, scenario, part, what } of survivors) console.log(`${point}（${scenario}，${part}）${what}`)
    console.log(`写错 ${mutants} 处，测试发现 ${killed} 处（${((100 * killed) / Math.max(1, mutants)).toFixed(1)}%）`)
  }
}
