/** `npm run -s review -- FOLDER --scenario ID`: what the service would say about a folder of materials. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { createReader } from '../../models/index.ts'
import { addMaterials } from '../cases/add-materials.ts'
import { viewForm } from '../cases/form.ts'
import { openCase } from '../cases/open-case.ts'
import { reviewCase } from '../cases/review.ts'
import { viewCase } from '../cases/view-case.ts'
import type { UploadOutcome } from '../client.ts'
import { defaultConfig } from '../config.ts'
import { createService } from '../create-service.ts'
import { problemDocument, toServiceError } from '../errors/to-problem.ts'
import { isoDate } from '../http/schemas/applicant.ts'
import { progressOf } from '../jobs/progress.ts'
import type { Service } from '../service.ts'
import { type CaseFolder, openCaseFolder } from './case-folder.ts'
import { type Reviewed, reviewJson, reviewReport } from './review-report.ts'

const usage = `用法：npm run -s review -- 文件夹 --scenario 情形编号 [选项]
  文件夹            材料照片或 PDF；有 case.yaml 的按标注案例读取（不读 truth.yaml）
  --scenario 编号   如 S001；case.yaml 里有的可以不写
  --at 日期         受理日期，如 2026-01-31，缺省为今天
  --registry 文件   各共享数据源的回答（YAML），缺省用样例数据
  --down 数据源     让某个共享数据源连不上（可重复）
  --json            只在标准输出上打印 JSON`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    scenario: { type: 'string' },
    at: { type: 'string' },
    registry: { type: 'string' },
    down: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

async function main(): Promise<number> {
  const [folder] = positionals
  if (options.help || folder === undefined || positionals.length > 1) {
    console.error(usage)
    return options.help ? 0 : 1
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'firstpass-review-'))
  const config = { ...defaultConfig, dataDir, sandbox: true, down: options.down }
  const service = createService(config, { reader: createReader() })
  const stop = () => void service.close().finally(() => process.exit(130))
  process.once('SIGINT', stop)
  try {
    const reviewed = await review(service, folder, openCaseFolder(folder, options.registry))
    process.stdout.write(options.json ? `${JSON.stringify(reviewJson(reviewed), null, 2)}\n` : reviewReport(reviewed))
    return 0
  } finally {
    process.off('SIGINT', stop)
    await service.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function review(service: Service, folder: string, given: CaseFolder): Promise<Reviewed> {
  const scenario = options.scenario ?? given.scenario
  if (scenario === undefined) throw new Error('请用 --scenario 指定情形编号，如 S001')
  const at = (options.at === undefined ? undefined : day(options.at)) ?? given.at
  const { id } = await openCase(
    service,
    {
      scenario,
      answers: given.answers,
      ...(at === undefined ? {} : { at }),
      ...(given.applicant === undefined ? {} : { applicant: given.applicant }),
      ...(given.registry === undefined ? {} : { registry: given.registry }),
    },
    'review',
  )
  const uploads: UploadOutcome[] = []
  for (const { file, slot } of given.materials) {
    uploads.push(await upload(service, id, join(folder, file), slot ?? null))
  }
  await service.worker.start()
  await allRead(service, id)
  return {
    uploads,
    view: await viewCase(service, id),
    form: await viewForm(service, id),
    review: await reviewCase(service, id),
  }
}

function day(text: string): string {
  const { success, data } = isoDate.safeParse(text)
  if (!success) throw new Error(`--at ${text} 不是日期，写成 2026-01-31`)
  return data
}

async function upload(service: Service, id: string, path: string, slot: string | null): Promise<UploadOutcome> {
  const fileName = basename(path)
  try {
    const file = new File([readFileSync(path)], fileName)
    const [outcome] = await addMaterials(service, id, [file], slot, 'review')
    if (outcome) return outcome
    throw new Error(`${path} 没有结果`)
  } catch (error) {
    const known = toServiceError(error)
    if (known.code === 'internal') throw error
    return { fileName, outcome: 'refused', problem: problemDocument(known) }
  }
}

/** Resolves when every material is read or failed; shows pages read of pages on a terminal. */
async function allRead(service: Service, id: string): Promise<void> {
  const show = process.stderr.isTTY
  for (;;) {
    const moved = new Promise<void>((resolve) => {
      const off = service.progress.listen(id, () => {
        off()
        resolve()
      })
    })
    const progress = progressOf(await service.store.materials(id))
    const line = `正在读取 ${progress.pagesRead}/${progress.pages} 页 ${progress.current ?? ''}`
    if (show) process.stderr.write(`\r\x1b[K${progress.done ? '' : line}`)
    if (progress.done) return
    await moved
  }
}

main()
  .then((code) => {
    process.exitCode = code
  })
  .catch((error: unknown) => {
    const known = toServiceError(error)
    const { detail, fix } = problemDocument(known)
    const reason =
      known.code !== 'internal' ? `${detail}。${fix}` : error instanceof Error ? error.message : String(error)
    console.error(`没有完成：${reason}`)
    process.exitCode = 1
  })
