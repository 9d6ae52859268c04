import type { ButtonMeaning } from '../conversation/state.ts';
import type { Button, Content } from '../replies/content.ts';
import { start } from './start.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** Takes note of what was said; agrees to something only where that was a question. */
const notes = /^(?:ok(?:ay)?|right|all ?right|fine|great|good|perfect|好的?|好啊|行)[\s,.!，。！]*$/iu;
const wasAsked = ({ state }: TurnContext) =>
  state.expecting !== 'anything' || state.lastSentences.some((sentence) => /[?？]$/.test(sentence));

/** Yes or no with nothing asked: to the one way out that was offered, or to nothing. */
export async function onLooseAnswer(context: TurnContext): Promise<Decision | undefined> {
  const { cues, state, turn } = context;
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

const again = (id: string, label: string, means: ButtonMeaning): Button => ({
  id,
  label: ['choice.label', { label }],
  means,
});
