import type { Bus } from './bus/index.ts';
import type { Dialogue } from './dialogue/contract.ts';

/** The same dialogue, which tells the bus what was said once it is stored. */
export const tellingOfTalk = (dialogue: Dialogue, bus: Bus): Dialogue => ({
  ...dialogue,
  async respond(turn) {
    const reply = await dialogue.respond(turn);
    const { conversation, idempotencyKey: id, text, source } = turn;
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
