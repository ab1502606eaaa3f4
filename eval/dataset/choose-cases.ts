import { isSpreadsheet } from './find-cases.ts'
import { type DatasetCase, type Loaded, loadCase, loadLabels, loadSeen, type SeenCase } from './load-case.ts'
import { type Dataset, loadDataset } from './load-dataset.ts'
import { sample } from './sample.ts'
import { type Split, splitOf } from './split.ts'
import { loadSpreadsheet } from './spreadsheet.ts'

export interface Choice {
  scenarios: string[] | null
  split: Split | null
  sample: number | null
  seed: string
  /** Labels stay closed: the split then follows the applicant alone. */
  blind: boolean
  down: boolean
}

export interface Chosen {
  dataset: Dataset<SeenCase>
  /** Opens the labels of a case. */
  reveal: (one: SeenCase) => Loaded<DatasetCase>
}

/** The cases of a dataset that are to be run, and how their labels are opened when it is time. */
export async function chooseCases(path: string, choice: Choice): Promise<Chosen> {
  if (choice.blind && !isSpreadsheet(path))
    return { dataset: chosen(loadDataset(path, loadSeen), choice), reveal: loadLabels }
  const all = isSpreadsheet(path) ? await loadSpreadsheet(path) : loadDataset(path, loadCase)
  const labelled = new Map(all.cases.map((one) => [one.id, one]))
  return {
    dataset: chosen(all, choice),
    reveal: ({ id }) => ({ loaded: labelled.get(id) ?? null, problems: [] }),
  }
}

function chosen<T extends SeenCase>({ cases, problems }: Dataset<T>, choice: Choice): Dataset<SeenCase> {
  const fitting = cases.filter(
    (one) =>
      (choice.scenarios?.includes(one.seen.scenario) ?? true) &&
      (choice.split === null || splitOf(one) === choice.split),
  )
  const taken = choice.sample === null ? fitting : sample(fitting, choice.sample, choice.seed)
  return { cases: choice.down ? taken.map(withoutSources) : taken, problems }
}

const withoutSources = (one: SeenCase): SeenCase => ({
  ...one,
  registry: Object.fromEntries(Object.keys(one.registry ?? {}).map((source) => [source, 'unavailable' as const])),
})
