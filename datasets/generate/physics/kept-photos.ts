import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sheet } from '../pages/primitives/sheet.ts'
import type { Photo } from './photo.ts'
import { type Jpeg, takePhoto } from './take.ts'

/** Photographs a sheet, like `takePhoto`. */
export type Camera = (sheet: Sheet, photo: Photo) => Promise<Jpeg>

/**
 * A camera that keeps its pictures in `folder` by the sheet's pixels, the photo's settings and the code that takes it: a
 * set drawn anew after a label was mended takes no picture twice.
 */
export function keepingCamera(folder: string): Camera {
  mkdirSync(folder, { recursive: true })
  const version = codeVersion()
  return async (sheet, photo) => {
    const settings = JSON.stringify([version, sheet.canvas.width, sheet.width, sheet.height, sheet.card, photo])
    const hash = createHash('sha256').update(settings).update(sheet.canvas.data())
    if (sheet.over) hash.update(sheet.over.data())
    const key = hash.digest('hex')
    const [picture, where] = [join(folder, `${key}.jpg`), join(folder, `${key}.json`)]
    if (existsSync(picture)) return { bytes: readFileSync(picture), ...JSON.parse(readFileSync(where, 'utf8')) }
    const { bytes, ...place } = await takePhoto(sheet, photo)
    writeFileSync(where, JSON.stringify(place))
    // Written beside and renamed: a killed run leaves no half picture behind.
    writeFileSync(`${picture}.${process.pid}`, bytes)
    renameSync(`${picture}.${process.pid}`, picture)
    return { bytes, ...place }
  }
}

function codeVersion(): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions))
  for (const name of readdirSync(import.meta.dirname).sort())
    if (!name.endsWith('.test.ts')) hash.update(readFileSync(join(import.meta.dirname, name)))
  return hash.digest('hex')
}
