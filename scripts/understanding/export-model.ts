import { buckets } from '../../server/dialogue/understanding/features.ts';
import type { HiddenLayerModel } from './hidden-layer-trainer.ts';
import type { LinearModel } from './linear-model.ts';
import { encodeModel, type Graph, type Node, type Port, type Tensor } from './onnx-schema.ts';

/** Eight-bit rows and one scale a column: a quarter of the size; what it costs in accuracy the model card shows. */
export function quantise(model: LinearModel): { rows: Int8Array; scale: Float32Array } {
  const columns = model.bias.length;
  const scale = new Float32Array(columns);
  for (let at = 0; at < model.rows.length; at++) {
    const column = at % columns;
    scale[column] = Math.max(scale[column] as number, Math.abs(model.rows[at] as number) / 127);
  }
  const rows = Int8Array.from(model.rows, (value, at) =>
    Math.round(value / ((scale[at % columns] as number) || 1)),
  );
  return { rows, scale };
}

/** The model as its eight-bit file computes it. */
export function asShipped(model: LinearModel): LinearModel {
  const columns = model.bias.length;
  const { rows, scale } = quantise(model);
  return { ...model, rows: Float32Array.from(rows, (value, at) => value * (scale[at % columns] as number)) };
}

/**
 * An .onnx file: inputs `ids` int32 [features] and `weights` float32 [features]; outputs `probabilities`
 * float32 [1, classes] and, where the model has them, `scales` float32 [1, scales].
 */
export function exportModel(name: string, description: string, model: LinearModel): Uint8Array {
  const columns = model.bias.length;
  const { classes } = model;
  const { rows, scale } = quantise(model);
  const tensors: Tensor[] = [
    { name: 'table', type: 'int8', dims: [buckets, columns], data: rows },
    { name: 'scale', type: 'float', dims: [1, columns], data: scale },
    { name: 'bias', type: 'float', dims: [1, columns], data: model.bias },
    { name: 'one_row', type: 'int64', dims: [2], data: BigInt64Array.from([1n, -1n]) },
  ];
  const nodes: Node[] = [
    { op: 'Gather', inputs: ['table', 'ids'], outputs: ['rows_int8'], attributes: { axis: 0 } },
    { op: 'Cast', inputs: ['rows_int8'], outputs: ['rows'], attributes: { to: 1 } },
    { op: 'Reshape', inputs: ['weights', 'one_row'], outputs: ['weights_row'] },
    { op: 'MatMul', inputs: ['weights_row', 'rows'], outputs: ['total'] },
    { op: 'Mul', inputs: ['total', 'scale'], outputs: ['scaled'] },
    { op: 'Add', inputs: ['scaled', 'bias'], outputs: ['sums'] },
  ];
  const outputs: Port[] = [{ name: 'probabilities', type: 'float', shape: [1, classes] }];
  if (columns === classes) {
    nodes.push({ op: 'Softmax', inputs: ['sums'], outputs: ['probabilities'], attributes: { axis: 1 } });
  } else {
    const sizes = BigInt64Array.from([BigInt(classes), BigInt(columns - classes)]);
    tensors.push({ name: 'sizes', type: 'int64', dims: [2], data: sizes });
    nodes.push(
      {
        op: 'Split',
        inputs: ['sums', 'sizes'],
        outputs: ['class_sums', 'scale_sums'],
        attributes: { axis: 1 },
      },
      { op: 'Softmax', inputs: ['class_sums'], outputs: ['probabilities'], attributes: { axis: 1 } },
      { op: 'Sigmoid', inputs: ['scale_sums'], outputs: ['scales'] },
    );
    outputs.push({ name: 'scales', type: 'float', shape: [1, columns - classes] });
  }
  const graph: Graph = {
    name,
    description,
    tensors,
    nodes,
    outputs,
    inputs: [
      { name: 'ids', type: 'int32', shape: ['features'] },
      { name: 'weights', type: 'float', shape: ['features'] },
    ],
  };
  return encodeModel(graph);
}

/** The same inputs (ids below `buckets`) and `probabilities`; the rows eight-bit with one scale for all. */
export function exportHiddenLayer(name: string, description: string, model: HiddenLayerModel): Uint8Array {
  const { width, classes, buckets: height } = model;
  const largest = model.rows.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const scale = largest / 127;
  const graph: Graph = {
    name,
    description,
    tensors: [
      {
        name: 'table',
        type: 'int8',
        dims: [height, width],
        data: Int8Array.from(model.rows, (value) => Math.round(value / scale)),
      },
      { name: 'scale', type: 'float', dims: [1, 1], data: Float32Array.from([scale]) },
      { name: 'mixing', type: 'float', dims: [width, classes], data: model.mixing },
      { name: 'bias', type: 'float', dims: [1, classes], data: model.bias },
      { name: 'one_row', type: 'int64', dims: [2], data: BigInt64Array.from([1n, -1n]) },
    ],
    nodes: [
      { op: 'Gather', inputs: ['table', 'ids'], outputs: ['rows_int8'], attributes: { axis: 0 } },
      { op: 'Cast', inputs: ['rows_int8'], outputs: ['rows'], attributes: { to: 1 } },
      { op: 'Reshape', inputs: ['weights', 'one_row'], outputs: ['weights_row'] },
      { op: 'MatMul', inputs: ['weights_row', 'rows'], outputs: ['total'] },
      { op: 'Mul', inputs: ['total', 'scale'], outputs: ['scaled'] },
      { op: 'Tanh', inputs: ['scaled'], outputs: ['hidden'] },
      { op: 'MatMul', inputs: ['hidden', 'mixing'], outputs: ['mixed'] },
      { op: 'Add', inputs: ['mixed', 'bias'], outputs: ['sums'] },
      { op: 'Softmax', inputs: ['sums'], outputs: ['probabilities'], attributes: { axis: 1 } },
    ],
    outputs: [{ name: 'probabilities', type: 'float', shape: [1, classes] }],
    inputs: [
      { name: 'ids', type: 'int32', shape: ['features'] },
      { name: 'weights', type: 'float', shape: ['features'] },
    ],
  };
  return encodeModel(graph);
}
