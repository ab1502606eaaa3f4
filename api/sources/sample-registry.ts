import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parse } from 'yaml'
import type { SourceAnswer } from '../../rules/results.ts'
import type { SourceConnector, SourceKey } from './connector.ts'
import {
  absentAnswer,
  answerOf,
  answersTo,
  isCovered,
  type RegistryRecord,
  type SourceRecords,
  sourceRecordsSchema,
  uncoveredAnswer,
} from './registry-records.ts'

/** The embedded sample of shared government data (fictional records), in SQLite. */
export interface SampleRegistry {
  /** Null for a source without a data file, or with one that holds nothing, not even an empty list: nobody is there to ask, which is not "no such record". */
  connector(source: string, agency: string): SourceConnector | null
  records(source: string): number
  close(): void
}

interface Row {
  keys: string
  about: string | null
  as_of: string
  state: string
  record: string
}

/** Seeds a database at `path` from `folder` (one YAML list of records per source, named after it). */
export function sampleRegistry(path: string, folder: string, today: () => string): SampleRegistry {
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.exec(`
    DROP TABLE IF EXISTS records;
    CREATE TABLE records (source TEXT NOT NULL, cnid TEXT, uscc TEXT, keys TEXT NOT NULL, about TEXT,
      as_of TEXT NOT NULL, state TEXT NOT NULL, record TEXT NOT NULL);
    CREATE INDEX records_cnid ON records (source, cnid);
    CREATE INDEX records_uscc ON records (source, uscc);
  `)
  const loaded = new Map<string, SourceRecords['covers']>()
  const insert = sqlite.prepare('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  sqlite.transaction(() => {
    for (const { source, covers, records } of readFolder(folder)) {
      loaded.set(source, covers)
      for (const { keys, about, asOf, state, record } of records) {
        insert.run(
          source,
          keys.cnid ?? null,
          keys.uscc ?? null,
          JSON.stringify(keys),
          about,
          asOf,
          state,
          JSON.stringify(record),
        )
      }
    }
  })()
  const byKey = {
    cnid: sqlite.prepare<[string, string], Row>('SELECT * FROM records WHERE source = ? AND cnid = ?'),
    uscc: sqlite.prepare<[string, string], Row>('SELECT * FROM records WHERE source = ? AND uscc = ?'),
  }
  const all = sqlite.prepare<[string], Row>('SELECT * FROM records WHERE source = ?')
  // Names and addresses are compared by what they mean, which no index knows; the sample is small.
  const found = (source: string, key: SourceKey) =>
    key.kind === 'cnid' || key.kind === 'uscc'
      ? byKey[key.kind].all(source, key.value)
      : all
          .all(source)
          .filter(
            (row) => row.keys !== '{}' && answersTo({ keys: JSON.parse(row.keys) as RegistryRecord['keys'] }, key),
          )
  const count = sqlite.prepare<[string], { n: number }>('SELECT count(*) AS n FROM records WHERE source = ?')

  return {
    records: (source) => count.get(source)?.n ?? 0,
    connector(source, agency) {
      const covers = loaded.get(source)
      if (covers === undefined) return null
      return {
        source,
        agency,
        async ask(key) {
          if (!isCovered(covers, key)) return [uncoveredAnswer(source, today())]
          const rows = found(source, key)
          if (rows.some((row) => row.state === 'unavailable')) throw new Error('unavailable')
          return rows.length > 0 ? rows.map((row) => toAnswer(source, row, today())) : [absentAnswer(source, today())]
        },
      }
    },
    close: () => void sqlite.close(),
  }
}

/** A record as of 当日 answers like an authority asked live: it is as fresh as the question. */
function toAnswer(source: string, row: Row, today: string): SourceAnswer {
  const record = JSON.parse(row.record) as SourceAnswer['record']
  const state = row.state as RegistryRecord['state']
  const answer = answerOf(source, { about: row.about, asOf: row.as_of, state, record })
  return row.as_of === '当日' ? { ...answer, asOf: today } : answer
}

function readFolder(folder: string): ({ source: string } & SourceRecords)[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => {
      const content: unknown = parse(readFileSync(join(folder, name), 'utf8'))
      // Nothing, or comments only: a file somebody has yet to fill says nothing about anyone.
      if (content === null || content === undefined) return []
      const parsed = sourceRecordsSchema.safeParse(content)
      if (!parsed.success) throw new Error(`${join(folder, name)}: ${parsed.error.message}`)
      return { source: basename(name, '.yaml'), ...parsed.data }
    })
}
