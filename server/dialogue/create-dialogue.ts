import type { Language, Reply } from '#protocol';
import { HexkeyError } from '../errors.ts';
import type { ShopCustomer } from '../orders/contract.ts';
import { dayOf } from '../orders/index.ts';
import type { Store } from '../store/index.ts';
import type { Advice, Adviser } from './adviser/contract.ts';
import { takeAdvice, wantsAdvice } from './adviser/take-advice.ts';
import type { Dialogue, Turn, Understander } from './contract.ts';
import { readHistory, storeLine } from './conversation/history.ts';
import {
  type ConversationRecord,
  claimTurn,
  createConversation,
  lastReply,
  loadConversation,
  storedReply,
  storeTurn,
} from './conversation/records.ts';
import { buildingOf } from './guide/building.ts';
import { keepHints } from './hints.ts';
import { type Meaning, readMeaning } from './meaning/read-meaning.ts';
import { valuesFor } from './meaning/values.ts';
import { isAddressed } from './policy/addressed.ts';
import { applyTone } from './policy/apply-tone.ts';
import { sentWith } from './policy/consent.ts';
import { decide } from './policy/decide.ts';
import type { Decision, TurnContext } from './policy/turn-context.ts';
import { composeReply } from './replies/compose.ts';
import type { Content } from './replies/content.ts';
import { loadTemplates } from './replies/templates.ts';
import { wordLine } from './replies/wording.ts';
import type { Services } from './skills/define.ts';
import { readCues, spokenCore } from './slots/cues.ts';

export interface DialogueOptions extends Services {
  store: Pick<Store, 'db'>;
  understander: Understander;
  /** Is asked where the understander is unsure. */
  adviser?: Adviser | undefined;
  /** Begins the erasure of a customer who agreed to it, once the reply that says so is stored. */
  erase?: (customer: string) => void;
  /** IANA name of the shop's time zone; days are said by it. */
  timeZone: string;
  clock?: () => Date;
}

/**
 * Who asks queues the turns of a conversation; another node may take one in between. More often than this is a fault.
 */
const attempts = 5;
const historyLength = 50;

/** Chinese is answered in Chinese, whatever language the page is in. */
const languageOf = (turn: Turn): Language => (/\p{Script=Han}/u.test(turn.text) ? 'zh' : turn.language);

/** What a turn came to, and whether its customer is to be erased now. */
interface Done {
  reply: Reply;
  erases: boolean;
}

function onceRead<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
}

type Advise = (turn: Turn, personal: readonly string[]) => Promise<Advice[] | undefined>;

/** Asks for a turn's advice once, however often the turn is tried. */
function adviseOnce(adviser: Adviser | undefined): Advise | undefined {
  if (!adviser) return undefined;
  let asked: Promise<Advice[] | undefined> | undefined;
  return ({ text, language }, personal) => {
    asked ??= adviser.ask({ text, language, personal });
    return asked;
  };
}

/** What of a customer stands in no question to an adviser. */
const personalOf = ({ name, firstName, email, addresses }: ShopCustomer): string[] => [
  email,
  ...addresses.flatMap(({ recipient, street, line2 = '', postcode }) => [street, line2, postcode, recipient]),
  ...[name, firstName, ...addresses.map(({ recipient }) => recipient)].flatMap((each) => each.split(/\s+/)),
];

