import { parseArgs } from 'node:util';
import { readSettings } from '../server/config.ts';
import type { Command } from '../server/dialogue/guide/command.ts';
import { readCommand } from '../server/dialogue/guide/read-command.ts';
import { spokenCommands } from '../server/dialogue/guide/spoken-commands.ts';
import { openLibrary } from '../server/guides/index.ts';
import { fromRoot } from '../server/paths.ts';
import type { Guide } from '../server/protocol/index.ts';
import { createSpeech } from '../server/speech/index.ts';
import { finalsOf, framesOf, hear } from '../server/speech/testing/hear.ts';
import { spoken } from '../server/speech/testing/spoken.ts';
import { commands } from './noise-bench/commands.ts';
import { drilling, mixed } from './noise-bench/drill.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'moonshine-tiny' },
    json: { type: 'boolean', default: false },
    heard: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:noise -- [--model moonshine-tiny|moonshine-base] [--heard] [--json]
Speaks a guide's commands in three voices while a drill runs, and counts those that are understood. --heard prints what
was heard where a command was not.`);
  process.exit(0);
}

const sampleRate = 16_000;
/** The drill runs before the command begins and after it ends, milliseconds. */
const leadMs = 800;
const tailMs = 1500;
const voices = ['slt', 'rms', 'awb'] as const;
/** Speech over noise in decibels. */
const ratios = [Number.POSITIVE_INFINITY, 10, 5, 0];

const library = await openLibrary(fromRoot('assets', 'guides'), (reason) => console.warn(reason));
const guide = library.get('ashby-desk') as Guide;
const hints = {
  phrases: guide.parts.map(({ label }) => label.en),
  commands: spokenCommands(guide),
};
const speech = await createSpeech({ ...readSettings(process.env), HEXKEY_RECOGNISER: values.model });

const detailOf = (command: Command) =>
  command.kind === 'go' ? command.step : 'part' in command ? command.part : undefined;

interface Trial {
  understood: boolean;
  heard: string[];
}

async function trial(
  said: string,
  voice: (typeof voices)[number],
  ratio: number,
  seed: number,
): Promise<Trial> {
  const pcm = await spoken(said, { voice });
  const clean = Float32Array.from(pcm, (sample) => sample / 32_768);
  const lead = (leadMs * sampleRate) / 1000;
  const total = lead + clean.length + (tailMs * sampleRate) / 1000;
  const audio = mixed(clean, drilling(total, seed), ratio, lead);
  const frames = framesOf(
    Int16Array.from(audio, (sample) => Math.round(sample * 32_767)),
    sampleRate,
  );
  const finals = finalsOf(await hear(speech, frames, { hints }));
  const read = finals.map(({ text }) => readCommand(text, guide)).filter((command) => command !== undefined);
  const [, kind, detail] = commands.find(([words]) => words === said) ?? [];
  const [only, ...others] = read;
  return {
    understood: only?.kind === kind && detailOf(only as Command) === detail && others.length === 0,
    heard: finals.map(({ text }) => text),
  };
}

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(0).padStart(3)}%`;
const results: Record<string, { understood: number; of: number }> = {};
console.log(`${values.model}: ${commands.length} commands in ${voices.length} voices over a drill`);
for (const ratio of ratios) {
  const trials: (Trial & { said: string; voice: string })[] = [];
  for (const voice of voices)
    for (const [at, [said]] of commands.entries())
      trials.push({ said, voice, ...(await trial(said, voice, ratio, 7 + at)) });
  const understood = trials.filter((each) => each.understood).length;
  const name = Number.isFinite(ratio) ? `${ratio} dB` : 'clean';
  results[name] = { understood, of: trials.length };
  const byVoice = voices.map((voice) => {
    const own = trials.filter((each) => each.voice === voice);
    return `${voice} ${percent(own.filter((each) => each.understood).length, own.length)}`;
  });
  console.log(`${name.padEnd(6)} understood ${percent(understood, trials.length)} (${byVoice.join(', ')})`);
  if (values.heard)
    for (const { said, voice, heard } of trials.filter((each) => !each.understood))
      console.log(`    ${voice} "${said}" → ${JSON.stringify(heard)}`);
}
await speech.close();
if (values.json)
  console.log(JSON.stringify({ model: values.model, commands: commands.length, voices, results }));
process.exit(0);
