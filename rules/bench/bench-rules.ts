import { loadCatalogue } from '../catalogue/load.ts'
import { loadPointCases } from '../catalogue/load-tested-points.ts'
import { pointCaseContext, scenarioOf } from '../catalogue/point-case.ts'
import { reviewPoint } from '../review/review-points.ts'

/** Prints how long the catalogue takes to load and how many verdicts a second one core gives, trace included. */
function main(): void {
  const ms = (work: () => unknown): number => {
    const from = performance.now()
    work()
    return performance.now() - from
  }
  const fresh = ms(() => loadCatalogue({ fresh: true }))
  const again = ms(() => loadCatalogue())
  const catalogue = loadCatalogue()
  const { scenarios } = catalogue
  const use = ms(() => [...scenarios.values()].map(({ points }) => points.length))
  console.log(`catalogue ${catalogue.version}: ${scenarios.size} scenarios`)
  console.log(`load, full check: ${fresh.toFixed(0)} ms; what passed before: ${again.toFixed(0)} ms`)
  console.log(`parse the rules of every scenario (on first use): ${use.toFixed(0)} ms`)

  const verdicts = loadPointCases().flatMap((one) => {
    const scenario = scenarioOf(one, catalogue)
    const rule = scenario?.points.find(({ point }) => point.id === one.point)
    if (!scenario || !rule) return []
    const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
    const known = knowledge(rule.point.severity)
    return [() => reviewPoint(rule, context, known)]
  })
  const pass = () => {
    for (const verdict of verdicts) verdict()
  }
  const cold = ms(pass)
  for (let i = 0; i < 5; i++) pass()
  let [count, spent] = [0, 0]
  while (spent < 5_000) {
    spent += ms(pass)
    count += verdicts.length
  }
  const perSecond = (n: number, time: number) => Math.round((n / time) * 1_000)
  console.log(
    `first verdict on each of ${verdicts.length} cases (leaves compile): ${perSecond(verdicts.length, cold)}/s`,
  )
  console.log(`verdicts with trace: ${perSecond(count, spent)}/s (n = ${count}, one core)`)
}

main()
