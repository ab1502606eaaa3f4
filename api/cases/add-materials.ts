import { randomUUID } from 'node:crypto'
import { IntakeError } from '../../models/intake/intake-error.ts'
import { sniff } from '../../models/intake/sniff.ts'
import type { Problem, UploadOutcome } from '../client.ts'
import { problem, ServiceError } from '../errors/service-error.ts'
import { problemDocument } from '../errors/to-problem.ts'
import { megabyte } from '../http/body.ts'
import type { Service } from '../service.ts'
import { sha256 } from '../store/files.ts'
import { safeFileName } from './file-name.ts'
import { forgetPages } from './kept-pages.ts'
import { fileContext } from './open-file.ts'
import { requireCase, requireScenario } from './require-case.ts'
import { materialView } from './view-case.ts'

/** Stores every usable file and queues its reading; one bad file never costs the others. */
export async function addMaterials(
  service: Service,
  caseId: string,
  uploads: readonly File[],
  slot: string | null,
  requestId: string,
): Promise<UploadOutcome[]> {
  const row = await requireCase(service, caseId)
  requireSlot(service, row.scenario, slot)
  if (uploads.length === 0) throw problem('nothing-uploaded')
  const outcomes: UploadOutcome[] = []
  for (const upload of uploads) outcomes.push(await addOne(service, caseId, upload, slot, requestId))
  service.worker.wake()
  service.progress.moved(caseId)
  if (outcomes.every(({ outcome }) => outcome === 'refused')) throw allRefused(outcomes)
  return outcomes
}

export function requireSlot(service: Service, scenario: string, slot: string | null): void {
  if (slot === null) return
  const slots = requireScenario(service.judgement, scenario).materials.map((material) => material.slot)
  if (slots.includes(slot)) return
  throw problem('unknown-slot', { fix: `可用的材料位：${slots.join('、')}`, members: { slots } })
}

async function addOne(
  service: Service,
  caseId: string,
  upload: File,
  slot: string | null,
  requestId: string,
): Promise<UploadOutcome> {
  const fileName = safeFileName(upload.name)
  try {
    const bytes = new Uint8Array(await upload.arrayBuffer())
    const mediaType = checkFile(bytes, service.config.fileLimitBytes)
    const hash = sha256(bytes)
    await service.files.put(caseId, hash, await service.store.seal(caseId, bytes, fileContext(hash)))
    const id = randomUUID()
    const added = await service.store.addMaterial(
      { id, caseId, sha256: hash, fileName, mediaType, bytes: bytes.byteLength, slot },
      { requestId, action: 'material.add', detail: { material: id, bytes: bytes.byteLength, mediaType } },
      service.reader.version?.(),
    )
    const notes = added.again ? ['这份材料已上传过，正在重新识别'] : added.duplicate ? ['这份材料已上传过'] : []
    // The new reading may turn a page another way.
    if (added.again) await forgetPages(service, caseId, hash, added.material.pages)
    const read = added.duplicate ? (await service.store.readings(caseId)).get(added.material.id) : undefined
    const material = materialView(
      added.material,
      { placed: null, documents: read?.documents ?? [], pages: read?.pages ?? [] },
      notes,
    )
    return { fileName, outcome: added.duplicate ? 'duplicate' : 'accepted', material }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { fileName, outcome: 'refused', problem: problemDocument(error) }
  }
}

const documentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Media type told by content; throws the reason why a file cannot be used. */
export function checkFile(bytes: Uint8Array, limitBytes: number): string {
  if (bytes.byteLength > limitBytes) {
    throw problem('file-too-large', { detail: `文件超过 ${Math.floor(limitBytes / megabyte)} MB 的上限` })
  }
  try {
    const kind: string = sniff(bytes)
    return documentTypes[kind] ?? `image/${kind}`
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error
    const [what = '', how = ''] = error.message.split(/(?<=。)(.*)/s)
    throw problem(error.code === 'empty-file' ? 'empty-file' : 'unsupported-type', {
      detail: what.replace(/。$/, ''),
      ...(how === '' ? {} : { fix: how.replace(/。$/, '') }),
    })
  }
}

function allRefused(outcomes: readonly UploadOutcome[]): ServiceError {
  const problems = outcomes.map(({ problem: reason }) => reason).filter((p): p is Problem => p !== undefined)
  const [first] = problems
  if (outcomes.length === 1 && first) {
    const { code, detail, fix } = first
    return problem(code as ServiceError['code'], { detail, fix, members: { files: outcomes } })
  }
  const detail = outcomes.map(({ fileName, problem: reason }) => `${fileName}：${reason?.detail ?? ''}`).join('；')
  return problem('no-usable-file', { detail, members: { files: outcomes } })
}
