import { createRoute } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { requireCase } from '../cases/require-case.ts'
import { newRouter, problems, type Router } from '../http/router.ts'
import { progressOf } from '../jobs/progress.ts'
import type { Service } from '../service.ts'
import { caseParams } from './cases.ts'

const events = createRoute({
  method: 'get',
  path: '/api/cases/{id}/events',
  tags: ['材料'],
  summary: '读取进度（SSE）：progress 事件为已读页数/总页数，读完时发 done 并结束；断线重连即续',
  request: { params: caseParams },
  responses: {
    200: { description: '事件流', content: { 'text/event-stream': { schema: { type: 'string' as const } } } },
    ...problems(404),
  },
})

const heartbeatMs = 10_000
const retryMs = 1_000

export function eventRoutes(service: Service): Router {
  return newRouter().openapi(events, async (c) => {
    const { id } = c.req.valid('param')
    await requireCase(service, id)
    return streamSSE(c, async (stream) => {
      let wake = () => {}
      const stopListening = service.progress.listen(id, () => wake())
      stream.onAbort(() => {
        stopListening()
        wake()
      })
      let last = ''
      try {
        while (!stream.aborted) {
          // Armed before the store is read, so that no move is missed in between.
          const moved = nextMove((resolve) => {
            wake = resolve
          })
          const progress = progressOf(await service.store.materials(id))
          const data = JSON.stringify(progress)
          if (data !== last) await stream.writeSSE({ event: 'progress', data, retry: retryMs })
          else await stream.write(': alive\n\n')
          last = data
          if (progress.done) {
            await stream.writeSSE({ event: 'done', data })
            return
          }
          await moved
        }
      } finally {
        stopListening()
      }
    })
  })
}

/** Resolves at the next move, or after the heartbeat so that proxies keep the line open. */
function nextMove(arm: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, heartbeatMs)
    arm(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
