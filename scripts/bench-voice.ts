import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import Type from 'typebox';
import { Product, type Reply } from '#protocol';
import { readSettings } from '../server/config.ts';
import { demoShopper } from '../server/demo/index.ts';
import { seededRandom } from '../server/demo/seeded-random.ts';
import { Silero } from '../server/speech/activity/silero.ts';
import { readWav } from '../server/speech/audio/wav.ts';
import { createSpeech } from '../server/speech/index.ts';
import { modelFile } from '../server/speech/model-file.ts';
import { ThreadRecogniser } from '../server/speech/pool/thread-recogniser.ts';
import { chooseRecogniser } from '../server/speech/recogniser/choice.ts';
import { openBenchShop } from './bench-shop/bench-shop.ts';
import { type FeedChange, followChanges } from './bench-shop/change-feed.ts';
import type { SpokenTalk } from './bench-shop/spoken-talk.ts';
import { orderKeys, preparedCustomer, preparedOrders } from './dialogue-bench/prepared-orders.ts';
import { conditionsWith } from './voice-bench/conditions.ts';
import { humanDigits } from './voice-bench/human-digits.ts';
import { judge, type Outcome } from './voice-bench/judge.ts';
import { keptDecodings } from './voice-bench/kept-decodings.ts';
import { Busy, busyActivity, busyRecogniser, pacedSpeech } from './voice-bench/paced-speech.ts';
import { digitByDigit, requests, type SpokenRequest, spokenWords } from './voice-bench/requests.ts';
import { sampleRate, speakWith, voices } from './voice-bench/voices.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    conditions: { type: 'string' },
    voices: { type: 'string' },
    every: { type: 'string', default: '1' },
    model: { type: 'string', default: 'moonshine-tiny' },
    digits: { type: 'string' },
    clips: { type: 'string' },
    kept: { type: 'string' },
    typed: { type: 'boolean', default: false },
    heard: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:voice -- [--quick] [--conditions "clean,8 kHz,pink 10 dB"] [--voices slt,scotland] [--every 1]
  [--model moonshine-tiny|moonshine-base] [--digits FOLDER] [--clips FOLDER] [--kept FILE] [--typed] [--heard] [--json]
