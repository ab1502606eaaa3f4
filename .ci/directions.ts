import { execFileSync } from 'node:child_process'

/** Runs dependency-cruiser and fails also when it saw no modules (a misconfigured run would be green). */
const folders = ['facts', 'models', 'rules', 'api', 'web', 'datasets', 'eval']
const out = execFileSync(
  'node_modules/.bin/depcruise',
  [...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { maxBuffer: 256 * 1024 * 1024, encoding: 'utf8' },
)
const { summary } = JSON.parse(out) as {
  summary: {
    totalCruised: number
    violations: { rule: { name: string; severity: string }; from: string; to: string }[]
  }
}
const errors = summary.violations.filter((v) => v.rule.severity === 'error')
for (const v of errors) console.error(`${v.rule.name}: ${v.from} → ${v.to}`)
if (summary.totalCruised < 50) console.error(`only ${summary.totalCruised} modules seen: the direction check is blind`)
if (errors.length > 0 || summary.totalCruised < 50) process.exit(1)
console.log(`directions: ${summary.totalCruised} modules, no violation`)
