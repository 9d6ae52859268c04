import type { Guide, GuidePart, GuideProgress, GuideStep } from '#protocol';
import { stepLines } from '../guide/lines.ts';
import type { Content } from '../replies/content.ts';
import type { Request } from './define.ts';
import { personButton } from './ways-out.ts';

/** The guide somebody builds by right now, and where they are in it. */
export interface GuidePlace {
  guide: Guide;
  progress: GuideProgress;
}

/** After this long without a step a guide counts as put away: "next" means something else then. */
const putAwayAfterMs = 12 * 3_600_000;

export async function guidePlace(request: Request): Promise<GuidePlace | undefined> {
  const { guides } = request.services;
  const progress = await guides.current(request.customer.id);
  const guide = progress && guides.get(progress.guide);
  if (!guide || !progress) return undefined;
  const idle = request.now.getTime() - Date.parse(progress.enteredAt);
  return idle < putAwayAfterMs ? { guide, progress } : undefined;
}

export const noGuide = (): Content => ({
  lines: [['assembly.no_guide']],
  buttons: [
    {
      id: 'assembly',
      label: ['topic.assembly_help'],
      means: { do: 'start', skill: 'assembly_help', slots: {} },
    },
    personButton(),
  ],
});

/** Steps are counted from 1; 0 is laying out the parts. */
export const stepOf = ({ guide }: GuidePlace, step: number): GuideStep | undefined => guide.steps[step - 1];

/** What a step says when it is come to: its number, its title's words, and its warnings. */
export const sayStep = ({ language }: Request, { guide, progress }: GuidePlace, step: number): Content => ({
  lines: stepLines(guide, step, language),
  guide: { progress: progress.id, step },
});

export const partNamed = ({ guide }: GuidePlace, letter: string | undefined): GuidePart | undefined =>
  guide.parts.find((part) => part.letter === letter);
