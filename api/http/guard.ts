import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { problem } from '../errors/service-error.ts'
import type { Log } from './log.ts'

export interface HttpEnv {
  Variables: { requestId: string }
}

const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const hostName = (host: string) => host.replace(/:\d+$/, '')

/** Request id, log line and security headers of every answer. */
export function envelope(log: Log): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const requestId = randomUUID()
    c.set('requestId', requestId)
    const started = performance.now()
    await next()
    const { headers } = c.res
    headers.set('x-request-id', requestId)
    headers.set('content-security-policy', contentSecurityPolicy)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    const ms = Math.round(performance.now() - started)
    log('request', { requestId, method: c.req.method, path: c.req.path, status: c.res.status, ms })
  }
}

/** Keeps other sites' pages (forged origins, rebound host names) away from a service without sign-in. */
export function sameSite(loopback: boolean): MiddlewareHandler {
  return async (c, next) => {
    const host = new URL(c.req.url).host
    if (loopback && !loopbackNames.has(hostName(host))) throw problem('unknown-host')
    const origin = c.req.header('origin')
    if (origin !== undefined && !isAllowedOrigin(origin, host, loopback)) throw problem('foreign-origin')
    await next()
  }
}

function isAllowedOrigin(origin: string, host: string, loopback: boolean): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin).host
  return from === host || (loopback && loopbackNames.has(hostName(from)))
}
