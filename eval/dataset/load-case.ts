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

/** A case without its labels: what the service may see. */
export interface SeenCase {
  id: string
  folder: string
  /** Where it is written when not in files of its own: a row of a spreadsheet. */
  told?: string
  seen: LabelledCase
  /** What each shared source would answer; null when the case brings none. */
  registry: CaseRegistry | null
  /** What the applicant knows and types where nothing is pre-filled: the true form, which the service never sees whole. */
  knows: LabelledCase['answers']
}

/** One labelled case as it lies on disk. */
export interface DatasetCase extends SeenCase {
  truth: Truth
  /** The labels of a second, independent labeller. */
  second: Truth['review'] | null
  /** Only some form fields are labelled: what is filled into the others is neither right nor wrong. */
  partialForm?: true
}

export interface Loaded<T> {
  /** Null when a fault is fatal. */
  loaded: T | null
  problems: DatasetProblem[]
}

/**
 * Reads what the service may see of a case, and of its labels only the true form: what its applicant knows and types.
 * Faults are named with their path; those of the labels when they are opened.
 */
export function loadSeen(folder: string): Loaded<SeenCase> {
  const problems: DatasetProblem[] = []
  const seen = read(join(folder, 'case.yaml'), caseSchema, problems, true)
  const registry = read(join(folder, 'registry.yaml'), registrySchema, problems, false)
  const form = read(join(folder, 'truth.yaml'), knownSchema, [], false)
  if (problems.length > 0 || !seen) return { loaded: null, problems }
  return { loaded: { id: basename(folder), folder, seen, registry, knows: form?.form ?? {} }, problems }
}

/** Reads the labels of a case. */
export function loadLabels(one: SeenCase): Loaded<DatasetCase> {
  const problems: DatasetProblem[] = []
  const truth = read(join(one.folder, 'truth.yaml'), truthSchema, problems, true)
  const second = read(join(one.folder, 'truth.second.yaml'), secondSchema, problems, false)
  if (problems.length > 0 || !truth) return { loaded: null, problems }
  return { loaded: { ...one, truth, second: second?.review ?? null }, problems }
}

const knownSchema = z.object({ form: truthSchema.shape.form })

const secondSchema = z.object({ review: truthSchema.shape.review })

/** Reads a case and its labels. */
export function loadCase(folder: string): Loaded<DatasetCase> {
  const { loaded, problems } = loadSeen(folder)
  return loaded ? loadLabels(loaded) : { loaded: null, problems }
}

function read<T>(path: string, schema: ZodType<T>, problems: DatasetProblem[], need: boolean): T | null {
  if (!existsSync(path)) {
    if (need) problems.push({ path, message: '没有这个文件', fatal: true })
    return null
  }
  const result = readYaml(path, schema)
  if ('value' in result) return result.value
  problems.push({ path, message: result.fault, fatal: true })
  return null
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
