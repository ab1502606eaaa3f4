import { CARDS } from './cards.ts'
import { CERTIFICATES } from './certificates.ts'
import { DECLARATIONS } from './declarations.ts'
import { FIRMS } from './firms.ts'
import { GOVERNANCE } from './governance.ts'
import { LICENCES } from './licences.ts'
import { MEDICAL } from './medical.ts'
import { PERMITS } from './permits.ts'
import { PERSONS } from './persons.ts'
import { PHARMACIES } from './pharmacies.ts'
import { PREMISES } from './premises.ts'
import { QUALIFICATIONS } from './qualifications.ts'
import type { Sample } from './sample.ts'
import { SITES } from './sites.ts'
import { WORKS } from './works.ts'

export type { Sample } from './sample.ts'

/** Every sample: of each document type at least a usual and an awkward layout. */
export const SAMPLES: readonly Sample[] = [
  ...LICENCES,
  ...PHARMACIES,
  ...PERMITS,
  ...WORKS,
  ...PERSONS,
  ...CARDS,
  ...QUALIFICATIONS,
  ...MEDICAL,
  ...FIRMS,
  ...GOVERNANCE,
  ...SITES,
  ...CERTIFICATES,
  ...DECLARATIONS,
  ...PREMISES,
]
