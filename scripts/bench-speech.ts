import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { readSettings } from '../server/config.ts';
import { createSpeech } from '../server/speech/index.ts';
import { chooseRecogniser } from '../server/speech/recogniser/choice.ts';
import { loadRecogniser } from '../server/speech/recogniser/load.ts';
import { fromFiles, synthesised } from './speech-bench/clips.ts';
import { measureDecodes } from './speech-bench/decode-times.ts';
import { median, quantile, timing } from './speech-bench/figures.ts';
import { measureStream } from './speech-bench/latency.ts';
import { libraryFolder, openSherpa } from './speech-bench/sherpa.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    model: { type: 'string', default: 'moonshine-tiny' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:speech -- [--json] [--model moonshine-tiny|moonshine-base] [--rounds 3] [clip.wav ...]
Times decoding side by side with sherpa-onnx on the same weights and clips, then whole streams in real time.
Clips are synthesised where no 16 kHz WAV file is named.`);
  process.exit(0);
}

// The dynamic loader reads its path when a process starts, so the path is set and the script started again.
const library = libraryFolder();
if (!process.env.LD_LIBRARY_PATH?.split(':').includes(library)) {
  const path = [library, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, LD_LIBRARY_PATH: path },
  });
  process.exit(status ?? 1);
}

const settings = { ...readSettings(process.env), HEXKEY_RECOGNISER: values.model };
const choice = chooseRecogniser(values.model, settings.HEXKEY_MODELS);
if (choice.kind !== 'moonshine')
  throw new Error('sherpa-onnx is compared on Moonshine: --model moonshine-tiny or -base');
const clips = positionals.length > 0 ? await fromFiles(positionals) : await synthesised();

const ours = await loadRecogniser(choice);
const decodes = await measureDecodes(clips, ours, openSherpa(choice), Number(values.rounds));
await ours.close();
const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`;
console.log(`${values.model}, ${clips.length} clips, one thread    median      p95  word errors`);
console.log(timing('final, plain', decodes.plain, percent(decodes.errors.plain)));
console.log(timing('final, with a draft', decodes.withDraft, percent(decodes.errors.withDraft)));
console.log(timing('partial, with a draft', decodes.partials));
console.log(timing('sherpa-onnx', decodes.sherpa, percent(decodes.errors.sherpa)));
const finalVsSherpa = median(decodes.withDraft) / median(decodes.sherpa);
console.log(
  `  final with a draft / sherpa-onnx: ${finalVsSherpa.toFixed(2)}; same text as plain: ${percent(decodes.same)}`,
);

const speech = await createSpeech(settings);
const stream = await measureStream(clips, speech);
await speech.close();
console.log('whole stream in real time           median      p95');
console.log(timing('end of speech to final', stream.finals));
console.log(timing('partial to partial', stream.gaps));
if (values.json)
  console.log(
    JSON.stringify({
      model: values.model,
      clips: clips.length,
      finalVsSherpa,
      plainMs: median(decodes.plain),
      finalMs: median(decodes.withDraft),
      partialMs: median(decodes.partials),
      sherpaMs: median(decodes.sherpa),
      wordErrors: decodes.errors,
      sameAsPlain: decodes.same,
      speechToFinalMs: { median: median(stream.finals), p95: quantile(stream.finals, 0.95) },
      partialGapMs: { median: median(stream.gaps), p95: quantile(stream.gaps, 0.95) },
    }),
  );
process.exit(0);
