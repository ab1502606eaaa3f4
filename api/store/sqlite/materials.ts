import { and, asc, eq } from 'drizzle-orm'
import type { Reading } from '../../../facts/reading.ts'
import { files, jobs, materials, readings } from '../schema.ts'
import type { Act, AddedMaterial, MaterialRow, NewMaterial } from '../store.ts'
import { writeAudit } from './audit.ts'
import type { Database, Transaction } from './database.ts'

const inCase = (caseId: string, id: string) => and(eq(materials.caseId, caseId), eq(materials.id, id))

type Joined = { materials: typeof materials.$inferSelect; files: typeof files.$inferSelect }

function toRow(db: Database, { materials: m, files: f }: Joined): MaterialRow {
  return {
    id: m.id,
    caseId: m.caseId,
    sha256: m.sha256,
    fileName: db.unsealJson<string>(m.caseId, m.sealed, `name ${m.id}`),
    mediaType: f.mediaType,
    bytes: f.bytes,
    slot: m.slot,
    state: m.state,
    pages: m.pages,
    pagesRead: m.pagesRead,
    error: m.errorCode === null ? null : { code: m.errorCode, message: m.errorMessage ?? '' },
    createdAt: m.createdAt,
  }
}

const joined = (tx: Transaction | Database['orm']) =>
  tx
    .select()
    .from(materials)
    .innerJoin(files, and(eq(files.caseId, materials.caseId), eq(files.sha256, materials.sha256)))

export function addMaterial(db: Database, row: NewMaterial, act: Act, reader = ''): AddedMaterial {
  const { id, caseId, sha256 } = row
  const sealed = db.sealJson(caseId, row.fileName, `name ${id}`)
  const sameFile = and(eq(materials.caseId, caseId), eq(materials.sha256, sha256))
  const result = db.write((tx) => {
    const earlier = joined(tx).where(sameFile).get()
    if (earlier) {
      const again = isStale(tx, earlier.materials, reader)
      if (again) readAgain(db, tx, earlier.materials, act)
      return { found: joined(tx).where(sameFile).get(), duplicate: true, again }
    }
    const createdAt = db.now()
    tx.insert(files).values({ caseId, sha256, bytes: row.bytes, mediaType: row.mediaType }).onConflictDoNothing().run()
    tx.insert(materials).values({ id, caseId, sha256, sealed, slot: row.slot, state: 'queued', createdAt }).run()
    tx.insert(jobs).values({ caseId, materialId: id, state: 'queued', createdAt }).run()
    writeAudit(tx, act, caseId, createdAt)
    return { found: joined(tx).where(sameFile).get(), duplicate: false, again: false }
  })
  const { found, duplicate, again } = result
  if (!found) throw new Error('material vanished inside its transaction')
  return { material: toRow(db, found), duplicate, again }
}

type Stored = typeof materials.$inferSelect

/** Whether reading is over, and nothing came of it or another version of the reader read it. */
function isStale(tx: Transaction, { id, state }: Stored, reader: string): boolean {
  if (state === 'queued' || state === 'reading') return false
  const read = tx.select({ reader: readings.reader }).from(readings).where(eq(readings.materialId, id)).get()
  return read?.reader !== reader
}

/** Forgets what was read of a material and queues its reading; the number of its pages stays. */
function readAgain(db: Database, tx: Transaction, { id, caseId }: Stored, act: Act): void {
  const createdAt = db.now()
  tx.delete(readings).where(eq(readings.materialId, id)).run()
  tx.update(materials)
    .set({ state: 'queued', pagesRead: 0, errorCode: null, errorMessage: null })
    .where(eq(materials.id, id))
    .run()
  tx.insert(jobs).values({ caseId, materialId: id, state: 'queued', createdAt }).run()
  writeAudit(tx, { ...act, action: 'material.read-again', detail: { material: id } }, caseId, createdAt)
}

export function listMaterials(db: Database, caseId: string): MaterialRow[] {
  const rows = joined(db.orm).where(eq(materials.caseId, caseId)).orderBy(asc(materials.createdAt), asc(materials.id))
  return rows.all().map((row) => toRow(db, row))
}

export function findMaterial(db: Database, caseId: string, id: string): MaterialRow | null {
  const row = joined(db.orm).where(inCase(caseId, id)).get()
  return row ? toRow(db, row) : null
}

export function placeMaterial(db: Database, caseId: string, id: string, slot: string | null, act: Act): boolean {
  return db.write((tx) => {
    const { changes } = tx.update(materials).set({ slot }).where(inCase(caseId, id)).run()
    if (changes === 0) return false
    writeAudit(tx, act, caseId, db.now())
    return true
  })
}

export function removeMaterial(db: Database, caseId: string, id: string, act: Act): string | null {
  return db.write((tx) => {
    const row = tx.delete(materials).where(inCase(caseId, id)).returning().get()
    if (!row) return null
    tx.delete(files)
      .where(and(eq(files.caseId, caseId), eq(files.sha256, row.sha256)))
      .run()
    writeAudit(tx, act, caseId, db.now())
    return row.sha256
  })
}

export function readingsOf(db: Database, caseId: string): Map<string, Reading> {
  const rows = db.orm.select().from(readings).where(eq(readings.caseId, caseId)).all()
  return new Map(
    rows.map((row) => [row.materialId, db.unsealJson<Reading>(caseId, row.sealed, `reading ${row.materialId}`)]),
  )
}
