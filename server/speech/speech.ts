import { availableParallelism } from 'node:os';
import type { Settings } from '../config.ts';
import type { VoiceActivity } from './activity/contract.ts';
import { Silero } from './activity/silero.ts';
import { openAudio } from './audio/decoder.ts';
import type { InverseTextNormalize, Speech } from './contract.ts';
import { inverseTextNormalize } from './inverse-text-normalization/index.ts';
import { type SpeechLog, silentLog } from './log.ts';
import { modelFile } from './model-file.ts';
import { Pool } from './pool/pool.ts';
import { ThreadRecogniser } from './pool/thread-recogniser.ts';
import { chooseRecogniser } from './recogniser/choice.ts';
import type { Recogniser } from './recogniser/contract.ts';
import { Stream } from './stream.ts';

/** Stand-ins for the models, and where troubles are logged. */
export interface SpeechOptions {
  log?: SpeechLog;
  /** Default: numbers, spellings and dates as people write them, and repair against the hints. */
  inverseTextNormalize?: InverseTextNormalize;
  /** Makes one recogniser of the pool. Default: the one that the settings name, in a thread of its own. */
  recogniser?: () => Promise<Recogniser>;
  /** Makes the voice activity of one stream. Default: Silero. */
  activity?: () => VoiceActivity;
}

/** Loads the models. Throws `model_missing` where they have not been fetched, `recogniser_failed` where they do not load. */
export async function createSpeech(
  settings: Pick<Settings, 'HEXKEY_MODELS' | 'HEXKEY_RECOGNISER' | 'HEXKEY_THREADS'>,
  options: SpeechOptions = {},
): Promise<Speech> {
  const { inverseTextNormalize: normalize = inverseTextNormalize, log = silentLog } = options;
  const silero = options.activity
    ? undefined
    : await Silero.load(modelFile(settings.HEXKEY_MODELS, 'silero-vad', 'silero_vad_v5.onnx'));
  const pool = await Pool.open({
    size: settings.HEXKEY_THREADS || availableParallelism(),
    start: options.recogniser ?? threadStarter(settings),
    log,
  });
  const streams = new Set<Stream>();
  return {
    open: async ({ audio, hints, ownVoice, on }) => {
      const decoder = await openAudio(audio);
      const activity = options.activity?.() ?? (silero as Silero).listen();
      const stream = new Stream({
        decoder,
        activity,
        pool,
        inverseTextNormalize: normalize,
        hints,
        ...(ownVoice && { ownVoice }),
        on,
        log,
      });
      streams.add(stream);
      return {
        push: (payload) => stream.push(payload),
        flush: () => stream.flush(),
        close: () => {
          stream.close();
          streams.delete(stream);
        },
      };
    },
    prepare: (commands) => pool.prepare(commands),
    close: async () => {
      for (const stream of streams) stream.close();
      await pool.close();
      await silero?.close();
    },
  };
}

function threadStarter(settings: Pick<Settings, 'HEXKEY_MODELS' | 'HEXKEY_RECOGNISER'>) {
  const choice = chooseRecogniser(settings.HEXKEY_RECOGNISER, settings.HEXKEY_MODELS);
  return () => ThreadRecogniser.start(choice);
}
