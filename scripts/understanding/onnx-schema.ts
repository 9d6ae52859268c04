import protobuf from 'protobufjs';

/**
 * The part of ONNX's wire format that a small classifier needs: names, numbers and types are those of the published
 * onnx.proto (IR version 8).
 */
const { root } = protobuf.parse(
  `syntax = "proto3";
  message Tensor { repeated int64 dims = 1; int32 dataType = 2; string name = 8; bytes rawData = 9; }
  message Attribute { string name = 1; int64 i = 3; repeated int64 ints = 8; int32 type = 20; }
  message Node {
    repeated string input = 1; repeated string output = 2; string name = 3; string opType = 4;
    repeated Attribute attribute = 5;
  }
  message Dimension { oneof value { int64 dimValue = 1; string dimParam = 2; } }
  message Shape { repeated Dimension dim = 1; }
  message TensorType { int32 elemType = 1; Shape shape = 2; }
  message ValueType { TensorType tensorType = 1; }
  message ValueInfo { string name = 1; ValueType type = 2; }
  message Graph {
    repeated Node node = 1; string name = 2; repeated Tensor initializer = 5; string docString = 10;
    repeated ValueInfo input = 11; repeated ValueInfo output = 12;
  }
  message OperatorSet { string domain = 1; int64 version = 2; }
  message Model {
    int64 irVersion = 1; string producerName = 2; string docString = 6; Graph graph = 7;
    repeated OperatorSet opsetImport = 8;
  }`,
  { keepCase: true },
);

export const elementTypes = { float: 1, int8: 3, int32: 6, int64: 7 } as const;
export type ElementType = keyof typeof elementTypes;

export interface Tensor {
  name: string;
  type: ElementType;
  dims: number[];
  data: Float32Array | Int8Array | BigInt64Array;
}

export interface Node {
  op: string;
  inputs: string[];
  outputs: string[];
  /** Whole-number attributes: one, or a list. */
  attributes?: Record<string, number | number[]>;
}

export interface Port {
  name: string;
  type: ElementType;
  /** Sizes; a string names one that is known when the model runs. */
  shape: (number | string)[];
}

export interface Graph {
  name: string;
  description: string;
  tensors: Tensor[];
  nodes: Node[];
  inputs: Port[];
  outputs: Port[];
}

/** AttributeProto.AttributeType. */
const attributeTypes = { int: 2, ints: 7 };

const portOf = ({ name, type, shape }: Port) => ({
  name,
  type: {
    tensorType: {
      elemType: elementTypes[type],
      shape: {
        dim: shape.map((size) => (typeof size === 'string' ? { dimParam: size } : { dimValue: size })),
      },
    },
  },
});

/** The bytes of an .onnx file, operator set 13. */
export function encodeModel(graph: Graph): Uint8Array {
  const model = root.lookupType('Model');
  const message = {
    irVersion: 8,
    producerName: 'hexkey',
    docString: graph.description,
    opsetImport: [{ domain: '', version: 13 }],
    graph: {
      name: graph.name,
      input: graph.inputs.map(portOf),
      output: graph.outputs.map(portOf),
      initializer: graph.tensors.map(({ name, type, dims, data }) => ({
        name,
        dims,
        dataType: elementTypes[type],
        rawData: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      })),
      node: graph.nodes.map(({ op, inputs, outputs, attributes = {} }) => ({
        opType: op,
        input: inputs,
        output: outputs,
        attribute: Object.entries(attributes).map(([name, value]) =>
          Array.isArray(value)
            ? { name, ints: value, type: attributeTypes.ints }
            : { name, i: value, type: attributeTypes.int },
        ),
      })),
    },
  };
  const wrong = model.verify(message);
  if (wrong) throw new TypeError(`Not an ONNX graph: ${wrong}`);
  return model.encode(model.create(message)).finish();
}
