import type { Intent } from '#protocol';
import type { ButtonMeaning, Frame } from '../conversation/state.ts';
import type { Meaning } from '../meaning/read-meaning.ts';
import type { Button, Content } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { wordCount } from '../slots/length.ts';
import { heardDoubtfully } from './consent.ts';
import { fill } from './fill.ts';
import { start } from './start.ts';
import { question } from './topic.ts';
import { type Decision, saying, type TurnContext } from './turn-context.ts';

/** Takes note of what was said; agrees to something only where that was a question. */
const notes = /^(?:ok(?:ay)?|right|all ?right|fine|great|good|perfect|好的?|好啊|行)[\s,.!，。！]*$/iu;
const wasAsked = ({ state }: TurnContext) =>
  state.expecting !== 'anything' || state.lastSentences.some((sentence) => /[?？]$/.test(sentence));

/** Yes or no with nothing asked: to the one way out that was offered, or to nothing. */
export async function onLooseAnswer(context: TurnContext): Promise<Decision | undefined> {
  const { cues, state, turn } = context;
  const goesOn = await onOffer(context);
  if (goesOn) return goesOn;
  if (!cues.yes && !cues.no) return undefined;
  if (cues.rest.length > 2) return undefined;
  if (notes.test(turn.text.trim()) && !wasAsked(context))
    return { kind: 'say', intent: 'affirm', content: { lines: [['flow.anything_else']] } };
  const ways = state.offered.filter(({ means }) => means.do === 'start');
  const [way] = ways;
  if (cues.yes && way?.means.do === 'start' && ways.length === 1)
    return start(context, way.means.skill, way.means.slots, true);
  const content: Content = cues.no
    ? { lines: [['flow.anything_else']] }
    : {
        lines: [['flow.yes_to_what']],
        buttons: state.offered.map(({ id, label, means }) => again(id, label, means)),
      };
  return { kind: 'say', intent: cues.yes ? 'affirm' : 'deny', content };
}

/** Behind a yes to an offer no more words than this say what it is for: "let's do that with the router". */
const mostBehind = 8;

/** A yes with more words, to what was offered just now or is in hand already: "yes please, look into it". */
async function onOffer(context: TurnContext): Promise<Decision | undefined> {
  const { meaning, state } = context;
  const { consent } = meaning;
  if (consent.answer !== 'yes' || consent.rest === '' || heardDoubtfully(context)) return undefined;
  if (wordCount(consent.rest) > mostBehind || question.test(consent.rest)) return undefined;
  const behind = await context.readMeaning(consent.rest);
  const ways = state.offered.flatMap(({ means }) => (means.do === 'start' ? [means] : []));
  const way = ways.find(({ skill }) => wantsOnly(behind, skill) || ways.length === 1);
  const own = saying(context, consent.rest, behind.understanding);
  const { order } = await fill(own, skillFor(way?.skill ?? 'track_order'));
  const { recent } = state;
  const repeats = recent && (wantsOnly(behind, recent.skill) || wantsOnly(meaning, recent.skill));
  if (recent && repeats && order.kind === 'none' && inHand(recent))
    return { kind: 'say', intent: 'affirm', content: { lines: [['flow.in_hand']] } };
  // Thanks and small talk take up no offer: the words name what it is for, or the order.
  const takesUp =
    way && (wantsOnly(behind, way.skill) || (behind.wants.length === 0 && order.kind !== 'none'));
  if (!takesUp) return undefined;
  return start(own, way.skill, order.kind === 'none' ? way.slots : {});
}

const wantsOnly = ({ wants }: Meaning, skill: Intent): boolean =>
  wants.length > 0 && wants.every(({ intent }) => skillFor(skill).intents.includes(intent));

/** What was carried out last and goes on without the shopper. */
const inHand = ({ skill, explained }: Frame): boolean =>
  !explained && skillFor(skill).writes && !skillFor(skill).confirms;

const again = (id: string, label: string, means: ButtonMeaning): Button => ({
  id,
  label: ['choice.label', { label }],
  means,
});
