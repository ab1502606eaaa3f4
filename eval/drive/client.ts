import type { Problem } from '../../api/client.ts'

/** The service gave no answer (refused, timed out, 5xx after retries): nothing was judged, so nothing was wrong. */
export class NotAnswered extends Error {
  override readonly name = 'NotAnswered'
}

/** The service refused a request, with its reason: the case cannot be run as it stands. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  constructor(where: string, status: number, problem: Partial<Problem>) {
    super(
      `${where} → ${status} ${problem.code ?? ''}：${problem.detail ?? ''}${problem.fix ? `（${problem.fix}）` : ''}`,
    )
    this.code = problem.code ?? String(status)
  }
}

/** One HTTP request, over the network or into an app of this process. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

export interface Client {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  patch<T>(path: string, body: unknown): Promise<T>
  upload<T>(path: string, form: () => FormData): Promise<T>
  erase(path: string): Promise<void>
}

export interface ClientOptions {
  timeoutMs: number
  /** Waits before the second, third … try. */
  retryDelaysMs: readonly number[]
}

const defaults: ClientOptions = { timeoutMs: 60_000, retryDelaysMs: [500, 2_000, 8_000] }

/** A client that tries again what was not answered, and throws NotAnswered or Refused. */
export function client(send: Send, options: Partial<ClientOptions> = {}): Client {
  const { timeoutMs, retryDelaysMs } = { ...defaults, ...options }
  async function ask<T>(path: string, init: () => RequestInit, read: (answer: Response) => Promise<T>): Promise<T> {
    let last = ''
    for (const delay of [...retryDelaysMs, null]) {
      const made = init()
      try {
        const response = await send(path, { ...made, signal: AbortSignal.timeout(timeoutMs) })
        // What breaks off half-way or is no JSON is no answer either.
        if (response.status < 500) return await read(await accepted(`${made.method ?? 'GET'} ${path}`, response))
        last = `${response.status}`
      } catch (error) {
        if (error instanceof Refused) throw error
        last = error instanceof Error ? `${error.name} ${error.message}` : String(error)
      }
      if (delay !== null) await new Promise((done) => setTimeout(done, delay))
    }
    throw new NotAnswered(`${path}：服务没有回答（${last}，试了 ${retryDelaysMs.length + 1} 次）`)
  }
  const sent = (method: string, body: unknown) => () => ({
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const json = async <T>(path: string, init: () => RequestInit) =>
    ask(path, init, async (answer) => (await answer.json()) as T)
  return {
    get: (path) => json(path, () => ({})),
    post: (path, body) => json(path, sent('POST', body)),
    patch: (path, body) => json(path, sent('PATCH', body)),
    upload: (path, form) => json(path, () => ({ method: 'POST', body: form() })),
    erase: async (path) =>
      ask(
        path,
        () => ({ method: 'DELETE' }),
        async () => {},
      ),
  }
}

async function accepted(where: string, response: Response): Promise<Response> {
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>
  throw new Refused(where, response.status, problem)
}
