import type { FastifyInstance } from 'fastify';
import { conversationRoutes } from './conversation-routes.ts';
import type { DeskRoutesOptions } from './options.ts';
import { recordingRoutes } from './recording-routes.ts';
import { replyRoutes } from './reply-routes.ts';
import { ticketRoutes } from './ticket-routes.ts';

export { keepReplies } from './keep-replies.ts';
export type { DeskRoutesOptions } from './options.ts';
export { type RatingRoutesOptions, ratingRoutes } from './rating-routes.ts';

/** What the desk's pages ask for outside their socket. */
export async function deskRoutes(app: FastifyInstance, options: DeskRoutesOptions): Promise<void> {
  await app.register(ticketRoutes, options);
  await app.register(conversationRoutes, options);
  await app.register(replyRoutes, options);
  await app.register(recordingRoutes, options);
}
