import { createHash } from 'node:crypto'
import { asc, desc, eq } from 'drizzle-orm'
import { audit } from '../schema.ts'
import type { Act, AuditRow } from '../store.ts'
import type { Database, Transaction } from './database.ts'

const genesis = '0'.repeat(64)

type Chained = Omit<typeof audit.$inferSelect, 'id' | 'hash'>

const digest = (row: Chained): string =>
  createHash('sha256')
    .update(JSON.stringify([row.previous, row.caseId, row.action, row.requestId, row.detail, row.createdAt]))
    .digest('hex')

/** Appends one row to the hash chain, inside the transaction that makes the change. */
export function writeAudit(tx: Transaction, act: Act, caseId: string | null, now: number): void {
  const last = tx.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.id)).limit(1).get()
  const row = {
    caseId,
    action: act.action,
    requestId: act.requestId,
    detail: JSON.stringify(act.detail ?? {}),
    createdAt: now,
    previous: last?.hash ?? genesis,
  }
  tx.insert(audit)
    .values({ ...row, hash: digest(row) })
    .run()
}

export function auditOf(db: Database, caseId: string): AuditRow[] {
  const rows = db.orm.select().from(audit).where(eq(audit.caseId, caseId)).orderBy(asc(audit.id)).all()
  return rows.map(({ createdAt, previous, hash, ...row }) => ({ ...row, at: createdAt }))
}

/** Walks the chain; the id of the first row that does not follow from the one before, or null. */
export function brokenAuditRow(db: Database): number | null {
  let previous = genesis
  for (const { id, hash, ...row } of db.orm.select().from(audit).orderBy(asc(audit.id)).all()) {
    if (row.previous !== previous || digest(row) !== hash) return id
    previous = hash
  }
  return null
}
