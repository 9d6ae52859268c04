import type { Understanding } from '../contract.ts';

const lead =
  "(?:(?:and|but|so|also|ok|okay|well|hi|hello|hey|please|um|uh|just|quick question|question|i (?:just )?(?:want(?:ed)?|need|would like|'d like) to (?:know|ask|check)|can you tell me|could you tell me|tell me|do you know|i was wondering|i wonder|wondering|any idea)[ ,:]{1,2}){0,4}";
/** How things work, whoever's they are. */
const general = new RegExp(
  `^${lead}(?:(?:till|until|by) when\\b|how (?:long|many days|much time|late|soon) (?:do|have|can|is|are|does|after|before|will)\\b|how (?:do|does|can|would|should) (?:i|you|we|one|it|returns?|refunds?|exchanges?|the|your)\\b|how (?:much|expensive) (?:is|are|does|do|would|will) (?:it |(?:the |your |an? )?)(?:cost|return|express|deliver|shipping|post|fee|charge|exchange|next)|what(?:'s| is| are|s) (?:your|the) (?:[\\w-]+ ){0,4}(?:polic|rule|term|process|procedure|fee|charge|cost|deadline|window|period|limit|condition|guarantee|warranty|difference|cut ?off)|what (?:happens|if|(?:would|will|might) happen)\\b|what do i (?:need|have) to\\b|do (?:you|i|we) (?:have to|need to|get|lose|charge|offer|accept|take|pay|ever|allow|do|refund|ship|deliver)\\b|is (?:there|it) (?:even |still |ever )?(?:an?|any|possible|free|ok|okay|too late|allowed)\\b|are (?:returns?|refunds?|exchanges?|there)\\b|am i (?:allowed|able)|when (?:do|would|will) i (?:get|have|need|be refunded|receive)|who pays|where (?:do|can|should) i (?:send|return|drop|take)|can (?:i|you|we|people|one|customers) (?:still )?(?:ever |always )?(?:[\\w-]+ ){1,3}(?:an? |any |opened|used|unopened|sale|custom|something|things|stuff|items?\\b|products?\\b|after|without|if\\b|online|in store|in a store))`,
  'iu',
);
const generalChinese =
  /最晚(?:哪|什么|几)|多少天(?:之?内|内)|几天(?:之?内|内)|多久(?:之?内|内|可以|能)|(?:退货|退款|换货|取消|保修|配送|退换)(?:的)?(?:政策|规定|流程|条件|要求|期限|时间限制|运费)|怎么(?:退货|退款|换货|取消|付款|算)|如何(?:退|换|取消|付)|(?:可以|能)(?:不能|不可以)?.{0,10}(?:退|换)(?:吗|么)|要(?:不要|收).{0,4}(?:费|钱)|会怎么?样|会扣|要是.{0,10}怎么办|谁(?:出|付|承担)|(?:退款|退的钱|钱)(?:一般|通常|大概|大约|要|得|需要|会|是){0,3}(?:几天|多久|多长时间|几个工作日)(?:内|能|可以|才|之内)?(?:到账|到|退|回)/u;
/** Of one's own thing, and to have it done: "can I return my desk", "can you cancel order 45192". */
const ownRequest =
  /(?<!\b(?:when|how|where|what|which|why|how much|how long|how soon) )\b(?:can|could|would|will|may|might) (?:i|you|we) (?:please |just |maybe |still )?(?:cancel|return|refund|change|send|exchange|swap|move|upgrade|hurry|rush|redirect|add|remove|get|have|switch|track|check) (?:it|that|this|them|(?:my|our|the|order) [\w-]+)(?! (?:policy|if\b))(?:(?! if\b).){0,60}$/iu;

/** Says in so many words that it only asks. */
const onlyAsks =
  /\b(?:(?:just|only|merely) (?:asking|wondering(?! (?:if|whether) (?:you|i|we) (?:can|could))|curious|interested|enquiring|out of (?:interest|curiosity))|out of (?:interest|curiosity)|not saying (?:i|we) (?:will|would|want)|hypothetically|theoretically|in theory|(?:if|were|was|suppose|supposing|say) i (?:were to|was to|did want to|wanted to))\b|(?:只是|随便)(?:想)?问(?:一)?(?:问|下)|假如|假设|万一/iu;
/** Whether their own things still can: "is the router still returnable", "are these both cancellable". */
const whetherItCan =
  /\b(?:is|are|was|were)\b.{0,50}\b(?:returnable|refundable|exchangeable|cancell?able|changeable)\b|\b(?:can|could|may) (?:i|we|it|they|the [\w ]{2,30}|those|these|them) (?:still|yet|even) (?:be )?(?:go back|return|cancel|send|change|exchange|get|refund)\w*\b|\bor is it too late\b|\bis it too late\b|还(?:能|可以)(?:退|换|取消|改)(?:货|掉|吗|么|不)/iu;

/** Whether all that is said only asks, however it is put. */
export const saysItOnlyAsks = (text: string): boolean => onlyAsks.test(text);

/** Whether a clause asks how things work, and wants nothing done; by its form, and by its reading where there is one. */
export function asksHow(text: string, understanding: Understanding | undefined): boolean {
  if (ownRequest.test(text)) return false;
  if (general.test(text) || generalChinese.test(text) || whetherItCan.test(text)) return true;
  const act = understanding?.act;
  return act?.act === 'ask_how' && act.probability >= 0.6;
}
