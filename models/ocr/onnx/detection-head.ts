import { floatOf, type Graph, intAttribute, intsAttribute, intsOf, type Node, type Tensor } from './graph.ts'
import { onlyUser } from './users.ts'

/** The default of ONNX for a normalisation that does not say its own. */
const EPSILON = 1e-5

/**
 * The head of a text detector without its large pictures. Two transposed convolutions of 2 × 2 at stride 2 look at no
 * neighbour: each pixel becomes 2 × 2 of many channels, then each of those 2 × 2 of one. The same numbers come out of two
 * 1 × 1 convolutions at the small size (the normalisation between them within their weights) and one move of channels
 * into place. A head of another shape is left alone.
 */
export function flattenHead(graph: Graph): void {
  for (const node of graph.nodes) {
    const head = node.op === 'ConvTranspose' ? headFrom(graph, node) : null
    if (!head) continue
    const small = smallHead(graph, head)
    const gone = new Set(head.nodes)
    const nodes = graph.nodes.flatMap((one) => (one === head.nodes.at(-1) ? small : gone.has(one) ? [] : [one]))
    graph.nodes.splice(0, graph.nodes.length, ...nodes)
    return
  }
}

interface Head {
  nodes: Node[]
  /** Weights of the two steps: [in, channels, 2, 2] and [channels, 1, 2, 2]. */
  widen: Tensor
  narrow: Tensor
  /** Of each channel between them, what it is multiplied by and what is added then. */
  scale: number[]
  shift: number[]
  bias: number
}

function headFrom(graph: Graph, first: Node): Head | null {
  const constant = (name: string | undefined) => graph.constants.get(name ?? '')
  const addend = (add: Node, value: string | undefined) => constant(add.inputs.find((input) => input !== value))
  const widen = doubling(graph, first)
  const add = onlyUser(graph, first.outputs[0], 'Add')
  const normal = add && onlyUser(graph, add.outputs[0], 'BatchNormalization')
  const relu = normal && onlyUser(graph, normal.outputs[0], 'Relu')
  const second = relu && onlyUser(graph, relu.outputs[0], 'ConvTranspose')
  const narrow = second && doubling(graph, second)
  const last = second && onlyUser(graph, second.outputs[0], 'Add')
  const sigmoid = last && onlyUser(graph, last.outputs[0], 'Sigmoid')
  if (!widen || !add || !normal || !relu || !second || !narrow || !last || !sigmoid) return null
  const channels = widen.dims[1] ?? 0
  const before = addend(add, first.outputs[0])
  const after = addend(last, second.outputs[0])
  const [gamma, beta, mean, variance] = normal.inputs.slice(1).map((name) => constant(name))
  if (before?.data.length !== channels || after?.data.length !== 1 || narrow.dims[1] !== 1) return null
  if (!gamma || !beta || !mean || !variance) return null
  const epsilon = floatOf(normal, 'epsilon') ?? EPSILON
  const at = (tensor: Tensor, i: number) => tensor.data[i] as number
  const scale = Array.from({ length: channels }, (_, k) => at(gamma, k) / Math.sqrt(at(variance, k) + epsilon))
  const shift = scale.map((factor, k) => (at(before, k) - at(mean, k)) * factor + at(beta, k))
  return { nodes: [first, add, normal, relu, second, last, sigmoid], widen, narrow, scale, shift, bias: at(after, 0) }
}

/** Weights of a transposed convolution that doubles both sides and has no more to it. */
function doubling(graph: Graph, node: Node): Tensor | null {
  const weights = graph.constants.get(node.inputs[1] ?? '')
  const plain =
    node.inputs.length === 2 &&
    intsOf(node, 'strides').join() === '2,2' &&
    [...intsOf(node, 'pads'), ...intsOf(node, 'output_padding')].every((pad) => pad === 0) &&
    intsOf(node, 'dilations').every((step) => step === 1)
  return weights && plain && weights.dims.slice(2).join() === '2,2' ? weights : null
}

function smallHead(graph: Graph, { nodes, widen, narrow, scale, shift, bias }: Head): Node[] {
  const [inputs = 0, channels = 0] = widen.dims
  const input = nodes[0]?.inputs[0] ?? ''
  const out = nodes.at(-1)?.outputs[0] ?? ''
  const constant = (name: string, dims: number[], value: (i: number) => number) => {
    const length = dims.reduce((a, b) => a * b)
    graph.constants.set(`${out}.${name}`, { dims, data: Float32Array.from({ length }, (_, i) => value(i)) })
    return `${out}.${name}`
  }
  // Channel q · channels + k is channel k at place q of the 2 × 2 (row by row).
  const wide = constant('widen', [4 * channels, inputs, 1, 1], (i) => {
    const [row, from] = [Math.floor(i / inputs), i % inputs]
    const [q, k] = [Math.floor(row / channels), row % channels]
    return (widen.data[(from * channels + k) * 4 + q] as number) * (scale[k] ?? 0)
  })
  const wideBias = constant('widen.bias', [4 * channels], (row) => shift[row % channels] ?? 0)
  // Pixel (y, x) of the 4 × 4 that one pixel becomes is channel 4 y + x.
  const thin = constant('narrow', [16, 4 * channels, 1, 1], (i) => {
    const [pixel, from] = [Math.floor(i / (4 * channels)), i % (4 * channels)]
    const [y, x] = [Math.floor(pixel / 4), pixel % 4]
    const own = 2 * (y >> 1) + (x >> 1) === Math.floor(from / channels)
    return own ? (narrow.data[(from % channels) * 4 + 2 * (y & 1) + (x & 1)] as number) : 0
  })
  const thinBias = constant('narrow.bias', [16], () => bias)
  const node = (op: string, from: string[], to: string, attributes: Uint8Array[] = []): Node => ({
    op,
    inputs: from,
    outputs: [`${out}${to}`],
    attributes,
  })
  const pointwise = [intsAttribute('kernel_shape', [1, 1])]
  return [
    node('Conv', [input, wide, wideBias], '.wide', pointwise),
    node('Relu', [`${out}.wide`], '.lit'),
    node('Conv', [`${out}.lit`, thin, thinBias], '.thin', pointwise),
    node('Sigmoid', [`${out}.thin`], '.pixels'),
    node('DepthToSpace', [`${out}.pixels`], '', [intAttribute('blocksize', 4)]),
  ]
}
