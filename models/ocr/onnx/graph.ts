import {
  bytesField,
  concat,
  type Field,
  fieldsOf,
  floatField,
  integers,
  sameField,
  textField,
  varintField,
} from './protobuf.ts'

/** Field numbers of onnx.proto. */
const MODEL = { graph: 7 }
const GRAPH = { node: 1, initializer: 5, output: 12 }
const NODE = { input: 1, output: 2, name: 3, op: 4, attribute: 5 }
const ATTRIBUTE = { name: 1, float: 2, tensor: 5, ints: 8, type: 20 }
const TENSOR = { dims: 1, type: 2, floats: 4, name: 8, raw: 9 }
const TYPE = { float: 1, tensor: 4, ints: 7 }

export interface Tensor {
  dims: number[]
  data: Float32Array
}

/** A node; `attributes` are kept as they were read. */
export interface Node {
  op: string
  inputs: string[]
  outputs: string[]
  attributes: Uint8Array[]
}

/** The part of an ONNX model that is rewritten, and the rest as it was. */
export interface Graph {
  nodes: Node[]
  /** Float constants by name; other kinds stay nodes or initializers. */
  constants: Map<string, Tensor>
  outputs: Set<string>
  /** Puts the model together again. */
  encode(): Uint8Array
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const one = (fields: Field[], number: number) => fields.find((field) => field.number === number)

/** Reads a model. */
export function readGraph(model: Uint8Array): Graph {
  const modelFields = fieldsOf(model)
  const graphFields = fieldsOf(one(modelFields, MODEL.graph)?.bytes ?? new Uint8Array())
  const constants = new Map<string, Tensor>()
  const nodes: Node[] = []
  for (const { number, bytes } of graphFields) {
    if (number !== GRAPH.node) continue
    const node = readNode(bytes)
    const value = node.op === 'Constant' ? attribute(node, 'value') : undefined
    const tensor = value && readTensor(one(value, ATTRIBUTE.tensor)?.bytes ?? new Uint8Array())
    if (tensor) constants.set(node.outputs[0] ?? '', tensor)
    else nodes.push(node)
  }
  const outputs = graphFields
    .filter(({ number }) => number === GRAPH.output)
    .map(({ bytes }) => text(one(fieldsOf(bytes), 1)?.bytes ?? new Uint8Array()))
  const graph: Graph = {
    nodes,
    constants,
    outputs: new Set(outputs),
    encode() {
      const used = new Set(nodes.flatMap(({ inputs }) => inputs))
      const kept = [...constants].filter(([name]) => used.has(name) || graph.outputs.has(name))
      const body = concat([
        ...kept.map(([name, tensor]) => bytesField(GRAPH.node, encodeNode(constantNode(name, tensor)))),
        ...nodes.map((node) => bytesField(GRAPH.node, encodeNode(node))),
        ...graphFields.filter(({ number }) => number !== GRAPH.node).map(sameField),
      ])
      return concat(
        modelFields.map((field) => (field.number === MODEL.graph ? bytesField(MODEL.graph, body) : sameField(field))),
      )
    },
  }
  return graph
}

function readNode(bytes: Uint8Array): Node {
  const fields = fieldsOf(bytes)
  const all = (number: number) => fields.filter((field) => field.number === number).map((field) => field.bytes)
  return {
    op: text(one(fields, NODE.op)?.bytes ?? new Uint8Array()),
    inputs: all(NODE.input).map(text),
    outputs: all(NODE.output).map(text),
    attributes: all(NODE.attribute),
  }
}

const encodeNode = ({ op, inputs, outputs, attributes }: Node): Uint8Array =>
  concat([
    ...inputs.map((name) => textField(NODE.input, name)),
    ...outputs.map((name) => textField(NODE.output, name)),
    textField(NODE.name, outputs[0] ?? ''),
    textField(NODE.op, op),
    ...attributes.map((bytes) => bytesField(NODE.attribute, bytes)),
  ])

/** Fields of a node's attribute. */
function attribute(node: Node, name: string): Field[] | undefined {
  return node.attributes
    .map(fieldsOf)
    .find((fields) => text(one(fields, ATTRIBUTE.name)?.bytes ?? new Uint8Array()) === name)
}

/** A node's list of integers, such as a convolution's `pads`; empty when it has none. */
export const intsOf = (node: Node, name: string): number[] => integers(attribute(node, name) ?? [], ATTRIBUTE.ints)

/** A node's number, such as a normalisation's `epsilon`. */
export function floatOf(node: Node, name: string): number | undefined {
  const bytes = one(attribute(node, name) ?? [], ATTRIBUTE.float)?.bytes
  return bytes && new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true)
}

export const floatAttribute = (name: string, value: number): Uint8Array =>
  concat([textField(ATTRIBUTE.name, name), floatField(ATTRIBUTE.float, value), varintField(ATTRIBUTE.type, TYPE.float)])

export const intAttribute = (name: string, value: number): Uint8Array =>
  concat([textField(ATTRIBUTE.name, name), varintField(3, value), varintField(ATTRIBUTE.type, 2)])

export const intsAttribute = (name: string, values: number[]): Uint8Array =>
  concat([
    textField(ATTRIBUTE.name, name),
    ...values.map((value) => varintField(ATTRIBUTE.ints, value)),
    varintField(ATTRIBUTE.type, TYPE.ints),
  ])

/** Float tensors only. */
function readTensor(bytes: Uint8Array): Tensor | undefined {
  const fields = fieldsOf(bytes)
  if (one(fields, TENSOR.type)?.varint !== 1) return undefined
  const source = one(fields, TENSOR.raw)?.bytes ?? one(fields, TENSOR.floats)?.bytes
  if (!source) return undefined
  return { dims: integers(fields, TENSOR.dims), data: new Float32Array(new Uint8Array(source).buffer) }
}

function constantNode(name: string, { dims, data }: Tensor): Node {
  const tensor = concat([
    ...dims.map((size) => varintField(TENSOR.dims, size)),
    varintField(TENSOR.type, 1),
    textField(TENSOR.name, name),
    bytesField(TENSOR.raw, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ])
  const value = concat([
    textField(ATTRIBUTE.name, 'value'),
    bytesField(ATTRIBUTE.tensor, tensor),
    varintField(ATTRIBUTE.type, TYPE.tensor),
  ])
  return { op: 'Constant', inputs: [], outputs: [name], attributes: [value] }
}
