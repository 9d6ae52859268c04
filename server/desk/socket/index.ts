import type { FastifyInstance } from 'fastify';
import type { Bus } from '../../bus/contract.ts';
import type { Calls } from '../../calls/contract.ts';
import { HexkeyError } from '../../errors.ts';
import type { OwnPageRule, Staff } from '../../staff/index.ts';
import type { StaffDesk } from '../contract.ts';
import type { PresenceBoard } from '../hand-offs/attendance.ts';
import { DeskConnection } from './connection.ts';
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

/** `/v1/desk`, for staff and guests. The messages are in server/protocol/desk/socket.ts. Needs `@fastify/websocket`. */
export async function deskPlugin(app: FastifyInstance, options: DeskPluginOptions): Promise<void> {
  const { desk, staff, calls, bus, presence, requireOwnPage } = options;
  const limits = { ...defaultDeskLimits, ...options.limits };
  const onError = (error: unknown) => app.log.error({ err: error }, 'the desk could not be told of a change');
  const news = new News({ desk, bus, onError });
  app.addHook('onClose', async () => news.stop());

  app.get(
    '/v1/desk',
    {
      websocket: true,
      schema: { hide: true },
      preValidation: async (request) => requireOwnPage(request),
    },
    (socket, request) => {
      new DeskConnection(socket, {
        limits,
        log: request.log,
        calls,
        async enter(hello, send, end) {
          if (hello.guest !== undefined)
            return new GuestClient(calls, await calls.guestOf(hello.guest), send);
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
