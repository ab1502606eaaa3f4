import { readFile } from 'node:fs/promises'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { fuseActivations } from './onnx/fuse.ts'

/** A network with one input and one output. */
export type Network = (data: Float32Array, shape: number[]) => Promise<{ data: Float32Array; shape: readonly number[] }>

export interface NetworkOptions {
  /**
   * A pool of its own for what lies between input and output. It never shrinks, but a network whose inputs are all about one
   * size leaves fewer holes in it than in the heap: measured for the detector over mixed shapes, 80 MB and 4 % of its time less.
   */
  ownMemory?: boolean
}

/** Loads ONNX weights for one thread: two spinning threads lose against two processes. */
export async function loadNetwork(path: string, { ownMemory = false }: NetworkOptions = {}): Promise<Network> {
  const session = await InferenceSession.create(fuseActivations(await readFile(path)), {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: ownMemory,
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
