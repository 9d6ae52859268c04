import { mistakeLines } from '../guide/lines.ts';
import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { type GuidePlace, guidePlace, noGuide, sayStep, stepOf } from './guide-place.ts';
import { noButton, personButton, yesButton } from './ways-out.ts';

/** What goes wrong in this step, and what to do about it; then a person. */
export function helpAtStep(request: Request, place: GuidePlace): Content {
  return {
    lines: mistakeLines(place.guide, place.progress.step, request.language),
    buttons: [personButton()],
  };
}

/** "Next": first the step's own question, so that nobody builds on a part that is the wrong way round. */
export const nextStep = defineSkill({
  intents: ['next_step'],
  look: guidePlace,
  refuse: (request, place) => {
    if (!place) return noGuide();
    return place.progress.step > place.guide.steps.length
      ? sayStep(request, place, place.progress.step)
      : undefined;
  },
  confirm(request, place): Content | undefined {
    if (!place) return undefined;
    const check = stepOf(place, place.progress.step)?.check[request.language];
    return {
      lines: [check === undefined ? ['guide.all_there'] : ['guide.check', { words: check }]],
      buttons: [yesButton, noButton],
      expecting: 'confirmation',
    };
  },
  decline: (request, place) => (place ? helpAtStep(request, place) : noGuide()),
  perform: async (request, tx, place) => place && goTo(request, tx, place, place.progress.step + 1),
  say: (request, place) => (place ? sayStep(request, place, place.progress.step + 1) : noGuide()),
});

export const previousStep = defineSkill({
  intents: ['previous_step'],
  look: guidePlace,
  refuse: (_, place) => (place ? undefined : noGuide()),
  perform: async (request, tx, place) => place && goTo(request, tx, place, before(place)),
  say: (request, place) => (place ? sayStep(request, place, before(place)) : noGuide()),
});

const before = ({ progress }: GuidePlace) => Math.max(0, progress.step - 1);

export const repeatStep = defineSkill({
  intents: ['repeat_step'],
  look: guidePlace,
  say: (request, place) => (place ? sayStep(request, place, place.progress.step) : noGuide()),
});

/** "Step four", "go to the drawers": by number, or by words of a step's title. */
export const gotoStep = defineSkill({
  intents: ['goto_step'],
  needs: [{ slot: 'step', optional: true }],
  look: guidePlace,
  refuse(request, place): Content | undefined {
    if (!place) return noGuide();
    return target(request, place) === undefined
      ? { lines: [['guide.which_step', { count: place.guide.steps.length }]] }
      : undefined;
  },
  perform: async (request, tx, place) => place && goTo(request, tx, place, target(request, place) ?? 0),
  say: (request, place) => (place ? sayStep(request, place, target(request, place) ?? 0) : noGuide()),
});

function target({ slots, question }: Request, { guide }: GuidePlace): number | undefined {
  if (slots.step !== undefined) return slots.step <= guide.steps.length ? slots.step : undefined;
  if (/\b(?:start over|beginning|lay(?:ing)? out)\b|重新开始|从头/iu.test(question)) return 0;
  const said = stems(question);
  const scores = guide.steps.map(({ title }) => stems(title.en).filter((word) => said.includes(word)).length);
  const best = Math.max(...scores);
  return best > 0 && scores.filter((score) => score === best).length === 1
    ? scores.indexOf(best) + 1
    : undefined;
}

/** Words that carry meaning, without plural and the like: "the drawers" finds "Put the drawer in". */
const stems = (text: string) =>
  (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
    .filter((word) => !/^(?:the|and|into|onto|with|for|step|put|take|show|again|part|please)$/.test(word))
    .map((word) => word.replace(/(?:es|s)$/, ''));

const goTo = (request: Request, tx: Parameters<GuidesMove>[0], { progress }: GuidePlace, step: number) =>
  request.services.guides.move(tx, request.customer.id, progress.id, { step, repeats: 0 });
type GuidesMove = Request['services']['guides']['move'];
