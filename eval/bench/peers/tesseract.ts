import { fileURLToPath } from 'node:url'
import { createWorker, OEM } from 'tesseract.js'
import type { Peer } from './peer.ts'

const WEIGHTS = new URL('4.0.0_best_int', import.meta.resolve('@tesseract.js-data/chi_sim/package.json'))

/** `tesseract.js` with chi_sim best_int and its defaults; a worker has one thread. */
export const start: Peer = async () => {
  const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: fileURLToPath(WEIGHTS),
    cacheMethod: 'none',
    gzip: true,
  })
  return async (path) => (await worker.recognize(path)).data.text.split('\n')
}
