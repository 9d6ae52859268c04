import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { ErrorCode } from '#protocol';
import type { Bus } from '../../bus/contract.ts';
import type { Calls } from '../../calls/contract.ts';
import { HexkeyError } from '../../errors.ts';
import { requireUpgrade } from '../../sockets/index.ts';
import type { OwnPageRule, Staff } from '../../staff/index.ts';
import type { StaffDesk } from '../contract.ts';
import type { PresenceBoard } from '../hand-offs/attendance.ts';
import { DeskConnection } from './connection.ts';
import type { Send } from './desk-client.ts';
import { GuestClient } from './guest-client.ts';
import { type DeskLimits, defaultDeskLimits } from './limits.ts';
import { News } from './news.ts';
import { StaffClient } from './staff-client.ts';

export interface DeskPluginOptions {
  desk: StaffDesk;
  staff: Staff;
  calls: Calls;
  bus: Bus;
  presence: PresenceBoard;
  requireOwnPage: OwnPageRule;
  limits?: Partial<DeskLimits>;
}

const linkTakenBack = {
  type: 'refused',
  code: 'forbidden',
  message: 'Whoever invited you has taken the link back. Ask them for a new one.',
  retryable: false,
} as const;

/** `/v1/desk`, for staff and guests. The messages are in server/protocol/desk/socket.ts. Needs `@fastify/websocket`. */
export async function deskPlugin(app: FastifyInstance, options: DeskPluginOptions): Promise<void> {
  const { desk, staff, calls, bus, presence, requireOwnPage } = options;
  const limits = { ...defaultDeskLimits, ...options.limits };
  const onError = (error: unknown) => app.log.error({ err: error }, 'the desk could not be told of a change');
  const news = new News({ desk, bus, onError });
  app.addHook('onClose', async () => news.stop());

  const enterGuest = async (
    token: string,
    { send, end, socket }: { send: Send; end: (code: ErrorCode) => void; socket: WebSocket },
  ) => {
    // First, so that no revocation falls between.
    const revoked = new Set<string>();
    let guest: string | undefined;
    const putOut = () => {
      send(linkTakenBack);
      end(linkTakenBack.code);
    };
    const stop = bus.subscribe('guests_revoked', ({ guests }) => {
      for (const id of guests) revoked.add(id);
      if (guest !== undefined && revoked.has(guest)) putOut();
    });
    socket.once('close', stop);
    const known = await calls.guestOf(token).catch((error: unknown) => {
      stop();
      throw error;
    });
    guest = known.guest;
    if (revoked.has(guest)) throw new HexkeyError(linkTakenBack.code, linkTakenBack.message);
    return new GuestClient(calls, known, send);
  };

  app.get(
    '/v1/desk',
    {
      websocket: true,
      schema: { hide: true },
      preValidation: async (request) => {
        requireUpgrade(request);
        requireOwnPage(request);
      },
    },
    (socket, request) => {
      new DeskConnection(socket, {
        limits,
        log: request.log,
        calls,
        async enter(hello, send, end) {
          if (hello.guest !== undefined) return enterGuest(hello.guest, { send, end, socket });
          const { staff: member, session } = await staff.signedIn(request);
          const client = new StaffClient({ desk, bus, news, presence, onError }, member, send);
          const seen = setInterval(() => {
            staff.stillSignedIn(session).then((known) => {
              if (!known) end('not_signed_in');
            }, onError);
          }, limits.sessionMs);
          const stop = bus.subscribe('staff_session_ended', (ended) => {
            const isIt = ended.staff === member.id && (ended.session ?? session) === session;
            if (isIt && ended.except !== session) end('not_signed_in');
          });
          socket.once('close', () => {
            clearInterval(seen);
            stop();
          });
          if (socket.readyState !== socket.OPEN) {
            clearInterval(seen);
            stop();
            client.close();
            throw new HexkeyError('not_signed_in', 'The page is gone.');
          }
          return client;
        },
      });
    },
  );
}
