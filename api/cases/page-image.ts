import type { PageSize } from '../../facts/reading.ts'
import { IntakeError } from '../../models/intake/intake-error.ts'
import { problem } from '../errors/service-error.ts'
import type { UploadedFile } from '../ports.ts'
import type { Service } from '../service.ts'
import { pageName } from './kept-pages.ts'
import { openFile } from './open-file.ts'
import { requireCase, requireMaterial } from './require-case.ts'

const viewerWidth = 1600

/**
 * The page as WebP, drawn by a reader process: as the viewer shows it (≤ 1600 px wide), once and kept sealed, or as a
 * thumbnail of another width, which is left to the browser to keep.
 */
export async function pageImage(
  service: Service,
  caseId: string,
  id: string,
  page: number,
  width = viewerWidth,
): Promise<Uint8Array> {
  await requireCase(service, caseId)
  const material = await requireMaterial(service, caseId, id)
  if (material.state === 'failed') throw problem('material-not-readable')
  const known = (await service.store.readings(caseId)).get(id)?.pages
  const size = known?.find((p) => p.page === page)
  if (known && !size) throw problem('page-not-found')
  const name = pageName(material.sha256, page)
  const kept = width === viewerWidth
  const cached = kept ? await service.files.get(caseId, name) : null
  if (cached) return service.store.unseal(caseId, cached, name)
  const file = await openFile(service, caseId, id)
  if (!file) throw problem('material-not-found')
  const image = await draw(service, file, page, width, size?.turned)
  // Before it is read a page may still turn: such a picture is not kept.
  if (size && kept) await service.files.put(caseId, name, await service.store.seal(caseId, image, name))
  return image
}

async function draw(
  service: Service,
  { bytes }: UploadedFile,
  page: number,
  width: number,
  turned: PageSize['turned'],
): Promise<Uint8Array> {
  try {
    const options = turned === undefined ? { width } : { width, turned }
    return (await service.reader.raster({ bytes }, page, options)).webp
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    throw problem('material-not-readable', { detail: error.message })
  }
}
