/** `npm run eval -- --dataset NAME|DIR …`: the service over labelled cases, scored; README.md says how to read it. */
import { parseArgs } from 'node:util'
import { runToEnd } from './bench/run-to-end.ts'
import { datasetFolder } from './dataset/find-cases.ts'
import { loadDataset } from './dataset/load-dataset.ts'
import { serviceInProcess } from './drive/in-process.ts'
import { perfectReader, standIn } from './drive/perfect-reader.ts'
import { runCase } from './drive/run-case.ts'
import { submissionOf } from './drive/submission.ts'
import { agrees, tellCase } from './report/tell-case.ts'
import { scoreCase } from './score/score-case.ts'

const { values: args } = parseArgs({
  options: {
    dataset: { type: 'string' },
    scenario: { type: 'string' },
    'perfect-reading': { type: 'boolean' },
  },
})

async function main(): Promise<number> {
  if (args.dataset === undefined)
    throw new Error('用法：npm run -s eval -- --dataset 名称|文件夹 --perfect-reading [--scenario S001,S002]')
  if (!args['perfect-reading']) throw new Error('目前只有 --perfect-reading')
  const { cases, problems } = loadDataset(datasetFolder(args.dataset))
  for (const { path, message } of problems) console.log(`! ${path}：${message}`)
  const scenarios = args.scenario?.split(',')
  const chosen = cases.filter(({ seen }) => scenarios?.includes(seen.scenario) ?? true)
  const service = serviceInProcess(perfectReader())
  const started = performance.now()
  const scores = []
  try {
    for (const one of chosen) {
      try {
        const observed = await runCase(service.client, submissionOf(one), {
          bytesOf: standIn,
          readingTimeoutMs: 60_000,
        })
        const score = scoreCase(observed, one.truth)
        scores.push(score)
        console.log(tellCase(one, observed, score))
      } catch (error) {
        console.log(`■ ${one.id} 没有判成：${error instanceof Error ? error.message : error}`)
      }
    }
  } finally {
    await service.close()
  }
  const points = scores.flatMap((score) => score.points)
  const fields = scores.flatMap((score) => score.fields)
  const defects = scores.flatMap((score) => score.defects)
  console.log(
    `\n${scores.length} 件，${((performance.now() - started) / 1000).toFixed(1)} 秒：要点与标注不同 ${points.filter((one) => !agrees(one)).length}/${points.length}` +
      `（误放 ${points.filter((one) => one.truth === 'fail' && one.verdict === 'pass').length}，误报 ${points.filter((one) => one.truth !== 'fail' && one.verdict === 'fail').length}，存疑 ${points.filter((one) => one.truth !== 'person' && one.verdict === 'unsure').length}）` +
      `，缺陷找到 ${defects.filter((one) => one.found).length}/${defects.length}` +
      `，预填 ${fields.filter((one) => one.wanted && one.right).length}/${fields.filter((one) => one.wanted).length}，误填 ${fields.filter((one) => one.filled && !one.right).length}`,
  )
  return 0
}

await runToEnd(main)
