import { readFile } from 'node:fs/promises';
import Type from 'typebox';
import Value from 'typebox/value';
import { Intent, intents, type MoodReading, moods } from '#protocol';
import { fromRoot } from '../../paths.ts';
import { acts, type Understander, type Understanding } from '../contract.ts';
import { type Classifier, loadClassifier } from './classifier.ts';
import { readTogether } from './shopper-reading.ts';
import { learn, type Taught, type TaughtExample } from './taught.ts';

const modelFolder = fromRoot('models', 'understanding');

/**
 * Chinese whose best intent is less probable holds next to no n-gram that training saw; what is left is the bias, which
 * favours short answers. Measured on unknown words: at most 0.13.
 */
const faintestChinese = 0.15;

/** Below this the words carry no mood that a reply should answer to. */
const faintest = 0.1;

/** Reads with the models, and with what a shop has taught it. */
export interface TeachableUnderstander extends Understander {
  /**
   * Learns a shop's own wordings, in seconds and in memory, instead of those taught before; none forgets them all. Readings
   * go on as before until it resolves.
   */
  teach(examples: readonly TaughtExample[]): Promise<void>;
}

/**
 * Reads intent, act, polarity and mood with the small models in `folder` (ours where it is left out), corrected by what
 * is `taught`.
 */
export async function createUnderstander(
  folder = modelFolder,
  { taught: examples = [] }: { taught?: readonly TaughtExample[] } = {},
): Promise<TeachableUnderstander> {
  const intentModel = await loadClassifier(`${folder}/intent`, intents);
  const [shopperModel, actModel, moodModel] = await Promise.all([
    loadClassifier(`${folder}/shopper`),
    loadClassifier(`${folder}/act`, acts),
    loadClassifier(`${folder}/mood`, moods),
  ]);
  const readIntent = async (text: string) => {
    const [first, second] = await Promise.all([intentModel.classify(text), shopperModel.classify(text)]);
    return readTogether(first.probabilities, second.probabilities, shopperModel.labels);
  };
  let taught: Taught | undefined;
  let newest = 0;
  const teach = async (lessons: readonly TaughtExample[]) => {
    const lesson = ++newest;
    const learned =
      lessons.length > 0 ? await learn(lessons, await readFamiliar(folder), readIntent) : undefined;
    // What was taught later counts, though it may have been learned sooner.
    if (lesson === newest) taught = learned;
  };
  await teach(examples);
  return {
    teach,
    async understand(text) {
      const [read, act, mood] = await Promise.all([
        readIntent(text),
        readAct(actModel, text),
        readMood(moodModel, text),
      ]);
      const probabilities = taught?.correct(read, text) ?? read;
      const ranking = intents
        .map((intent, at) => ({ intent, probability: probabilities[at] ?? 0 }))
        .sort((one, other) => other.probability - one.probability);
      if (isUnknown(text, ranking[0]?.probability ?? 0))
        ranking.sort((one, other) => Number(isOutside(other)) - Number(isOutside(one)));
      const [best] = ranking as [(typeof ranking)[number]];
      return { intent: best.intent, confidence: best.probability, ranking, ...act, mood };
    },
  };
}

const OwnRow = Type.Object({ text: Type.String(), label: Intent });
/** Every so many of our own utterances holds what is taught to what it is about. */
const familiarStep = 6;

/** Some of the utterances that the models were trained on, from beside them. */
async function readFamiliar(folder: string): Promise<TaughtExample[]> {
  const content = await readFile(`${folder}/intent.jsonl`, 'utf8');
  return content
    .split('\n')
    .filter((line, at) => line !== '' && at % familiarStep === 0)
    .map((line) => Value.Parse(OwnRow, JSON.parse(line)))
    .map(({ text, label }) => ({ text, intent: label }));
}

const isUnknown = (text: string, probability: number) =>
  probability < faintestChinese && /\p{Script=Han}/u.test(text);
const isOutside = ({ intent }: { intent: Intent }) => intent === 'out_of_scope';

async function readAct(model: Classifier, text: string): Promise<Pick<Understanding, 'act' | 'negated'>> {
  const { probabilities, scale } = await model.classify(text);
  const probability = Math.max(...probabilities);
  const act = acts[probabilities.indexOf(probability)] ?? 'request';
  const declined = probabilities[acts.indexOf('refusal')] ?? 0;
  return { act: { act, probability }, negated: (scale + declined) / 2 };
}

async function readMood(model: Classifier, text: string): Promise<MoodReading> {
  const { probabilities, scale } = await model.classify(text);
  const mood = moods[probabilities.indexOf(Math.max(...probabilities))] ?? 'neutral';
  if (mood === 'neutral' || scale < faintest) return { mood: 'neutral', intensity: 0 };
  return { mood, intensity: Math.min(1, scale) };
}
