import type { Language, Product } from '#protocol';
import type { Line } from '../replies/content.ts';
import { findLength } from '../slots/small.ts';

const centimetres = (millimetres: number, language: Language) =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'centimeter', maximumFractionDigits: 1 }).format(
    millimetres / 10,
  );

type Side = 'width' | 'depth' | 'height';
const sideAsked = (text: string): Side => {
  if (/\b(?:high|height|tall|ceiling)\b|高/iu.test(text)) return 'height';
  return /\b(?:deep|depth)\b|深/iu.test(text) ? 'depth' : 'width';
};

function roomFor(text: string, product: Product, language: Language): Line | undefined {
  const room = findLength(text);
  if (room === undefined || !product.dimensions) return undefined;
  const side = sideAsked(text);
  const size = product.dimensions[side];
  return [
    size <= room ? `product.fits_${side}` : `product.too_big_${side}`,
    { product: product.noun, size: centimetres(size, language), fact: centimetres(room, language) },
  ];
}

function size(product: Product, language: Language): Line {
  if (!product.dimensions) return overview(product);
  const { width, depth, height } = product.dimensions;
  const list = [width, depth, height].map((side) => centimetres(side, language)).join(' × ');
  return ['product.size', { name: product.name, list }];
}

/** Questions that a product's `facts` answer: how they are asked, and the facts that tell. */
const factsAsked: [asked: RegExp, facts: string[]][] = [
  [/warrant|guarantee|保修/iu, ['warranty']],
  [/\b(?:hold|load|carry|weight limit|strong)\b|承重/iu, ['load']],
  [/\b(?:in the box|included|come with|comes with|parcels?)\b|包装/iu, ['in the box']],
  [/\btools?\b|screwdriver|工具/iu, ['tools']],
  [/\b(?:people|alone|by myself|two of us)\b|几个人/iu, ['people']],
  [/\b(?:clean|care|wash|wipe)\w*\b|清洁|保养/iu, ['care']],
  [/\b(?:wall|fix|anchor|tip)\w*\b|固定/iu, ['wall fixing', 'mount']],
  [/\b(?:watts?|power|electric\w*|plug)\b|功率/iu, ['power']],
  [/\bbatter\w+|how long does it last|电池/iu, ['battery']],
  [/\b(?:ports?|usb|hdmi|connect\w*)\b|接口/iu, ['ports', 'wireless']],
  [/\b(?:wifi|wi-fi|wireless|bluetooth)\b|无线|蓝牙/iu, ['wireless']],
  [/\b(?:memory|ram)\b|内存/iu, ['memory']],
  [/\b(?:storage|disk|drawers?|ssd)\b|存储/iu, ['storage', 'disk']],
  [/\b(?:nois\w+|loud|quiet)\b|噪音/iu, ['noise']],
  [/\bfilters?\b|滤/iu, ['filter']],
  [/\b(?:mattress)\b|床垫/iu, ['mattress']],
  [/\b(?:try|trial|test)\b|试用/iu, ['trial']],
  [/\b(?:age|old|kids?|child\w*)\b|几岁/iu, ['age']],
  [/\b(?:waterproof|water)\b|防水/iu, ['water']],
];

function factLine(text: string, product: Product): Line | undefined {
  for (const [asked, names] of factsAsked) {
    const found = asked.test(text) && names.find((name) => product.facts[name] !== undefined);
    if (found)
      return ['product.fact', { name: product.name, label: found, fact: product.facts[found] as string }];
  }
  return undefined;
}

const overview = ({ name, description, price }: Product): Line => [
  'product.overview',
  { name, fact: description, price },
];

const stock = ({ name, inStock }: Product): Line =>
  inStock === undefined
    ? ['product.available', { name }]
    : inStock > 0
      ? ['product.in_stock', { name, count: inStock }]
      : ['product.sold_out', { name }];

export const assemblyTime = ({ name, assemblyMinutes }: Product): Line =>
  assemblyMinutes > 0
    ? ['product.assembly', { name, minutes: assemblyMinutes }]
    : ['product.no_assembly', { name }];

const list = (items: string[], language: Language) =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(items);

/** What the catalogue knows that answers a question about a product; an overview where the question names nothing. */
export function answerAbout(text: string, product: Product, language: Language): Line[] {
  const { name, price } = product;
  if (/\bfit|\bspace\b|放得下|放下/iu.test(text))
    return [roomFor(text, product, language) ?? size(product, language)];
  if (
    /\b(?:how (?:big|wide|tall|high|deep|large)|size|dimensions?|measure\w*|width|height|depth)\b|尺寸|多[宽高深大]/iu.test(
      text,
    )
  )
    return [size(product, language)];
  if (/how much|price|cost|expensive|多少钱|价格/iu.test(text)) return [['product.price', { name, price }]];
  if (/\b(?:in stock|available|have (?:any|it)|left)\b|有货|库存/iu.test(text)) return [stock(product)];
  if (/assembl|put (?:it )?together|build|how long (?:does|will)|组装|安装/iu.test(text))
    return [assemblyTime(product)];
  if (
    /\b(?:colou?rs?|white|black|gr[ae]y|blue|green|red|brown|oak|walnut|beige|pink|yellow)\b|颜色|[白黑灰蓝绿红]色/iu.test(
      text,
    )
  )
    return [['product.colours', { name, list: list(product.colours, language) }]];
  if (/\b(?:material|made of|made from|wood|metal)\b|材料|材质/iu.test(text))
    return [['product.materials', { name, list: list(product.materials, language) }]];
  if (product.weight !== undefined && /\b(?:weigh|weight|heavy)\b|多重|重量/iu.test(text)) {
    const kilograms = new Intl.NumberFormat(language, {
      style: 'unit',
      unit: 'kilogram',
      maximumFractionDigits: 1,
    });
    return [['product.weight', { name, size: kilograms.format(product.weight / 1000) }]];
  }
  return [factLine(text, product) ?? overview(product)];
}
