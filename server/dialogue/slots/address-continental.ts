import type { AddressParts } from '../conversation/state.ts';

const word = "\\p{L}[\\p{L}'’.-]{0,30}";
const number = '\\d{1,4} ?[a-z]?(?:[-/]\\d{1,4}[a-z]?)?(?![\\p{L}\\d])';
/** Words that lead to an address and are no part of a street's name. */
const notName =
  '(?:to|at|it|is|the|my|our|in|send|deliver|ship|order|instead|please|address|live|new|nach|an|à|au)';
const names = (most: number) => `(?:(?!${notName}\\b)${word} ){0,${most}}`;

interface Form {
  country: string;
  street: RegExp;
  /** Post code and town, in the order they are written in. */
  place: RegExp;
  /** The street alone could be anything: only with its place is it one. */
  needsPlace?: true;
}

const fiveDigits = /^[\s,;]{0,3}(?:(?:in|à|a)\s)?(?:[A-Z]{1,2}-)?(\d{5})[\s,]{1,3}(\p{L}[\p{L}'’ -]{1,40})/iu;

const dutchPlace = /^[\s,;]{0,3}(\d{4} ?[A-Z]{2})[\s,]{1,3}(\p{L}[\p{L}'’ -]{1,40})/iu;

/** Addresses as they are written where the number follows the street, or the kind of street comes first. */
const forms: readonly Form[] = [
  {
    country: 'DE',
    street: new RegExp(
      `(?<![\\p{L}\\d])${names(3)}(?:[\\p{L}-]{2,40}?(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|steig|hof|markt)|(?:straße|strasse|platz|allee|ring|damm|weg|gasse)(?: ${word}){0,3}) ${number}`,
      'iu',
    ),
    place: fiveDigits,
  },
  {
    country: 'FR',
    street: new RegExp(
      `(?<![\\p{L}\\d])\\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|allee|impasse|quai|cours|square|passage)(?: (?:de|du|des|la|le|les|l'|d'|${word})){1,6}?(?=,| \\d{5}|$)`,
      'iu',
    ),
    place: fiveDigits,
  },
  {
    country: 'FR',
    street: new RegExp(
      `(?<![\\p{L}\\d])(?:rue|avenue|boulevard|place|chemin|allée|impasse|quai|cours)(?: (?!\\d)${word}){1,5},? ${number}`,
      'iu',
    ),
    place: fiveDigits,
    needsPlace: true,
  },
  {
    country: 'IT',
    street: new RegExp(
      `(?<![\\p{L}\\d])(?:via|viale|piazza|corso|largo|vicolo|strada)(?: ${word}){1,5},? ${number}`,
      'iu',
    ),
    place: fiveDigits,
  },
  {
    country: 'ES',
    street: new RegExp(
      `(?<![\\p{L}\\d])(?:calle|avenida|avda\\.?|plaza|paseo|ronda|c\\/)(?: ${word}){1,5},? ${number}`,
      'iu',
    ),
    place: fiveDigits,
  },
  {
    country: 'NL',
    street: new RegExp(
      `(?<![\\p{L}\\d])${names(2)}\\p{L}{2,30}(?:straat|laan|weg|plein|gracht|kade|dijk|singel) ${number}`,
      'iu',
    ),
    place: dutchPlace,
  },
  {
    country: 'NL',
    street: new RegExp(`(?<![\\p{L}\\d])(?:(?!${notName}\\b)${word} ){1,3}${number}`, 'iu'),
    place: dutchPlace,
    needsPlace: true,
  },
  {
    country: 'DE',
    street: new RegExp(`(?<![\\p{L}\\d])(?:(?!${notName}\\b)${word} ){1,3}${number}`, 'iu'),
    place: fiveDigits,
    needsPlace: true,
  },
];

const ending =
  /\s(?:please|instead|thanks|thank you|bitte|per favore|s'il vous plaît|por favor|germany|deutschland|france|italy|italia|spain|españa|netherlands)\b.*$/iu;

/** A German, French, Italian, Spanish or Dutch address, whole or its street alone. */
export function continentalAddressIn(
  text: string,
): { parts: AddressParts; from: number; to: number } | undefined {
  for (const { country, street, place, needsPlace } of forms) {
    const match = street.exec(text);
    if (!match) continue;
    const end = match.index + match[0].length;
    const town = place.exec(text.slice(end));
    if (needsPlace && !town) continue;
    const city = town?.[2]?.replace(ending, '').trim();
    return {
      parts: {
        street: match[0].trim(),
        ...(town?.[1] && { postcode: town[1].toUpperCase() }),
        ...(city && { city }),
        country,
      },
      from: match.index,
      to: town ? end + town[0].length : end,
    };
  }
  return undefined;
}
