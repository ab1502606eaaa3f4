import { parseArgs } from 'node:util'
import { loadCatalogue } from '../catalogue/load.ts'
import { measureMisreads } from './measure-misreads.ts'
import { automaticPoints, measureSoundness } from './measure-soundness.ts'

/** npm run soundness [-- --verdicts N --seed N]: exits 1 when a definite verdict was wrong. */
function main(): void {
  const { values } = parseArgs({
    options: { verdicts: { type: 'string', default: '100000' }, seed: { type: 'string', default: '20260601' } },
  })
  const catalogue = loadCatalogue()
  const runs = Math.ceil(Number(values.verdicts) / automaticPoints(catalogue).length)
  const found = measureSoundness(catalogue, runs, Number(values.seed))
  const share = (n: number) => `${((100 * n) / found.verdicts).toFixed(2)} %`
  console.log(`catalogue ${catalogue.version}: ${found.points} automatic points, ${runs} random cases each`)
  console.log(`verdicts with something hidden: ${found.verdicts}; wrong definite verdicts: ${found.wrong.length}`)
  console.log(`unsure: ${found.unsure} (${share(found.unsure)})`)
  const needless = found.unnecessary.length
  const ofUnsure = ((100 * needless) / Math.max(1, found.unsure)).toFixed(2)
  console.log(`unsure without need: ${needless} (${share(needless)} of all verdicts, ${ofUnsure} % of the unsure ones)`)
  const worst = new Map<string, number>()
  for (const { point } of found.unnecessary) worst.set(point, (worst.get(point) ?? 0) + 1)
  const most = [...worst].sort((a, b) => b[1] - a[1]).slice(0, 10)
  console.log(`most often: ${most.map(([point, n]) => `${point} ${n}`).join(', ')}`)
  for (const { point, scenario, said, truly } of found.wrong.slice(0, 20)) {
    console.log(`WRONG ${point} (${scenario}): ${said} instead of ${truly}`)
  }
  const slips = measureMisreads(catalogue, Math.ceil(runs / 10), Number(values.seed))
  console.log(
    `with one character of a name or address misread: ${slips.verdicts}; wrong definite verdicts: ${slips.wrong.length}`,
  )
  for (const { point, path, read, said, truly } of slips.wrong.slice(0, 10)) {
    console.log(`MISREAD ${point}: ${said} instead of ${truly}, ${path} read as ${read}`)
  }
  if (found.wrong.length > 0) process.exitCode = 1
}

main()
