import { z } from '@hono/zod-openapi'
import { isLoopback } from './config.ts'
import { problem } from './errors/service-error.ts'
import { problemResponse, toServiceError } from './errors/to-problem.ts'
import { envelope, sameSite } from './http/guard.ts'
import { newRouter, type Router } from './http/router.ts'
import { addStatics } from './http/statics.ts'
import { caseRoutes } from './routes/cases.ts'
import { decisionRoutes } from './routes/decisions.ts'
import { addDocs } from './routes/docs.ts'
import { eventRoutes } from './routes/events.ts'
import { formRoutes } from './routes/form.ts'
import { guideRoutes } from './routes/guide.ts'
import { healthRoutes } from './routes/health.ts'
import { materialRoutes } from './routes/materials.ts'
import { readingRoutes } from './routes/readings.ts'
import { reviewRoutes } from './routes/review.ts'
import { scenarioRoutes } from './routes/scenarios.ts'
import type { Service } from './service.ts'

const groups = [
  scenarioRoutes,
  guideRoutes,
  caseRoutes,
  materialRoutes,
  eventRoutes,
  formRoutes,
  reviewRoutes,
  decisionRoutes,
  readingRoutes,
  healthRoutes,
]

z.config(z.locales.zhCN())

/** The HTTP face of a service; in tests call `app.request()`. */
export function createApp(service: Service): Router {
  const app = newRouter()
  app.use(envelope(service.log))
  app.use(sameSite(isLoopback(service.config.host)))
  for (const group of groups) app.route('/', group(service))
  addDocs(app)
  addStatics(app, service.config.webDir)

  app.notFound((c) => {
    const allowed = methodsAt(app, c.req.path)
    const error =
      allowed.length > 0
        ? problem('method-not-allowed', { headers: { allow: allowed.join(', ') } })
        : problem('route-not-found')
    return problemResponse(error, c.get('requestId'))
  })
  app.onError((error, c) => {
    const known = toServiceError(error)
    const requestId = c.get('requestId')
    if (known.code === 'internal') service.log('internal', { requestId, error: error.stack ?? error.message })
    return problemResponse(known, requestId)
  })
  return app
}

/** Methods that some API route has at this path; pages are not counted. */
function methodsAt(app: Router, path: string): string[] {
  const methods = app.routes
    .filter(({ path: pattern, method }) => method !== 'ALL' && !pattern.includes('*') && pattern !== '/')
    .filter(({ path: pattern }) => new RegExp(`^${pattern.replace(/:[^/]+/g, '[^/]+')}$`).test(path))
    .map(({ method }) => method)
  return [...new Set(methods)]
}
