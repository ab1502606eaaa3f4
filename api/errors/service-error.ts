import { PROBLEMS, type ProblemCode } from './codes.ts'

export interface ProblemExtras {
  /** What happened this time, in Chinese, when the code's sentence says too little. */
  detail?: string
  fix?: string
  /** Further members of the problem document (near, errors, files …). */
  members?: Record<string, unknown>
  headers?: Record<string, string>
}

/** The only exception that a verb throws on purpose; `toProblem` turns it into an answer. */
export class ServiceError extends Error {
  readonly code: ProblemCode
  readonly extras: ProblemExtras

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(extras.detail ?? PROBLEMS[code][1])
    this.name = 'ServiceError'
    this.code = code
    this.extras = extras
  }
}

export const problem = (code: ProblemCode, extras: ProblemExtras = {}): ServiceError => new ServiceError(code, extras)
