import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { world } from '../world/world.ts'
import { assemble } from './assemble.ts'
import { S001 } from './s001/recipe.ts'
import { writeCase } from './write.ts'

test('a PDF of several pages is one file of its paper', async () => {
  const made = assemble(S001, world(20, '2026-11-16'), [])
  const lease = made.papers.find(({ type }) => type === 'LSE')
  if (!lease) throw new Error('no lease drawn')
  const folder = mkdtempSync(join(tmpdir(), 'fp-write-'))
  try {
    const one = { ...made, papers: [{ ...lease, pdf: true }] }
    const files = await writeCase(folder, one, { generator: 'test', seed: 20 })
    expect(files.get(lease.key)).toEqual(['01.pdf'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
