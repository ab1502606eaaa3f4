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

/** E, H and I as bits of 5 × 5, row by row. */
const LETTERS = [0b1111010000111101000011110, 0b1000110001111111000110001, 0b1111100100001000010011111]

/** Rows of letters, dark on white, so that there is print to find and to read: three equal planes. */
function printed([, planes = 0, height = 0, width = 0]: number[]): Float32Array {
  const size = width * height
  return Float32Array.from({ length: planes * size }, (_, i) => {
    const [x, y] = [(i % size) % width, Math.floor((i % size) / width)]
    const [column, row] = [Math.floor((x - 8) / 24), Math.floor(y / 40)]
    const [u, v] = [Math.floor(((x - 8) % 24) / 4), Math.floor(((y % 40) - 8) / 4)]
    const inside = x >= 8 && x < width - 8 && u < 5 && v >= 0 && v < 5
    return inside && ((LETTERS[(column + row) % 3] ?? 0) >> (24 - 5 * v - u)) & 1 ? -1.8 : 2.2
  })
}

test.each([
  ['recognition', weights.recognition, [1, 3, 48, 200]],
  ['detection', weights.detection, [1, 3, 160, 128]],
])('the fused %s network computes the same numbers with far fewer nodes', async (_, path, shape) => {
  const model = new Uint8Array(readFileSync(path))
  const fused = fuseActivations(model)
  const input = new Tensor('float32', printed(shape), shape)
  const [before, after] = [await outputOf(model, input), await outputOf(fused, input)]
  expect(after.length).toBe(before.length)
  expect(before.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(0.5)
  expect(before.reduce((most, value, i) => Math.max(most, Math.abs(value - (after[i] ?? 9))), 0)).toBeLessThan(1e-4)
  expect(readGraph(fused).nodes.length).toBeLessThan(0.75 * readGraph(model).nodes.length)
})

test('a model is a message whose fields come back byte by byte', () => {
  const model = new Uint8Array(readFileSync(weights.detection))
  const again = Buffer.concat(fieldsOf(model).map(sameField))
  expect(again.compare(model)).toBe(0)
})
