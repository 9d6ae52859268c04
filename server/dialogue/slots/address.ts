import type { Address } from '#protocol';
import type { AddressParts } from '../conversation/state.ts';
import { chineseAddressIn, chinesePostcode } from './address-chinese.ts';
import { continentalAddressIn } from './address-continental.ts';

/** What people call their saved addresses, by the label they are saved under. */
export const callings: [label: RegExp, said: RegExp][] = [
  [/^(?:office|work)$/i, /\b(?:office|workplace|(?:to|at) (?:my )?work)\b|公司|办公室|单位/iu],
  [
    /^parents?'?$/i,
    /\b(?:my |our )?(?:parents'?|mum(?:'s)?|mom(?:'s)?|dad(?:'s)?|folks)\b|父母|爸妈|爸爸妈妈/iu,
  ],
  [
    /^home$/i,
    /\b(?:home|my (?:house|flat|place|apartment))\b|(?<!父母|爸妈|爸爸|妈妈|大|国|商|哪|店|买|卖|厂|人|专|独)家(?!具|电|居|长|庭|人|伙)/iu,
  ],
];

/** The words that end the name of a house that has one. */
const houses =
  'cottage|house|farmhouse|farm|lodge|hall|barn|villa|manor|mill|rectory|vicarage|bungalow|building|mansions?';
const kinds =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|close|court|ct|place|pl|square|sq|gardens?|grove|crescent|terrace|hill|row|mews|walk|park|estate|boulevard|blvd|quay|wharf|yard|parade|rise|view|approach|passage|path|link|bank|brow|gate|vale|green|common|circle|trail|pike|highway|hwy|parkway|pkwy|plaza|loop|alley|croft|fields?|heights|ridge|bend|circus|esplanade|promenade|embankment|arcade|meadows?|orchard|dale|dene|mead|crossing|landing|turnpike|fold|wynd|vennel|drove|hollow|copse|spinney|paddock';
const word = "(?:\\d{1,3}(?:st|nd|rd|th)|[\\p{L}'.-]{1,30})";
const road = `(?:${word}\\s+){1,4}?(?:${kinds})`;
const unit = '(?:flat|apartment|apt|unit|suite|studio|room|floor)\\s+(?:\\d{1,4}[a-z]?|[a-z])';
/** Words that lead to a house's name and are no part of it: "send it to Rosewood Cottage". */
const notTheHouse =
  '(?:to|at|it|is|the|my|our|in|send|deliver|ship|instead|please|and|address|live|new|no|yes|change|order)\\b';
/** "14", "14a", "14-16"; a flat of a Scottish tenement ("3/2") before it. */
const houseNumber = '\\d{1,5}[a-z]?(?: ?[-–] ?\\d{1,5}[a-z]?)?';
const tenement = '\\d{1,2}/\\d{1,2}';
/** Streets without a word for their kind. */
const bareRoad =
  '(?:the |upper |lower |north |south |east |west |old |new ){0,2}(?:broadway|green|strand|mall|avenue|causeway|cobbles|bowery|embarcadero|headrow|shambles|side|chase|drive|street|orchard|spinney|paddock|common|parkway|cut|square|close)';
const house = `(?:(?!${notTheHouse})${word}\\s+){1,3}(?:${houses})`;

/** The ways to write where on a street something is. The first group is the house, flat or box; the second the street. */
const streetLines = [
  new RegExp(`\\b(${unit}[\\s,]+\\d{1,5}[a-z]?)[\\s,]+(${road})\\b\\.?`, 'iu'),
  new RegExp(`\\b(${unit},?)\\s+(${road})\\b\\.?`, 'iu'),
  new RegExp(`\\b((?:flat )?${tenement},? ${houseNumber})[\\s,]+(${road})\\b\\.?`, 'iu'),
  new RegExp(`(?<![\\d/-])(${houseNumber})[\\s,]+(${road})\\b\\.?`, 'iu'),
  new RegExp(`(?<![\\d/-])(${houseNumber})[\\s,]+(${bareRoad})\\b(?! ${kinds.split('|')[0]})`, 'iu'),
  new RegExp(`\\b(${house},?)\\s+(${road})\\b\\.?`, 'iu'),
  new RegExp(`(?<![\\d/-])((?:flat )?${tenement},?)\\s+(${road})\\b\\.?`, 'iu'),
  /\b(p\.?\s?o\.?\s?box)\s+(\d{1,6})\b/iu,
  // Whatever the street is called: a number, its name, and further on a town and a British post code.
  new RegExp(
    `(?<![\\d/-])(${houseNumber}),? ((?:(?!${notTheHouse})[\\p{L}'.-]{2,30} ?){1,4})(?=,[^,]{2,40},? ?[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b)`,
    'iu',
  ),
];

