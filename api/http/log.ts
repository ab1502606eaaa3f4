import { createHash } from 'node:crypto'
import { mask } from './mask.ts'

export type Log = (event: string, fields?: Record<string, string | number | boolean | null>) => void

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** Without sign-in a case's id is its credential: logs tell cases apart by the start of its SHA-256. */
const withoutIds = (text: string) =>
  text.replace(uuid, (id) => createHash('sha256').update(id.toLowerCase()).digest('hex').slice(0, 8))

/** One JSON line per event; the only serialiser of logs, so nothing personal and no case's id passes as it is. */
export function lineLog(write: (line: string) => void): Log {
  return (event, fields = {}) => {
    const shown = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'requestId' ? withoutIds(value) : value,
    ])
    write(mask(JSON.stringify({ at: new Date().toISOString(), event, ...Object.fromEntries(shown) })))
  }
}

export const silentLog: Log = () => {}
