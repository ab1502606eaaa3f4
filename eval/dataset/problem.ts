/** Something wrong with a dataset, named with its path; a fatal one keeps the case out of the run. */
export interface DatasetProblem {
  path: string
  message: string
  fatal: boolean
}
