import { isDeepStrictEqual } from 'node:util';
import type { Frame } from '../conversation/state.ts';
import { isEchoOf } from '../meaning/consent.ts';
import type { Meaning, Want } from '../meaning/read-meaning.ts';
import type { Content, Line } from '../replies/content.ts';
import { skillFor } from '../skills/index.ts';
import { cancelButton, noButton, yesButton } from '../skills/ways-out.ts';
import { wordCount } from '../slots/length.ts';
import { isNameAlone } from '../slots/naming.ts';
import { advance, questionOf } from './advance.ts';
import { inOrder, together } from './agenda.ts';
import { onAside } from './aside.ts';
import { isAsAsked, notConsent } from './consent.ts';
import { refinesRequest } from './refining.ts';
import { drop, startWant } from './start.ts';
import { take, unclear } from './take.ts';
import { asks, otherTopic, question } from './topic.ts';
import { type Decision, requestFor, saying, type TurnContext } from './turn-context.ts';

/** More words than this behind a yes are no echo of it. */
const echo = 6;

/** "Okay, cancel that" to a question of something else: the change is let go. */
const cancelsIt =
  /^(?:(?:ok|okay|yes|yeah|right|fine|well|oh|please|actually|好的?|行|嗯)[ ,.!]{1,2}){0,3}(?:cancel(?: (?:that|this|it|the change|the request))?|取消(?:吧|掉|了)?)[ ,.!]{0,2}(?:please|then|thanks|吧)?[.!]?$/iu;

/** "Cancel that" while a cancellation waits for its yes means either: ask. */
async function cancelWhat(context: TurnContext, frame: Frame): Promise<Decision> {
  const { order } = await requestFor(context, frame);
  const asked = await questionOf(context, frame);
  const content: Content = {
    ...(asked?.card && { card: asked.card }),
    lines: [['cancel.which', order ? { order: order.number } : {}]],
    buttons: [
      { ...yesButton, label: ['choice.cancel_order'] },
      { ...noButton, label: ['choice.keep_order'] },
    ],
    expecting: 'confirmation',
  };
  return { kind: 'say', intent: frame.skill, content };
}

/** "Cancel that" and its like: the change, or the order when that is what the change is about. */
function onCancelThat(context: TurnContext, frame: Frame): Promise<Decision> {
  if (frame.skill !== 'cancel_order') return dropTelling(context, frame);
  return /\b(?:it|order)\b/i.test(context.turn.text) ? agree(context, frame, []) : cancelWhat(context, frame);
}

/** Puts the question once more, with why. */
export async function askAnew(context: TurnContext, frame: Frame, why: Line[]): Promise<Decision> {
  const asked = await questionOf(context, frame);
  return {
    kind: 'say',
    intent: frame.skill,
    content: {
      ...asked,
      lines: [...why, ...(asked?.lines ?? [])],
      buttons: asked?.buttons ?? [yesButton, noButton],
      expecting: 'confirmation',
    },
  };
}

/** Carries the change out where the yes is to exactly this question; then what was asked for in the same breath. */
async function agree(context: TurnContext, frame: Frame, more: Want[]): Promise<Decision> {
  const doubt = notConsent(context, frame);
  if (doubt === 'unheard') return askAnew(context, frame, [['flow.was_that_yes']]);
  if (doubt) return askAnew(context, frame, [[`flow.asked_anew_${doubt}`]]);
  if (more.length === 0) return advance(context, true);
  const agenda = context.state.agenda;
  context.state.agenda = [];
  const done = await advance(context, true);
  context.state.agenda = agenda;
  if (done.kind !== 'act') return done;
  return together([
    done,
    await inOrder(
      context,
      more.map((want) => () => startWant(context, want)),
    ),
  ]);
}

