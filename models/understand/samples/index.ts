import { FIRMS } from './firms.ts'
import { LICENCES } from './licences.ts'
import { MEDICAL } from './medical.ts'
import { PERMITS } from './permits.ts'
import { PERSONS } from './persons.ts'
import { QUALIFICATIONS } from './qualifications.ts'
import type { Sample } from './sample.ts'
import { SITES } from './sites.ts'

export type { Sample } from './sample.ts'

/** Every sample: of each document type at least a usual and an awkward layout. */
export const SAMPLES: readonly Sample[] = [
  ...LICENCES,
  ...PERMITS,
  ...PERSONS,
  ...QUALIFICATIONS,
  ...MEDICAL,
  ...FIRMS,
  ...SITES,
]
