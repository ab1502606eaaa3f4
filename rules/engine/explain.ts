import type { TraceNode } from '../results.ts'
import type { Step } from './evaluate.ts'
import type { Read } from './knowledge.ts'

/** The children that make a step what it is: one clear false settles an `and`, every part carries a true one. */
export function decidingChildren(step: Step): readonly Step[] {
  const { result, children } = step
  if (children.length === 0) return children
  if (result === null) return children.filter((child) => child.result === null)
  switch (step.kind) {
    case 'and':
    case 'every':
      return result ? children : children.filter((child) => child.result === false)
    case 'or':
    case 'some':
      return result ? children.filter((child) => child.result === true) : children
    default:
      return children.filter((child) => child.result !== null)
  }
}

/** Every fact that settled the step, or, when it is unknown, everything that the unknown clauses read. */
export function decidingReads(step: Step): Read[] {
  const found = new Map<string, Read>()
  collectDeciding(step, found)
  return [...found.values()]
}

function collectDeciding(step: Step, found: Map<string, Read>): void {
  if (step.children.length === 0 || step.result === null) for (const read of step.reads) found.set(read.path, read)
  if (step.children.length === 0) return
  const children = decidingChildren(step)
  // The branch that was taken says more than the question that led to it.
  if (step.kind === 'if') for (let i = children.length; i-- > 0; ) collectDeciding(children[i] as Step, found)
  else for (const child of children) collectDeciding(child, found)
}

/** All facts that the step read, each once. */
export function allReads(step: Step): Read[] {
  const found = new Map<string, Read>()
  collectReads(step, found)
  return [...found.values()]
}

/** Single facts that the step read, each once: no certificates, rows or files of a list. */
export function singleReads(step: Step): Read[] {
  const found = new Map<string, Read>()
  collectSingle(step, found)
  return [...found.values()]
}

function collectSingle(step: Step, found: Map<string, Read>): void {
  for (const read of step.reads) if (!read.path.includes('[')) found.set(read.path, read)
  for (const child of step.children) collectSingle(child, found)
}

function collectReads(step: Step, found: Map<string, Read>): void {
  for (const read of step.reads) found.set(read.path, read)
  for (const child of step.children) collectReads(child, found)
}

/**
 * How sure a definite result is, 0–1: a clause is as sure as its least sure fact; where several clauses each suffice,
 * as sure as the surest of them. 0 when unknown.
 */
export function certainty(step: Step): number {
  if (step.result === null) return 0
  let least = 1
  if (step.children.length === 0) {
    for (const { fact } of step.reads) least = Math.min(least, fact?.confidence ?? 1)
    return least
  }
  const anySuffices =
    ((step.kind === 'and' || step.kind === 'every') && !step.result) ||
    ((step.kind === 'or' || step.kind === 'some') && step.result)
  let most = Number.NEGATIVE_INFINITY
  for (const child of decidingChildren(step)) {
    const sure = certainty(child)
    least = Math.min(least, sure)
    most = Math.max(most, sure)
  }
  return anySuffices ? most : least
}

/** Clauses that FEEL could not decide, innermost. */
export function unknownLeaves(step: Step): Step[] {
  const found: Step[] = []
  collectUnknown(step, found)
  return found
}

function collectUnknown(step: Step, found: Step[]): void {
  if (step.result !== null) return
  const isInner = step.children.some((child) => child.result === null)
  if (!isInner || step.reads.some((read) => read.obstacle)) found.push(step)
  for (const child of step.children) collectUnknown(child, found)
}

/** Rounds of `every` that came out false: the certificates, rows or files that a message names. */
export function failingItems(step: Step): NonNullable<Step['subject']>[] {
  const own = step.kind === 'item' && step.result === false && step.subject ? [step.subject] : []
  return own.length > 0 ? own : decidingChildren(step).flatMap(failingItems)
}

/** The explanation as stored with a finding: of a quantifier's rounds, those that settled it. */
export function toTrace(step: Step): TraceNode {
  const rounds = step.kind === 'every' || step.kind === 'some'
  return {
    text: step.text,
    result: step.result,
    reads: step.reads.map((read) => read.path),
    children: (rounds ? decidingChildren(step) : step.children).map(toTrace),
  }
}