/** A flat, and the house it is in, before a street with a number of its own: "Apt 12 The Old Brewery, 5 Canal Wharf". */
const unitBefore = new RegExp(
  `(?<![\\p{L}\\d])((?:flat|apartment|apt\\.?|unit|suite|studio|room) ?[\\da-z][\\da-z/-]{0,5}(?:,? (?:the )?(?:(?!${notTheHouse})[\\p{L}'-]{2,20} ?){1,4})?),? ?$`,
  'iu',
);

/** A box at a post office takes letters alone. */
export const isPostBox = (street: string): boolean => /^PO Box /.test(street);

function streetIn(text: string): { line: string; from: number; to: number } | undefined {
  for (const pattern of streetLines) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, place = '', street = ''] = match;
    const line = /^p\.?\s?o/i.test(place) ? `PO Box ${street}` : titled(`${inside(place)} ${street}`);
    return { line, from: match.index, to: match.index + whole.length };
  }
  return undefined;
}

/** A comma stands after a flat or a named house, and none after a number. */
function inside(place: string): string {
  const flat = new RegExp(`^(${unit})[\\s,]+(\\d\\w*)$`, 'iu').exec(place);
  if (flat) return `${flat[1]}, ${flat[2]}`;
  return /\d[a-z]?$/i.test(place) &&
    !/^(?:flat|apartment|apt|unit|suite|studio|room|floor)\s+\w+$/i.test(place)
    ? place
    : `${place.replace(/,$/, '')},`;
}

