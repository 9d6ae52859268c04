import { parseArgs } from 'node:util';
import type { Guide } from '#protocol';
import { readSettings } from '../server/config.ts';
import type { Command } from '../server/dialogue/guide/command.ts';
import { readCommand } from '../server/dialogue/guide/read-command.ts';
import { answers, spokenCommands, weightyCommands } from '../server/dialogue/guide/spoken-commands.ts';
import { sideTalk } from '../server/dialogue/testing/side-talk.ts';
import { openLibrary } from '../server/guides/index.ts';
import { fromRoot } from '../server/paths.ts';
import { createSpeech } from '../server/speech/index.ts';
import { chooseRecogniser } from '../server/speech/recogniser/choice.ts';
import { finalsOf, framesOf, hear } from '../server/speech/testing/hear.ts';
import { spoken } from '../server/speech/testing/spoken.ts';
import { commands } from './noise-bench/commands.ts';
import { drilling, mixed } from './noise-bench/drill.ts';
import { timed } from './noise-bench/timed.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'moonshine-tiny' },
    ratios: { type: 'string', default: 'clean,10,5,0' },
    voices: { type: 'string', default: 'slt,rms,awb' },
    every: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    heard: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:noise -- [--model moonshine-tiny|moonshine-base] [--ratios clean,10,5,0] [--voices slt,rms,awb]
  [--every 1] [--heard] [--json]
