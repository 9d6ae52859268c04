import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import {
  adoptFileArticles,
  createArticles,
  readArticleFolder,
  takeArticleFolder,
} from '../articles/index.ts';
import { createBus } from '../bus/index.ts';
import { createCaptions } from '../calls/captions/index.ts';
import { createCalls, createRecordings } from '../calls/index.ts';
import { createRouters } from '../calls/media/index.ts';
import { createCatalogue } from '../catalogue/index.ts';
import type { Settings } from '../config.ts';
import { prepareDemoShop } from '../demo/index.ts';
import { createDesk } from '../desk/index.ts';
import { createChatAdviser } from '../dialogue/adviser/index.ts';
import { createDialogue } from '../dialogue/index.ts';
import { createUnderstander } from '../dialogue/understanding/index.ts';
import { createGaps, lessonsFile, type Teacher } from '../gaps/index.ts';
import { createGuides, watchLibrary } from '../guides/index.ts';
import { createIdentity } from '../identity/index.ts';
import { createOrders } from '../orders/index.ts';
import { fromRoot } from '../paths.ts';
import { createPrivacy, createRecordLinks } from '../privacy/index.ts';
import { startRetention } from '../retention.ts';
import type { Speech } from '../speech/contract.ts';
import { createSpeech } from '../speech/index.ts';
import { inverseTextNormalize } from '../speech/inverse-text-normalization/index.ts';
import { createSynthesis } from '../speech/synthesis/index.ts';
import { openStore, type Store } from '../store/index.ts';
import { createTickets } from '../tickets/index.ts';
import { publishingEvents } from './event-publishing.ts';

export type AppServices = Awaited<ReturnType<typeof openServices>>;

const demoRollMs = 3_600_000;

/** Opens everything the server is made of; what takes long opens side by side. When one part fails, all are closed. */
export async function openServices(settings: Settings, log: FastifyBaseLogger, speechInstead?: Speech) {
  const opening = {
    shop: openShop(settings, log),
    speech: speechInstead
      ? Promise.resolve(speechInstead)
      : createSpeech(settings, { inverseTextNormalize, log }),
    library: watchLibrary(
      fromRoot('assets', 'guides'),
      (slug, findings) =>
        log.warn({ guide: slug, findings }, 'a guide was left out because something in it is wrong'),
      {
        changed: (slug) => log.info({ guide: slug }, 'a guide was read again because its folder changed'),
        failed: (error) =>
          log.warn({ err: error }, 'the folder of the guides cannot be watched: changes wait for a restart'),
      },
    ),
  };
  const understanding = createUnderstander();
  const closable = Object.values(opening);
  await Promise.all([...closable, understanding]).catch(async (error: unknown) => {
    await closeAll(await Promise.allSettled(closable));
    throw error;
  });
  const [{ store, demo, close: closeShop }, speech, understander, library] = await Promise.all([
    opening.shop,
    opening.speech,
    understanding,
    opening.library,
  ]);
  const timeZone = settings.HEXKEY_TIME_ZONE;
  const synthesis = createSynthesis();
  const desk = createDesk();
  const tickets = createTickets();
  const bus = createBus({
    onError: (error, topic) => log.error({ err: error, topic }, 'a listener of the bus failed'),
  });
  const lessonsPath = join(settings.HEXKEY_DATA, 'lessons.jsonl');
  const teacher: Teacher = {
    teach: (lessons) => understander.teach(lessons.map(({ wording, intent }) => ({ text: wording, intent }))),
  };
  await teacher.teach(await lessonsFile(lessonsPath).read());
  const rooms = {
    orders: createOrders(store, { timeZone }),
    catalogue: createCatalogue(store),
    articles: createArticles(store),
    gaps: createGaps({ store, lessons: lessonsPath, teacher }),
    desk,
    tickets,
    guides: createGuides({ store, library, tickets }),
  };
  const identity = createIdentity(settings);
  const recordLinks = createRecordLinks(identity.keyFor('links to what is kept about a customer'));
  const dialogue = publishingEvents(
    createDialogue({
      ...rooms,
      store,
      understander,
      adviser: adviserOf(settings, log),
      timeZone,
      recordLink: recordLinks.pathFor,
      // After the reply is on its way: what it says it says from memory.
      erase: (customer) =>
        setImmediate(() => {
          privacy
            .erase(customer)
            .catch((error: unknown) =>
              log.error({ err: error }, 'an erasure that a customer agreed to failed'),
            );
        }),
    }),
    bus,
  );
  const routers = createRouters(settings, log);
  const calls = createCalls({
    store,
    bus,
    log,
    guides: rooms.guides,
    routers,
    captions: createCaptions({ speech, log }),
    keyFor: identity.keyFor,
    phrases: (conversation) => dialogue.hints(conversation).phrases,
    record: dialogue.record,
    stillDays: settings.HEXKEY_STILL_DAYS,
    recordings: createRecordings({
      db: store.db,
      path: join(settings.HEXKEY_DATA, 'recordings'),
      on: settings.HEXKEY_RECORDING,
      days: settings.HEXKEY_RECORDING_DAYS,
      log,
    }),
  });
  const privacy = createPrivacy({ store, calls });
  const retention = startRetention({ store, calls, log, days: settings.HEXKEY_CONVERSATION_DAYS });
  return {
    ...rooms,
    store,
    /** The store holds the demo shop, and the settings offer it. */
    demo,
    bus,
    calls,
    privacy,
    recordLinks,
    speech,
    synthesis,
    dialogue,
    identity,
    /** Talk first, the store last: a turn under way is stored. */
    async close() {
      await retention.stop();
      await calls.close();
      await routers.close();
      await speech.close();
      await synthesis.close();
      await library.close();
      await closeShop();
    },
  };
}

