import type { Content } from '../replies/content.ts';
import { defineSkill, type Request } from './define.ts';
import { type GuidePlace, guidePlace, noGuide, partNamed, stepOf } from './guide-place.ts';

/** "Which one is part B?": by letter, else by name, else the part this step needs. */
export const showPart = defineSkill({
  intents: ['show_part'],
  needs: [{ slot: 'part', optional: true }],
  look: guidePlace,
  say(request, place): Content {
    if (!place) return noGuide();
    const part = partNamed(place, request.slots.part) ?? partByName(request, place) ?? neededNow(place);
    if (!part) return { lines: [['guide.which_part']] };
    const { language } = request;
    return {
      lines: [
        ['guide.part', { part: part.letter, label: part.label[language], words: part.description[language] }],
      ],
      guide: { progress: place.progress.id, part: part.id },
    };
  },
});

function partByName({ question, language }: Request, { guide }: GuidePlace) {
  const said = question.toLowerCase();
  return guide.parts.find((part) => said.includes(part.label[language].toLowerCase()));
}

function neededNow(place: GuidePlace) {
  const arriving = stepOf(place, place.progress.step)?.arrivals.flatMap(({ nodes }) => nodes) ?? [];
  return place.guide.parts.find((part) => part.nodes.some((node) => arriving.includes(node)));
}
