import { plainText } from '../meaning/plain-text.ts';

/** Short answers and commands that mean the same whatever the subject; read before the model is asked. */
export interface Cues {
  yes: boolean;
  no: boolean;
  /** "never mind", "stop": the whole utterance says to drop what is under way. */
  drop: boolean;
  /** "cancel", "cancel that": drops the request under way, or the order, depending on what is under way. */
  cancelThat: boolean;
  repeat: boolean;
  /** "I meant…", "not that one": what follows replaces what was taken. */
  correction: boolean;
  /** "the other one". */
  other: boolean;
  /** "back to…", "still". */
  back: boolean;
  /** Words after a leading yes or no and fillers. */
  rest: string;
}

const filler =
  /^(?:(?:um+|uh+|er+|ah+|oh|hey|hi|hello|sorry|excuse me|well|so|wait|actually|please|look|listen|right then|and|嗯|那个|哦)[\s,.!，。]+)+/iu;
const leading = /^[\s,.!，。！]+/u;
const tail = /[\s,.!?，。！？]{0,20}(?:please|thanks|thank you|then|mate|now|谢谢)?[\s,.!?，。！？]{0,20}$/iu;

const yes =
  /^(?:yes(?: please)?|yeah|yea|yep|yup|ya|sure(?: thing)?|ok(?:ay)?|correct|right(?! now)|all ?right|great|totally|by all means|let'?s do (?:it|that)|works for me|that(?:'d| would) be (?:great|perfect|fine|good)|exactly|absolutely|definitely|certainly|of course|please do|go ahead|go for it|do it|do that|confirm(?:ed)?|i confirm|that'?s (?:right|correct|it|fine|the one|good)|that is (?:right|correct)|sounds good|perfect|fine|aye|affirmative|是的?|好的?|好啊|对的?|可以|确认|确定|没错|行)(?=$|[\s,.!?，。！？])/iu;
const no =
  /^(?:no(?: thanks| thank you| way)?|nope|nah|not (?:that|right|quite|really|correct|now|yet|the)|wrong|do not|don'?t(?: do (?:it|that))?|negative|incorrect|that'?s (?:not|wrong)|不是?的?|不要|不用|不行|不对|错了?|别)(?=$|[\s,.!?，。！？]|that|this|it)/iu;
const noChinese = /^(?:不是|不要|不用|不行|不对|错了|别)/u;
const drop =
  /^(?:stop(?: it| that)?|never ?mind(?: that| it)?|forget (?:it|that|about it|about that)|leave it(?: as it is| alone)?|quit|drop it|skip it|don'?t bother|scratch that|enough|that'?s enough|i changed my mind|算了|停|停止|别弄了|不用了|取消吧)$/iu;
const cancelThat = /^(?:cancel(?: (?:that|this|it|the change|the request))?|取消)$/iu;
const repeat =
  /^repeat$|^(?:(?:can|could|would) you )?(?:say|repeat)(?: (?:that|it))?(?: once more| again)$|^(?:(?:can|could) you )?(?:repeat (?:that|it|yourself)|say (?:that|it) again)|^what (?:did|was that) ?(?:you say)?$|^(?:pardon|sorry what|come again|i (?:didn'?t|did not) (?:catch|hear|get) (?:that|it|you))|^(?:再说一遍|重复一遍|没听清|你说什么)/iu;
const correction =
  /\b(?:i (?:meant|mean|said)|not (?:that|the|this)|rather|instead|the other|wrong (?:one|order|address))\b|我是说|不是这个|另一个/iu;
const other =
  /\bother (?:one|order)\b|\bnot (?:that|this) one\b|\bdifferent (?:one|order)\b|另一个|另外那个/iu;
const back =
  /\b(?:back to|still|as (?:i|we) (?:said|were)|where were we|continue|carry on|go on|继续)\b|继续|还是要/iu;

/** What is left when the answer, said once or more ("yes, that's right"), is taken off. */
function without(lead: RegExp, text: string): string {
  const rest = text.replace(lead, '').replace(leading, '');
  return rest !== text && lead.test(rest) ? without(lead, rest) : rest;
}

const hesitation = /(?:^|[\s,])(?:um+|uh+|er+m?|hmm+|like,|you know,)(?=[\s,.]|$)/giu;
const startsOver = /^(?:(?:yeah|yes|okay|ok|right|so|well|hi|hello)[\s,]+)+(?=(?:\S+\s+){3})/iu;

/** An utterance without the sounds of context and the "yeah so" it begins with: what the models should read. */
export function spokenCore(text: string): string {
  const calm = text.replace(hesitation, ' ').replace(/\s+/g, ' ').trim();
  return calm.replace(startsOver, '') || text;
}

export function readCues(text: string): Cues {
  const plain = plainText(text).replace(filler, '');
  const bare = plain.replace(tail, '');
  const denies = no.test(plain) || noChinese.test(plain);
  const agrees = !denies && yes.test(plain);
  const lead = agrees ? yes : noChinese.test(plain) ? noChinese : no;
  const rest = agrees || denies ? without(lead, plain) : plain;
  return {
    yes: agrees,
    no: denies,
    drop: drop.test(bare) || drop.test(rest.replace(/^[\s,.，。]+/u, '').replace(tail, '')),
    cancelThat: cancelThat.test(bare),
    repeat: repeat.test(bare),
    correction: correction.test(plain) || (denies && rest.trim() !== ''),
    other: other.test(plain),
    back: back.test(plain),
    rest: rest.replace(leading, '').trim(),
  };
}
