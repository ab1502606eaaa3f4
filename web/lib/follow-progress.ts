import type { Progress } from '../../api/client.ts'
import { eventsUrl, getCase } from './api.ts'

const POLL_EVERY_MS = 2000

/**
 * Calls `onProgress` while files are being read: by server-sent events, or by asking every two seconds where these
 * do not come through (old proxies). Returns the function that stops it.
 */
export function followProgress(caseId: string, onProgress: (progress: Progress) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let source: EventSource | null = null

  const stop = () => {
    stopped = true
    clearTimeout(timer)
    source?.close()
  }
  const take = (progress: Progress) => {
    if (stopped) return
    if (progress.done) stop()
    onProgress(progress)
  }
  const poll = async () => {
    try {
      take((await getCase(caseId)).progress)
    } catch {
      // the network comes and goes on a phone: ask again
    }
    if (!stopped) timer = setTimeout(poll, POLL_EVERY_MS)
  }
  const pollInstead = () => {
    source?.close()
    source = null
    if (!stopped) void poll()
  }

  if (typeof EventSource === 'undefined') pollInstead()
  else {
    source = new EventSource(eventsUrl(caseId))
    const read = (event: Event) => take(JSON.parse((event as MessageEvent<string>).data) as Progress)
    source.addEventListener('progress', read)
    source.addEventListener('done', read)
    source.onerror = pollInstead
  }
  return stop
}
