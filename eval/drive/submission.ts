import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { CaseRegistry, LabelledCase } from '../../datasets/case-format.ts'
import type { SeenCase } from '../dataset/load-case.ts'

/** What a client hands in: the case, what shared sources answer, and files by path. */
export interface Submission {
  scenario: string
  at: string
  applicant: LabelledCase['applicant']
  answers: LabelledCase['answers']
  /** Null: the service asks its own sources. */
  registry: CaseRegistry | null
  files: { path: string; slot?: string | undefined }[]
  /** What the applicant knows and types where nothing was pre-filled; an answer of null is a field left blank. */
  knows: LabelledCase['answers']
}

/** A labelled case as it is first handed in. */
export function submissionOf({ folder, seen, registry, knows }: SeenCase): Submission {
  const { scenario, at, applicant, answers, materials } = seen
  return {
    scenario,
    at,
    applicant,
    answers,
    registry,
    knows,
    files: materials.map(({ file, slot }) => ({ path: join(folder, file), slot })),
  }
}

/** The bytes that are sent for a file. */
export type BytesOf = (path: string) => Uint8Array<ArrayBuffer>

export const bytesOnDisk: BytesOf = (path) => new Uint8Array(readFileSync(path))

export const upload = (bytes: Uint8Array<ArrayBuffer>, path: string, slot: string | undefined): FormData => {
  const form = new FormData()
  form.append('files', new File([bytes], basename(path)))
  if (slot !== undefined) form.append('slot', slot)
  return form
}
