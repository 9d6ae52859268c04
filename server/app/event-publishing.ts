import type { Bus } from '../bus/index.ts';
import type { Dialogue } from '../dialogue/contract.ts';

/** The same dialogue, which tells the bus what was said, and a move to another step of a guide, once it is stored. */
export const publishingEvents = (dialogue: Dialogue, bus: Bus): Dialogue => ({
  ...dialogue,
  async respond(turn) {
    const reply = await dialogue.respond(turn);
    const { conversation, customer, idempotencyKey: id, text, source } = turn;
    if (reply.guide?.step !== undefined) bus.publish('guide_moved', { customer });
    bus.publish('conversation_said', {
      conversation,
      entry: { who: 'shopper', id, text, source, at: reply.at },
    });
    bus.publish('conversation_said', {
      conversation,
      entry: { who: 'hexkey', id: reply.id, reply, at: reply.at },
    });
    bus.publish('conversation_changed', { conversation });
    return reply;
  },
  async record(conversation, entry) {
    await dialogue.record(conversation, entry);
    bus.publish('conversation_said', { conversation, entry });
    bus.publish('conversation_changed', { conversation });
  },
});
