import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Router } from './router.ts'

const drainMs = 2_000

/** Serves the app; slow senders are cut off by Node's own timers. `address` has no slash at its end. */
export async function listen(
  app: Router,
  host: string,
  port: number,
): Promise<{ address: string; close(): Promise<void> }> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { headersTimeout: 10_000, requestTimeout: 300_000, connectionsCheckingInterval: 5_000 },
  }) as Server
  server.listen(port, host)
  await once(server, 'listening')
  const { port: actual } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), drainMs)
      await closed
      clearTimeout(force)
    },
  }
}