/** What stands behind a yes: on top of it, a change of it, or nothing but its echo. */
async function onYes(context: TurnContext, frame: Frame): Promise<Decision> {
  const { consent } = context.meaning;
  if (consent.rest === '') return agree(context, frame, []);
  const behind = await context.readMeaning(consent.rest);
  const asksBehind = question.test(behind.text);
  const own = skillFor(frame.skill).intents.includes(behind.understanding.intent);
  if ((!asksBehind || own) && !(consent.adds && othersOf(frame, behind).length > 0)) {
    const { same, decision } = await changes(saying(context, behind.text, behind.understanding), frame);
    if (decision) return decision;
    if (same) return agree(context, frame, []);
  }
  const others = othersOf(frame, behind);
  const more = others.length === 0 && asksBehind ? [asAsked(behind)] : others;
  if (more.length > 0) return consent.adds ? agree(context, frame, more) : answeredFirst(context, more);
  const isEcho = wordCount(consent.rest) <= echo || behind.wants.length > 0 || consent.adds;
  return isEcho ? agree(context, frame, []) : askAnew(context, frame, [['flow.need_clear_yes']]);
}

/** A question that no reading is sure of, taken by the likeliest. */
const asAsked = ({ text, understanding }: Meaning): Want => ({
  intent: understanding.intent,
  text,
  understanding,
  asksHow: false,
});

/** "No, send it to my office instead", "no, number 13": a no with another request or another value behind it. */
async function onNo(context: TurnContext, frame: Frame): Promise<Decision> {
  const { consent } = context.meaning;
  const behind = consent.rest === '' ? undefined : await context.readMeaning(consent.rest);
  if (behind) {
    const own = saying(context, behind.text, behind.understanding);
    const refines = await refinesRequest(own, frame, behind.wants);
    const others = refines ? [] : othersOf(frame, behind);
    const requests = others.length > 0 && asks.test(behind.text);
    const { decision } = requests ? {} : await changes(own, frame);
    if (decision) return decision;
    // What was said is what waits already: the no is to something else than that.
    if (refines) return askAnew(context, frame, [['flow.as_said']]);
    if (others.length > 0) {
      context.state.frames.pop();
      return inOrder(
        context,
        others.map((want) => () => startWant(context, want)),
      );
    }
  }
  return drop(context);
}

/** New values for what waits: the question is put with them. `same`: what was named is what waits already. */
async function changes(context: TurnContext, frame: Frame): Promise<{ same?: boolean; decision?: Decision }> {
  const before = structuredClone(frame.slots);
  if (withHouseNumber(context, frame)) return { decision: await advance(context) };
  const { took, decision } = await take(context, frame);
  if (decision) return { decision };
  if (await saysNothingNew(context, frame, before)) return {};
  if (!isDeepStrictEqual(frame.slots, before)) return { decision: await advance(context) };
  return { same: took };
}

/** Words that refine nothing: with them the question would be the very same. They are taken off again. */
async function saysNothingNew(context: TurnContext, frame: Frame, before: Frame['slots']): Promise<boolean> {
  const { description: _, ...rest } = frame.slots;
  const { description, ...restBefore } = before;
  if (frame.slots.description === description || !isDeepStrictEqual(rest, restBefore)) return false;
  const prepared = await skillFor(frame.skill).prepare(await requestFor(context, frame));
  if (!prepared.question || !isAsAsked(frame, prepared.question)) return false;
  frame.slots = before;
  return true;
}

const lead =
  "(?:(?:no|sorry|oops|it's|its|it is|at|make it|make that|i mean|i meant|should be)[ ,]{1,2}){0,3}";
const houseNumbers = [
  new RegExp(`^${lead}(?:number|no\\.?|#) ?(\\d{1,5}[a-z]?)[ .!]{0,2}$`, 'i'),
  new RegExp(`^${lead}(?:number )?(\\d{1,5}[a-z]?),? not (?:number )?\\d{1,5}[a-z]?[ .!]{0,2}$`, 'i'),
  new RegExp(
    `^${lead}not (?:number )?\\d{1,5}[a-z]?,? (?:but )?(?:number )?(\\d{1,5}[a-z]?)[ .!]{0,2}$`,
    'i',
  ),
];

