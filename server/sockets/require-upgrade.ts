import { HexkeyError } from '../errors.ts';

/** For a socket's address: `bad_request` for what asks for no socket there. */
export function requireUpgrade(request: { ws: boolean }): void {
  if (!request.ws) throw new HexkeyError('bad_request', 'This address takes WebSockets alone.');
}
