import type { Expecting, HistoryEntry, Reply } from '#protocol';
import type { Conversation, Dialogue, SpokenEntry, Turn } from '../../server/dialogue/contract.ts';

/** A dialogue that answers with what it was told, keeps its history, and knows a turn by its key. */
export class DrivenDialogue implements Dialogue {
  readonly turns: Turn[] = [];
  expecting: Expecting = 'anything';
  commands: string[] = [];
  sentences = ['Your wardrobe comes on Tuesday.', 'Anything else?'];
  /** What replies have the open guide do. */
  guide: Reply['guide'];
  /** Of words heard beside an open guide. */
  addressed: (text: string) => boolean = () => true;
  /** Awaited before each reply. */
  before: (turn: Turn) => Promise<void> = async () => {};
  readonly #histories = new Map<string, { customer: string; history: HistoryEntry[] }>();
  readonly #replies = new Map<string, Reply>();

  async open(customer: string, _language: string, wanted?: string): Promise<Conversation> {
    const known = wanted === undefined ? undefined : this.#histories.get(wanted);
    if (wanted !== undefined && known?.customer === customer) return { id: wanted, history: known.history };
    const id = `conversation-${this.#histories.size + 1}`;
    this.#histories.set(id, { customer, history: [] });
    return { id, history: [] };
  }

  async respond(turn: Turn): Promise<Reply> {
    await this.before(turn);
    const done = this.#replies.get(turn.idempotencyKey);
    if (done) return done;
    this.turns.push(turn);
    const at = new Date().toISOString();
    const reply: Reply = {
      id: `reply-${this.turns.length}`,
      text: `You said: ${turn.text}`,
      speech: this.sentences,
      choices: [{ id: 'yes', label: 'Yes', say: 'yes please' }],
      expecting: this.expecting,
      ...(this.guide && { guide: this.guide }),
      intent: 'track_order',
      mood: { mood: 'neutral', intensity: 0 },
      tone: 'plain',
      at,
    };
    this.#replies.set(turn.idempotencyKey, reply);
    this.#histories
      .get(turn.conversation)
      ?.history.push(
        { who: 'shopper', id: `${reply.id}-asked`, text: turn.text, source: turn.source, at },
        { who: 'hexkey', id: reply.id, reply, at },
      );
    return reply;
  }

  async record(conversation: string, entry: SpokenEntry): Promise<void> {
    this.#histories.get(conversation)?.history.push(entry);
  }

  async isAddressed(turn: Turn): Promise<boolean> {
    return this.addressed(turn.text);
  }

  hints() {
    return { phrases: [], commands: this.commands, orderNumbers: [], expecting: this.expecting };
  }
}
