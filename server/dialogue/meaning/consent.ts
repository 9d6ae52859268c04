import type { Intent } from '#protocol';
import { plainText } from './plain-text.ts';
import { isInterjection, splitClauses } from './split-clauses.ts';

/**
 * What an utterance says to a question that waits for a yes.
 * `yes`: an explicit yes and nothing in the same breath that refuses, doubts, or makes a condition.
 * `no`: a refusal, in any words. `unclear`: both, a doubt or a condition: nothing is done on it. `none`: no answer.
 * `rest`: what was said besides the answer, as it stands in `plainText`; empty where nothing was.
 */
export interface Consent {
  answer: 'yes' | 'no' | 'unclear' | 'none';
  rest: string;
  /** The rest begins a sentence of its own or with "and": it comes on top of the answer. */
  adds: boolean;
}

const end = '(?=$|[ ,.!?;…~—-]|\\p{Script=Han})';

/** Negative words that agree all the same. */
const agreeingNo = new RegExp(
  `^(?:no (?:problem|worries|problems|objections?|issues?|probs|harm in that)|not a problem|(?:i )?(?:can't|cannot|don't) see why not|why not|i have no objections?|没问题|没意见|没关系|不反对|无异议)${end}`,
  'iu',
);
const yesWords = new RegExp(
  `^(?!\\S+(?: \\S+)? not\\b)(?:yes(?: please| indeed| sure)?|yeah|yea|yah|yep|yup|uh[- ]?huh|mm[- ]?hm+|sure(?: thing)?|ok(?:ay)?(?: then)?|okey[- ]?dokey|correct|right(?: then)?|all ?right(?: then)?|great|perfect|lovely|brilliant|super|cool|totally|by all means|works for me|that works|that(?:'d| would|'ll| will) (?:be|do) ?(?:great|perfect|fine|good|lovely|nicely|it)?|exactly|absolutely|definitely|certainly|of course|indeed|aye|affirmative|agreed|i agree|approved|accepted|i accept|confirm(?:ed)?|i confirm(?: it| that)?|permission granted|granted|sounds (?:good|great|fine|perfect|right)|that(?:'s| is) (?:right|correct|it|fine|the one|good|okay|ok|perfect|great)|it is|fine(?: by me| with me)?|good|happy with that|i(?:'m| am) (?:sure|happy with that|certain)|100 ?(?:%|percent)|是的?|好的?|好吧|好啊|好呀|好嘞|对的?|对呀|可以的?|可以啊|(?:这个|那个|它)?也(?:好|行|可以|要)|确认|确定|没错|行|行吧|行啊|嗯+|同意|当然|就这样吧?|就这么办|就这样办|麻烦了?|正确)${end}`,
  'iu',
);
const goAhead = new RegExp(
  `^(?:please )?(?:go ahead|go on(?: then)?|go for it|do it|do that|do so|do proceed|please do|proceed|let's do (?:it|that|this)|let's go(?: for it| with (?:that|it))?|make it so|make it happen|carry on|be my guest|you (?:can|may)(?: do (?:it|that)| go ahead| proceed)?|you do that|you have my (?:permission|ok(?:ay)?|approval|blessing)|yes do|get it done|crack on|i(?:'d| would) (?:like|love) that|办吧|去办吧|弄吧|请继续|继续|请办理|办理吧|取消吧|改吧|送吧|退吧|就取消吧?|就改吧?|换吧|升级吧|那就取消吧?|那就改吧?|那就这样吧?)${end}`,
  'iu',
);
const noWords = new RegExp(
  `^(?:(?:absolutely|definitely|certainly|of course|surely|really|obviously|hell|god|please|preferably|best) not|(?:don't|do not|dont) do (?:it|that|this|anything)|i(?:'d| would) (?:rather|prefer) (?:you )?(?:didn't|did not|not)|no+(?: thanks| thank you| way| no)?|nope|nah|never(?! ?mind)|negative|incorrect|wrong|not? (?:really|quite|yet|now|today|that|this|the|exactly|sure|at all|correct|right|necessary|for me)|absolutely not|definitely not|certainly not|of course not|please don't|don't|do not|no don't|cancel that|i(?:'d| would) rather not|rather not|hold (?:off|fire|your horses)|stop|leave it|keep it|forget it|never ?mind|scrap that|skip it|drop it|错了?|不+(?=$|[ ,.!?])|不是的?|不了|不要了?|不用了?|不必了?|不行|不对|不可以|不好|不同意|别了?|先别|先不|先等等|等等|等一下|等会儿?|算了吧?|免了|没必要|取消掉?这个|停)${end}`,
  'iu',
);
/** Asks for a moment: neither yes nor no, and nothing to act on. */
const holds = new RegExp(
  `^(?:(?:but|no|just) )?(?:wait(?: a (?:moment|minute|second|sec|bit)| up)?|hang on(?: a (?:moment|minute|second|sec))?|hold on(?: a (?:moment|minute|second|sec))?|one (?:moment|second|sec|minute)|(?:just )?a (?:moment|minute|second|sec)|not so fast|bear with me|等等|等一下|等会儿?|稍等|先等等)${end}`,
  'iu',
);
/** Chinese negatives cling to what follows them. */
const noChinese =
  /^(?:(?:先|还是|我)?(?:不要?|别)(?:取消|退货?|改|换|加急|升级|删)了?|不是|不要|不用|不必|不行|不对|不能|不想|不退|不改|不取消|不换|不送|不同意|不可以|别|先别|先不|算了|等等|错了|还是别|还是不|我不|没有?同意)/u;

