import type { Static, TObject, TSchema, TUnion } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { protocolVersion } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { unstorableText } from '../storable-text.ts';

/** A message that could not be taken, with the client's id for it where it gave one. */
export class RefusedMessage extends HexkeyError {
  readonly id: string | undefined;

  constructor(message: string, id?: string) {
    super('bad_message', message);
    this.id = id;
  }
}

type Message = TObject & { properties: { type: { const: string } } };

/**
 * Parses a socket's messages, a union of objects told apart by their `type`. There is a validator for each, so that a
 * refusal can name the field instead of a failed union. Throws `bad_message` that names what is wrong, never what is said.
 */
export function messageReader<const Messages extends TSchema[]>(
  union: TUnion<Messages>,
): (text: string) => Static<TUnion<Messages>> {
  const validators = new Map<string, Validator>(
    (union.anyOf as unknown as Message[]).map((schema) => [
      schema.properties.type.const,
      Compile(schema as TSchema),
    ]),
  );
  return (text) => {
    const value = parse(text);
    if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string')
      throw new RefusedMessage('A message is a JSON object with a "type".');
    if (unstorableText(value) !== undefined)
      throw new RefusedMessage('A text holds the character NUL, or half of a character.');
    const id = 'id' in value && typeof value.id === 'string' && value.id.length <= 64 ? value.id : undefined;
    const validator = validators.get(value.type);
    if (!validator)
      throw new RefusedMessage(
        `This type of message is unknown. Protocol ${protocolVersion} has ${[...validators.keys()].join(', ')}.`,
        id,
      );
    const fits: boolean = validator.Check(value);
    if (fits) return value as Static<TUnion<Messages>>;
    const wrong = validator
      .Errors(value)
      .map((error) => `${error.instancePath || 'message'} ${error.message}`);
    throw new RefusedMessage(`${value.type}: ${wrong.slice(0, 3).join('; ')}`, id);
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HexkeyError('bad_message', 'The message is not JSON.', { cause });
  }
}
