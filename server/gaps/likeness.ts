/** A text as the n-grams of its words, each with how often it is there. */
export type Grams = ReadonlyMap<string, number>;

/** Words that nearly every question has: two questions are not alike by them. */
const common = new Set(
  (
    'a an the i me my we us our you your it its they them he she do does did can could will would shall should may might ' +
    'is are was were be been am have has had to of in on at by for from with about and or but if so that this these those ' +
    'there here what which who how when where why please hi hello hey ok okay just want need know tell get got any some ' +
    'shop store sell buy offer stock all back new one ones'
  ).split(' '),
);
const commonChinese =
  /请问|你们|我们|您好|你好|可以|能不能|是不是|有没有|什么|怎么|吗|呢|吧|啊|的|了|我|你|您/gu;

export function gramsOf(text: string): Grams {
  const grams = new Map<string, number>();
  const add = (gram: string, weight: number) => grams.set(gram, (grams.get(gram) ?? 0) + weight);
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/gu, '');
  for (const [word] of plain.matchAll(/[\p{Script=Latin}\p{N}]+/gu)) {
    if (common.has(word)) continue;
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) add(padded.slice(at, at + 3), 1);
  }
  for (const [run] of plain.replace(commonChinese, ' ').matchAll(/\p{Script=Han}+/gu)) {
    if (run.length === 1) add(run, 1);
    for (let at = 0; at + 2 <= run.length; at++) add(run.slice(at, at + 2), 1);
  }
  return grams;
}

/** Cosine of two texts' n-grams: 1 for the same words, 0 for none in common. */
export function likeness(one: Grams, other: Grams): number {
  let dot = 0;
  for (const [gram, count] of one) dot += count * (other.get(gram) ?? 0);
  return dot === 0 ? 0 : dot / (norm(one) * norm(other));
}

const norm = (grams: Grams) => Math.sqrt([...grams.values()].reduce((sum, count) => sum + count ** 2, 0));
