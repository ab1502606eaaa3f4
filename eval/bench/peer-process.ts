/** One process of the peer, `@gutenye/ocr-node`: reads the photographs it is sent, answers with their texts. */
import Ocr from '@gutenye/ocr-node'

const threads = Number(process.argv[2] ?? 0)
const ocr = await Ocr.create(threads > 0 ? { onnxOptions: { intraOpNumThreads: threads } } : {})

process.on('message', async (path: string) => {
  const lines: { text: string }[] = await ocr.detect(path)
  process.send?.(lines.map(({ text }) => text))
})
process.on('disconnect', () => process.exit(0))
