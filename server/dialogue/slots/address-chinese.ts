import type { AddressParts } from '../conversation/state.ts';

/** Words that lead to an address and are no part of it. */
const leads = '送到|送去|寄到|发到|改到|改成|改为|换到|换成|地址是|住在|搬到|在';
const name = (longest: number) => `(?:(?!${leads})\\p{Script=Han}){1,${longest}}?`;
const province = `${name(7)}(?:省|自治区)`;
const city = `${name(5)}市`;
const district = `${name(6)}(?:区|县|镇)`;
const road = `${name(8)}(?:路|街|大道|道|巷|弄|胡同)\\d{1,5}(?:号|弄)`;
/** House, floor and room after the number. */
const within = '[\\p{Script=Han}\\dA-Za-z#-]*?(?=$|[\\s，,。；;]|邮编|吧$|可以吗|好吗)';

const written = new RegExp(
  `(?<=^|[^\\p{Script=Han}]|${leads})((?:${province})?${city})?((?:${district}){0,2}${road}${within})`,
  'u',
);

export const chinesePostcode = /(?<!\d)(\d{6})(?!\d)/;

/**
 * An address as it is written in China, from the large to the small: province, city, district, road and number, and what
 * is within. Undefined where there is no road with a number.
 */
export function chineseAddressIn(
  text: string,
): { parts: AddressParts; from: number; to: number } | undefined {
  const match = written.exec(text);
  if (!match) return undefined;
  const [whole, place, street = ''] = match;
  const end = match.index + whole.length;
  const code = chinesePostcode.exec(text.slice(end));
  return {
    parts: {
      street,
      ...(place && { city: place }),
      ...(code && { postcode: code[1] as string }),
      country: 'CN',
    },
    from: match.index,
    to: code ? end + code.index + code[0].length : end,
  };
}