/** The store, with the demo shop in it and kept up with the calendar where the settings ask for it. */
async function openShop(
  settings: Settings,
  log: FastifyBaseLogger,
): Promise<{ store: Store; demo: boolean; close(): Promise<void> }> {
  const store = await openStore(settings, {
    onLostConnection: (error) =>
      log.warn({ err: error }, 'a connection to PostgreSQL broke; another is opened'),
  });
  try {
    await takeArticles(store, settings, log);
  } catch (error) {
    await store.close();
    throw error;
  }
  if (!settings.HEXKEY_DEMO) return { store, demo: false, close: () => store.close() };
  const roll = () => prepareDemoShop(store, { timeZone: settings.HEXKEY_TIME_ZONE });
  let demo: boolean;
  try {
    const outcome = await roll();
    demo = outcome !== 'not_a_demo';
    if (outcome === 'filled') log.info('the store was empty: it holds the demo shop now');
  } catch (error) {
    await store.close();
    throw error;
  }
  const timer = setInterval(() => {
    roll().catch((error: unknown) =>
      log.error({ err: error }, 'the demo shop could not follow the calendar'),
    );
  }, demoRollMs);
  timer.unref();
  return {
    store,
    demo,
    async close() {
      clearInterval(timer);
      await store.close();
    },
  };
}

/** Brings the stored articles in line with the folder's files; without a folder, what came from one is the shop's to edit. */
async function takeArticles(store: Store, settings: Settings, log: FastifyBaseLogger): Promise<void> {
  if (settings.HEXKEY_ARTICLES === undefined) return adoptFileArticles(store);
  const { articles, problems } = await readArticleFolder(settings.HEXKEY_ARTICLES);
  for (const { file, problem } of problems) log.error(`the article ${file} was left out: ${problem}`);
  await takeArticleFolder(store, articles);
}

async function closeAll(opened: PromiseSettledResult<{ close(): Promise<void> }>[]): Promise<void> {
  await Promise.all(opened.map((part) => (part.status === 'fulfilled' ? part.value.close() : undefined)));
}

/** None where the settings name no endpoint. */
function adviserOf(settings: Settings, log: FastifyBaseLogger) {
  const {
    HEXKEY_UNDERSTANDER: url,
    HEXKEY_UNDERSTANDER_MODEL: model,
    HEXKEY_UNDERSTANDER_KEY: key,
  } = settings;
  if (url === undefined) return undefined;
  return createChatAdviser({
    url,
    model,
    key,
    onFailure: (reason) => log.warn({ reason }, 'the endpoint of HEXKEY_UNDERSTANDER gave no answer'),
  });
}
