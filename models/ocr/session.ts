import { readFile } from 'node:fs/promises'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { fuseActivations } from './onnx/fuse.ts'

/** A network with one input and one output. */
export type Network = (data: Float32Array, shape: number[]) => Promise<{ data: Float32Array; shape: readonly number[] }>

/** Loads ONNX weights for one thread: two spinning threads lose against two processes, and an arena never shrinks. */
export async function loadNetwork(path: string): Promise<Network> {
  const session = await InferenceSession.create(fuseActivations(await readFile(path)), {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    enableMemPattern: false,
    graphOptimizationLevel: 'all',
  })
  const [input] = session.inputNames
  const [output] = session.outputNames
  if (!input || !output) throw new Error(`${path}: a model needs an input and an output`)
  return async (data, shape) => {
    const result = (await session.run({ [input]: new Tensor('float32', data, shape) }))[output]
    if (!result) throw new Error(`${path}: no output`)
    return { data: result.data as Float32Array, shape: result.dims }
  }
}
