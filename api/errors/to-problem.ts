import { HTTPException } from 'hono/http-exception'
import type { Problem } from '../client.ts'
import { PROBLEMS, type ProblemCode } from './codes.ts'
import { problem, ServiceError } from './service-error.ts'

/** RFC 9457 document of one service error. */
export function problemDocument(error: ServiceError, instance?: string): Problem & Record<string, unknown> {
  const [status, title, fix] = PROBLEMS[error.code]
  return {
    type: `/docs#${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.extras.detail ?? title,
    fix: error.extras.fix ?? fix,
    ...(instance === undefined ? {} : { instance: `urn:uuid:${instance}` }),
    ...error.extras.members,
  }
}

/** The one place where anything thrown becomes an answer; what is unknown is `internal` and says nothing more. */
export function toServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error
  if (error instanceof HTTPException) return problem(fromStatus(error.status))
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return problem('storage-full')
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return problem('busy')
  return problem('internal')
}

/** application/problem+json answer. */
export function problemResponse(error: ServiceError, instance?: string): Response {
  return new Response(JSON.stringify(problemDocument(error, instance)), {
    status: PROBLEMS[error.code][0],
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...error.extras.headers },
  })
}

function fromStatus(status: number): ProblemCode {
  if (status === 400) return 'malformed-json'
  if (status === 413) return 'too-large'
  if (status === 415) return 'wrong-media-type'
  return 'internal'
}
