import { type Checks, person } from '../label.ts'

export const CHECKS: Checks = {
  'SITE-P01': () => person('须到现场核查'),
}
