import type { Guide, GuidePart, Language } from '#protocol';
import type { Line } from '../replies/content.ts';

/** What a step says when it is come to: its number, what to do, and its warnings. 0 is laying out the parts. */
export function stepLines(guide: Guide, step: number, language: Language): Line[] {
  const entered = guide.steps[step - 1];
  if (!entered)
    return [step === 0 ? ['guide.lay_out'] : ['guide.finished', { product: guide.title[language] }]];
  return [
    ['guide.step', { step, words: entered.say[language] }],
    ...entered.warnings.map((warning): Line => ['guide.warning', { words: warning[language] }]),
  ];
}

/** What usually goes wrong at a step, and what helps. */
export function mistakeLines(guide: Guide, step: number, language: Language): Line[] {
  const mistakes = guide.steps[step - 1]?.mistakes ?? [];
  if (mistakes.length === 0) return [['guide.no_mistakes']];
  return mistakes.map(({ sign, remedy }) => [
    'guide.mistake',
    { words: `${sign[language]} ${remedy[language]}` },
  ]);
}

export const partLine = ({ letter, label, description }: GuidePart, language: Language): Line => [
  'guide.part',
  { part: letter, label: label[language], words: description[language] },
];

/** The parts that come in at a step, or are looked at in it. */
export function partsAt({ steps, parts }: Guide, place: number): GuidePart[] {
  const step = steps[place - 1];
  const nodes = [...(step?.arrivals.flatMap((arrival) => arrival.nodes) ?? []), ...(step?.highlights ?? [])];
  return parts.filter((part) => part.nodes.some((node) => nodes.includes(node)));
}
