import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { HexkeyError } from '../../errors.ts';
import { ClientMessage, protocolVersion } from '../../protocol/index.ts';

/** A validator for each message by its `type`, so that a refusal can name the field instead of a failed union. */
const validators = new Map<string, Validator>(
  ClientMessage.anyOf.map((schema) => [schema.properties.type.const, Compile(schema as TSchema)]),
);

/** A message that could not be taken, with the client's id for it where it gave one. */
export class RefusedMessage extends HexkeyError {
  readonly id: string | undefined;

  constructor(message: string, id?: string) {
    super('bad_message', message);
    this.id = id;
  }
}

/** Parses a control message. Throws `bad_message` that names what is wrong with it, never what it says. */
export function readClientMessage(text: string): ClientMessage {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string')
    throw new RefusedMessage('A message is a JSON object with a "type".');
  const id = 'id' in value && typeof value.id === 'string' && value.id.length <= 64 ? value.id : undefined;
  const validator = validators.get(value.type);
  if (!validator)
    throw new RefusedMessage(
      `This type of message is unknown. Protocol ${protocolVersion} has ${[...validators.keys()].join(', ')}.`,
      id,
    );
  const fits: boolean = validator.Check(value);
  if (fits) return value as ClientMessage;
  const wrong = validator.Errors(value).map((error) => `${error.instancePath || 'message'} ${error.message}`);
  throw new RefusedMessage(`${value.type}: ${wrong.slice(0, 3).join('; ')}`, id);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HexkeyError('bad_message', 'The message is not JSON.', { cause });
  }
}
