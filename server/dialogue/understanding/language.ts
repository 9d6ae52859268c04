import { eld } from 'eld/extrasmall';

/** The language that words are in. */
export interface LanguageReading {
  /** ISO 639-1. Mixed with English, Chinese counts as Chinese where it has the more signs. */
  language: string;
  /**
   * 0-1. From 0.5 on it may be acted on; below it English is as likely, or the words are too few to tell: names, products,
   * single words and order numbers are no evidence of a language.
   */
  confidence: number;
}

/** Writing systems that tell the language, or nearly. Kana before Han: Japanese has both. */
const scripts: [script: RegExp, language: string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];
/** Letters that the usual language of their script does not have. */
const tellingLetters: [letters: RegExp, language: string][] = [
  [/[\u0456\u0457\u0454\u0491]/u, 'uk'],
  [/[\u0679\u0688\u0691\u06d2]/u, 'ur'],
  [/[\u067e\u0686\u0698\u06af]/u, 'fa'],
];

/**
 * English that other languages do not share, as shoppers use it: an address, a name or a product in foreign letters does
 * not make such a sentence foreign.
 */
const plainEnglish = new Set(
  (
    'about again and any are before but can cancel change come could day days delivery desk did does drawer from get give ' +
    'have having help her him his how if instead isnt it its just know leave money my need now oak off office open or order ' +
    'other our out pay please put refund return said say see send shelf should show some soon still table tell thank thanks ' +
    'that the their them then there they this to today tomorrow too track two up us wait wardrobe were what when where ' +
    'which white who why with would wrong yes yet you your chair bookcase black blue green grey'
  ).split(' '),
);
/** From this share of such words on, the rest are taken for names. */
const englishShare = 0.3;

/** Longest text read: a language shows well before this. */
const longest = 400;
/** Fewer Latin letters or words than this are no evidence against English. */
const fewestLetters = 12;
const fewestWords = 3;
/**
 * How far another language must score above English to be as sure as not. Both figures were chosen on English requests of
 * the public sets; models/understanding/README.md has what they miss.
 */
const evenMargin = 0.1;

const countOf = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Tells a text's language by its script, and in Latin letters by n-grams. Never throws; English where nothing shows. */
export function languageOf(text: string): LanguageReading {
  const read = text.slice(0, longest).normalize('NFKC');
  const latin = countOf(read, /\p{Script=Latin}/gu);
  for (const [script, usual] of scripts) {
    const letters = (read.match(script) ?? []).filter((sign) => /\p{L}/u.test(sign)).length;
    if (letters === 0 || letters * letterWeight(usual) < latin) continue;
    const told = tellingLetters.find(([telling]) => ['ru', 'ar'].includes(usual) && telling.test(read));
    return { language: told?.[1] ?? usual, confidence: 1 };
  }
  return inLatin(read);
}

/** A sign that stands for a syllable or a word weighs as much as the letters it stands for. */
const letterWeight = (language: string) => (['ja', 'zh'].includes(language) ? 3 : 1);

function inLatin(text: string): LanguageReading {
  const words = (text.match(/\S+/gu) ?? []).filter((word) => !/\d/.test(word));
  const letters = words.reduce((sum, word) => sum + countOf(word, /\p{L}/gu), 0);
  const scores = eld.detect(words.join(' ')).getScores();
  const english = scores.en ?? 0;
  const [language, score] = Object.entries(scores).reduce(
    (best, entry) => (entry[0] !== 'en' && entry[1] > best[1] ? entry : best),
    ['en', 0],
  );
  const margin = score - english;
  if (margin <= 0) return { language: 'en', confidence: Math.min(1, 0.5 - margin / (2 * evenMargin)) };
  const sure = Math.min(1, margin / (2 * evenMargin));
  const known = words.filter((word) => plainEnglish.has(word.toLowerCase().replace(/[^\p{L}]/gu, ''))).length;
  const enough =
    letters >= fewestLetters && words.length >= fewestWords && known < englishShare * words.length;
  return { language, confidence: enough ? sure : Math.min(sure, 0.4) };
}
