import { intentTraits } from '#protocol';
import { saysNo, saysYes } from '../guide/check-answer.ts';
import { plainWords } from '../guide/core.ts';
import { stems } from '../guide/names.ts';
import { readCommand } from '../guide/read-command.ts';
import { pressed } from './buttons.ts';
import { partCorrected } from './guided.ts';
import type { TurnContext } from './turn-context.ts';

/** A request to the shop is taken from this confidence, one about the guide from the lower. */
const sure = 0.6;
const likely = 0.4;

const named = /^(?:(?:ok(?:ay)?|hey|hi|hello|so|and) )*hex ?key\b|^(?:hey|ok|okay) computer\b/u;

/** Said to somebody who stands beside: names and terms for people, and what is asked of hands. */
const toSomebody =
  /\b(?:mum|mom|mummy|mommy|dad|daddy|honey|darling|love|babe|baby|sweetie|sweetheart|dear|mate|dude|guys|kids|buddy|pal|bro|boys|girls|grandma|grandpa)\b|^(?:(?:just|now|no|ok(?:ay)?|right|so|hey|and|wait|please) )*(?:pass|hand|hold|grab|lift|push|pull|twist|turn (?:it|that|the)|give (?:me|it|that|us|him|her)|bring|get (?:me|the|off|down|out|away)|put|move (?:it|that|your|the|over)|careful|watch|mind|look (?:out|at (?:him|her|them))|come (?:here|on|over|in)|wait|hang on|hold on|leave|let go|keep (?:it|hold|still|your)|shut|close|open the (?:door|window|other)|catch|press|flip|slide|swap|stay|sit|go (?:away|and|get|to (?:bed|your)))\b/u;
const helping =
  /\b(?:can|could|would|will|do|did|are|have) you (?:please )?(?:show|tell|repeat|help me with (?:this|the) step|explain|read|say|go (?:back|on|to)|send|cancel|track|check|connect|understand|hear|take me|give me (?:a (?:hint|tip|person|human)|an? (?:agent|colleague)))\b/u;
const second = /\b(?:you|your|you're|you've|yours|yourself)\b/u;
const cursing =
  /\b(?:damn|damned|dammit|bloody|hell|shit|crap|bugger|fuck\w*|bastard|bollocks|stupid|idiot|god|jesus|christ|blast|arse|ass|ouch|ow|argh|ugh)\b/u;

const question =
  /^(?:(?:so|and|but|ok(?:ay)?|wait|um+|uh+|er+|sorry|excuse me) )*(?:where|when|how|what|which|why|who|whose|is|are|do|does|can|could|should|will|would|may|must)\b|哪|怎么|什么|多少|吗$|几|呢$/u;
/** Asked of the other one who builds: what we do, did, have for dinner. */
const amongUs =
  /\b(?:did (?:i|we|you|he|she|they)|have (?:we|i|they)|has (?:he|she|it|anyone|anybody|somebody)|shall (?:we|i)|(?:he|she|they|him|her|his|their|them|who|who's)\b|was|were|tomorrow|tonight|yesterday|last (?:night|week|year)|weekend|dinner|lunch|tea|coffee|music|football|match|score|weather|news)/u;
const work =
  /\b(?:parts?|pieces?|steps?|screws?|bolts?|dowels?|pins?|holes?|sides?|panels?|boards?|tools?|guides?|instructions?|pictures?|arrows?|edges?|sockets?|plugs?|leads?|lights?|upside down|the (?:right|wrong) way|way round|facing|face|clockwise|tight(?:en)?|glue|next)\b|零件|步|螺丝|工具|孔|面|边|板/u;

const requests =
  /\b(?:i (?:want|need|would like|have)|i'd like|my (?:order|refund|delivery|address|parcel|invoice)|order|refund|is missing|is broken|cracked|damaged)\b/u;

/** An answer to what Hexkey just asked. */
function answersUs({ state, turn, cues, building }: TurnContext): boolean {
  const open = building?.open.asking === true || state.guide?.askedRestart === true;
  if (open && (saysYes(turn.text, cues) || saysNo(turn.text, cues))) return true;
  if (state.expecting === 'confirmation') return cues.yes || cues.no || cues.cancelThat || cues.drop;
  return state.expecting !== 'anything';
}

/**
 * Whether words heard beside an open guide are for Hexkey: its commands, answers to its questions, questions about the
 * work and requests to the shop. Talk among people, a radio and curses at a screw are not. In doubt they are not: a
 * command that was missed can be said again, or passed on by a tap.
 */
export function isAddressed(context: TurnContext): boolean {
  const { building, turn, understanding, cues } = context;
  if (!building) return true;
  const words = plainWords(turn.text);
  if (named.test(words)) return true;
  if (readCommand(turn.text, building.guide) || partCorrected(context)) return true;
  if (pressed(context) || answersUs(context)) return true;
  if (cues.repeat) return true;
  if (cursing.test(words) || (toSomebody.test(words) && !helping.test(words))) return false;
  if (second.test(words) && !helping.test(words)) return false;
  const { intent, confidence } = understanding;
  const { handsFree } = intentTraits[intent];
  if (handsFree?.includes('order') && confidence >= sure && (question.test(words) || requests.test(words)))
    return true;
  if (amongUs.test(words)) return false;
  const aboutWork = work.test(words) || namesPart(context, words);
  if (handsFree?.includes('work') && confidence >= likely && aboutWork) return true;
  return question.test(words) && aboutWork;
}

const namesPart = ({ building }: TurnContext, words: string): boolean => {
  const spoken = stems(words);
  return (building?.guide.parts ?? []).some(({ label }) =>
    stems(label.en).some((stem) => spoken.includes(stem)),
  );
};
