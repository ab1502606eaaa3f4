import { and, asc, eq } from 'drizzle-orm'
import type { SourceAnswer } from '../../../rules/results.ts'
import { sourceAnswers } from '../schema.ts'
import type { Act, AskedSource } from '../store.ts'
import { writeAudit } from './audit.ts'
import type { Database, Transaction } from './database.ts'

const context = (source: string, question: string) => `answer ${source} ${question}`

/** Replaces what each source said before to the same question. */
export function writeAnswers(db: Database, tx: Transaction, caseId: string, asked: AskedSource[]): void {
  for (const { source, question, answers, at } of asked) {
    const same = and(
      eq(sourceAnswers.caseId, caseId),
      eq(sourceAnswers.source, source),
      eq(sourceAnswers.question, question),
    )
    tx.delete(sourceAnswers).where(same).run()
    const sealed = db.sealJson(caseId, answers, context(source, question))
    const state = answers[0]?.state ?? 'absent'
    tx.insert(sourceAnswers).values({ caseId, source, question, state, sealed, createdAt: at }).run()
  }
}

export function saveAnswers(db: Database, caseId: string, asked: AskedSource[], act: Act): void {
  db.write((tx) => {
    writeAnswers(db, tx, caseId, asked)
    writeAudit(tx, act, caseId, db.now())
  })
}

export function answersOf(db: Database, caseId: string): AskedSource[] {
  const rows = db.orm
    .select()
    .from(sourceAnswers)
    .where(eq(sourceAnswers.caseId, caseId))
    .orderBy(asc(sourceAnswers.id))
    .all()
  return rows.map(({ source, question, sealed, createdAt }) => ({
    source,
    question,
    answers: db.unsealJson<SourceAnswer[]>(caseId, sealed, context(source, question)),
    at: createdAt,
  }))
}
