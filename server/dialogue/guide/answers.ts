import { type GuideCommand, type GuidePart, type Language, minutesLeft } from '#protocol';
import type { Content, Line } from '../replies/content.ts';
import { noButton, personButton, yesButton } from '../skills/ways-out.ts';
import { type Building, minutesHere } from './building.ts';
import { mistakeLines, partLine, partsAt, stepLines } from './lines.ts';
import { sizeOf } from './sizes.ts';

const answered = (
  lines: Line[],
  { open }: Building,
  command: Omit<GuideCommand, 'progress'> = {},
): Content => ({
  lines,
  guide: { ...(open.progress !== undefined && { progress: open.progress }), ...command },
});

const asked = (content: Content): Content => ({
  ...content,
  buttons: [yesButton, noButton],
  expecting: 'confirmation',
});

const here = ({ guide, open }: Building) => guide.steps[open.step - 1];

export const goTo = (building: Building, step: number, language: Language): Content =>
  answered(stepLines(building.guide, step, language), building, { step });

export const repeated = (building: Building, language: Language): Content =>
  answered(stepLines(building.guide, building.open.step, language), building, { act: 'repeat' });

/** "Next": first the step's own question, so that nobody builds on a part that is the wrong way round. */
export function next(building: Building, language: Language): Content {
  const { guide, open } = building;
  if (open.step === 0) return goTo(building, 1, language);
  const check = here(building)?.check[language];
  if (check === undefined) return answered(stepLines(guide, open.step, language), building);
  return asked(answered([['guide.check', { words: check }]], building, { act: 'check' }));
}

/** No to a step's question: what it may be, else the step once more. */
export function refused(building: Building, language: Language): Content {
  const { guide, open } = building;
  const known = (here(building)?.mistakes.length ?? 0) > 0;
  const lines = known ? mistakeLines(guide, open.step, language) : stepLines(guide, open.step, language);
  return answered([['guide.not_yet'], ...lines], building, { act: 'refuse' });
}

export const helpWhenStuck = (building: Building, language: Language): Content => ({
  ...answered(
    [...mistakeLines(building.guide, building.open.step, language), ['guide.stuck_again']],
    building,
    { act: 'stuck' },
  ),
  buttons: [personButton()],
});

export const shown = (building: Building, part: GuidePart | undefined, language: Language): Content =>
  part
    ? answered([partLine(part, language)], building, { part: part.id })
    : answered([['guide.which_part']], building);

export const sized = (building: Building, part: GuidePart | undefined, language: Language): Content =>
  part
    ? answered(
        [['guide.size', { part: part.letter, label: part.label[language], size: sizeOf(part, language) }]],
        building,
        { part: part.id },
      )
    : answered([['guide.which_part']], building);

/** With a way to the part that was perhaps meant. */
export const orElse = (content: Content, other: GuidePart, language: Language): Content => ({
  ...content,
  lines: [...content.lines, ['guide.or_part', { part: other.letter, label: other.label[language] }]],
});

export const whichStep = (building: Building): Content =>
  answered([['guide.which_step', { count: building.guide.steps.length }]], building);

export function timeLeft(building: Building, language: Language, now: Date): Content {
  const { guide, open } = building;
  const minutes = minutesLeft(guide, open.step, minutesHere(building, now));
  if (minutes === null) return answered(stepLines(guide, open.step, language), building);
  const count = guide.steps.length - Math.max(1, open.step) + 1;
  return answered([['guide.time', { minutes, count }]], building);
}

export function where(building: Building, language: Language): Content {
  const { guide, open } = building;
  const title = here(building)?.title[language];
  if (title === undefined) return answered(stepLines(guide, open.step, language), building);
  return answered([['guide.where', { step: open.step, count: guide.steps.length, words: title }]], building);
}

const joined = (names: string[], language: Language) =>
  new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(names);

/** The tools of this step; of the whole guide while parts are laid out. */
export function tools(building: Building, language: Language): Content {
  const { guide } = building;
  const step = here(building);
  const needed = guide.tools.filter(({ id }) => !step || step.tools.includes(id));
  if (needed.length === 0) return answered([['guide.no_tools']], building);
  const list = joined(
    needed.map(({ label }) => label[language]),
    language,
  );
  const inBox = needed.every((tool) => tool.inBox);
  return answered([[inBox ? 'guide.tools_in_box' : 'guide.tools', { list }]], building);
}

export function fasteners(building: Building, language: Language): Content {
  const { guide } = building;
  const places = here(building)?.fasteners ?? [];
  const used = guide.hardware.flatMap((hardware) => {
    const count = places.filter((place) => place.hardware === hardware.id).length;
    const name = hardware.label[language];
    return count === 0 ? [] : [language === 'zh' ? `${count}个${name}` : `${count} times ${name}`];
  });
  if (used.length === 0) return answered([['guide.no_fasteners']], building);
  return answered([['guide.fasteners', { list: joined(used, language) }]], building);
}

export const paused = (building: Building): Content =>
  answered([['guide.paused']], building, { act: 'pause' });

export const continued = (building: Building, language: Language): Content =>
  answered([['guide.continued'], ...stepLines(building.guide, building.open.step, language)], building, {
    act: 'continue',
  });

export const askRestart = (building: Building): Content =>
  asked(answered([['guide.restart_sure']], building));

export const restarted = (building: Building): Content =>
  answered([['guide.restarted'], ['guide.lay_out']], building, { act: 'restart' });

export const kept = (building: Building): Content => answered([['guide.kept']], building);

/** The part meant by "it": the one spoken of last, else the one that comes in now. */
export const meantPart = (
  { guide, open }: Building,
  named: string | undefined,
  last: string | undefined,
): GuidePart | undefined =>
  guide.parts.find(({ id }) => id === (named ?? last)) ?? partsAt(guide, open.step)[0];