/** Throws when a reply template does not fit. */
export function createDialogue(options: DialogueOptions): Dialogue {
  const { store, understander, timeZone, clock = () => new Date() } = options;
  const { db } = store;
  const services: Services = {
    orders: options.orders,
    catalogue: options.catalogue,
    desk: options.desk,
    tickets: options.tickets,
    guides: options.guides,
    articles: options.articles,
    gaps: options.gaps,
    ...(options.recordLink && { recordLink: options.recordLink }),
  };
  const templates = loadTemplates();
  const hints = keepHints(services);
  /** What turns mean, while they are held: one is read once, however often it is looked at. */
  const readings = new WeakMap<Turn, Promise<Meaning>>();

  /** `advise` reads an utterance that our own reading is unsure of. */
  async function think(turn: Turn, record: ConversationRecord, advise?: Advise): Promise<TurnContext> {
    const [customer, orders, building, { orderNumberExamples }] = await Promise.all([
      services.orders.customer(turn.customer),
      services.orders.list(turn.customer),
      buildingOf(services, turn),
      services.orders.policies(),
    ]);
    if (!customer) throw new HexkeyError('not_found', 'The shop does not know this customer. Sign in again.');
    const values = valuesFor(orders, customer.addresses);
    const read = (text: string) =>
      readMeaning(text, { understand: (words) => understander.understand(words), values });
    const reading = readings.get(turn) ?? read(turn.text);
    readings.set(turn, reading);
    const own = await reading;
    const advice =
      !building && wantsAdvice(own, record.state) ? await advise?.(turn, personalOf(customer)) : undefined;
    const meaning = advice ? takeAdvice(own, advice) : own;
    const now = clock();
    const language = languageOf(turn);
    const today = dayOf(now, timeZone);
    const wording = { language, today, turn: record.state.turns, avoid: [] };
    return {
      turn,
      state: structuredClone(record.state),
      cues: readCues(turn.text),
      understanding: meaning.understanding,
      meaning,
      readMeaning: read,
      services,
      building,
      customer: { id: turn.customer, ...customer },
      orders,
      numberExamples: orderNumberExamples,
      linesOf: onceRead(async () => {
        const whole = await Promise.all(
          orders.map(({ number }) => services.orders.get(turn.customer, number)),
        );
        return new Map(
          whole.flatMap((order) =>
            order ? [[order.number, order.lines.map(({ product }) => product)]] : [],
          ),
        );
      }),
      language,
      now,
      today,
      word: (phrase, values) => wordLine(templates, [phrase, values ?? {}], wording).text,
      dayOf: (moment) => dayOf(new Date(moment), timeZone),
    };
  }

  function repeat(context: TurnContext, reply: Reply): Reply {
    const { state, now } = context;
    const intro = composeReply(
      { lines: [['flow.again']] },
      structuredClone(state),
      composing(context, 'repeat_step'),
    );
    // What the guide did then it has done.
    const { guide: _done, ...said } = reply;
    return {
      ...said,
      id: intro.id,
      text: `${intro.text} ${reply.text}`,
      speech: [...intro.speech, ...reply.speech],
      intent: 'repeat_step',
      mood: context.understanding.mood,
      at: now.toISOString(),
    };
  }

  const composing = (context: TurnContext, intent: Reply['intent']) => ({
    templates,
    wording: { language: context.language, today: context.today, turn: context.state.turns },
    intent,
    mood: context.understanding.mood,
    at: context.now,
  });

  /** Undefined when another turn of this conversation was stored first. */
  async function carryOut(
    turn: Turn,
    record: ConversationRecord,
    context: TurnContext,
    decision: Decision,
  ): Promise<Done | undefined> {
    const { state } = context;
    const previous = decision.kind === 'again' ? await lastReply(db, record.id) : undefined;
    return db.transaction(async (tx) => {
      if (!(await claimTurn(tx, record))) return undefined;
      let reply: Reply;
      let erases = false;
      if (decision.kind === 'again') {
        reply = previous
          ? repeat(context, previous)
          : composeReply({ lines: [['flow.nothing_said']] }, state, composing(context, decision.intent));
      } else {
        const content: Content = decision.kind === 'act' ? await decision.act(tx) : decision.content;
        erases = content.erases === true;
        const softened = applyTone(context, decision.intent, content);
        reply = composeReply(softened, state, composing(context, decision.intent));
      }
      sentWith(state.frames.at(-1), reply);
      state.turns++;
      await storeTurn(tx, turn, reply, state);
      return { reply, erases };
    });
  }

  async function attempt(turn: Turn, advise: Advise | undefined): Promise<Reply | undefined> {
    const record = await loadConversation(db, turn.conversation, turn.customer);
    const known = await storedReply(db, turn.conversation, turn.idempotencyKey);
    if (known) return known;
    const context = await think(turn, record, advise);
    const decision = await decide(context);
    let done: Done | undefined;
    try {
      done = await carryOut(turn, record, context, decision);
    } catch (error) {
      if (!(error instanceof HexkeyError && error.code === 'too_late' && decision.kind === 'act'))
        throw error;
      done = await carryOut(turn, record, context, await decision.late());
    }
    if (!done) return undefined;
    const { reply, erases } = done;
    if (erases && options.erase) options.erase(turn.customer);
    else {
      const orders = decision.kind === 'act' ? await services.orders.list(turn.customer) : context.orders;
      await hints.refresh(turn.conversation, orders, context.customer.addresses, reply.expecting);
    }
    return reply;
  }

  return {
    async open(customer, language, conversation) {
      const found =
        conversation &&
        (await loadConversation(db, conversation, customer).catch((error: unknown) => {
          if (error instanceof HexkeyError && error.code === 'not_found') return undefined;
          throw error;
        }));
      const record = found || (await createConversation(db, customer, language, clock()));
      const [orders, person] = await Promise.all([
        services.orders.list(customer),
        services.orders.customer(customer),
      ]);
      await hints.refresh(record.id, orders, person?.addresses ?? [], record.state.expecting);
      return {
        id: record.id,
        history: (await readHistory(db, record.id, historyLength)).map(({ entry }) => entry),
      };
    },

    async respond(turn) {
      const advise = adviseOnce(options.adviser);
      for (let n = 0; n < attempts; n++) {
        const reply = await attempt(turn, advise);
        if (reply) return reply;
      }
      throw new HexkeyError('overloaded', 'Too much was said in this conversation at once. Try again.');
    },

    async record(conversation, entry) {
      const mood =
        entry.who === 'shopper' ? (await understander.understand(spokenCore(entry.text))).mood : undefined;
      await storeLine(db, conversation, entry, mood);
    },

    async isAddressed(turn) {
      const record = await loadConversation(db, turn.conversation, turn.customer);
      return isAddressed(await think(turn, record));
    },

    hints: (conversation, guide) =>
      hints.of(conversation, guide && services.guides.get(guide.guide), guide?.asking),
  };
}
