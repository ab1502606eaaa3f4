import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

const CASES = 'datasets/showcase/cases'

interface ShowcaseCase {
  applicant: { name: string; uscc: string; phone: string }
  /** Paths of the photographs handed in for a slot. */
  photosOf(slot: string): string[]
}

/** The same photograph in the case's clean twin. */
export const cleanTwinOf = (path: string): string => path.replace(/\/([^/]+)\/([^/]+)$/, '/$1-twin/$2')

/** The showcase's case with defects, as its folder stands. */
export function showcaseCase(): ShowcaseCase {
  const id = readdirSync(CASES).find((name) => !name.endsWith('-twin'))
  const { applicant, materials } = parse(readFileSync(`${CASES}/${id}/case.yaml`, 'utf8')) as {
    applicant: ShowcaseCase['applicant']
    materials: { file: string; slot: string }[]
  }
  return {
    applicant,
    photosOf: (slot) => materials.filter((one) => one.slot === slot).map((one) => `${CASES}/${id}/${one.file}`),
  }
}
