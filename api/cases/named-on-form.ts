import type { FormValue } from '../../rules/results.ts'

/** Organisations and addresses on a form, each once. */
export interface NamedOnForm {
  names: string[]
  addresses: string[]
}

/** Every name of an organisation and every address on the form, in its fields and in the cells of its tables. */
export function namedOnForm(form: readonly FormValue[]): NamedOnForm {
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
  return { names: [...found['org-name']], addresses: [...found.address] }
}
