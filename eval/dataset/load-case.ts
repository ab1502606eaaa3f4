import { existsSync, readFileSync } from 'node:fs'
import { basename, join, normalize } from 'node:path'
import { parse } from 'yaml'
import { type ZodType, z } from 'zod'
import {
  type CaseRegistry,
  caseSchema,
  type LabelledCase,
  registrySchema,
  type Truth,
  truthSchema,
} from '../../datasets/case-format.ts'
import type { DatasetProblem } from './problem.ts'

/** One labelled case as it lies on disk. */
export interface DatasetCase {
  id: string
  folder: string
  seen: LabelledCase
  /** What each shared source would answer; null when the case brings none. */
  registry: CaseRegistry | null
  truth: Truth
  /** The labels of a second, independent labeller. */
  second: Truth['review'] | null
}

/** Reads one case folder; every fault is named with its path, and a case with a fatal one is null. */
export function loadCase(folder: string): { loaded: DatasetCase | null; problems: DatasetProblem[] } {
  const problems: DatasetProblem[] = []
  const read = <T>(name: string, schema: ZodType<T>, need: boolean): T | null => {
    const path = join(folder, name)
    if (!existsSync(path)) {
      if (need) problems.push({ path, message: '没有这个文件', fatal: true })
      return null
    }
    const result = readYaml(path, schema)
    if (typeof result === 'object' && 'value' in result) return result.value
    problems.push({ path, message: result.fault, fatal: true })
    return null
  }
  const seen = read('case.yaml', caseSchema, true)
  const truth = read('truth.yaml', truthSchema, true)
  const registry = read('registry.yaml', registrySchema, false)
  const second = read('truth.second.yaml', z.object({ review: truthSchema.shape.review }), false)
  if (problems.length > 0 || !seen || !truth) return { loaded: null, problems }
  const loaded = { id: basename(folder), folder, seen, registry, truth, second: second?.review ?? null }
  return { loaded, problems }
}

/** A path inside a case folder as truth.yaml and case.yaml write it. */
export const sameFile = (a: string, b: string): boolean => normalize(a) === normalize(b)

function readYaml<T>(path: string, schema: ZodType<T>): { value: T } | { fault: string } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return { fault: '不是 UTF-8 编码，请另存为 UTF-8' }
  }
  try {
    const parsed = schema.safeParse(parse(text))
    return parsed.success ? { value: parsed.data } : { fault: z.prettifyError(parsed.error) }
  } catch (error) {
    return { fault: `YAML 读不了：${error instanceof Error ? error.message : String(error)}` }
  }
}
