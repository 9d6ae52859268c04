import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { deskPaths, Ticket, TicketChange, TicketDraft, TicketFilter, TicketPage } from '#protocol';
import { changeTicket, draftTicket, listTickets, readTicket, writeTicket } from '../../tickets/index.ts';
import { latestHandoff } from '../hand-offs/hand-over.ts';
import { ConversationParams, type DeskRoutesOptions, deskSchema } from './options.ts';

const Params = Type.Object({ number: Ticket.properties.number });

/** Tickets: drafted from the conversation, written by whoever has it or had it last. */
export const ticketRoutes: FastifyPluginAsyncTypebox<DeskRoutesOptions> = async (app, options) => {
  const { staff, desk, sources, bus, requireOwnPage, now = () => new Date() } = options;
  const { db } = sources;
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') requireOwnPage(request);
  });

  app.get(
    deskPaths.draft(':conversation').replace('%3A', ':'),
    {
      schema: {
        ...deskSchema,
        summary: 'A ticket filled in from the conversation',
        params: ConversationParams,
        response: { 200: TicketDraft },
      },
    },
    async (request) => {
      const { staff: member } = await staff.signedIn(request);
      const { conversation } = request.params;
      await desk.requireReadable(member, conversation);
      return draftTicket(sources, await desk.view(conversation), now());
    },
  );

  app.post(
    deskPaths.tickets,
    { schema: { ...deskSchema, summary: 'Open a ticket', body: TicketDraft, response: { 200: Ticket } } },
    async (request) => {
      const { staff: by } = await staff.signedIn(request);
      const { conversation } = request.body;
      await desk.requireReadable(by, conversation);
      const customer = (await latestHandoff(db, conversation))?.customer ?? '';
      const ticket = await writeTicket(db, { by, customer, now: now() }, request.body);
      bus.publish('conversation_changed', { conversation });
      return ticket;
    },
  );

  app.get(
    deskPaths.tickets,
    {
      schema: {
        ...deskSchema,
        summary: 'Tickets: those still to be seen to by their due time, or all, newest first',
        querystring: TicketFilter,
        response: { 200: TicketPage },
      },
    },
    async (request) => {
      await staff.signedIn(request);
      return listTickets(db, request.query, now());
    },
  );

  app.get(
    `${deskPaths.tickets}/:number`,
    { schema: { ...deskSchema, summary: 'One ticket', params: Params, response: { 200: Ticket } } },
    async (request) => {
      await staff.signedIn(request);
      return readTicket(db, request.params.number);
    },
  );

  app.put(
    `${deskPaths.tickets}/:number`,
    {
      schema: {
        ...deskSchema,
        summary: 'Change a ticket',
        params: Params,
        body: TicketChange,
        response: { 200: Ticket },
      },
    },
    async (request) => {
      await staff.signedIn(request);
      const ticket = await changeTicket(db, request.params.number, request.body, now());
      bus.publish('conversation_changed', { conversation: ticket.conversation });
      return ticket;
    },
  );
};
