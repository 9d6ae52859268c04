import type { Intent } from '../../protocol/index.ts';
import { cancel } from './cancel.ts';
import { changeAddress } from './change-address.ts';
import type { Skill } from './define.ts';
import { handOff } from './hand-off.ts';
import { goodbye, greeting, help, outOfScope, thanks } from './small-talk.ts';
import { track } from './track.ts';

const skills: readonly Skill[] = [
  track,
  changeAddress,
  cancel,
  handOff,
  greeting,
  thanks,
  goodbye,
  help,
  outOfScope,
];

const byIntent = new Map<Intent, Skill>(
  skills.flatMap((skill) => skill.intents.map((intent) => [intent, skill] as const)),
);

export const isSkill = (intent: Intent): boolean => byIntent.has(intent);

/** The skill for an intent. Intents without one are out of scope. */
export const skillFor = (intent: Intent): Skill => byIntent.get(intent) ?? outOfScope;
