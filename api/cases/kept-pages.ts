import type { Service } from '../service.ts'

/** Under which name the picture of a file's page is kept. */
export const pageName = (hash: string, page: number): string => `${hash}.${page}.webp`

/** Drops the kept pictures of a file's pages. */
export async function forgetPages(service: Service, caseId: string, hash: string, pages: number): Promise<void> {
  for (let page = 1; page <= pages; page++) await service.files.remove(caseId, pageName(hash, page))
}
