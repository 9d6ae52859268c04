import { varyChinese } from './augment-chinese.ts';
import { pick } from './random.ts';

type Change = (text: string, random: () => number) => string;

const fillers = [
  'um',
  'uh',
  'so',
  'like',
  'well',
  'erm',
  'okay so',
  'you know',
  'basically',
  'right so',
  'oh',
];
const openings = [
  'hi',
  'hello',
  'hey there',
  'good morning',
  'hi there, sorry to bother you but',
  'hey, quick question',
  'excuse me',
  'hello, can you help me?',
  'yeah hi',
  'hi, I was wondering,',
];
const closings = [
  'please',
  'thanks',
  'thank you',
  'cheers',
  'thanks in advance',
  'if you could',
  'mate',
  'please and thank you',
  'my name is Priya Shah',
  'order 45192',
  'ta',
];

/** A slip of the finger in one of the longer words: two letters swapped, one lost, one twice. */
const slip: Change = (text, random) => {
  const words = text.split(' ');
  const long = [...words.keys()].filter((at) => /^[\p{Script=Latin}]{4,}$/u.test(words[at] ?? ''));
  if (long.length === 0) return text;
  const at = pick(long, random);
  const word = words[at] ?? '';
  const letter = 1 + Math.floor(random() * (word.length - 2));
  const [before, one, two, after] = [
    word.slice(0, letter),
    word[letter],
    word[letter + 1],
    word.slice(letter + 2),
  ];
  words[at] = pick(
    [`${before}${two}${one}${after}`, `${before}${two}${after}`, `${before}${one}${one}${two}${after}`],
    random,
  );
  return words.join(' ');
};

const hesitate: Change = (text, random) => {
  const words = text.split(' ');
  words.splice(Math.floor(random() * words.length), 0, pick(fillers, random));
  return words.join(' ');
};

const loseWord: Change = (text, random) => {
  const words = text.split(' ');
  if (words.length < 5) return text;
  words.splice(Math.floor(random() * words.length), 1);
  return words.join(' ');
};

const open: Change = (text, random) => `${pick(openings, random)} ${text}`;
const close: Change = (text, random) => `${text} ${pick(closings, random)}`;

/** Products as shoppers name them. */
export const things = [
  'sofa',
  'couch',
  'desk',
  'standing desk',
  'wardrobe',
  'almirah',
  'bookcase',
  'bookshelf',
  'chair',
  'armchair',
  'dining table',
  'coffee table',
  'table',
  'bed',
  'bed frame',
  'mattress',
  'cot',
  'lamp',
  'floor lamp',
  'TV stand',
  'TV unit',
  'shelf',
  'shelves',
  'chest of drawers',
  'dresser',
  'rug',
  'mirror',
  'headphones',
  'speaker',
  'monitor',
  'laptop',
  'keyboard',
  'TV',
  'soundbar',
  'fridge',
  'kettle',
  'tablet',
  'camera',
  'stool',
  'bench',
  'sideboard',
  'cabinet',
  'nightstand',
  'recliner',
  'office chair',
  'router',
  'printer',
  'vacuum',
  'parcel',
  'package',
  'stuff',
];
const thing = new RegExp(
  `\\b(${[...things].sort((one, other) => other.length - one.length).join('|')})\\b`,
  'i',
);

/** What is asked for is rarely a matter of which product it is asked about. */
const swapThing: Change = (text, random) => text.replace(thing, () => pick(things, random));

/** Labels that an added "hi" or "thanks" would make untrue. */
const bare = new Set(['greeting', 'thanks', 'goodbye', 'affirm', 'deny', 'answer', 'social']);

/** The same utterance as someone else might say or type it: one or two small changes that leave its label true. */
export function vary(text: string, label: string, random: () => number): string {
  if (/\p{Script=Han}/u.test(text)) return bare.has(label) ? text : varyChinese(text, random);
  const changes = bare.has(label) ? [slip, hesitate] : [slip, hesitate, loseWord, open, close];
  const once = pick(changes, random)(swapThing(text, random), random);
  return random() < 0.4 ? pick(changes, random)(once, random) : once;
}

/** Two utterances said in one breath, in either order. */
export function join(one: string, other: string, random: () => number): string {
  const [first, second] = random() < 0.5 ? [one, other] : [other, one];
  return `${first}${pick([', ', ' ', '. ', ' and '], random)}${second}`;
}