Says ${requests.length} requests in ${voices.length} synthetic voices (flite, espeak-ng) in ten conditions into the voice socket of a fresh server and counts
the ends: right in intent, order and values; asked back; unheard; wrong; and changes nobody agreed to. --quick says them in
the first two voices and five conditions. --digits names a folder of human digits (<digit>_<speaker>_<n>.wav at 8 kHz, such as
the Free Spoken Digit Dataset's recordings), which are then said as order numbers. --clips plays a folder's
16 kHz WAV files instead, each to a conversation of the demo shop's customer of its own, and prints what came of them. --kept keeps what the recogniser made of
each sound, so that a run after a change behind the recogniser decodes nothing. --typed types the
requests instead. --heard prints what was not right.`);
  process.exit(0);
}

const leadMs = 400;
const tailMs = 1600;
const quickConditions = 'clean,8 kHz,pink 10 dB,babble 10 dB,pink 5 dB';
const padded = (speech: Float32Array) => {
  const lead = (leadMs * sampleRate) / 1000;
  const all = new Float32Array(lead + speech.length + (tailMs * sampleRate) / 1000);
  all.set(speech, lead);
  return all;
};

const background = await Promise.all(
  voices
    .filter(({ program }) => program === 'flite')
    .map((voice) =>
      speakWith(
        voice,
        'And then we went to the market, where they had oranges and lemons, but no bread at all, so we took the bus home and cooked what was left of the soup.',
      ),
    ),
);
const listed = (text: string | undefined) => text?.split(',').map((one) => one.trim());
const wantedConditions = listed(values.conditions ?? (values.quick ? quickConditions : undefined));
const conditions = conditionsWith(background).filter(({ name }) => wantedConditions?.includes(name) ?? true);
const wantedVoices = listed(values.voices);
const speakers = voices.filter(({ name }, at) =>
  wantedVoices ? wantedVoices.some((wanted) => name.includes(wanted)) : !values.quick || at < 2,
);

const settings = { ...readSettings(process.env), HEXKEY_RECOGNISER: values.model, HEXKEY_THREADS: 1 };
const choice = chooseRecogniser(values.model, settings.HEXKEY_MODELS);
const silero = await Silero.load(modelFile(settings.HEXKEY_MODELS, 'silero-vad', 'silero_vad_v5.onnx'));
const busy = new Busy();
const speech = pacedSpeech(
  await createSpeech(settings, {
    recogniser: async () =>
      busyRecogniser(
        keptDecodings(() => ThreadRecogniser.start(choice), values.kept),
        busy,
      ),
    activity: () => busyActivity(silero.listen(), busy),
  }),
  busy,
);
const shop = await openBenchShop({ demo: true, speech });
const listedProducts = await shop.api('GET', '/v1/products', Type.Array(Product));
const products = new Map(listedProducts.map((product) => [product.slug, product]));
const changesOf = followChanges(shop);

/** A customer of the bench with orders of their own numbers. */
async function customerWith(random: () => number) {
  const customer = `spoken-${randomUUID().slice(0, 8)}`;
  const taken = new Set<string>();
  while (taken.size < orderKeys.length) taken.add(`SO-${10_000 + Math.floor(random() * 90_000)}`);
  const numbers = new Map(orderKeys.map((key, at) => [key, [...taken][at] as string]));
  await shop.api('PUT', '/v1/shop/customers', Type.Unknown(), [preparedCustomer(customer)]);
  await shop.api('PUT', '/v1/shop/orders', Type.Unknown(), preparedOrders(customer, numbers, products));
  return { customer, numbers };
}

interface Trial {
  condition: string;
  voice: string;
  request: SpokenRequest;
  outcome: Outcome;
  /** After one question of Hexkey was answered. */
  afterQuestion: Outcome;
  heard: string;
  reply: string;
  /** Kinds of changes nobody agreed to. */
  acted: string[];
}

const unasked = (changes: readonly FeedChange[], request: SpokenRequest) =>
  changes.map(({ kind }) => kind).filter((kind) => kind !== 'ticket_opened' || !request.opensTicket);

type Say = (words: string) => Promise<Float32Array>;

/** One request, and where Hexkey asks about the number or the order, the answer to it. */
async function trial(
  condition: (typeof conditions)[number],
  voice: string,
  request: SpokenRequest,
  say: Say,
  seed: number,
): Promise<Trial> {
  const { customer, numbers } = await customerWith(seededRandom(seed));
  const talk = await shop.speak(customer, 'en', condition.rate);
  try {
    // A shopper's page has greeted them and knows their orders.
    await talk.say('hello');
    const speak = (words: string) => spokenIn(talk, condition, say, words, seed);
    const first = await speak(spokenWords(request.said, numbers));
    const reply = first.replies.at(-1);
    const outcome = judge(first.replies, request, numbers);
    let afterQuestion = outcome;
    if (outcome !== 'right' && outcome !== 'wrong' && request.order) {
      const second = await answer(reply, request.order, numbers, talk, speak);
      afterQuestion = judge(second, request, numbers);
    }
    const acted = await changesOf(customer);
    return {
      condition: condition.name,
      voice,
      request,
      outcome,
      afterQuestion,
      heard: [...first.heard, ...first.discarded.map((reason) => `(${reason})`)].join(' | '),
      reply: first.replies.map(({ text }) => text).join(' | '),
      acted: unasked(acted, request),
    };
  } finally {
    talk.close();
  }
}

async function spokenIn(
  talk: SpokenTalk,
  condition: (typeof conditions)[number],
  say: Say,
  words: string,
  seed: number,
) {
  const sound = await condition.apply(padded(await say(words)), seed);
  const pcm = Int16Array.from(sound, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767));
  return talk.speak(pcm, { heard: () => speech.heard() });
}

/** Yes or no to the order that is read back; else the number once more. */
async function answer(
  reply: Reply | undefined,
  order: string,
  numbers: ReadonlyMap<string, string>,
  talk: SpokenTalk,
  speak: (words: string) => ReturnType<typeof spokenIn>,
): Promise<Reply[]> {
  const number = numbers.get(order) as string;
  const plain = number.replace(/\D/g, '');
  if (reply?.expecting === 'confirmation') {
    const meant = reply.text.replace(/\s/g, '').includes(plain) || reply.text.includes(order);
    const next = await talk.say(meant ? 'yes' : 'no');
    if (meant) return [next];
    return (await speak(digitByDigit(plain))).replies;
  }
  return (await speak(digitByDigit(plain))).replies;
}

/** The requests as they are typed: what hearing can come to at the most. */
async function typed(request: SpokenRequest, seed: number): Promise<Trial> {
  const { customer, numbers } = await customerWith(seededRandom(seed));
  const talk = await shop.talk(customer, 'en');
  await talk.say('hello');
  const text = request.said.replace(/\{(\w+)(?::pairs)?\}/g, (_all, key: string) =>
    (numbers.get(key) ?? '').slice(3),
  );
  const reply = await talk.say(text);
  talk.close();
  const outcome = judge([reply], request, numbers);
  const acted = unasked(await changesOf(customer), request);
  return {
    condition: 'typed',
    voice: '-',
    request,
    outcome,
    afterQuestion: outcome,
    heard: text,
    reply: reply.text,
    acted,
  };
}

/** What comes of a recording, said to the demo shop by its customer. */
async function played(file: string): Promise<string> {
  const { samples, sampleRate: rate } = readWav(await readFile(file));
  const talk = await shop.speak(demoShopper, 'en', rate);
  try {
    await talk.say('hello');
    const tail = new Float32Array((tailMs * rate) / 1000);
    const pcm = Int16Array.from([...samples, ...tail], (sample) => Math.round(sample * 32_767));
    const { heard, discarded, replies } = await talk.speak(pcm, { heard: () => speech.heard() });
    const changes = (await changesOf(demoShopper)).map(({ kind }) => kind);
    const lines = [
      `> ${[...heard, ...discarded.map((reason) => `(${reason})`)].join(' | ')}`,
      ...replies.map(({ text }) => `< ${text}`),
      ...(changes.length > 0 ? [`! ${changes.join(', ')}`] : []),
    ];
    return `${basename(file)}\n    ${lines.join('\n    ')}`;
  } finally {
    talk.close();
  }
}

if (values.clips) {
  const files = (await readdir(values.clips)).filter((name) => name.endsWith('.wav')).sort();
  for (const name of files) console.log(await played(join(values.clips, name)));
  await shop.close();
  await silero.close();
  process.exit(0);
}

const trials: Trial[] = [];
const every = Number(values.every);
const note = (one: Trial) => {
  trials.push(one);
  if (values.heard && (one.outcome !== 'right' || one.acted.length > 0))
    console.log(
      `${one.outcome.padEnd(7)} ${one.condition} · ${one.voice} · ${one.request.said}\n    > ${one.heard}\n    < ${one.reply}${one.acted.length > 0 ? `\n    ! ${one.acted.join(', ')}` : ''}`,
    );
};
const sounds = new Map<string, Promise<Float32Array>>();
const saidBy =
  (voice: (typeof voices)[number]): Say =>
  (words) => {
    const key = `${voice.name}\n${words}`;
    const sound = sounds.get(key) ?? speakWith(voice, words);
    sounds.set(key, sound);
    return sound;
  };
if (values.typed) for (const [at, request] of requests.entries()) note(await typed(request, at));
for (const condition of values.typed ? [] : conditions)
  for (const [v, voice] of speakers.entries())
    for (const [at, request] of requests.entries())
      if ((at + v) % every === 0)
        note(await trial(condition, voice.name, request, saidBy(voice), 1000 * v + at));
const human = values.digits ? await humanDigits(values.digits) : [];
const clean = conditionsWith(background).find(({ name }) => name === 'clean');
const digitsAlone: SpokenRequest = {
  said: '{desk}',
  intents: ['track_order'],
  order: 'desk',
  byNumber: true,
};
if (clean)
  for (const { speaker, say } of human)
    for (let take = 0; take < 5; take++)
      note(
        await trial(
          { ...clean, name: 'human digits' },
          speaker,
          digitsAlone,
          (words) => say(words, take),
          90_000 + take,
        ),
      );

await shop.close();
await silero.close();

const names = [...new Set(trials.map(({ condition }) => condition))];
const share = (some: Trial[], test: (one: Trial) => boolean) =>
  some.length === 0
    ? '   -  '
    : `${((100 * some.filter(test).length) / some.length).toFixed(0).padStart(4)}% `;
const row = (name: string, some: Trial[]) => {
  const byNumber = some.filter(({ request }) => request.byNumber);
  const ends = (['right', 'asked', 'unheard', 'wrong'] as const).map((end) =>
    share(some, (one) => one.outcome === end),
  );
  const acted = some.filter((one) => one.acted.length > 0).length;
  return `${name.padEnd(14)}${String(some.length).padStart(5)}  ${ends.join('  ')}  ${share(byNumber, (one) => one.outcome === 'right')}  ${share(byNumber, (one) => one.afterQuestion === 'right')}  ${acted}`;
};
console.log(`${values.model}; ${speakers.length} voices
condition      said  right   asked unheard  wrong  numbers: at once, after one question; changes nobody agreed to`);
for (const name of names)
  console.log(
    row(
      name,
      trials.filter(({ condition }) => condition === name),
    ),
  );
console.log(row('together', trials));
if (values.json)
  console.log(
    JSON.stringify(
      trials.map(({ condition, voice, request, outcome, afterQuestion, heard, acted }) => ({
        condition,
        voice,
        said: request.said,
        outcome,
        afterQuestion,
        heard,
        acted,
      })),
    ),
  );
process.exit(0);
