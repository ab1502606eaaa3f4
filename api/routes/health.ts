import { createRoute, z } from '@hono/zod-openapi'
import { json, newRouter, type Router } from '../http/router.ts'
import type { Service } from '../service.ts'

const health = createRoute({
  method: 'get',
  path: '/healthz',
  tags: ['运行'],
  summary: '服务是否在工作',
  responses: {
    200: json('在工作', z.object({ status: z.literal('ok'), catalogue: z.string(), sandbox: z.boolean() })),
  },
})

export function healthRoutes({ judgement, config }: Service): Router {
  return newRouter().openapi(health, (c) =>
    c.json({ status: 'ok' as const, catalogue: judgement.catalogue, sandbox: config.sandbox }, 200),
  )
}
