import { pick } from './random.ts';

const openings = [
  '你好，',
  '您好，',
  '请问',
  '请问一下，',
  '麻烦问一下，',
  '那个，',
  '嗯，',
  '亲，',
  '我想问一下，',
  '在吗，',
];
const closings = ['，谢谢', '，麻烦了', '，急', '啊', '呀', '呢', '，拜托', '，谢谢啦', '，订单号45192'];

/** Typed in haste: one sign of a longer text lost. */
function loseSign(text: string, random: () => number): string {
  const signs = [...text];
  if (signs.length < 7) return text;
  signs.splice(1 + Math.floor(random() * (signs.length - 2)), 1);
  return signs.join('');
}

/** A Chinese utterance as someone else might type it; its label stays true. */
export function varyChinese(text: string, random: () => number): string {
  const kind = random();
  if (kind < 0.4) return `${pick(openings, random)}${text}`;
  return kind < 0.8 ? `${text}${pick(closings, random)}` : loseSign(text, random);
}