Speaks a guide's commands while a drill runs and counts those that are understood, and talk that is not for the guide
and counts what is taken for a command; each with and without the search for likely phrases. --every 2 says every
second of them only. --heard prints what was heard where it went wrong.`);
  process.exit(0);
}

const sampleRate = 16_000;
/** The drill runs before the command begins and after it ends, milliseconds. */
const leadMs = 800;
const tailMs = 1500;
/** The search's two thresholds were set on these voices, and on the first of the commands and of the side talk in others. */
const tunedOn = { voices: ['slt', 'rms'], commands: 8, sideTalk: 7 };
const isHeldOut = (voice: string, at: number, first: number) =>
  !tunedOn.voices.includes(voice) && at >= first;
const voices = values.voices.split(',') as ('slt' | 'rms' | 'awb')[];
/** Speech over noise in decibels. */
const ratios = values.ratios
  .split(',')
  .map((name) => (name === 'clean' ? Number.POSITIVE_INFINITY : Number(name)));

const library = await openLibrary(fromRoot('assets', 'guides'), (reason) => console.warn(reason));
const guide = library.get('ashby-desk') as Guide;
const hints = {
  phrases: guide.parts.map(({ label }) => label.en),
  commands: spokenCommands(guide),
  notFromNoise: [...weightyCommands, ...answers],
};
const settings = { ...readSettings(process.env), HEXKEY_RECOGNISER: values.model, HEXKEY_THREADS: 1 };
const choice = chooseRecogniser(values.model, settings.HEXKEY_MODELS);
const timings = { with: { ms: 0 }, without: { ms: 0 } };
const listeners = {
  with: await createSpeech(settings, { recogniser: timed(choice, true, timings.with) }),
  without: await createSpeech(settings, { recogniser: timed(choice, false, timings.without) }),
};
type Way = keyof typeof listeners;
const ways: readonly Way[] = ['without', 'with'];

const detailOf = (command: Command) =>
  command.kind === 'go' ? command.step : 'part' in command ? command.part : undefined;

interface Trial {
  said: string;
  voice: string;
  way: Way;
  /** What the words were read as; empty where they were no command. */
  read: Command[];
  heard: string[];
  ms: number;
  heldOut: boolean;
}

async function trial(way: Way, said: string, voice: (typeof voices)[number], ratio: number, seed: number) {
  const pcm = await spoken(said, { voice });
  const clean = Float32Array.from(pcm, (sample) => sample / 32_768);
  const lead = (leadMs * sampleRate) / 1000;
  const total = lead + clean.length + (tailMs * sampleRate) / 1000;
  const audio = mixed(clean, drilling(total, seed), ratio, lead);
  const frames = framesOf(
    Int16Array.from(audio, (sample) => Math.round(sample * 32_767)),
    sampleRate,
  );
  timings[way].ms = 0;
  const finals = finalsOf(await hear(listeners[way], frames, { hints }));
  const read = finals.map(({ text }) => readCommand(text, guide)).filter((command) => command !== undefined);
  return { said, voice, way, read, heard: finals.map(({ text }) => text), ms: timings[way].ms };
}

const understood = ({ said, read }: Trial): boolean => {
  const [, kind, detail] = commands.find(([words]) => words === said) ?? [];
  const [only, ...others] = read;
  return only !== undefined && only.kind === kind && detailOf(only) === detail && others.length === 0;
};
/** A command, but another than was said. */
const mistaken = (each: Trial): boolean => each.read.length > 0 && !understood(each);

/** Side talk that became a command. */
const taken = ({ read }: Trial): boolean => read.length > 0;

const every = <T>(items: readonly T[]) =>
  items.map((item, at) => [item, at] as const).filter(([, at]) => at % Number(values.every) === 0);
const count = (trials: Trial[], test: (each: Trial) => boolean) => ({
  count: trials.filter(test).length,
  of: trials.length,
});
const shown = ({ count, of }: { count: number; of: number }) =>
  `${of ? ((100 * count) / of).toFixed(0) : '-'}% (${count}/${of})`;
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

// The first search learns what the decoder makes of noise alone, once for a guide.
const firstBegan = performance.now();
await trial('with', 'next', 'slt', 0, 1);
console.log(`${values.model}; first search ${(performance.now() - firstBegan).toFixed(0)} ms`);

const results: Record<string, unknown> = {};
for (const ratio of ratios) {
  const name = Number.isFinite(ratio) ? `${ratio} dB` : 'clean';
  const said: Trial[] = [];
  const aside: Trial[] = [];
  for (const way of ways) {
    for (const voice of voices)
      for (const [[words], at] of every(commands))
        said.push({
          ...(await trial(way, words, voice, ratio, 7 + at)),
          heldOut: isHeldOut(voice, at, tunedOn.commands),
        });
    for (const [group, talk] of Object.entries({ seen: sideTalk.seen, unseen: sideTalk.unseen }))
      for (const [words, at] of every<string>(talk)) {
        const voice = voices[at % voices.length] as (typeof voices)[number];
        const seed = (group === 'seen' ? 50 : 90) + at;
        aside.push({
          ...(await trial(way, words, voice, ratio, seed)),
          heldOut: isHeldOut(voice, at, tunedOn.sideTalk),
        });
      }
  }
  const summary = (way: Way) => {
    const own = said.filter((each) => each.way === way);
    const talk = aside.filter((each) => each.way === way);
    const heldOut = (trials: Trial[]) => trials.filter((each) => each.heldOut);
    return {
      understood: count(own, understood),
      understoodHeldOut: count(heldOut(own), understood),
      mistaken: count(own, mistaken),
      falseAccepts: count(talk, taken),
      falseAcceptsHeldOut: count(heldOut(talk), taken),
      decodeMs: Math.round(median(own.map(({ ms }) => ms))),
    };
  };
  results[name] = Object.fromEntries(ways.map((way) => [way, summary(way)]));
  for (const way of ways) {
    const { decodeMs, ...counts } = summary(way);
    const { understood, understoodHeldOut, mistaken, falseAccepts, falseAcceptsHeldOut } = counts;
    console.log(`${name.padEnd(6)} ${way.padEnd(7)} understood ${shown(understood)}, held out ${shown(understoodHeldOut)}, mistaken ${shown(mistaken)}
               side talk taken ${shown(falseAccepts)}, held out ${shown(falseAcceptsHeldOut)}; ${decodeMs} ms decoding a command`);
  }
  if (values.heard)
    for (const each of [...said.filter((one) => !understood(one)), ...aside.filter(taken)])
      console.log(`    ${each.way} ${each.voice} "${each.said}" → ${JSON.stringify(each.heard)}`);
}
await Promise.all(Object.values(listeners).map((speech) => speech.close()));
if (values.json)
  console.log(JSON.stringify({ model: values.model, voices, every: Number(values.every), results }));
process.exit(0);
