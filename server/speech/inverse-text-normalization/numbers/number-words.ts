export const units: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  niner: 9,
};
export const zeros: ReadonlySet<string> = new Set(['zero', 'oh', 'o', 'nought', 'naught', 'null', 'ought']);
export const teens: Readonly<Record<string, number>> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
export const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
/** "three nines", "double fives". */
export const pluralDigits: Readonly<Record<string, string>> = {
  zeros: '0',
  zeroes: '0',
  ohs: '0',
  ones: '1',
  twos: '2',
  threes: '3',
  fours: '4',
  fives: '5',
  sixes: '6',
  sevens: '7',
  eights: '8',
  nines: '9',
};
export const repeats: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3, quadruple: 4 };

const smallOrdinals: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
};
const tensOrdinals: Readonly<Record<string, number>> = {
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
};
export const ordinals: Readonly<Record<string, number>> = { ...smallOrdinals, ...tensOrdinals };

/** Words that a recogniser writes for a digit. Trusted only where they complete an order number. */
export const soundAlikes: Readonly<Record<string, string>> = {
  "o'": '0',
  won: '1',
  wan: '1',
  to: '2',
  too: '2',
  tu: '2',
  t: '2',
  tree: '3',
  free: '3',
  for: '4',
  fore: '4',
  fife: '5',
  hive: '5',
  sex: '6',
  sicks: '6',
  sick: '6',
  sics: '6',
  a: '8',
  ate: '8',
  aid: '8',
  bate: '8',
  nein: '9',
  ninth: '9',
  mine: '9',
  mind: '9',
};

/** Trusted only where they complete a number of the caller's own. */
export const looseAlikes: Readonly<Record<string, string>> = {
  ...soundAlikes,
  know: '0',
  or: '0',
  of: '0',
  own: '0',
  near: '0',
  nero: '0',
  nearo: '0',
  row: '0',
  when: '1',
  do: '2',
  two: '2',
  you: '2',
  three: '3',
  freeze: '3',
  the: '3',
  far: '4',
  therefore: '4',
  fine: '5',
  times: '5',
  sips: '6',
  sixth: '6',
  save: '7',
  salmon: '7',
  seventh: '7',
  sven: '7',
  eat: '8',
  hate: '8',
  date: '8',
  late: '8',
  mate: '8',
  it: '8',
  hey: '8',
  eighth: '8',
  nigh: '9',
  line: '9',
  night: '9',
  nice: '9',
  an: '9',
};

/** Whether a word can stand in a spoken number or spelling, so that hyphens in it part words said one by one. */
export const isSpoken = (word: string): boolean =>
  /^(?:\d+|\p{L})$/u.test(word) ||
  word in units ||
  word in teens ||
  word in tens ||
  word in ordinals ||
  word in repeats ||
  zeros.has(word) ||
  /^(?:so|hundred|thousand|dash|half|past|quarter)$/.test(word);
