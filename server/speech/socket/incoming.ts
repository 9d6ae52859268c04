import { ClientMessage } from '#protocol';
import { messageReader } from '../../socket-message.ts';

export { RefusedMessage } from '../../socket-message.ts';

/** Parses a control message. Throws `bad_message` that names what is wrong with it, never what it says. */
export const readClientMessage = messageReader(ClientMessage);
