import { mask } from './mask.ts'

export type Log = (event: string, fields?: Record<string, string | number | boolean | null>) => void

/** One JSON line per event; the only serialiser of logs, so nothing personal passes unmasked. */
export function lineLog(write: (line: string) => void): Log {
  return (event, fields = {}) => write(mask(JSON.stringify({ at: new Date().toISOString(), event, ...fields })))
}

export const silentLog: Log = () => {}
