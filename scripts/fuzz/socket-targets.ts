import { once } from 'node:events';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { ClientMessage, DeskRequest, packMicrophoneFrame, protocolVersion } from '#protocol';
import { asSchema } from '../../server/testing/schema-values.ts';
import type { WholeServer } from '../../server/testing/whole-server.ts';
import { valuesOf } from './arbitrary.ts';
import type { Target } from './run-targets.ts';

type Sent = string | Uint8Array;

interface Face {
  path: string;
  headers: Record<string, string>;
  hello: object;
}

/** How long a socket is given for what it was sent; the next one does not wait for answers that take longer. */
const settleMs = 3_000;

const messages = (union: unknown) =>
  valuesOf(asSchema(union) ?? {}).map((value) => JSON.stringify(value) ?? '');
const anySocketData = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.uint8Array({ maxLength: 400 }),
);

const frames = fc
  .tuple(fc.nat(4), fc.uint8Array({ maxLength: 4_000 }))
  .map(([sequence, payload]) => packMicrophoneFrame(sequence, payload));

/** Everything that is sent in one go to a socket that has said hello, or not. */
function socketTarget(
  name: string,
  address: string,
  faces: Face[],
  inputs: fc.Arbitrary<Sent>,
): Target<[number, boolean, Sent[]]> {
  let visitor = 0;
  return {
    name,
    inputs: fc.tuple(
      fc.nat(faces.length - 1),
      fc.boolean(),
      fc.array(inputs, { minLength: 1, maxLength: 12 }),
    ),
    async run([at, greets, sent]) {
      const face = faces[at] as Face;
      const { host } = new URL(address);
      const socket = new WebSocket(`${address}${face.path}`, {
        headers: {
          origin: `http://${host}`,
          ...face.headers,
          'x-forwarded-for': `10.${(visitor >> 12) & 127}.${(visitor++ >> 4) & 255}.9`,
        },
      });
      socket.on('error', () => undefined);
      await once(socket, 'open');
      const closed = once(socket, 'close') as Promise<[number]>;
      if (greets) {
        socket.send(JSON.stringify(face.hello));
        await Promise.race([once(socket, 'message'), closed]);
      }
      for (const each of sent) if (socket.readyState === socket.OPEN) socket.send(each);
      if (socket.readyState === socket.OPEN) socket.ping();
      const late = new Promise<'late'>((resolve) => setTimeout(resolve, settleMs, 'late').unref());
      const outcome = await Promise.race([once(socket, 'pong'), closed, late]);
      const [code] = outcome === 'late' ? [] : outcome;
      socket.terminate();
      if (code === 1011 || code === 4500) throw new Error(`the socket failed: ${code}`);
    },
  };
}

export function socketTargets(server: WholeServer, address: string) {
  const hello = {
    type: 'hello',
    protocol: protocolVersion,
    token: server.shopperToken,
    language: 'en',
    serverVoice: false,
  };
  const pcm: Face = {
    path: '/v1/voice',
    headers: {},
    hello: { ...hello, audio: { encoding: 'pcm16', sampleRate: 16_000 } },
  };
  const opus: Face = { ...pcm, hello: { ...hello, audio: { encoding: 'opus' } } };
  const desk: Face = {
    path: '/v1/desk',
    headers: { cookie: server.headersOf.staff.cookie ?? '' },
    hello: { type: 'hello', protocol: protocolVersion },
  };
  const listens = fc
    .constantFrom('tap', 'hold', 'handsfree')
    .map((mode) => JSON.stringify({ type: 'listen_start', mode }));
  return [
    socketTarget(
      'voice socket',
      address,
      [pcm, opus],
      fc.oneof({ weight: 6, arbitrary: messages(ClientMessage) }, { weight: 1, arbitrary: anySocketData }),
    ),
    socketTarget(
      'desk socket',
      address,
      [desk],
      fc.oneof({ weight: 6, arbitrary: messages(DeskRequest) }, { weight: 1, arbitrary: anySocketData }),
    ),
    socketTarget(
      'audio',
      address,
      [pcm, opus],
      fc.oneof({ weight: 1, arbitrary: listens }, { weight: 6, arbitrary: frames }),
    ),
  ] as const;
}
