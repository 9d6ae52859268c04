import type { Intent } from '#protocol';
import type { GuideMemory } from '../conversation/state.ts';
import * as answer from '../guide/answers.ts';
import type { Building } from '../guide/building.ts';
import { saysNo, saysYes } from '../guide/check-answer.ts';
import type { Command } from '../guide/command.ts';
import { stepIn } from '../guide/names.ts';
import { readCommand } from '../guide/read-command.ts';
import { correctedPart, perhapsMeant } from '../guide/rhymes.ts';
import type { Content } from '../replies/content.ts';
import { start } from './start.ts';
import type { Decision, TurnContext } from './turn-context.ts';

/** From this confidence words that are no known command are taken for one by what they mean. */
const meant = 0.6;

/** Words that the table does not have, by the intent they are read as. */
function commandMeant(
  { understanding, turn, cues }: TurnContext,
  { guide, open }: Building,
): Command | undefined {
  if (cues.repeat || understanding.confidence < meant) return undefined;
  // With the parts laid out, whoever asks for the guide or for help with building wants to begin.
  if (open.step === 0 && understanding.intent === 'assembly_help') return { kind: 'next' };
  switch (understanding.intent) {
    case 'next_step':
      return { kind: 'next' };
    case 'previous_step':
      return { kind: 'back' };
    case 'repeat_step':
      return { kind: 'repeat' };
    case 'show_part':
      return { kind: 'show' };
    case 'assembly_help':
      return { kind: 'stuck' };
    case 'goto_step': {
      const step = stepIn(turn.text.toLowerCase(), guide);
      return step !== undefined && step <= guide.steps.length ? { kind: 'go', step } : { kind: 'go' };
    }
    default:
      return undefined;
  }
}

const say = (intent: Intent, content: Content): Decision => ({ kind: 'say', intent, content });

/** What is said while a guide is open on the page. Undefined where it is about something else. */
export async function onGuide(context: TurnContext): Promise<Decision | undefined> {
  const { building, state, turn } = context;
  if (!building) return undefined;
  const corrected = partCorrected(context);
  const { askedRestart, otherPart: _, ...memory } = state.guide ?? {};
  state.guide = memory;
  const command = corrected ?? readCommand(turn.text, building.guide);
  if (state.frames.length === 0) {
    const answered = command ? undefined : onQuestion(context, building, askedRestart === true);
    if (answered) return answered;
  }
  const wanted = command ?? (state.frames.length === 0 ? commandMeant(context, building) : undefined);
  if (!wanted) {
    if (building.order) state.lastOrder ??= building.order;
    return undefined;
  }
  state.frames = [];
  delete state.recent;
  state.misses = 0;
  return carriedOut(wanted, context, building, memory);
}

/** "The other one", to a part that was shown where one of a rhyming letter may have been meant. */
export function partCorrected({ state, building, turn, cues }: TurnContext): Command | undefined {
  const { part: shown, otherPart: other } = state.guide ?? {};
  return building && shown !== undefined && other !== undefined
    ? correctedPart(building, { shown, other }, turn.text, cues)
    : undefined;
}

/** Yes and no, to the question that stands open. */
function onQuestion(context: TurnContext, building: Building, askedRestart: boolean): Decision | undefined {
  const { cues, turn, language } = context;
  const yes = saysYes(turn.text, cues);
  const no = saysNo(turn.text, cues);
  if (askedRestart) {
    if (yes) return say('goto_step', answer.restarted(building));
    return no ? say('deny', answer.kept(building)) : undefined;
  }
  if (!building.open.asking) return undefined;
  if (yes) return say('affirm', answer.goTo(building, building.open.step + 1, language));
  return no ? say('deny', answer.refused(building, language)) : undefined;
}

async function carriedOut(
  command: Command,
  context: TurnContext,
  building: Building,
  memory: GuideMemory,
): Promise<Decision> {
  const { language, now } = context;
  const { guide, open } = building;
  switch (command.kind) {
    case 'next':
      return say('next_step', answer.next(building, language));
    case 'back':
      return say('previous_step', answer.goTo(building, Math.max(0, open.step - 1), language));
    case 'repeat':
      return say('repeat_step', answer.repeated(building, language));
    case 'go':
      return say(
        'goto_step',
        command.step === undefined
          ? answer.whichStep(building)
          : answer.goTo(building, command.step, language),
      );
    case 'show':
    case 'size':
      return partAsked(command, context, building, memory);
    case 'time':
      return say('assembly_help', answer.timeLeft(building, language, now));
    case 'where':
      return say('assembly_help', answer.where(building, language));
    case 'tools':
      return say('assembly_help', answer.tools(building, language));
    case 'fasteners':
      return say('assembly_help', answer.fasteners(building, language));
    case 'pause':
      return say('assembly_help', answer.paused(building));
    case 'continue':
      if (open.paused) return say('assembly_help', answer.continued(building, language));
      return say('next_step', answer.next(building, language));
    case 'restart':
      memory.askedRestart = true;
      return say('goto_step', answer.askRestart(building));
    case 'stuck': {
      const again = memory.stuck?.guide === guide.slug && memory.stuck.step === open.step;
      if (again) return start(context, 'human_agent', building.order ? { order: building.order } : {});
      memory.stuck = { guide: guide.slug, step: open.step };
      return say('assembly_help', answer.helpWhenStuck(building, language));
    }
    case 'person':
      return start(context, 'human_agent', building.order ? { order: building.order } : {});
  }
}

/** A part is shown or measured; with a way to the one of this step whose letter rhymes with what was heard. */
function partAsked(
  command: Extract<Command, { kind: 'show' | 'size' }>,
  { language, turn }: TurnContext,
  building: Building,
  memory: GuideMemory,
): Decision {
  const part = answer.meantPart(building, command.part, memory.part);
  if (part) memory.part = part.id;
  const content = (command.kind === 'show' ? answer.shown : answer.sized)(building, part, language);
  const other = turn.source === 'voice' && part ? perhapsMeant(building, part, turn.text) : undefined;
  if (!other) return say('show_part', content);
  memory.otherPart = other.id;
  return say('show_part', answer.orElse(content, other, language));
}
