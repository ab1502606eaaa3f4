import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sheet } from '../pages/primitives/sheet.ts'
import { keepingCamera } from './kept-photos.ts'
import { scan } from './photo.ts'
import { takePhoto } from './take.ts'

const page = (grey: string) =>
  sheet({ width: 60, height: 40, density: 4, paper: grey }, (ctx) => ctx.fillText('样张', 10, 10))
const photo = scan('a', 240)

test('a kept picture is the one that was taken, and another sheet or another light has its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'))
  const camera = keepingCamera(folder)
  const taken = await camera(page('#fff'), photo)
  expect(taken).toEqual(await takePhoto(page('#fff'), photo))
  const [kept] = readdirSync(folder).filter((name) => name.endsWith('.jpg'))
  writeFileSync(join(folder, kept ?? ''), 'as kept')
  expect((await camera(page('#fff'), photo)).bytes.toString()).toBe('as kept')
  expect(await camera(page('#eee'), photo)).toEqual(await takePhoto(page('#eee'), photo))
  const darker = { ...photo, lowLight: 0.5 }
  expect(await camera(page('#fff'), darker)).toEqual(await takePhoto(page('#fff'), darker))
})
