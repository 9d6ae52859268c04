import { pausesAfter, type Rewriting, type SpokenWords, wordAt } from '../reading.ts';
import { type Element, element } from './spelling.ts';

/** Royal Mail's formats, ISO-like Canadian codes: letters and digits that can only be a post code. */
const british = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const canadian = /^([A-Z]\d[A-Z])(\d[A-Z]\d)$/;
const acronyms = new Set([
  'TV',
  'UK',
  'US',
  'PC',
  'ID',
  'VR',
  'AR',
  'LED',
  'USB',
  'DHL',
  'UPS',
  'USA',
  'HDMI',
  'PDF',
  'VAT',
]);

/** Post codes, model numbers and names said letter by letter. */
export function spelledCode(reading: SpokenWords, at: number): Rewriting | undefined {
  const elements = spelled(reading, at);
  return postCode(elements) ?? acronym(elements, reading, at) ?? spelling(trimmed(elements, reading, at));
}

function spelled(reading: SpokenWords, at: number): Element[] {
  const elements: Element[] = [];
  for (let end = at; ; ) {
    const next = element(reading, end) ?? writtenCode(reading, end, elements);
    if (!next) return elements;
    elements.push(next);
    end += next.take;
    if (/[.?!]/.test(reading.pieces[end - 1]?.trail ?? '') && next.kind !== 'letter') return elements;
  }
}

/** A part that the recogniser wrote as a code already: "SW1A". */
function writtenCode(reading: SpokenWords, at: number, before: Element[]): Element | undefined {
  const raw = reading.pieces[at]?.raw ?? '';
  const isCode =
    /^(?=.*\d)[a-z\d]{2,5}$/i.test(raw) ||
    (/^[A-Z]{2}$/.test(raw) && (before.length > 0 || /^[A-Z]+$/.test(raw)));
  return isCode ? { take: 1, text: raw.toUpperCase(), kind: /\d/.test(raw) ? 'digit' : 'letter' } : undefined;
}

const textOf = (elements: Element[]) => elements.map(({ text }) => text).join('');
const takeOf = (elements: Element[]) => elements.reduce((sum, { take }) => sum + take, 0);

function postCode(elements: Element[]): Rewriting | undefined {
  if (elements[0]?.kind === 'digit' && !/^[A-Z]/.test(elements[0].text)) return undefined;
  for (let count = elements.length; count > 1; count--) {
    const part = elements.slice(0, count);
    const said = textOf(part);
    const code = british.exec(said) ?? british.exec(zeroForO(said)) ?? canadian.exec(said);
    if (code) return { take: takeOf(part), text: `${code[1]} ${code[2]}` };
  }
  return undefined;
}

/** "N W O": the letter where the format wants a digit is a nought. */
const zeroForO = (text: string) => text.replace(/O(?=.{2}$)/, '0').replace(/^([A-Z]{1,2})O/, '$10');

/** An acronym and nothing after it, or one more letter: "u s b c". */
function acronym(elements: Element[], reading: SpokenWords, at: number): Rewriting | undefined {
  if (wordAt(reading, at) === 'a' || !elements.every(({ kind }) => kind === 'letter')) return undefined;
  const found = [elements, elements.slice(0, -1)].find(
    (part, cut) => part.length > 1 + cut && acronyms.has(textOf(part)),
  );
  return found && { take: takeOf(found), text: textOf(found) };
}

/** "a" and "I" at either end are words of the sentence, unless explained. */
function trimmed(elements: Element[], reading: SpokenWords, at: number): Element[] {
  const first = elements[0];
  if (first?.kind === 'letter' && /^[ai]$/.test(wordAt(reading, at))) return [];
  const last = elements.at(-1);
  const end = at + takeOf(elements);
  const isWord = last?.kind === 'letter' && last.take === 1 && /^[ai]$/.test(wordAt(reading, end - 1));
  const followed = end < reading.pieces.length && !pausesAfter(reading, end - 1);
  return isWord && followed ? elements.slice(0, -1) : elements;
}

function spelling(elements: Element[]): Rewriting | undefined {
  const count = (...kinds: Element['kind'][]) => elements.filter(({ kind }) => kinds.includes(kind)).length;
  const [letters, explained, nato, digits] = [
    count('letter'),
    count('explained'),
    count('nato'),
    count('digit'),
  ];
  const sure = explained > 0 || nato >= 2 || (nato >= 1 && letters >= 1 && elements.length >= 3);
  const spelledOut = letters >= 3 && digits === 0;
  const model = letters >= 2 && digits >= 2 && elements[0]?.kind === 'letter';
  if (!sure && !spelledOut && !model) return undefined;
  const text = textOf(elements);
  const isName = digits === 0 && text.length >= 4 && /[AEIOUY]/.test(text);
  return { take: takeOf(elements), text: isName ? text.charAt(0) + text.slice(1).toLowerCase() : text };
}
