import Ocr from '@gutenye/ocr-node'
import type { Peer } from './peer.ts'

/** `@gutenye/ocr-node` with its defaults: the same weights as ours. */
export const start: Peer = async (threads) => {
  const ocr = await Ocr.create(threads > 0 ? { onnxOptions: { intraOpNumThreads: threads } } : {})
  return async (path) => {
    const lines: { text: string }[] = await ocr.detect(path)
    return lines.map(({ text }) => text)
  }
}
