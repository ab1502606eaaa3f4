import { expect, test } from 'vitest'
import { createJudgement } from './judgement.ts'
import { reloadableJudgement } from './reloadable-judgement.ts'

test('a reload takes the new catalogue; a broken one is refused and the last good one stays', () => {
  const first = createJudgement()
  const loads = [() => first, () => ({ ...first, catalogue: 'second' })]
  const { judgement, reload } = reloadableJudgement(() => {
    const next = loads.shift()
    if (!next) throw new Error('matter.yaml:3:1 broken')
    return next()
  })
  expect(judgement.catalogue).toBe(first.catalogue)
  reload()
  expect(judgement.catalogue).toBe('second')
  expect(reload).toThrow('broken')
  expect(judgement.catalogue).toBe('second')
  expect(judgement.scenarios().length).toBeGreaterThan(0)
})
