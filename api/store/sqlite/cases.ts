import { eq } from 'drizzle-orm'
import type { Applicant } from '../../../rules/results.ts'
import { cases } from '../schema.ts'
import type { Act, CaseRow } from '../store.ts'
import { newDataKey } from '../vault.ts'
import { writeAudit } from './audit.ts'
import type { Database } from './database.ts'

interface Personal {
  applicant: Applicant | null
  answers: Record<string, unknown>
  registry: unknown
}

export function createCase(db: Database, row: Omit<CaseRow, 'createdAt'>, act: Act): void {
  const key = newDataKey()
  db.rememberKey(row.id, key)
  const personal: Personal = { applicant: row.applicant, answers: row.answers, registry: row.registry ?? null }
  db.write((tx) => {
    tx.insert(cases)
      .values({
        id: row.id,
        scenario: row.scenario,
        at: row.at,
        wrappedKey: db.keys.wrap(key),
        keyId: db.keys.id,
        sealed: db.sealJson(row.id, personal, 'case'),
        createdAt: db.now(),
      })
      .run()
    writeAudit(tx, act, row.id, db.now())
  })
}

export function findCase(db: Database, id: string): CaseRow | null {
  const row = db.orm.select().from(cases).where(eq(cases.id, id)).get()
  if (!row) return null
  const personal = db.unsealJson<Personal>(id, row.sealed, 'case')
  return { id, scenario: row.scenario, at: row.at, createdAt: row.createdAt, ...personal }
}

export function eraseCase(db: Database, id: string, act: Act): boolean {
  db.forgetKey(id)
  return db.write((tx) => {
    if (tx.delete(cases).where(eq(cases.id, id)).run().changes === 0) return false
    writeAudit(tx, act, id, db.now())
    return true
  })
}
