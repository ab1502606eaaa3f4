import { reactive, watch } from 'vue'
import { t } from '../strings/index.ts'
import { announce } from './announce.ts'
import { addMaterial, type Trouble, troubleOf } from './api.ts'
import { lookAtPhoto, refusal } from './photo-hints.ts'
import { dropMaterial, follow, refresh, state } from './use-case.ts'

/** A file on its way to the service, or refused by it. */
export interface Upload {
  key: number
  fileName: string
  slot: string | null
  /** Share sent, 0–1. */
  sent: number
  trouble: Trouble | null
}

/** Files that the service does not have yet, in the order chosen. */
export const uploads = reactive<Upload[]>([])

/** Advice given in the browser, by material id. */
export const hints = reactive(new Map<string, string[]>())

/** Small pictures made in the browser, by material id; a resumed case has none. */
export const previews = reactive(new Map<string, string>())

/** Files chosen again: material id → name of the file chosen last. */
export const repeats = reactive(new Map<string, string>())

/** Retakes under way: material id → the material it replaces once it has been read. */
const replacing = new Map<string, { id: string; fileName: string }>()

/** The old photograph stays until the new one is read, so that a bad retake costs nothing. */
watch(
  () => state.view?.materials,
  (materials) => {
    for (const { id, state: reading } of materials ?? []) {
      const old = replacing.get(id)
      if (!old || (reading !== 'read' && reading !== 'failed')) continue
      replacing.delete(id)
      if (reading === 'read') void dropMaterial(old.id, old.fileName)
    }
  },
)

let queue: Promise<void> = Promise.resolve()
let nextKey = 1

/** Sends files one after another (a phone's uplink is narrow); a retake later removes the material it replaces. */
export function send(files: Iterable<File>, slot: string | null, replaces?: { id: string; fileName: string }): void {
  for (const file of files) {
    const upload = reactive<Upload>({ key: nextKey++, fileName: file.name, slot, sent: 0, trouble: null })
    uploads.push(upload)
    const caseId = state.view?.id
    const useless = refusal(file)
    if (useless) {
      upload.trouble = { code: 'refused-here', message: useless, fix: '' }
      announce(`${file.name}：${useless}`)
    } else if (caseId) queue = queue.then(() => sendOne(caseId, file, upload, replaces))
  }
}

async function sendOne(
  caseId: string,
  file: File,
  upload: Upload,
  replaces?: { id: string; fileName: string },
): Promise<void> {
  const look = lookAtPhoto(file)
  try {
    const { material, duplicate } = await addMaterial(caseId, file, upload.slot, (share) => {
      upload.sent = share
    })
    const { advice, preview } = await look
    hints.set(material.id, advice)
    if (preview) previews.set(material.id, preview)
    if (duplicate) {
      repeats.set(material.id, file.name)
      announce(t.hints.duplicate(file.name))
    }
    if (state.view?.id === caseId) {
      if (replaces && replaces.id !== material.id) replacing.set(material.id, replaces)
      await refresh()
      follow()
    }
    forget(upload.key)
  } catch (error) {
    upload.trouble = troubleOf(error)
    announce(`${t.app.problem}：${upload.trouble.message}`)
  }
}

/** Takes a refused file off the list. */
export function forget(key: number): void {
  const at = uploads.findIndex((upload) => upload.key === key)
  if (at >= 0) uploads.splice(at, 1)
}
