import { type Intent, intents, type MoodReading, moods } from '#protocol';
import { fromRoot } from '../../paths.ts';
import { acts, type Understander, type Understanding } from '../contract.ts';
import { type Classifier, loadClassifier } from './classifier.ts';

const modelFolder = fromRoot('models', 'understanding');

/**
 * Chinese whose best intent is less probable holds next to no n-gram that training saw; what is left is the bias, which
 * favours short answers. Measured on unknown words: at most 0.13.
 */
const faintestChinese = 0.15;

/** Below this the words carry no mood that a reply should answer to. */
const faintest = 0.1;

/** Reads intent, act, polarity and mood with the three small models in `folder` (ours where it is left out). */
export async function createUnderstander(folder = modelFolder): Promise<Understander> {
  const intentModel = await loadClassifier(`${folder}/intent`, intents);
  const [actModel, moodModel] = await Promise.all([
    loadClassifier(`${folder}/act`, acts),
    loadClassifier(`${folder}/mood`, moods),
  ]);
  return {
    async understand(text) {
      const [{ probabilities }, act, mood] = await Promise.all([
        intentModel.classify(text),
        readAct(actModel, text),
        readMood(moodModel, text),
      ]);
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

const isUnknown = (text: string, probability: number) =>
  probability < faintestChinese && /\p{Script=Han}/u.test(text);
const isOutside = ({ intent }: { intent: Intent }) => intent === 'out_of_scope';

async function readAct(model: Classifier, text: string): Promise<Pick<Understanding, 'act' | 'negated'>> {
  const { probabilities, scale } = await model.classify(text);
  const probability = Math.max(...probabilities);
  const act = acts[probabilities.indexOf(probability)] ?? 'request';
  return { act: { act, probability }, negated: scale };
}

async function readMood(model: Classifier, text: string): Promise<MoodReading> {
  const { probabilities, scale } = await model.classify(text);
  const mood = moods[probabilities.indexOf(Math.max(...probabilities))] ?? 'neutral';
  if (mood === 'neutral' || scale < faintest) return { mood: 'neutral', intensity: 0 };
  return { mood, intensity: Math.min(1, scale) };
}
