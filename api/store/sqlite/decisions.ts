import { asc, eq } from 'drizzle-orm'
import type { Verdict } from '../../../rules/results.ts'
import { decisions } from '../schema.ts'
import type { Act, DecisionRow } from '../store.ts'
import { writeAudit } from './audit.ts'
import type { Database } from './database.ts'

export function decide(db: Database, caseId: string, row: Omit<DecisionRow, 'at'>, act: Act): DecisionRow {
  const { note, ...plain } = row
  const createdAt = db.now()
  const sealed = db.sealJson(caseId, note, `note ${row.point}`)
  db.write((tx) => {
    tx.insert(decisions)
      .values({ caseId, ...plain, sealed, createdAt })
      .run()
    writeAudit(tx, act, caseId, createdAt)
  })
  return { ...row, at: createdAt }
}

export function decisionsOf(db: Database, caseId: string): DecisionRow[] {
  const rows = db.orm.select().from(decisions).where(eq(decisions.caseId, caseId)).orderBy(asc(decisions.id)).all()
  return rows.map(({ point, decision, reason, verdict, version, sealed, createdAt }) => ({
    point,
    decision,
    reason,
    version,
    verdict: verdict as Verdict,
    note: db.unsealJson<string>(caseId, sealed, `note ${point}`),
    at: createdAt,
  }))
}
