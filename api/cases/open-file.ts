import type { UploadedFile } from '../ports.ts'
import type { Service } from '../service.ts'

export const fileContext = (sha256: string): string => `file ${sha256}`

/** The uploaded bytes of a material, unsealed; null when the material or its file is gone. */
export async function openFile(service: Service, caseId: string, materialId: string): Promise<UploadedFile | null> {
  const material = await service.store.material(caseId, materialId)
  if (!material) return null
  const sealed = await service.files.get(caseId, material.sha256)
  if (!sealed) return null
  const bytes = await service.store.unseal(caseId, sealed, fileContext(material.sha256))
  return { bytes, fileName: material.fileName }
}
