import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, test } from 'vitest'
import { defaultWeights } from '../weights.ts'
import { fuseActivations } from './fuse.ts'
import { readGraph } from './graph.ts'
import { fieldsOf, sameField } from './protobuf.ts'

const weights = defaultWeights()

async function outputOf(model: Uint8Array, input: Tensor): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 })
  const result = await session.run({ [session.inputNames[0] ?? '']: input })
  await session.release()
  return result[session.outputNames[0] ?? '']?.data as Float32Array
}

test.each([
  ['recognition', weights.recognition, [1, 3, 48, 200]],
  ['detection', weights.detection, [1, 3, 160, 128]],
])('the fused %s network computes the same numbers with far fewer nodes', async (_, path, shape) => {
  const model = new Uint8Array(readFileSync(path))
  const fused = fuseActivations(model)
  // A fixed pattern with edges and flat parts, as pages have.
  const size = shape.reduce((a, b) => a * b)
  const input = new Tensor(
    'float32',
    Float32Array.from({ length: size }, (_, i) => Math.sin(i * 0.37) * ((i >> 5) % 3)),
    shape,
  )
  const [before, after] = [await outputOf(model, input), await outputOf(fused, input)]
  expect(after.length).toBe(before.length)
  expect(before.reduce((most, value, i) => Math.max(most, Math.abs(value - (after[i] ?? 9))), 0)).toBeLessThan(1e-4)
  expect(readGraph(fused).nodes.length).toBeLessThan(0.75 * readGraph(model).nodes.length)
})

test('a model is a message whose fields come back byte by byte', () => {
  const model = new Uint8Array(readFileSync(weights.detection))
  const again = Buffer.concat(fieldsOf(model).map(sameField))
  expect(again.compare(model)).toBe(0)
})
