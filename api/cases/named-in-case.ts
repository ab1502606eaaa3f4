import type { CaseFacts, FormValue } from '../../rules/results.ts'

/** What a case names that sources are asked by, each once. */
export interface NamedInCase {
  /** Organisations and addresses on the form. */
  names: string[]
  addresses: string[]
  /** What stands under the paths that rules ask a source by, on the form or on uploaded papers. */
  byPath: ReadonlyMap<string, readonly string[]>
}

export const NOTHING_NAMED: NamedInCase = { names: [], addresses: [], byPath: new Map() }

/** Every organisation and address on the form, in fields and in cells of tables, and what was read under these paths. */
export function namedInCase(form: readonly FormValue[], facts: CaseFacts, paths: readonly string[]): NamedInCase {
  const found = { 'org-name': new Set<string>(), address: new Set<string>() }
  const take = (type: string, value: unknown) => {
    if ((type === 'org-name' || type === 'address') && typeof value === 'string' && value !== '') found[type].add(value)
  }
  for (const { type, value, columns = [] } of form) {
    take(type, value)
    for (const row of Array.isArray(value) ? value : []) {
      for (const column of typeof row === 'object' ? columns : []) take(column.type, row[column.name as never])
    }
  }
  const byPath = new Map(paths.map((path) => [path, valuesAt(path, facts)]))
  return { names: [...found['org-name']], addresses: [...found.address], byPath }
}

/** Of one document's field, of that field in every document of a list, or of a column of a table. */
function valuesAt(path: string, { facts, lists }: CaseFacts): string[] {
  const [head = '', ...field] = path.split('.')
  const listed = (lists.get(head) ?? []).map((item) => item.get(field.join('.')))
  const table = facts.get([head, ...field.slice(0, -1)].join('.'))?.value
  const rows = Array.isArray(table) ? table : []
  const cells = rows.map((row) => (typeof row === 'object' ? row[field.at(-1) ?? ''] : null))
  const read = [facts.get(path), ...listed].flatMap((fact) => (fact?.state === 'ok' ? [fact.value] : []))
  const values = [...read, ...cells]
  return [...new Set(values.filter((value) => typeof value === 'string' && value !== ''))] as string[]
}