const postcodes: [country: string, pattern: RegExp][] = [
  ['GB', /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/i],
  ['US', /\b(\d{5}(?:-\d{4})?)\b/],
  ['CN', chinesePostcode],
];
const notTheTown =
  /^(?:in|and|the|at|to|it'?s|post ?code|zip(?: ?code)?|is|please|instead|thanks|thank you|town|city|of|yes|no|ok|okay|um|uh)$/i;

const titled = (words: string) =>
  words
    .replace(/(?<![\p{L}\p{N}'])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/\s+/g, ' ')
    .trim();

function postcodeIn(
  text: string,
): { postcode: string; country: string; at: number; length: number } | undefined {
  for (const [country, pattern] of postcodes) {
    const match = pattern.exec(text);
    if (match)
      return {
        postcode: match.slice(1).filter(Boolean).join(' ').toUpperCase(),
        country,
        at: match.index,
        length: match[0].length,
      };
  }
  return undefined;
}

/** A post code alone still belongs to an address that was begun. */
export const hasPostcode = (text: string): boolean => postcodeIn(text)?.country === 'GB';

function townIn(text: string): string | undefined {
  const words = text.split(/[\s,.]+/).filter(Boolean);
  while (words[0] && notTheTown.test(words[0])) words.shift();
  while (words.at(-1) && notTheTown.test(words.at(-1) as string)) words.pop();
  const town = words.join(' ');
  return /^[\p{L}' -]{2,40}$/u.test(town) && words.length <= 3 ? titled(town) : undefined;
}

function savedAs(text: string, saved: Address[]): Address | undefined {
  for (const address of saved) {
    const said = callings.find(([label]) => label.test(address.label ?? ''))?.[1];
    if (said?.test(text)) return address;
    const label = address.label?.toLowerCase();
    if (label && ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${label} `))
      return address;
  }
  return undefined;
}

/** A suite or flat behind the street, as Americans write it. */
const unitBehind = /^[\s,]{0,3}((?:suite|apartment|apt\.?|unit|floor|room|#) ?[a-z0-9-]{1,6})\b/iu;
/** The state before the ZIP code: "San Antonio, TX". */
const stateBehind = /[\s,]{1,3}([A-Z]{2})[\s,]{0,3}$/iu;

const plain = (street: string) => street.toLowerCase().replace(/[^a-z0-9]/g, '');

/** What of an address an utterance names, and the words that name it. */
export interface FoundAddress {
  parts: AddressParts;
  /** Its characters in the utterance: numbers in them are no order numbers. */
  from: number;
  to: number;
}

/** Suite, town, state and post code behind a street. */
function withPlace(text: string, line: string, from: number, end: number): FoundAddress {
  const within = unitBehind.exec(text.slice(end));
  const before = unitBefore.exec(text.slice(Math.max(0, from - 80), from));
  const rest = end + (within?.[0].length ?? 0);
  const after = text.slice(rest);
  const code = postcodeIn(after);
  const named = code ? after.slice(0, code.at) : after;
  const region = code?.country === 'US' ? stateBehind.exec(named)?.[1]?.toUpperCase() : undefined;
  const segments = (region ? named.replace(stateBehind, '') : named)
    .split(',')
    .filter((part) => part.trim() !== '');
  // What stands between the street and the town belongs to the street: "22 The Avenue, Weston, Bath".
  const between =
    code && segments.length > 1 ? segments.slice(0, -1).flatMap((part) => townIn(part) ?? []) : [];
  const town = townIn(between.length > 0 ? (segments.at(-1) ?? '') : segments.join(','));
  const street = [before?.[1] && titled(before[1]), line, ...between].filter(Boolean).join(', ');
  return {
    parts: {
      street,
      ...(within?.[1] && { line2: titled(within[1]) }),
      ...(region && { region }),
      ...(town && { city: town }),
      ...(code && { postcode: code.postcode, country: code.country }),
    },
    from: before ? from - before[0].length : from,
    to: code ? rest + code.at + code.length : text.length,
  };
}

/**
 * A saved address by its label or street, or a new one: house or flat and street, town, post code. `continuing` reads a
 * bare town or post code as the missing part of an address already begun.
 */
export function findAddress(
  text: string,
  saved: Address[],
  continuing?: AddressParts,
): FoundAddress | undefined {
  const chinese = chineseAddressIn(text);
  const abroad = chinese ?? continentalAddressIn(text);
  if (abroad) return abroad;
  const street = streetIn(text);
  if (street) {
    const { line, from, to: end } = street;
    const known = saved.find((address) => plain(address.street).startsWith(plain(line)));
    if (known) return { parts: withoutRecipient(known), from, to: end };
    return withPlace(text, street.line, from, end);
  }
  const byLabel = savedAs(text, saved);
  if (byLabel) return { parts: withoutRecipient(byLabel), from: 0, to: 0 };
  if (!continuing?.street) return undefined;
  const code = postcodeIn(text);
  const town =
    townIn(code ? text.slice(0, code.at) : text) ?? (code && townIn(text.slice(code.at + code.length)));
  if (!code && !town) return undefined;
  return {
    parts: {
      ...continuing,
      ...(town && { city: town }),
      ...(code && { postcode: code.postcode, country: code.country }),
    },
    from: 0,
    to: text.length,
  };
}

function withoutRecipient({ recipient: _, ...parts }: Address): AddressParts {
  return parts;
}

export const isWhole = (
  parts: AddressParts,
): parts is AddressParts & Pick<Address, 'street' | 'city' | 'postcode'> =>
  Boolean(parts.street && parts.city && parts.postcode);

/** The address to deliver to: who receives it and the country stay as they were unless said. */
export const completed = (parts: AddressParts, before: Address): Address => ({
  ...(parts.label && { label: parts.label }),
  recipient: before.recipient,
  street: parts.street ?? before.street,
  ...(parts.line2 && { line2: parts.line2 }),
  ...(parts.region && { region: parts.region }),
  city: parts.city ?? before.city,
  postcode: parts.postcode ?? before.postcode,
  country: parts.country ?? before.country,
});
