import { acts } from '../../server/dialogue/contract.ts';
import { featuresOf } from '../../server/dialogue/understanding/features.ts';
import { readTogether } from '../../server/dialogue/understanding/shopper-reading.ts';
import { asShipped } from './export-model.ts';
import { forward } from './hidden-layer-trainer.ts';
import { type Task, tasks } from './label-map.ts';
import { probabilitiesOf } from './linear-model.ts';
import { figuresOf, type Scored } from './metrics.ts';
import { fractionOf } from './random.ts';
import { type Recipe, trainBy } from './recipe.ts';
import { trainShopper } from './shopper-recipe.ts';
import { trainBaseline } from './tfidf-baseline.ts';
import { readTraining } from './training-data.ts';
import type { Utterance } from './utterance.ts';

/** What is measured side by side: as shipped, before rounding to eight bits, and the yardstick. */
const contenders = ['eight-bit', 'float', 'TF-IDF'] as const;
type Judgement = Record<(typeof contenders)[number], Scored>;
type Judged = Map<Utterance, Judgement>;

/** Measures a recipe where training never saw the tested groups, and where it never saw the tested source. */
export function report(recipe: Recipe, folder: string): void {
  const all = readTraining(recipe.task, folder);
  console.log(`\n# ${recipe.task}: ${all.length} utterances`);
  if (recipe.task !== 'mood') reportKinds(recipe, all);
  if (recipe.task === 'intent') reportShoppers(recipe, all);
  if (recipe.task !== 'act') reportOwn(recipe, all);
}

/** A fifth of the kinds of phrasing, chosen by their names, that training never saw. */
export function reportKinds(recipe: Recipe, all: Utterance[]): void {
  const isTested = ({ kind }: Utterance) => kind !== undefined && fractionOf(`kind ${kind}`) < unseenKinds;
  const tested = all.filter(isTested);
  const training = all.filter((utterance) => !isTested(utterance));
  const judged = judge(recipe, training, tested);
  print(`kinds unseen (${new Set(tested.map(({ kind }) => kind)).size})`, judged, tested);
  for (const chinese of [false, true])
    print(
      `kinds unseen, ${chinese ? 'Chinese' : 'English'}`,
      judged,
      tested.filter(({ text }) => /\p{Script=Han}/u.test(text) === chinese),
    );
  if (recipe.task === 'act') reportPolarity(recipe, training, tested);
}
const unseenKinds = 0.2;

function reportPolarity(recipe: Recipe, training: Utterance[], tested: Utterance[]): void {
  const model = asShipped(trainBy(recipe, training));
  const known = tested.filter(({ negated }) => negated !== undefined);
  const right = known.filter(({ text, negated = 0 }) => {
    const outputs = probabilitiesOf(model, featuresOf(text, recipe.style, recipe.outline, recipe.parts));
    const said = ((outputs[acts.length] ?? 0) + (outputs[acts.indexOf('refusal')] ?? 0)) / 2;
    return said >= 0.5 === negated >= 0.5;
  });
  console.log(
    `kinds unseen, polarity: ${known.length} rows, right ${(right.length / known.length).toFixed(3)}`,
  );
}

function reportShoppers(recipe: Recipe, all: Utterance[]): void {
  const folded = judgeInFolds(recipe, all, 5);
  const shoppers = [...folded.keys()].filter(isShopper);
  print('groups unseen: live shoppers (HINT3)', folded, from(shoppers, 'hint3'));
  print('groups unseen: retail openings (ABCD, sure labels)', folded, from(shoppers, 'abcd'));
  for (const source of ['clinc', 'banking77', 'dstc11', 'hint3-powerplay']) {
    const outside = from([...folded.keys()], source).filter(({ accepted }) => accepted[0] === 'out_of_scope');
    print(`groups unseen: ${source} out of scope, against those shoppers`, folded, [...outside, ...shoppers]);
    print(`groups unseen: ${source} out of scope, alone`, folded, outside);
  }
  print(
    'groups unseen: CLINC in scope',
    folded,
    from([...folded.keys()], 'clinc').filter(({ accepted }) => accepted[0] !== 'out_of_scope'),
  );

  for (const source of ['hint3', 'abcd']) {
    const unseen = from(all, source).filter(({ genuine }) => genuine);
    print(
      `source unseen: ${source}`,
      judge(
        recipe,
        all.filter((utterance) => !utterance.source.startsWith(source)),
        unseen,
      ),
      unseen,
    );
  }
  const isUnseenTopic = ({ source, original }: Utterance) => source === 'clinc' && fractionOf(original) < 0.5;
  const topics = all.filter(
    (utterance) => isUnseenTopic(utterance) && utterance.accepted[0] === 'out_of_scope',
  );
  const tested = [
    ...topics,
    ...all.filter((utterance) => isShopper(utterance) && fractionOf(utterance.group) < 0.5),
  ];
  const kept = new Set(tested);
  const judged = judge(
    recipe,
    all.filter((utterance) => !kept.has(utterance) && !isUnseenTopic(utterance)),
    tested,
  );
  print('topics unseen: half of CLINC, against half of the shoppers', judged, tested);
}

