import Value from 'typebox/value';
import { ServerMessage } from '../../server/protocol/voice.ts';

/** Loaded apart from the page's first scripts: the schemas weigh more than the socket. Throws on anything else. */
export function readServerMessage(text: string): ServerMessage {
  const value: unknown = JSON.parse(text);
  if (Value.Check(ServerMessage, value)) return value;
  const [first] = Value.Errors(ServerMessage, value);
  throw new Error(`The server sent what is no message: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
}
