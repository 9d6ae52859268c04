import { plainText } from './plain-text.ts';

/** How a clause follows the one before it. */
export type ClauseLink = 'first' | 'and' | 'but' | 'instead' | 'because' | 'or';

/** A stretch of an utterance that says one thing, in the form of `plainText`. */
export interface ClauseSpan {
  text: string;
  link: ClauseLink;
  /** Its characters in `plainText` of the utterance. */
  from: number;
  to: number;
  /** A sign that ends a sentence stands before it. */
  newSentence: boolean;
}

/** More clauses than this in one breath are taken as one with the last. */
const mostClauses = 12;

const verbs =
  "add|amend|arrange|ask|bring|buy|call|cancel|change|charge|check|collect|compare|connect|contact|delay|delete|deliver|don'?t|drop|email|erase|exchange|explain|expedite|find|fix|forget|get|give|help|hold|hurry|keep|leave|let|look|make|move|need|never|open|order(?! (?:number |no\\.? ?)?[#\\d])|pay|pick|please|postpone|put|read|redirect|refund|remind|remove|repeat|replace|reschedule|return|ring|rush|schedule|send|ship|show|skip|speak|speed|stop|swap|switch|take|talk|tell|text|track|transfer|try|turn|undo|update|upgrade|use|want|wanted|wondering|hoping|looking|write";
const subjects =
  "i|i'm|i'd|i've|i'll|we|we're|we'd|we've|you|you're|you've|he|she|it|it's|they|they're|this|that's|there|there's|nobody|no one|somebody|someone|anybody|anyone|everybody|everyone|everything|nothing";
const questions = "where|where's|when|when's|what|what's|which|who|who's|why|why's|how|how's";
const auxiliaries =
  "can|can't|could|couldn't|would|wouldn't|will|won't|do|does|doesn't|did|didn't|is|isn't|are|aren't|was|wasn't|were|has|hasn't|have|haven't|should|shall|may|might|am";

/** A thing and what is said of it: "the desk is late". */
const thingAndVerb =
  "(?:the|my|our|your|that|this|their|his|her|these|those) (?:[\\w'-]+ ){1,3}(?:is|are|was|were|has|have|had|isn't|aren't|wasn't|hasn't|haven't|needs?|should|must|will|won't|can|can't|does|doesn't|did|didn't|says|said|came|arrived|goes|went)";

/** What a clause of its own begins with, small words before it aside. */
const beginsClause = new RegExp(
  `^(?:(?:and|but|so|then|also|plus|or|actually|please|ok|okay|well|just|only|now|maybe|oh|hey|hi|hello|kindly|instead|first|secondly|finally|next|cos|cause|because|since|yes|yeah|no|to|rather|at least|by the way) ){0,4}(?:${subjects}|${questions}|${auxiliaries}|${verbs}|${thingAndVerb})\\b`,
  'iu',
);
const chineseVerb =
  /取消|退|改|送|查|换|问|想|要|知道|能|可以|怎么|什么|哪|几|多少|是不是|有没有|帮|请|别|不|告诉|给我|看|到|买|付|删|加|催|寄|发|收|坏|缺|少|转|找|谢|好|对|是|急|气|慢|晚/u;

