import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** Personal content is in `sealed` columns, encrypted with the case's own data key; times are epoch milliseconds. */
const sealed = () => blob('sealed', { mode: 'buffer' }).notNull()
const caseId = () =>
  text('case_id')
    .notNull()
    .references(() => cases.id, { onDelete: 'cascade' })

export const cases = sqliteTable('cases', {
  id: text('id').primaryKey(),
  scenario: text('scenario').notNull(),
  at: text('at').notNull(),
  wrappedKey: blob('wrapped_key', { mode: 'buffer' }).notNull(),
  keyId: text('key_id').notNull(),
  sealed: sealed(),
  createdAt: integer('created_at').notNull(),
})

export const files = sqliteTable(
  'files',
  {
    caseId: caseId(),
    sha256: text('sha256').notNull(),
    bytes: integer('bytes').notNull(),
    mediaType: text('media_type').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.sha256] })],
)

export const materials = sqliteTable(
  'materials',
  {
    id: text('id').primaryKey(),
    caseId: caseId(),
    sha256: text('sha256').notNull(),
    sealed: sealed(),
    slot: text('slot'),
    state: text('state', { enum: ['queued', 'reading', 'read', 'failed'] }).notNull(),
    pages: integer('pages').notNull().default(0),
    pagesRead: integer('pages_read').notNull().default(0),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('materials_case_file').on(t.caseId, t.sha256)],
)

export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    caseId: caseId(),
    materialId: text('material_id')
      .notNull()
      .references(() => materials.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['queued', 'running', 'done', 'dead'] }).notNull(),
    attempt: integer('attempt').notNull().default(0),
    owner: text('owner'),
    leaseUntil: integer('lease_until').notNull().default(0),
    notBefore: integer('not_before').notNull().default(0),
    lastError: text('last_error'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('jobs_open').on(t.state, t.notBefore)],
)

export const readings = sqliteTable('readings', {
  materialId: text('material_id')
    .primaryKey()
    .references(() => materials.id, { onDelete: 'cascade' }),
  caseId: caseId(),
  sealed: sealed(),
  /** Version of the reader that read it. */
  reader: text('reader').notNull().default(''),
  createdAt: integer('created_at').notNull(),
})

/** Append-only; the latest row of a field holds. */
export const formEdits = sqliteTable(
  'form_edits',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    caseId: caseId(),
    field: text('field').notNull(),
    who: text('who', { enum: ['applicant', 'staff'] }).notNull(),
    sealed: sealed(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('form_edits_case').on(t.caseId, t.field)],
)

/** What each source last answered about one key (`question`, a keyed hash: no ID number in the clear). */
export const sourceAnswers = sqliteTable(
  'source_answers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    caseId: caseId(),
    source: text('source').notNull(),
    question: text('question').notNull(),
    state: text('state').notNull(),
    sealed: sealed(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('source_answers_case').on(t.caseId, t.source)],
)

/** Append-only: the clerk's words, undo included. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    caseId: caseId(),
    point: text('point').notNull(),
    decision: text('decision', { enum: ['agree', 'override', 'correct', 'undo'] }).notNull(),
    reason: integer('reason'),
    verdict: text('verdict').notNull(),
    version: text('version').notNull(),
    sealed: sealed(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('decisions_case').on(t.caseId)],
)

/** Outlives the case; holds no personal data. Each row's hash covers the row before it. */
export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  caseId: text('case_id'),
  action: text('action').notNull(),
  requestId: text('request_id').notNull(),
  detail: text('detail').notNull().default(sql`'{}'`),
  createdAt: integer('created_at').notNull(),
  previous: text('previous').notNull(),
  hash: text('hash').notNull(),
})
