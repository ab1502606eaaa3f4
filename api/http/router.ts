import { OpenAPIHono, type z } from '@hono/zod-openapi'
import { problem } from '../errors/service-error.ts'
import type { HttpEnv } from './guard.ts'
import { problemSchema } from './schemas/common.ts'

export type Router = OpenAPIHono<HttpEnv>

/** A router whose refused input is an `invalid-request` problem naming each wrong member. */
export function newRouter(): Router {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      const detail = errors.map((e) => (e.path ? `${e.path}：${e.message}` : e.message)).join('；')
      throw problem('invalid-request', { detail, members: { errors } })
    },
  })
}

/** A JSON answer in the OpenAPI document. */
export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
})

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

const meanings = {
  400: '请求无法解析',
  404: '没有找到',
  409: '与现状冲突',
  413: '超过大小上限',
  415: '内容类型不对',
  422: '内容有误',
  503: '暂时无法处理',
} as const

type Meaning = keyof typeof meanings

/** The problems a route may answer with, for the OpenAPI document. */
export function problems<const S extends Meaning[]>(...statuses: S) {
  return Object.fromEntries(statuses.map((status) => [status, problemAnswer(meanings[status])])) as Record<
    S[number],
    ReturnType<typeof problemAnswer>
  >
}
