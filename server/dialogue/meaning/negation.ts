import type { Intent } from '#protocol';
import type { Understanding } from '../contract.ts';

/** What people refuse by name. */
const deeds =
  'cancel\\w*|return\\w*|refund\\w*|send\\w*|sent|chang\\w*|mov\\w*|hurr\\w*|rush\\w*|upgrad\\w*|express|exchang\\w*|swap\\w*|deliver\\w*|complain\\w*|complaint|speak\\w*|talk\\w*|transfer\\w*|person|human|agent|replac\\w*|delet\\w*|add\\w*|remov\\w*|charg\\w*|recommend\\w*|invoice|ticket|track\\w*|subscri\\w*|pay\\w*';
const gap = "(?:[\\w'-]+ ){0,4}";
const negators = [
  new RegExp(`^(?:[\\w']+ ){0,2}(?:instead of|rather than|without) ${gap}(?:${deeds})\\b`, 'iu'),
  new RegExp(
    `\\b(?:don't|do not|dont|never|not|no need to|rather not|nobody asked (?:you )?to|stop) ${gap}(?:${deeds})\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:didn't|did not|never|haven't|have not) (?:ever )?(?:ask|asked|want|wanted|request|requested|mean|meant|say|said|intend|intended)\\b ?${gap}(?:${deeds})\\b`,
    'iu',
  ),
  /\bleave (?:it|that|everything|things|(?:the|my|that|this) (?:[\w-]+ ){1,4}?)(?: ?(?:be|alone|untouched|unchanged|the same|(?:as|where) (?:it|they) (?:is|are|was|were)))\b/iu,
  // 分别, 特别, 个别 and 别的 are no refusal.
  /(?:(?<![分特个区差级辨鉴告离性类派识])别(?!的|人|处|家|墅|扭|致|名|号)|不要|不想|不用|不必|不需要|没想|没说|没有要|没要求|没让你|不是要|并非要|并不是要|千万别)(?:再|给我|帮我|把|要|去)?.{0,8}?(?:取消|退|改|换|送|寄|加急|投诉|转|人工|删)/u,
];
/** A want in the negative: "I don't want it any more" asks to cancel. */
const wantsOut =
  /\b(?:don't|do not|dont|no longer|didn't) (?:really |actually )?(?:want|need) (?:it|them|this|that|these|those|(?:the|my|your|that|this) (?:[\w-]+ ){1,4}?|order \d+ ?|\d+ ?)(?:any ?more|any longer|now|after all|at all|either)?[ ,.!?]{0,2}$|\bno longer (?:want|need)\b|\bdon't (?:want|need) (?:the|my|this|that) [\w -]{2,40} (?:any ?more|any longer|now)\b|不(?:想)?要(?:了|这个|那个|它)|不需要了/iu;
/** Complains of what was not done, or asks why: "why haven't you cancelled it". */
const ofWhatWasNot =
  /\b(?:why|how come)\b|\b(?:haven't|hasn't|have not|has not|didn't|did not|won't|can't|cannot|couldn't|wouldn't|isn't|wasn't|never) (?:[\w']+ ){0,3}(?:arrive\w*|come|came|receive\w*|got|get|work\w*|show\w*|turn\w* up|been|respond\w*|answer\w*|reply|replied|call\w*)\b|为什么|怎么还/iu;
/** Wants somebody else: "I don't want to talk to a machine". */
const wantsPerson =
  /\b(?:talk|speak|chat)\w* (?:to|with) (?:a |an |some |this |your )?(?:machine|bot|robot|computer)\b/iu;
/** Asks by a no: "can't you cancel it?", "why don't you send it to my office". */
const asksByNo =
  /^(?:please |so |and |well )?(?:can't|cant|couldn't|won't|wouldn't) (?:you|i|we)\b|\bwhy (?:don't|not|can't)\b|能不能|可不可以|可否|是不是/iu;

/** What is told by a no: "it doesn't work", "I don't recognise this charge". */
const troubles: ReadonlySet<Intent> = new Set([
  'charge_problem',
  'not_received',
  'parcel_missing',
  'tracking_problem',
  'warranty_claim',
  'not_home',
]);
const declines =
  /\b(?:(?:don't|do not|dont|didn't|did not) (?:want|need|ask|mean|say)|not (?:asking|saying|about|because|that)|never (?:asked|said|wanted))\b|不是(?:说|要|问)|不用|没说/iu;

/** Whether a clause names its intent in order not to have it. */
export function isNegated(text: string, { negated, intent }: Understanding): boolean {
  if (intent === 'deny' || intent === 'affirm') return false;
  if (troubles.has(intent)) return declines.test(text);
  if (asksByNo.test(text) || wantsOut.test(text) || wantsPerson.test(text)) return false;
  if (/\bcan you not\b|\bcould you not\b|\bplease not\b/i.test(text)) return true;
  if (ofWhatWasNot.test(text)) return false;
  if (negators.some((pattern) => pattern.test(text))) return true;
  return negated >= 0.8;
}
