import type { Guide } from '#protocol';
import { readCommand } from './read-command.ts';

/** Begin anew, or fetch somebody: what nobody wants to happen for a word that a drill swallowed. */
export const weightyCommands = ['start over', 'talk to a person'];

/** What answers a question; said of itself it means nothing to a guide. */
export const answers = ['yes', 'yes it does', 'yes they do', 'no'];

/** Commands as most people say them. */
const plain = [
  ...weightyCommands,
  ...answers,
  'next',
  'next step',
  'next step please',
  'go on',
  'continue',
  'carry on',
  'back',
  'go back',
  'previous step',
  'repeat',
  'repeat that',
  'say that again',
  'again',
  "I'm stuck",
  'help me',
  'pause',
  'how long is left',
  'how much time is left',
  'what tool do I need',
  'which screw',
  'which screw do I need',
  'how big is it',
  'dimensions',
  'which part do I need',
  'where am I',
  'done',
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

function list(guide: Guide): string[] {
  const { steps, parts } = guide;
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
  return [...plain, ...stepNames, ...partNames, ...placeNames(guide)];
}

/** So many parts that begin with the same word go by it together: "the drawers". */
const enoughToShare = 3;

/** "Go to the drawers": by what a part is called, and by the word that several begin with. */
function placeNames(guide: Guide): string[] {
  const named = guide.parts.map(({ label, nodes }) => {
    const name = label.en.replace(/\s*\(.*\)/, '').toLowerCase();
    return { name: nodes.length > 1 ? plural(name) : name, first: name.split(' ')[0] as string };
  });
  const shared = named
    .map(({ first }) => first)
    .filter((first, _, all) => all.filter((other) => other === first).length >= enoughToShare);
  const names = new Set([...named.map(({ name }) => name), ...shared.map(plural)]);
  return [...names]
    .map((name) => `go to the ${name}`)
    .filter((place) => readCommand(place, guide)?.kind === 'go');
}

const plural = (name: string): string =>
  name.endsWith('foot')
    ? name.replace(/foot$/, 'feet')
    : name.endsWith('lf')
      ? name.replace(/lf$/, 'lves')
      : `${name}${/(?:s|x|ch|sh)$/.test(name) ? 'es' : 's'}`;
