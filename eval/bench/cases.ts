/** `npm run -s bench:cases -- FOLDER… [--down] [--json]`: drawn cases through the service, scored against their truth. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import type { CaseView, FormView, ReviewView } from '../../api/client.ts'
import { createApp, createReader, createService, defaultConfig, modelFiles } from '../../api/index.ts'
import { caseSchema, registrySchema, truthSchema } from '../../datasets/case-format.ts'
import { type CaseScore, scoreCase } from './case-score.ts'
import { identify, identityLine } from './identity.ts'
import { proportion } from './interval.ts'
import { runToEnd } from './run-to-end.ts'

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: { down: { type: 'boolean' }, json: { type: 'boolean' } },
})

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'))

/** Folders that hold a case.yaml, at most two levels below the ones named. */
function caseFolders(folder: string): string[] {
  if (existsSync(join(folder, 'case.yaml'))) return [folder]
  const below = existsSync(join(folder, 'cases')) ? join(folder, 'cases') : folder
  return readdirSync(below)
    .map((name) => join(below, name))
    .filter((path) => existsSync(join(path, 'case.yaml')))
    .sort()
}

/** The reader with its answers kept by content, so that a case judged twice is read once. */
function rememberingReader(): ReturnType<typeof createReader> {
  const reader = createReader({})
  const known = new Map<string, Awaited<ReturnType<typeof reader.read>>>()
  return {
    ...reader,
    async read(input, options) {
      const bytes = 'bytes' in input ? input.bytes : readFileSync(input.path)
      const key = createHash('sha256').update(bytes).digest('hex')
      const before = known.get(key)
      if (before) return { ...before, file: input.fileName }
      const reading = await reader.read(input, options)
      known.set(key, reading)
      return reading
    },
  }
}

const data = mkdtempSync(join(tmpdir(), 'firstpass-cases-'))
const service = createService({ ...defaultConfig, dataDir: data, sandbox: true }, { reader: rememberingReader() })
const app = createApp(service)

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await app.request(path, init)
  if (!response.ok) throw new Error(`${init?.method ?? 'GET'} ${path} → ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

async function runCase(folder: string, down: boolean): Promise<CaseScore> {
  const { scenario, at, applicant, answers, materials } = caseSchema.parse(yaml(join(folder, 'case.yaml')))
  const records = registrySchema.parse(yaml(join(folder, 'registry.yaml')))
  const registry = down ? Object.fromEntries(Object.keys(records).map((source) => [source, 'unavailable'])) : records
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ scenario, at, applicant, answers, registry })
  const { id } = await ask<CaseView>('/api/cases', { method: 'POST', headers: json, body })
  for (const { file, slot } of materials) {
    const form = new FormData()
    form.append('files', new File([readFileSync(join(folder, file))], basename(file)))
    if (slot) form.append('slot', slot)
    await ask(`/api/cases/${id}/materials`, { method: 'POST', body: form })
  }
  while (!(await ask<CaseView>(`/api/cases/${id}`)).progress.done) await new Promise((done) => setTimeout(done, 300))
  const { fields } = await ask<FormView>(`/api/cases/${id}/form`)
  const { findings } = await ask<ReviewView>(`/api/cases/${id}/review`)
  return scoreCase(findings, fields, truthSchema.parse(yaml(join(folder, 'truth.yaml'))))
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

function told(name: string, s: CaseScore): string {
  const lines = [
    `■ ${name}　缺陷 ${s.found}/${s.defects}　误报不符 ${s.falseFails.length}　误放 ${s.falsePasses.length}　存疑 ${s.unsure.length}`,
    `  预填正确 ${s.prefilledRight}/${s.fields}（${percent(s.prefilledRight, s.fields)}）　误填 ${s.prefilled - s.prefilledRight}/${s.prefilled}${s.wrongFields.length > 0 ? `：${s.wrongFields.join('、')}` : ''}`,
  ]
  if (s.missed.length > 0) lines.push(`  漏掉：${s.missed.join('、')}`)
  if (s.unsure.length > 0) lines.push(`  存疑：${s.unsure.join('、')}`)
  const others = s.differences.filter(({ verdict }) => verdict !== 'unsure')
  if (others.length > 0)
    lines.push(`  与标注不同：${others.map((d) => `${d.point} ${d.truth}→${d.verdict}`).join('、')}`)
  return lines.join('\n')
}

async function main(): Promise<number> {
  const folders = positionals.flatMap(caseFolders)
  if (folders.length === 0)
    throw new Error('用法：npm run -s bench:cases -- 文件夹… [--down] [--json]；文件夹里要有 case.yaml')
  const identity = identify(modelFiles(), folders)
  if (!args.json) console.log(identityLine(identity, `${folders.length} 件`))
  const scores: { case: string; sources: 'up' | 'down'; score: CaseScore }[] = []
  for (const folder of folders) {
    for (const sources of args.down ? (['up', 'down'] as const) : (['up'] as const)) {
      const score = await runCase(folder, sources === 'down')
      scores.push({ case: basename(folder), sources, score })
      if (!args.json) console.log(told(`${basename(folder)}${sources === 'down' ? '（共享数据全断）' : ''}`, score))
    }
  }
  if (args.json) console.log(JSON.stringify({ identity, scores }))
  else
    for (const sources of ['up', 'down'] as const) {
      const of = scores.filter((s) => s.sources === sources).map((s) => s.score)
      const sum = (pick: (s: CaseScore) => number) => of.reduce((total, s) => total + pick(s), 0)
      if (of.length === 0) continue
      const share = (right: (s: CaseScore) => number, n: (s: CaseScore) => number) =>
        proportion({ right: sum(right), n: sum(n) })
      const found = share(
        (s) => s.found,
        (s) => s.defects,
      )
      const prefilled = share(
        (s) => s.prefilledRight,
        (s) => s.fields,
      )
      console.log(
        `合成案例 ${of.length} 件${sources === 'down' ? '（共享数据全断）' : ''}：缺陷 ${found}，误报不符 ${sum((s) => s.falseFails.length)}，误放 ${sum((s) => s.falsePasses.length)}，预填正确 ${prefilled}（方括号内是 95% Wilson 区间）`,
      )
    }
  return 0
}

service.worker.start()
await runToEnd(async () => {
  try {
    return await main()
  } finally {
    await service.close()
    rmSync(data, { recursive: true, force: true })
  }
})
