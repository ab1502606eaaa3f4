import { feelFunctions } from './index.ts'

/** For tests: what a rule function answers. */
export function call(name: string, ...args: unknown[]): unknown {
  const found = feelFunctions[name]
  if (!found) throw new Error(`no function ${name}`)
  return (found.run as (...inner: unknown[]) => unknown)(...args)
}

/** For tests: a function, what it is asked, what it answers. */
export type Case = [name: string, args: unknown[], result: unknown]
