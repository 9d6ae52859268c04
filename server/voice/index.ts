import { once } from 'node:events';
import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { maxMicrophoneFrameBytes, restartCloseCode } from '#protocol';
import { HexkeyError } from '../errors.ts';
import { requireUpgrade } from '../sockets/index.ts';
import { VoiceConnection } from './connection.ts';
import { defaultVoiceLimits, type VoiceLimits } from './limits.ts';
import { SessionManager, type SessionManagerParts } from './session-manager.ts';

export type { VoiceLimits } from './limits.ts';
export type { StaffNews, StaffPort } from './staff-port.ts';

export interface VoicePluginOptions extends Omit<SessionManagerParts, 'limits' | 'log'> {
  /** Whether a page of `origin` may talk to this server, which it addressed as `host`. */
  allowedOrigin: (origin: string, host: string) => boolean;
  limits?: Partial<VoiceLimits>;
}

/** How long clients may take to answer the close, in milliseconds. */
const closeWithinMs = 1_000;

async function closeAll(sockets: ReadonlySet<WebSocket>): Promise<void> {
  const all = [...sockets];
  const closed = all.map((socket) => once(socket, 'close'));
  for (const socket of all) socket.close(restartCloseCode, 'restart');
  const impatient = setTimeout(() => {
    for (const socket of all) socket.terminate();
  }, closeWithinMs);
  await Promise.allSettled(closed);
  clearTimeout(impatient);
}

/** `/v1/voice`: talk by voice or text. The messages are in server/protocol/voice.ts. */
export async function voicePlugin(app: FastifyInstance, options: VoicePluginOptions): Promise<void> {
  const limits = { ...defaultVoiceLimits, ...options.limits };
  const sessions = new SessionManager({ ...options, limits, log: app.log });

  await app.register(websocket, {
    // What is a little too large is answered with a code; what is far too large is not even read.
    options: { maxPayload: maxMicrophoneFrameBytes * 4 },
    errorHandler: (error, socket, request) => {
      request.log.debug({ code: 'code' in error ? error.code : error.name }, 'voice socket broke');
      if (socket.readyState === socket.OPEN) socket.terminate();
    },
    async preClose() {
      await sessions.close();
      await closeAll(app.websocketServer.clients);
      app.websocketServer.close();
    },
  });

  app.get(
    '/v1/voice',
    {
      websocket: true,
      preValidation: async (request) => {
        requireUpgrade(request);
        const { origin } = request.headers;
        // Programs send no Origin; browsers always do, and a page cannot leave it out.
        if (origin !== undefined && !options.allowedOrigin(origin, request.host))
          throw new HexkeyError(
            'foreign_origin',
            'Pages of this address may not talk to this server. Its keeper allows them with HEXKEY_ORIGINS.',
          );
      },
    },
    (socket, request) => {
      new VoiceConnection(socket, {
        limits,
        log: request.log,
        connect: (hello, connection) => sessions.connect(hello, connection),
        confirm: (session) => sessions.confirm(session),
        leave: (session) => sessions.leave(session),
        disconnect: (session, connection) => sessions.disconnect(session, connection),
      });
    },
  );
}