/** "Number 13", "15, not 5": the number of the house alone is another. */
function withHouseNumber({ turn }: TurnContext, { slots }: Frame): boolean {
  const said = turn.text.trim();
  const number = houseNumbers.map((pattern) => pattern.exec(said)?.[1]).find(Boolean);
  const street = slots.address?.street;
  if (!number || !street || !/^\d/.test(street)) return false;
  const { label: _, ...address } = slots.address ?? {};
  slots.address = { ...address, street: street.replace(/^\d+[a-z]?(?:-\d+[a-z]?)?/i, number) };
  return true;
}

/** Requests that are not the one under way. */
const othersOf = ({ skill }: Frame, { wants }: Meaning): Want[] =>
  wants.filter(({ intent, asksHow }) => asksHow || !skillFor(skill).intents.includes(intent));

/** A question in between is answered, and what waits is put again. */
const answeredFirst = (context: TurnContext, wants: Want[]): Promise<Decision> =>
  inOrder(
    context,
    wants.map((want) => () => startWant(context, want)),
  );

/** An answer to the repeat-back of a change: yes, no, another value, or something else first. */
export async function onConfirming(context: TurnContext, frame: Frame): Promise<Decision> {
  const { cues, meaning } = context;
  const cancels = cues.cancelThat || (frame.skill !== 'cancel_order' && cancelsIt.test(meaning.text));
  if (cancels) return onCancelThat(context, frame);
  switch (meaning.consent.answer) {
    case 'yes':
      return onYes(context, frame);
    case 'no':
      return onNo(context, frame);
    case 'unclear': {
      if (wordCount(meaning.consent.rest) < 3) return askAnew(context, frame, [['flow.need_clear_yes']]);
      const behind = await context.readMeaning(meaning.consent.rest);
      const { decision } = await changes(saying(context, behind.text, behind.understanding), frame);
      if (decision) return decision;
      const others = question.test(behind.text) ? othersOf(frame, behind) : [];
      if (others.length > 0) return answeredFirst(context, others);
      const aside = question.test(behind.text) && (await onAside(context, frame));
      return aside || askAnew(context, frame, [['flow.need_clear_yes']]);
    }
    case 'none':
      return onNeither(context, frame);
  }
}

async function onNeither(context: TurnContext, frame: Frame): Promise<Decision> {
  const { meaning, cues, understanding } = context;
  const own = skillFor(frame.skill).intents;
  if (meaning.refused.some((intent) => own.includes(intent)) && meaning.wants.length === 0)
    return drop(context);
  if (isEchoOf(frame.skill, meaning.text)) return agree(context, frame, []);
  const refines = await refinesRequest(context, frame, meaning.wants);
  const others = refines ? [] : othersOf(frame, meaning);
  const namesAnother = isNameAlone(meaning.text, await context.services.catalogue.all());
  if (others.length > 0 && !cues.correction && !namesAnother) return answeredFirst(context, others);
  const { decision } = await changes(saying(context, meaning.text, meaning.understanding), frame);
  if (decision) return decision;
  if (refines) return askAnew(context, frame, [['flow.as_said']]);
  if (others.length > 0) return answeredFirst(context, others);
  const topic = otherTopic(context, frame);
  if (topic)
    return answeredFirst(context, [{ intent: topic, text: meaning.wanted, understanding, asksHow: false }]);
  if (understanding.intent === 'deny' && understanding.confidence >= 0.6) return drop(context);
  if (cues.back || (own.includes(understanding.intent) && understanding.confidence >= 0.5))
    return askAnew(context, frame, []);
  return (await onAside(context, frame)) ?? unclear(context, frame);
}

/** Lets the change go and says that the order itself stays. */
async function dropTelling(context: TurnContext, frame: Frame): Promise<Decision> {
  const { order } = await requestFor(context, frame);
  const decision = await drop(context);
  if (decision.kind !== 'say' || !order) return decision;
  const { content } = decision;
  return {
    ...decision,
    content: {
      ...content,
      lines: [...content.lines, ['cancel.not_the_order', { order: order.number }]],
      buttons: [...(content.buttons ?? []), cancelButton(order)],
    },
  };
}
