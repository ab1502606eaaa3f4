import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { problem } from '../../errors/service-error.ts'
import * as schema from '../schema.ts'
import { type KeyProvider, seal, unseal } from '../vault.ts'

type Orm = BetterSQLite3Database<typeof schema>
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0]

/** What every part of the SQLite store shares: the connection, the clock and the case keys. */
export interface Database {
  orm: Orm
  now: () => number
  keys: KeyProvider
  /** One writer: BEGIN IMMEDIATE, and nothing asynchronous inside. */
  write: <T>(work: (tx: Transaction) => T) => T
  sealJson: (caseId: string, value: unknown, context: string) => Buffer
  unsealJson: <T>(caseId: string, sealed: Uint8Array, context: string) => T
  caseKey: (caseId: string) => Buffer
  rememberKey: (caseId: string, key: Buffer) => void
  forgetKey: (caseId: string) => void
  close: () => void
}

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url))
const keyCacheSize = 500

/** Opens (creating and migrating) the database at `path`; `:memory:` for one that goes with the process. */
export function openDatabase(path: string, keys: KeyProvider, now: () => number): Database {
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('secure_delete = ON')
  const orm = drizzle(sqlite, { schema })
  migrate(orm, { migrationsFolder })
  sqlite.pragma('foreign_keys = ON')

  const known = new Map<string, Buffer>()
  const rememberKey = (caseId: string, key: Buffer) => {
    if (known.size >= keyCacheSize) known.clear()
    known.set(caseId, key)
  }
  const caseKey = (caseId: string): Buffer => {
    const cached = known.get(caseId)
    if (cached) return cached
    const row = orm
      .select({ wrapped: schema.cases.wrappedKey })
      .from(schema.cases)
      .where(eq(schema.cases.id, caseId))
      .get()
    if (!row) throw problem('case-not-found')
    const key = keys.unwrap(row.wrapped)
    rememberKey(caseId, key)
    return key
  }
  return {
    orm,
    now,
    keys,
    write: (work) => orm.transaction(work, { behavior: 'immediate' }),
    sealJson: (caseId, value, context) => seal(caseKey(caseId), Buffer.from(JSON.stringify(value)), context),
    unsealJson: (caseId, sealed, context) => JSON.parse(unseal(caseKey(caseId), sealed, context).toString('utf8')),
    caseKey,
    rememberKey,
    forgetKey: (caseId) => known.delete(caseId),
    close: () => sqlite.close(),
  }
}
