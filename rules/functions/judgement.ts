import type { DocumentedFunctions } from './documented.ts'

/** Clauses that no record settles: a person looks. */
export const judgementFunctions: DocumentedFunctions = {
  须人工看: {
    params: ['text'],
    returns: 'boolean',
    run: () => null,
    doc: '写明要人看什么；永远未知，所以这一句总是转人工',
  },
}
