/** Stands where something personal stood. */
export const struck = '…';

const spoken = 'zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple';

/**
 * What may name a customer or an order, in the order in which it is looked for. Each pattern is bounded: a question has at
 * most a few hundred characters, and hostile ones cost no more than they are long.
 */
const patterns: readonly RegExp[] = [
  // e-mail addresses, and what leads to a page of one's own
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}/gu,
  /\bhttps?:\/\/\S{1,2000}/giu,
  /\b[\p{L}\p{N}._-]{1,64}\s{1,2}at\s{1,2}[\p{L}\p{N}-]{1,64}\s{1,2}dot\s{1,2}\p{L}{2,10}\b/giu,
  // order numbers with letters, account numbers
  /\b[A-Z]{1,4}\d{2}[A-Z0-9]{8,30}\b/gu,
  /(?<![\p{L}\p{N}])(?=[\p{L}\d-]{0,20}\d)[A-Za-z]{1,5}[- ]?\d[\dA-Za-z]{0,12}(?:-[\dA-Za-z]{2,12}){0,3}(?<=\d[\dA-Za-z-]{2,40})(?![\p{L}\p{N}])/gu,
  /#\s?[\p{L}\d-]{2,30}/gu,
  // telephone, card and order numbers: five digits and more, however they are grouped
  /(?<!\d)\+?\(?\d(?:[ ().\-/]{0,2}\d){4,30}/gu,
  new RegExp(`\\b(?:(?:${spoken})[\\s,.-]{1,3}){3,30}(?:${spoken})\\b`, 'giu'),
  /[零〇一二三四五六七八九幺两]{4,30}/gu,
  // addresses
  /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/giu,
  /\b\d{1,4}[A-Za-z]?(?:[-/]\d{1,4})?,?\s(?:[\p{L}'.-]{1,30}\s){0,3}[\p{L}'.-]{0,30}(?:street|str(?:a[sß]s?e)?|road|rd|avenue|ave|lane|close|row|drive|way|court|place|square|terrace|gardens|crescent|hill|grove|park|quay|yard|boulevard|blvd|platz|weg|allee)\b\.?/giu,
  /\p{Script=Han}{2,12}?(?:路|街|道|巷|弄|大道)\s?\d{1,5}\s?(?:号|弄)?(?:[\d一二三四五六七八九十]{1,4}(?:楼|室|栋|单元|号楼)){0,3}/gu,
];

/** What people say before their own name. */
const introduced =
  /(\b(?:my name(?:'s| is)|this is|i am called|name's|on behalf of|in the name of|under the name(?: of)?)\s{1,3})(?!(?:the|my|a|an|not|about|for|what|how|where|when|why|it|is|so|really|just|still|very|too|no)\b)\p{L}[\p{L}'-]{1,30}(?:\s\p{Lu}[\p{L}'-]{1,30})?/giu;
const introducedAs = /(\b(?:I'm|I am|[Ii]t's|[Ii]t is)\s{1,3})\p{Lu}[\p{L}'-]{1,30}\s\p{Lu}[\p{L}'-]{1,30}/gu;
const introducedChinese =
  /((?:我叫|我是|我的名字是|名字叫|姓名是?))(?!不|想|要|在|说|问|个|一|买|来)\p{Script=Han}{2,3}(?=[，,。！\s]|$)/gu;

/** A question without what may name the customer: numbers, addresses, names, and what `personal` gives of this one. */
export function strikeOut(question: string, personal: readonly string[] = []): string {
  let text = question
    .normalize('NFC')
    // full-width digits are digits, too
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, longest)
    .trim();
  for (const pattern of patterns) text = text.replace(pattern, struck);
  for (const pattern of [introduced, introducedAs, introducedChinese])
    text = text.replace(pattern, `$1${struck}`);
  const own = personal
    .flatMap((value) => [value, ...value.split(/[\s,]+/u)])
    .filter((value) => value.length >= (/\p{Script=Han}/u.test(value) ? 2 : 3))
    .sort((one, other) => other.length - one.length)
    .slice(0, 50);
  for (const value of own)
    text = text.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${literally(value)}(?![\\p{L}\\p{N}])`, 'giu'),
      struck,
    );
  return text.replace(/…(?:[\s,]{0,3}…)+/gu, struck).trim();
}

const longest = 300;
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
