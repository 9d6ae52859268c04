import { Compile } from 'typebox/compile';
import { type ChannelLabel, DrawCommand, Pointing, ViewPose } from '#protocol';
import { HexkeyError } from '../../errors.ts';

/** The longest message of each label, bytes: a line of 500 points, and a pose with every digit. */
export const longestMessage: Record<ChannelLabel, number> = { draw: 24_576, pointing: 512, view: 1_024 };

const draw = Compile(DrawCommand);
const pointing = Compile(Pointing);
const view = Compile(ViewPose);

/** Each throws `message_too_large`, and `bad_message` for what is not of its schema; the words are never repeated. */
export const readDrawing = (message: Buffer): DrawCommand => read('draw', draw, message);
export const readPointing = (message: Buffer): Pointing => read('pointing', pointing, message);
export const readPose = (message: Buffer): ViewPose => read('view', view, message);

interface Checker<Value> {
  Check(value: unknown): value is Value;
}

function read<Value>(label: ChannelLabel, schema: Checker<Value>, message: Buffer): Value {
  const longest = longestMessage[label];
  if (message.length > longest)
    throw new HexkeyError('message_too_large', `A message of "${label}" has at most ${longest} bytes.`);
  const value = parse(message);
  if (schema.Check(value)) return value;
  throw new HexkeyError('bad_message', `This is no message of "${label}".`);
}

function parse(message: Buffer): unknown {
  try {
    return JSON.parse(message.toString('utf8'));
  } catch (cause) {
    throw new HexkeyError('bad_message', 'The message is not JSON.', { cause });
  }
}