/** Refuses, wherever in the breath it stands. */
const refuses =
  /\b(?:don't|do not|dont|never(?! ?mind that| hurt)|no need|not (?:now|yet|today|any ?more|really|going to|what i)|won't|rather not|instead of|keep (?:it|the|my|that|them|this|everything)|leave (?:it|that|the|my|everything|things|them)|hold (?:off|on|that|it|fire)|hang on|forget (?:it|that|about|the)|never ?mind|scrap|scratch that|stop|abort|changed? my mind|not bother|back out|no thanks|no thank you|i take (?:it|that) back|cancel (?:that|the change|the request|this)|whatever|no way|nope|nah)\b|(?:^|[ ,.!?])no(?= |[,.!?]|$)(?! (?:problem|worries|objection|issue|doubt|rush|hurry))|(?<![分特个区差级辨鉴告离性类派识])别(?!的|人|处|家|墅|扭|致|名|号)|不要|不用|不必|先不|先别|算了|不取消|不改|不退|不换|不送|保留|留着|还是算|等等|等一下|不想|不可以|不行|停/iu;
const doubts =
  /\b(?:maybe|perhaps|i (?:think|guess|suppose|reckon|dunno)|not sure|unsure|probably|possibly|might|i don't know|don't know|dunno|no idea|let me (?:think|check|see|ask)|i(?:'ll| will| need to| have to| want to| should)? (?:think|check|ask|see)|hmm+|sort of|kind of|kinda|later|depends|up to you|if you (?:like|want|must|say so)|i don't mind|hopefully)\b|也许|可能|应该(?:吧|可以)|大概|再看看|再想想|想一想|想想|不确定|不知道|不清楚|不太确定|考虑|随便|看情况|待会|回头|以后/iu;
const conditions =
  /\b(?:but|if|unless|except|only if|as long as|provided|assuming|on (?:the )?condition|first|before|until|though|however|instead|without|when (?:it|you|they|the)|once)\b|但是?|不过|如果|要是|除非|只要|的话|之前|先(?!生|前)|前提/iu;
const asks =
  /^(?:(?:and|also|so|wait|oh|ok|okay)[ ,]{1,2}){0,3}(?:where|when|how|what|which|why|who|whose|is|are|do|does|did|can|could|will|would|should|has|have)\b|[?？]$|吗$|呢$|什么时候|怎么|多少|哪|几(?!乎)/iu;

const filler =
  /^(?:[ ,.!?;…~—-]|(?:um+|uh+(?! ?huh)|er+m?|ah+|oh+|hey|well|so|now|and|then|please(?! do)|pls|thanks|thank you|cheers|ta|mate|love|sir|madam|then|just|actually|i said|嗯(?!嗯|[ ,.!。]|$)|呃|那个|那就?|哦|噢|啊|吧|呢|请|谢谢|谢谢你|麻烦你?|both(?= yes|, yes))(?=$|[ ,.!?;…~—-]|\p{Script=Han})){1,12}/iu;

const strip = (text: string): string => text.replace(filler, '').trim();

/** Repeats of the question's own act behind a yes: "yes, cancel it". */
const echoes =
  /^(?:please |just |you can |go ahead and |i want (?:you )?to |i'd like (?:you )?to |that's right |right )?(?:cancel|send|change|return|refund|upgrade|expedite|hurry|redirect|swap|exchange|update|deliver|ship|do|make|use|take|book|arrange|move|delete|erase|add|remove|pay|collect)(?: ahead and)?(?: (?:it|that|this|them|the (?:order|change|address|whole thing|whole order|whole lot)|my (?:order|refund)|order))?(?: (?:back|please|now|then|there|for me|thanks|right away|straight away|immediately|anyway|asap)){0,3}$/iu;
const echoesChinese =
  /^(?:请)?(?:帮我|给我|就)?(?:取消|退|退货|退款|改|换|送|寄|升级|加急|修改|更改|删除|办理?)(?:了|它|订单|这个订单|这一?单|掉|地址|过去|那里|一下)*(?:吧|啊|了)?$/u;
/** Praise and reasons that add nothing to a yes. */
const addsNothing =
  /^(?:that's (?:great|fine|perfect|lovely|all|everything)|that is (?:all|fine)|it's fine|as soon as (?:you can|possible)|asap|right away|straight away|for me|of course|by all means|no problem|no worries|that would be (?:great|lovely)|brilliant|perfect|great|good|fine|quickly|today|now|the whole (?:thing|lot|order)|all of it|everything|sorry|i am|i do|it is|you can|you may|i'm sure|really|very much|exactly|(?:they|it|we|everything|all of (?:it|them)|both|she|he|that|this) (?:do|does|are|is|have|has|will|can|did|was|were|fits?)(?: (?:indeed|now|all|fine|ok(?:ay)?|there|tight|done|right|correct))?|i (?:don't|do not|no longer) (?:want|need) (?:it|them|that)(?: any ?more| now)?|bye|that one|同意|没问题|谢谢|辛苦了|不需要了|不想要了|快点|尽快|马上)$/iu;

