import { addressFunctions } from './addresses.ts'
import { amountFunctions } from './amounts.ts'
import { careFunctions } from './care.ts'
import type { DocumentedFunctions } from './documented.ts'
import { healthAndWorkFunctions } from './health-and-work.ts'
import { judgementFunctions } from './judgement.ts'
import { nameFunctions } from './names.ts'
import { numberFunctions } from './numbers.ts'
import { organisationFunctions } from './organisations.ts'
import { particularFunctions } from './particulars.ts'
import { periodFunctions } from './periods.ts'
import { regionFunctions } from './regions.ts'
import { statementFunctions } from './statements.ts'

/** Every function that rules may call by its Chinese name: plain values in (ISO dates), plain values out, null = unknown. */
export const feelFunctions: DocumentedFunctions = {
  ...addressFunctions,
  ...regionFunctions,
  ...nameFunctions,
  ...numberFunctions,
  ...particularFunctions,
  ...periodFunctions,
  ...amountFunctions,
  ...statementFunctions,
  ...careFunctions,
  ...organisationFunctions,
  ...judgementFunctions,
  ...healthAndWorkFunctions,
}