/** Words after which another clause may begin without a sign: " and when is…", " but…". */
const joints =
  /(?<= )(?:and|but|because|'?cause|cos|so|then|also|plus|although|though|whereas)(?= )|(?<=\p{Script=Han}|\s)(?:然后|另外|还有|顺便|并且|但是|不过|可是|因为|所以|而且|再(?=帮|查|看|问|把|取|退|改))/giu;

const linkOf = (text: string): ClauseLink => {
  if (/^(?:but|although|though|whereas|however|但是?|不过|可是)(?:[ ,]|\p{Script=Han}|$)/iu.test(text))
    return 'but';
  if (/^(?:because|'?cause|cos|since|as|因为|由于)(?: |\p{Script=Han})/iu.test(text)) return 'because';
  if (/^or /iu.test(text)) return 'or';
  if (
    /\binstead\b(?! of)|\brather\b(?! than)|^(?:just|only|i just|i only)\b|而是|^(?:只是?|我只)/iu.test(text)
  )
    return 'instead';
  return 'and';
};

interface Piece {
  from: number;
  to: number;
  newSentence: boolean;
}

/** Cuts at the signs; a sign between digits ("1.5", "14-16") cuts nothing. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  let newSentence = true;
  for (let at = 0; at <= text.length; at++) {
    const sign = at < text.length ? (text[at] as string) : '.';
    const cuts = at === text.length || isCut(text, at, sign);
    if (!cuts) continue;
    if (text.slice(from, at).trim() !== '') {
      found.push({ from, to: at, newSentence });
      newSentence = false;
    }
    if (/[.!?;。！？；]/u.test(sign)) newSentence = true;
    from = at + 1;
  }
  return found;
}

function isCut(text: string, at: number, sign: string): boolean {
  if (/[，。！？；]/u.test(sign)) return true;
  if (!/[,.!?;:]/.test(sign)) return /[—–]/.test(sign) || (sign === '-' && text[at - 1] === ' ');
  // What follows a colon says what is before it: "change my order: the red one instead".
  if (sign === ':') return false;
  const next = text[at + 1] ?? ' ';
  const before = text.slice(Math.max(0, at - 4), at);
  const abbreviated =
    sign === '.' &&
    next === ' ' &&
    at + 1 < text.length &&
    (/\b(?:st|rd|ave|mr|mrs|ms|dr|p|o)$/i.test(before) ||
      (/\bno$/i.test(before) && /^ ?\d/.test(text.slice(at + 1))));
  return (next === ' ' || /\p{Script=Han}/u.test(next + (text[at - 1] ?? ''))) && !abbreviated;
}

/** "If it's late and…", "when it comes and…" go on; "tell me when it comes and…" does not. */
const conditional =
  /(?<!\b(?:know|tell me|ask|see|check|find out|wonder|wondering) )\bif\b[^,]{0,80}$|\bunless\b[^,]{0,80}$|(?<!\b(?:know|tell me|ask|see|check|find out|say|said|wonder|wondering|exactly|me|about|of) )\bwhen(?! ?(?:is|are|will|does|do|can|did|was|should)\b)\b[^,]{0,80}$/iu;

/** Cuts a piece once more where a joint word leads into a clause of its own. */
function atJoints(text: string, piece: Piece): Piece[] {
  const inner = text.slice(piece.from, piece.to);
  const cuts = [...inner.matchAll(joints)]
    .filter(({ index, 0: joint }) => {
      const before = inner.slice(0, index);
      if (before.replace(/\b(?:and|but|so|then|also|plus)\b/gi, '').trim() === '') return false;
      if (conditional.test(before)) return false;
      return /^(?:but|because|'?cause|因为|但是|不过|可是)$/i.test(joint) || isClause(inner.slice(index));
    })
    .map(({ index }) => index);
  const edges = [0, ...cuts, inner.length];
  return edges.slice(0, -1).map((edge, i) => ({
    from: piece.from + edge,
    to: piece.from + (edges[i + 1] as number),
    newSentence: i === 0 && piece.newSentence,
  }));
}

const isClause = (text: string): boolean =>
  /\p{Script=Han}/u.test(text) ? chineseVerb.test(text) : beginsClause.test(text.trim());

/** Stands alone though it holds no verb: yes, no, thanks, a greeting. */
export const isInterjection = (text: string): boolean =>
  /^[^\p{L}\p{N}]*(?:(?:yes|yeah|yep|yup|yea|ok|okay|no|nope|nah|sure|right|fine|great|perfect|hi|hello|hey|hiya|thanks|thank you|cheers|ta|sorry|well|so|oh|um+|uh+|wait|please|look|listen|good (?:morning|afternoon|evening)|wow|seriously|honestly|whatever|exactly|absolutely|definitely|correct|excuse me|there|mate|(?:two|three|a few|a couple of|several|some) things|one more thing|another thing|quick question)[^\p{L}\p{N}]*){1,4}$/iu.test(
    text.slice(0, 60),
  ) ||
  /^[^\p{L}\p{N}]*(?:是的?|好的?|好吧|好啊|行|对|嗯|不|不是|不用|谢谢|你好|您好|请问|麻烦|那个|哦|喂)+[^\p{L}\p{N}]*$/u.test(
    text.slice(0, 20),
  );

/** Waits for what follows: "if it's late, cancel it". */
const leads =
  /^(?:(?:and|but|so|ok|okay) )?(?:if|when|unless|once|as soon as|in case|for|about|regarding|with|如果|要是|关于|对于)(?: |\p{Script=Han})/iu;

/** Asks for agreement behind a sentence: "have I?", "isn't it". */
const tag =
  /^(?:is|isn't|are|aren't|am|was|wasn't|were|weren't|has|hasn't|have|haven't|do|don't|does|doesn't|did|didn't|will|won't|would|wouldn't|can|can't|could|couldn't|should|shouldn't) (?:i|you|he|she|it|we|they|that|there)$/iu;

/** Broken off by a sign that a recogniser set where it heard a pause: "When. Does it come", "can you, send it". */
const brokenOff =
  /^(?:(?:and|but|so|then|also|please) ){0,2}(?:where|when|what|which|who|how|why|how (?:much|long|many)|(?:where|when|what|who|how)(?:'s| is| are)|what time(?: is| does| will)?|(?:can|could|would|will|do|did|have) (?:you|i|we)|i(?:'d| would)? (?:want|need|like|wish|have)(?: to)?|to|i)$|\b(?:the|my|your|our|an|to|of|for|with|at|from|i want to|i need to|want|tell me|is|are|does)$/iu;

/** Whether a stretch belongs to the next: it leads there, or was broken off. */
function waitsForNext(text: string, part: Piece): boolean {
  const own = text.slice(part.from, part.to).trim();
  return leads.test(own) || (brokenOff.test(own) && /[,.\s]/.test(text[part.to] ?? ' '));
}

/**
 * The clauses of an utterance, in order. A stretch without a verb of its own ("order 45192", "the desk") belongs to the
 * clause before it, or to the next where none is before; yes, no, thanks and greetings stand alone.
 */
export function splitClauses(utterance: string): ClauseSpan[] {
  const text = plainText(utterance);
  const parts = pieces(text).flatMap((piece) => atJoints(text, piece));
  const spans: ClauseSpan[] = [];
  let waiting: Piece | undefined;
  for (const [at, part] of parts.entries()) {
    const own = text.slice(part.from, part.to).trim();
    const piece: Piece = waiting
      ? { from: waiting.from, to: part.to, newSentence: waiting.newSentence }
      : part;
    waiting = undefined;
    const before = spans.at(-1);
    const alone = isInterjection(own);
    const stands = alone || (isClause(own) && !tag.test(own));
    const next = parts[at + 1];
    if (!alone && next && waitsForNext(text, part)) {
      waiting = piece;
      continue;
    }
    if (before && ((!stands && !isInterjection(before.text)) || spans.length >= mostClauses)) {
      before.to = piece.to;
      before.text = text.slice(before.from, before.to).trim();
      continue;
    }
    const whole = text.slice(piece.from, piece.to).trim();
    spans.push({
      text: whole,
      link: spans.length === 0 ? 'first' : linkOf(whole),
      from: piece.from,
      to: piece.to,
      newSentence: piece.newSentence,
    });
  }
  return spans;
}