function reportOwn(recipe: Recipe, all: Utterance[]): void {
  const isTested = (utterance: Utterance) =>
    utterance.source.startsWith('own') && fractionOf(utterance.group) < 0.5;
  const testedGroups = new Set(all.filter(isTested).map(({ group }) => group));
  const rest = all.filter(({ group }) => !testedGroups.has(group));
  const tested = all.filter(isTested);
  const judged = judge(recipe, rest, tested);
  for (const source of new Set(tested.map((utterance) => utterance.source)))
    print(`half unseen: ${source}`, judged, from(tested, source));
}

/** Whose words the figures are about: live shoppers and retail openings with a sure label. */
export const isShopper = ({ genuine, source }: Utterance) =>
  genuine && /^(hint3-(curekart|sofmattress)|abcd)/.test(source);

export const from = (utterances: Utterance[], start: string) =>
  utterances.filter(
    ({ source }) => source.startsWith(start) && !(start === 'hint3' && source.includes('powerplay')),
  );

/** Cross-validation over every public set but the template-made one, which only helps to train. */
export function judgeInFolds(recipe: Recipe, all: Utterance[], folds: number): Judged {
  const foldOf = ({ source, group }: Utterance) =>
    /^(own|drawn|bitext)/.test(source) ? -1 : Math.floor(fractionOf(group) * folds);
  const judged: Judged = new Map();
  for (let fold = 0; fold < folds; fold++) {
    const tested = all.filter((utterance) => foldOf(utterance) === fold);
    const groups = new Set(tested.map(({ group }) => group));
    const rest = all.filter(({ group }) => !groups.has(group));
    for (const [utterance, scored] of judge(recipe, rest, tested)) judged.set(utterance, scored);
  }
  return judged;
}

function judge(recipe: Recipe, training: Utterance[], tested: Utterance[]): Judged {
  const model = trainBy(recipe, training);
  const shipped = asShipped(model);
  const baseline = trainBaseline(recipe.task, training);
  const second = recipe.task === 'intent' ? secondReader(training) : undefined;
  const scored = (utterance: Utterance, probabilities: Float32Array) =>
    scoreOf(recipe.task, utterance, probabilities);
  return new Map(
    tested.map((utterance) => {
      const features = featuresOf(utterance.text, recipe.style, recipe.outline, recipe.parts);
      const together = (first: Float32Array) => (second ? second(first, utterance.text) : first);
      return [
        utterance,
        {
          'eight-bit': scored(utterance, together(probabilitiesOf(shipped, features))),
          float: scored(utterance, together(probabilitiesOf(model, features))),
          'TF-IDF': scored(utterance, baseline(utterance.text)),
        },
      ];
    }),
  );
}

/** The shoppers' model over the first reader's opinion, as the product puts them together. */
function secondReader(training: Utterance[]): (first: Float32Array, text: string) => Float32Array {
  const model = trainShopper(training);
  return (first, text) => readTogether(first, forward(model, featuresOf(text)).probabilities, model.labels);
}

function scoreOf(task: Task, { accepted }: Utterance, outputs: Float32Array): Scored {
  const labels: readonly string[] = tasks[task];
  const probabilities = outputs.subarray(0, labels.length);
  const predicted = labels[probabilities.indexOf(Math.max(...probabilities))] as string;
  return { accepted, predicted, outOfScope: probabilities[labels.indexOf('out_of_scope')] ?? 0 };
}

export function print(name: string, judged: Judged, utterances: Utterance[]): void {
  const rows = utterances.map((utterance) => judged.get(utterance)).filter((row) => row !== undefined);
  console.log(`${name}: ${rows.length} rows`);
  for (const contender of contenders) {
    const { accuracy, macroF1, oosAuroc } = figuresOf(rows.map((row) => row[contender]));
    const auroc = oosAuroc === null ? '' : `, out-of-scope AUROC ${oosAuroc.toFixed(4)}`;
    const figures = `accuracy ${accuracy.toFixed(3)}, macro F1 ${macroF1.toFixed(3)}${auroc}`;
    console.log(`    ${contender.padEnd(10)}${figures}`);
  }
  const { confusions } = figuresOf(rows.map((row) => row['eight-bit']));
  const worst = confusions.slice(0, 6).map(({ gold, predicted, count }) => `${gold} > ${predicted} ${count}`);
  if (worst.length > 0) console.log(`    ${worst.join('; ')}`);
}
