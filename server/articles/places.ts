/** Where abroad people ask about by the name of a town. */
const towns: Record<string, string> = {
  FR: 'paris, lyon, marseille | 巴黎',
  DE: 'berlin, munich, hamburg, cologne | 柏林, 慕尼黑',
  IE: 'dublin, cork, galway | 都柏林',
  NL: 'amsterdam, rotterdam | 阿姆斯特丹',
  BE: 'brussels, antwerp | 布鲁塞尔',
  ES: 'madrid, barcelona, malaga | 马德里, 巴塞罗那',
  IT: 'rome, milan | 罗马, 米兰',
  PT: 'lisbon | 里斯本',
  SE: 'stockholm | 斯德哥尔摩',
  NO: 'oslo | 奥斯陆',
  DK: 'copenhagen | 哥本哈根',
  CH: 'zurich, geneva | 苏黎世, 日内瓦',
  AT: 'vienna | 维也纳',
  PL: 'warsaw, krakow | 华沙',
  US: 'new york, america, american, =usa, the states, california, texas | 纽约, 美国',
  CA: 'toronto, vancouver | 多伦多, 温哥华',
  AU: 'sydney, melbourne | 悉尼, 墨尔本',
  CN: 'beijing, shanghai, guangzhou | 北京, 上海, 广州, 中国',
  HK: 'hong kong | 香港',
  JP: 'tokyo | 东京',
  AE: 'dubai, =uae | 迪拜',
};

export interface Country {
  /** ISO 3166 code in capitals. */
  code: string;
  english: string[];
  chinese: string[];
}

/** The home country has a concept of its own, and the islands around it are no foreign country to a delivery. */
const notAbroad = new Set(['GB', 'JE', 'GG', 'IM', 'UN', 'EU', 'EZ', 'ZZ']);

const split = (list = '') =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

function readCountries(): Country[] {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const chinese = new Intl.DisplayNames('zh', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters
    .flatMap((one) => letters.map((two) => one + two))
    .filter((code) => !notAbroad.has(code))
    .flatMap((code) => {
      const name = english.of(code);
      if (!name) return [];
      const [townsEnglish, townsChinese] = (towns[code] ?? '').split('|');
      return [
        {
          code,
          english: [name.replace(/\s*\(.*\)/u, ''), ...split(townsEnglish)],
          chinese: [chinese.of(code) ?? '', ...split(townsChinese)].filter(Boolean),
        },
      ];
    });
}

export const countries = readCountries();
