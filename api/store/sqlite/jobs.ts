import { and, asc, eq, inArray, lte, or } from 'drizzle-orm'
import type { Reading } from '../../../facts/reading.ts'
import { jobs, materials, readings } from '../schema.ts'
import { type AskedSource, type Job, MAX_TRIES } from '../store.ts'
import { writeAnswers } from './answers.ts'
import type { Database, Transaction } from './database.ts'

const deadMessage = '这份材料读取多次都没有成功，请重新拍照或换一份文件再上传；也可到窗口由工作人员处理'

/** The fence: only the attempt that holds the job may write for it. */
const held = (job: Job) => and(eq(jobs.id, job.id), eq(jobs.attempt, job.attempt), eq(jobs.state, 'running'))

function bury(tx: Transaction, id: number, materialId: string): void {
  tx.update(jobs).set({ state: 'dead', owner: null }).where(eq(jobs.id, id)).run()
  tx.update(materials)
    .set({ state: 'failed', errorCode: 'reading-failed', errorMessage: deadMessage })
    .where(eq(materials.id, materialId))
    .run()
}

export function claimJob(db: Database, owner: string, leaseMs: number): Job | null {
  return db.write((tx) => {
    const now = db.now()
    const due = or(
      and(eq(jobs.state, 'queued'), lte(jobs.notBefore, now)),
      and(eq(jobs.state, 'running'), lte(jobs.leaseUntil, now)),
    )
    for (;;) {
      const next = tx.select().from(jobs).where(due).orderBy(asc(jobs.id)).limit(1).get()
      if (!next) return null
      if (next.attempt >= MAX_TRIES) {
        bury(tx, next.id, next.materialId)
        continue
      }
      const attempt = next.attempt + 1
      const lease = { state: 'running' as const, attempt, owner, leaseUntil: now + leaseMs }
      tx.update(jobs).set(lease).where(eq(jobs.id, next.id)).run()
      tx.update(materials).set({ state: 'reading', pagesRead: 0 }).where(eq(materials.id, next.materialId)).run()
      return { id: next.id, caseId: next.caseId, materialId: next.materialId, attempt }
    }
  })
}

export function releaseJobs(db: Database, isAlive: (owner: string) => boolean): number {
  return db.write((tx) => {
    const running = tx.select({ id: jobs.id, owner: jobs.owner }).from(jobs).where(eq(jobs.state, 'running')).all()
    const orphans = running.filter((job) => job.owner === null || !isAlive(job.owner)).map((job) => job.id)
    if (orphans.length === 0) return 0
    const back = { state: 'queued' as const, owner: null, leaseUntil: 0 }
    return tx.update(jobs).set(back).where(inArray(jobs.id, orphans)).run().changes
  })
}

export function reportJob(
  db: Database,
  job: Job,
  leaseMs: number,
  progress?: { pages: number; pagesRead: number },
): boolean {
  return db.write((tx) => {
    const lease = { leaseUntil: db.now() + leaseMs }
    if (tx.update(jobs).set(lease).where(held(job)).run().changes === 0) return false
    if (progress) tx.update(materials).set(progress).where(eq(materials.id, job.materialId)).run()
    return true
  })
}

export function finishJob(db: Database, job: Job, reading: Reading, asked: AskedSource[], reader = ''): boolean {
  const { caseId, materialId } = job
  const sealed = db.sealJson(caseId, reading, `reading ${materialId}`)
  return db.write((tx) => {
    if (tx.update(jobs).set({ state: 'done', owner: null }).where(held(job)).run().changes === 0) return false
    const createdAt = db.now()
    tx.insert(readings)
      .values({ materialId, caseId, sealed, reader, createdAt })
      .onConflictDoUpdate({ target: readings.materialId, set: { sealed, reader, createdAt } })
      .run()
    const pages = reading.pages.length
    tx.update(materials)
      .set({
        state: reading.error ? 'failed' : 'read',
        pages,
        pagesRead: pages,
        errorCode: reading.error?.code ?? null,
        errorMessage: reading.error?.message ?? null,
      })
      .where(eq(materials.id, materialId))
      .run()
    writeAnswers(db, tx, caseId, asked)
    return true
  })
}

export function returnJob(db: Database, job: Job): void {
  db.write((tx) => {
    const waiting = { state: 'queued' as const, owner: null, leaseUntil: 0, attempt: job.attempt - 1 }
    if (tx.update(jobs).set(waiting).where(held(job)).run().changes === 0) return
    tx.update(materials).set({ state: 'queued', pagesRead: 0 }).where(eq(materials.id, job.materialId)).run()
  })
}

export function failJob(db: Database, job: Job, reason: string, delayMs: number): 'queued' | 'dead' | 'fenced' {
  return db.write((tx) => {
    if (tx.update(jobs).set({ lastError: reason }).where(held(job)).run().changes === 0) return 'fenced'
    if (job.attempt >= MAX_TRIES) {
      bury(tx, job.id, job.materialId)
      return 'dead'
    }
    const again = { state: 'queued' as const, owner: null, notBefore: db.now() + delayMs }
    tx.update(jobs).set(again).where(eq(jobs.id, job.id)).run()
    tx.update(materials).set({ state: 'queued', pagesRead: 0 }).where(eq(materials.id, job.materialId)).run()
    return 'queued'
  })
}
