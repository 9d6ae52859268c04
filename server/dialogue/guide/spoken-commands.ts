import type { Guide } from '../../protocol/index.ts';

/** Commands as most people say them. */
const plain = [
  'next',
  'next step',
  'go on',
  'continue',
  'back',
  'go back',
  'previous step',
  'repeat',
  'repeat that',
  'say that again',
  'again',
  'start over',
  "I'm stuck",
  'help me',
  'pause',
  'how long is left',
  'how much time is left',
  'what tool do I need',
  'which screw',
  'how big is it',
  'dimensions',
  'which part',
  'where am I',
  'yes',
  'yes it does',
  'yes they do',
  'no',
  'done',
  'talk to a person',
];
const numbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
    ' ',
  );

const known = new WeakMap<Guide, string[]>();

/** What an open guide is likely told: its commands with its own steps and parts. English: so is the recogniser. */
export function spokenCommands(guide: Guide): string[] {
  const listed = known.get(guide) ?? list(guide);
  known.set(guide, listed);
  return listed;
}

function list({ steps, parts }: Guide): string[] {
  const stepNames = numbers
    .slice(0, steps.length)
    .flatMap((number) => [`go to step ${number}`, `step ${number}`]);
  const partNames = parts.flatMap(({ letter }) => [
    `show part ${letter}`,
    `show me part ${letter}`,
    `which one is part ${letter}`,
    `what does part ${letter} look like`,
    `how big is part ${letter}`,
    `dimensions of part ${letter}`,
  ]);
  return [...plain, ...stepNames, ...partNames];
}
