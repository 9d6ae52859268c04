import Fastify from 'fastify';
import type { WebSocket } from 'ws';
import type { Dialogue } from '../../server/dialogue/contract.ts';
import { HexkeyError } from '../../server/errors.ts';
import type { Speech, Synthesis } from '../../server/speech/contract.ts';
import {
  type StaffPort,
  type VoiceLimits,
  type VoicePluginOptions,
  voicePlugin,
} from '../../server/voice/index.ts';

/** One second of a rising ramp for every sentence: easy to recognise whole. */
export const rampSynthesis: Synthesis = {
  speak: async () => Int16Array.from({ length: 16_000 }, (_, index) => index),
  close: async () => {},
};

const nobody: StaffPort = {
  staffOf: async () => undefined,
  listen: () => () => {},
  attend: () => () => {},
  participate: () => {
    throw new Error('nobody is there to be called');
  },
};

const customers = new Set(['ada', 'bob']);

async function knownCustomer(token: string): Promise<string> {
  if (!customers.has(token)) throw new HexkeyError('not_signed_in', 'Sign in first.');
  return token;
}

export interface VoiceServerParts {
  speech: Speech;
  dialogue: Dialogue;
  synthesis?: Synthesis;
  /** Nobody by default. */
  staff?: StaffPort;
  limits?: Partial<VoiceLimits>;
  /** The customer's name by default. */
  verifyToken?: (token: string) => Promise<string>;
  /** When a token that is shown now ends; in an hour by default. */
  tokenEnds?: () => Date;
  /** Any free one by default. */
  port?: number;
}

/** The voice route alone on a port of its own. A token is the customer's name unless `verifyToken` says otherwise. */
export async function startVoiceServer({
  port = 0,
  verifyToken = knownCustomer,
  tokenEnds = () => new Date(Date.now() + 3_600_000),
  ...parts
}: VoiceServerParts) {
  const app = Fastify();
  let sockets: ReadonlySet<WebSocket> = new Set();
  const options: VoicePluginOptions = {
    synthesis: rampSynthesis,
    staff: nobody,
    verifyToken: async (token) => ({ customer: await verifyToken(token), expiresAt: tokenEnds() }),
    names: async (customer) => ({ firstName: customer, name: customer }),
    allowedOrigin: (origin, host) => origin === `http://${host}`,
    ...parts,
  };
  await app.register(async (scope) => {
    await voicePlugin(scope, options);
    sockets = scope.websocketServer.clients;
  });
  const { host } = new URL(await app.listen({ port, host: '127.0.0.1' }));
  return { app, host, sockets, address: `ws://${host}/v1/voice` };
}