/** Says what must not come with it: a condition, no refusal. */
const setsTerms =
  /\b(?:don't|do not|dont|never|without) (?:you )?(?:dare )?(?:charge|charging|bill|billing|take|taking|forget|be late|ring|knock|call|tell|hesitate|wait|worry|lose|mess|break|want to pay)|别(?:再)?(?:收|扣|忘|迟)|不要?(?:收|扣|忘)|免费的话|不(?:要|收)钱|不额外/iu;

/** The words that do what is asked about, by its intent. */
const ownVerbs: Partial<Record<Intent, RegExp>> = {
  cancel_order: /cancel|取消/iu,
  return_refund: /return|refund|send .{0,12}back|退/iu,
  hurry_shipping: /hurry|upgrade|express|expedite|rush|加急|升级/iu,
  change_address: /send|change|deliver|redirect|ship|送|寄|改/iu,
};

/** Whether an utterance does nothing but say what is asked about: "cancel order" to "shall I cancel it?". */
export function isEchoOf(intent: Intent, utterance: string): boolean {
  const bare = strip(plainText(utterance).replace(/[,.!]/g, ' ').replace(/ +/g, ' '));
  const says = echoes.test(bare) || echoesChinese.test(bare);
  return says && (ownVerbs[intent]?.test(bare) ?? false);
}

interface Taken {
  kind: 'yes' | 'no' | 'held';
  rest: string;
  /** Signs and small words between the answer and the rest. */
  between: string;
}

/** The answer word that a text begins with. */
function answerWord(text: string): { said: Taken['kind']; length: number } | undefined {
  const held = holds.exec(text);
  if (held) return { said: 'held', length: held[0].length };
  const agreeing = agreeingNo.exec(text) ?? goAhead.exec(text) ?? yesWords.exec(text);
  if (agreeing) return { said: 'yes', length: agreeing[0].length };
  const negative = noChinese.exec(text) ?? noWords.exec(text);
  return negative ? { said: 'no', length: negative[0].length } : undefined;
}

/** Two answer words in a row; undefined where they contradict each other. */
function joinedAnswer(before: Taken['kind'] | undefined, next: Taken['kind']): Taken['kind'] | undefined {
  if (before === undefined || before === next) return next;
  if (before === 'held') return next === 'no' ? 'no' : 'held';
  if (next === 'held') return before === 'no' ? 'no' : 'held';
  return undefined;
}

/** The answer words at the beginning, said once or more; undefined where it begins with none. */
function leading(text: string): Taken | undefined {
  let rest = strip(text);
  let kind: Taken['kind'] | undefined;
  let between = '';
  for (let n = 0; n < 6; n++) {
    const word = answerWord(rest);
    if (!word) break;
    const both = joinedAnswer(kind, word.said);
    if (!both) break;
    kind = both;
    const behind = rest.slice(word.length);
    rest = strip(behind);
    between = behind.slice(0, behind.length - rest.length);
  }
  return kind && { kind, rest, between };
}

/** Reads an answer to a question that waits for a yes; see `Consent`. */
export function readConsent(utterance: string): Consent {
  const text = plainText(utterance);
  const consent = readAnswer(text);
  if (consent.answer === 'yes' || text.length > 30) return consent;
  // A recogniser sets signs where it hears a pause: "Go. Ahead."
  const unsigned = readAnswer(text.replace(/[,.]/g, ' ').replace(/ +/g, ' ').trim());
  return consent.answer === 'none' || unsigned.answer === 'no' ? unsigned : consent;
}

function readAnswer(text: string): Consent {
  const taken = doubtfulChinese.test(text) ? undefined : leading(text);
  if (!taken) return unanswered(text);
  const rest = taken.rest.replace(closing, '');
  if (/\byes and no\b/i.test(text)) return { answer: 'unclear', rest: '', adds: false };
  const adds = taken.rest !== '' && isAdded(taken);
  if (taken.kind === 'no') return { answer: isAgreeingBehind(rest) ? 'unclear' : 'no', rest, adds };
  if (taken.kind === 'held') return { answer: rest === '' ? 'unclear' : unanswered(rest).answer, rest, adds };
  const answer = behindYes(rest, adds);
  return answer === 'yes' && isEcho(rest) ? { answer, rest: '', adds: false } : { answer, rest, adds };
}

/** A Chinese doubt begins like a refusal. */
const doubtfulChinese = /^(?:我)?(?:不知道|不确定|不太确定|不清楚|不好说|说不好)/u;

const closing = /[ ,.!;…~—-]{1,8}$/u;

/** No word of answer at the beginning: a refusal in other words, a doubt, or something else altogether. */
function unanswered(text: string): Consent {
  const rest = strip(text).replace(/[ ,.!?;…~—-]{1,8}$/u, '');
  const short = rest.length < 40 && !asks.test(rest);
  if (short && setsTerms.test(rest)) return { answer: 'unclear', rest, adds: false };
  const answer =
    short && doubts.test(rest) ? 'unclear' : refuses.test(rest) && !asks.test(rest) ? 'no' : 'none';
  return { answer, rest, adds: false };
}

/** Whether the rest is a sentence of its own, or begins with "and" or "but also". "Actually" announces a change. */
const isAdded = ({ rest, between }: Taken): boolean =>
  /\b(?:and|also|plus)\b|还有|另外|顺便|然后/iu.test(between + rest.slice(0, 6)) ||
  besides.test(rest) ||
  (/[.!?;]/u.test(between) && (!/\bactually\b/iu.test(between) || opensQuestion.test(rest)));

/** "But also": on top, in spite of the "but". */
const besides = /^but (?:also|(?:can|could|would) (?:you|i) also|i(?:'d| would)? also)\b/iu;
const opensQuestion = /^(?:where|when|how|what|why|who)\b/iu;

const isEcho = (rest: string): boolean =>
  rest === '' || addsNothing.test(rest) || echoes.test(rest) || echoesChinese.test(rest);

const saysGoAhead = /\b(?:go (?:ahead|for it|on then)|do it|proceed)\b/i;

/** What a yes is worth with these words behind it. */
function behindYes(rest: string, adds: boolean): 'yes' | 'no' | 'unclear' {
  if (isEcho(rest)) return 'yes';
  if (setsTerms.test(rest)) return 'unclear';
  const but = /^(?:but\b|不过|但是?)/i.test(rest) && !/^but (?:don't|do not|no|leave|keep|never)/i.test(rest);
  if (but && !besides.test(rest)) return 'unclear';
  const first = splitClauses(rest)[0]?.text ?? rest;
  if (refuses.test(first) || noWords.test(first) || noChinese.test(first))
    return saysGoAhead.test(rest) && !/\b(?:don't|do not|dont)\b/i.test(rest) ? 'unclear' : 'no';
  if (adds && asks.test(rest)) return 'yes';
  const plainRest = rest.replace(besides, '');
  if (refuses.test(rest) || doubts.test(rest) || conditions.test(plainRest)) return 'unclear';
  return asks.test(rest) && !adds ? 'unclear' : 'yes';
}

/** "No, go ahead": says both, so it says neither. */
const isAgreeingBehind = (rest: string): boolean =>
  rest !== '' && !isInterjection(rest)
    ? goAhead.test(rest) && !refuses.test(rest)
    : yesWords.test(rest) || goAhead.test(rest);
