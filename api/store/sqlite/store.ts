import type { Store } from '../store.ts'
import { type KeyProvider, seal, unseal } from '../vault.ts'
import { answersOf, saveAnswers } from './answers.ts'
import { auditOf, brokenAuditRow } from './audit.ts'
import { createCase, eraseCase, findCase } from './cases.ts'
import { openDatabase } from './database.ts'
import { decide, decisionsOf } from './decisions.ts'
import { editForm, formEditsOf } from './form-edits.ts'
import { claimJob, failJob, finishJob, releaseJobs, reportJob, returnJob } from './jobs.ts'
import { addMaterial, findMaterial, listMaterials, placeMaterial, readingsOf, removeMaterial } from './materials.ts'

/** The embedded store: SQLite at `path`, migrated at open. `now` is the one clock leases are counted by. */
export function sqliteStore(path: string, keys: KeyProvider, now: () => number = Date.now): Store {
  const db = openDatabase(path, keys, now)
  return {
    createCase: async (row, act) => createCase(db, row, act),
    case: async (id) => findCase(db, id),
    eraseCase: async (id, act) => eraseCase(db, id, act),
    addMaterial: async (row, act, reader) => addMaterial(db, row, act, reader),
    materials: async (caseId) => listMaterials(db, caseId),
    material: async (caseId, id) => findMaterial(db, caseId, id),
    placeMaterial: async (caseId, id, slot, act) => placeMaterial(db, caseId, id, slot, act),
    removeMaterial: async (caseId, id, act) => removeMaterial(db, caseId, id, act),
    readings: async (caseId) => readingsOf(db, caseId),
    claimJob: async (owner, leaseMs) => claimJob(db, owner, leaseMs),
    releaseJobs: async (isAlive) => releaseJobs(db, isAlive),
    reportJob: async (job, leaseMs, progress) => reportJob(db, job, leaseMs, progress),
    finishJob: async (job, reading, asked, reader) => finishJob(db, job, reading, asked, reader),
    failJob: async (job, reason, delayMs) => failJob(db, job, reason, delayMs),
    returnJob: async (job) => returnJob(db, job),
    editForm: async (caseId, edits, who, act) => editForm(db, caseId, edits, who, act),
    formEdits: async (caseId) => formEditsOf(db, caseId),
    saveAnswers: async (caseId, asked, act) => saveAnswers(db, caseId, asked, act),
    answers: async (caseId) => answersOf(db, caseId),
    decide: async (caseId, row, act) => decide(db, caseId, row, act),
    decisions: async (caseId) => decisionsOf(db, caseId),
    audit: async (caseId) => auditOf(db, caseId),
    checkAudit: async () => brokenAuditRow(db),
    seal: async (caseId, content, context) => seal(db.caseKey(caseId), content, context),
    unseal: async (caseId, sealed, context) => unseal(db.caseKey(caseId), sealed, context),
    close: () => db.close(),
  }
}
