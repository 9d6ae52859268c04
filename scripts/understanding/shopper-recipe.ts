import { intents } from '#protocol';
import { featuresOf } from '../../server/dialogue/understanding/features.ts';
import { elsewhere } from '../../server/dialogue/understanding/shopper-reading.ts';
import { type HiddenLayerModel, trainHiddenLayer } from './hidden-layer-trainer.ts';
import { fractionOf } from './random.ts';
import type { Utterance } from './utterance.ts';

export const shopperBuckets = 2 ** 15;

const isShopTalk = ({ source }: Utterance) => /^hint3-(curekart|sofmattress)/.test(source);
/** Of everything else, this share is seen, as what the model has nothing to say about. */
const backgroundShare = 0.1;
const backgroundWeight = 0.5;

/**
 * The second reader of intents: trained on what shoppers wrote to two shops, under those shops' own finer labels, which are
 * brought to ours afterwards. Everything else is `elsewhere`, where it keeps out of the first reader's way.
 */
export function trainShopper(utterances: Utterance[]): HiddenLayerModel & { labels: string[] } {
  const own = utterances.filter(isShopTalk);
  const background = utterances.filter(
    (utterance) => !isShopTalk(utterance) && fractionOf(`background ${utterance.text}`) < backgroundShare,
  );
  const labels = [...new Set(own.map(finerLabel)), elsewhere].sort();
  const examples = [...own, ...background].map((utterance) => ({
    features: featuresOf(utterance.text),
    at: labels.indexOf(isShopTalk(utterance) ? finerLabel(utterance) : elsewhere),
    weight: isShopTalk(utterance) ? 1 : backgroundWeight,
  }));
  const model = trainHiddenLayer(examples, {
    buckets: shopperBuckets,
    width: 64,
    classes: labels.length,
    epochs: 20,
    rate: 0.1,
    dropout: 0.5,
    smoothing: 0.05,
    seed: 3,
  });
  // There is more of everything else to train on than of shoppers; that says nothing of who speaks.
  const at = labels.indexOf(elsewhere);
  const prior = (background.length * backgroundWeight) / own.length;
  model.bias[at] = (model.bias[at] ?? 0) - Math.log(Math.max(1, prior));
  return { ...model, labels };
}

/** Ours, and the source's behind a slash: `shopper-reading.ts` takes the part before it. */
function finerLabel({ accepted, source, original }: Utterance): string {
  const [intent] = accepted;
  if (!(intents as readonly string[]).includes(intent ?? '')) throw new RangeError(`no intent: ${intent}`);
  return `${intent}/${source}/${original}`;
}
