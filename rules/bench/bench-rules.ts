import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { loadCatalogue } from '../catalogue/load.ts'
import { loadPointCases } from '../catalogue/load-point-cases.ts'
import { pointCaseContext, scenarioOf } from '../catalogue/point-case.ts'
import { reviewPoint } from '../review/review-points.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Passes over all cases that are made ready together. */
const AT_ONCE = 8

/** Prints how long the catalogue takes to load and how many verdicts a second one core gives, trace included. */
function main(): void {
  // Time of this process on the processor, so that a busy machine does not count against the rules.
  const ms = (work: () => unknown): number => {
    const from = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1_000
  }
  const fresh = ms(() => loadCatalogue({ fresh: true }))
  const again = ms(() => loadCatalogue())
  const catalogue = loadCatalogue()
  const { scenarios } = catalogue
  const use = ms(() => [...scenarios.values()].map(({ points }) => points.length))
  console.log(`catalogue ${catalogue.version}: ${scenarios.size} scenarios`)
  console.log(`load, full check: ${fresh.toFixed(0)} ms; what passed before: ${again.toFixed(0)} ms`)
  console.log(`parse the rules of every scenario (on first use): ${use.toFixed(0)} ms`)

  // Each pass judges cases of its own: nothing that was worked out for one case helps the next.
  const cases = loadPointCases()
  const ready = () =>
    cases.flatMap((one) => {
      const scenario = scenarioOf(one, catalogue)
      const rule = scenario?.points.find(({ point }) => point.id === one.point)
      if (!scenario || !rule) return []
      const { knowledge, context } = pointCaseContext(one, scenario, catalogue.policy)
      const known = knowledge(rule.point.severity)
      return [() => reviewPoint(rule, context, known)]
    })
  const passes = (count: number): number => {
    const verdicts = Array.from({ length: count }, ready).flat()
    // What making the cases left behind is not for the rules to clear away.
    collectGarbage()
    return ms(() => {
      for (const verdict of verdicts) verdict()
    })
  }
  const cold = passes(1)
  passes(AT_ONCE)
  let [count, spent] = [0, 0]
  while (spent < 5_000) {
    spent += passes(AT_ONCE)
    count += AT_ONCE * cases.length
  }
  const perSecond = (n: number, time: number) => Math.round((n / time) * 1_000)
  console.log(`first verdict on each of ${cases.length} cases (leaves compile): ${perSecond(cases.length, cold)}/s`)
  console.log(`verdicts with trace: ${perSecond(count, spent)}/s (n = ${count}, one core)`)
}

main()
