import { asc, eq } from 'drizzle-orm'
import { formEdits } from '../schema.ts'
import type { Act, FormEdit } from '../store.ts'
import { writeAudit } from './audit.ts'
import type { Database } from './database.ts'

export function editForm(
  db: Database,
  caseId: string,
  edits: Record<string, unknown>,
  who: FormEdit['who'],
  act: Act,
): void {
  db.write((tx) => {
    const createdAt = db.now()
    for (const [field, value] of Object.entries(edits)) {
      const sealed = db.sealJson(caseId, value ?? null, `edit ${field}`)
      tx.insert(formEdits).values({ caseId, field, who, sealed, createdAt }).run()
    }
    writeAudit(tx, act, caseId, createdAt)
  })
}

export function formEditsOf(db: Database, caseId: string): FormEdit[] {
  const rows = db.orm.select().from(formEdits).where(eq(formEdits.caseId, caseId)).orderBy(asc(formEdits.id)).all()
  const latest = new Map<string, FormEdit>()
  for (const { field, who, sealed, createdAt } of rows) {
    latest.set(field, {
      field,
      who,
      at: createdAt,
      value: db.unsealJson<unknown>(caseId, sealed, `edit ${field}`),
    })
  }
  return [...latest.values()]
}
