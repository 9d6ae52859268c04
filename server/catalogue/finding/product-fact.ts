import type { Product } from '#protocol';
import type { Side } from './constraints.ts';
import { seatsOf } from './find-products.ts';
import { measuresIn } from './measures.ts';
import { colours, materialFamilies, type Property } from './words.ts';

/** What the catalogue knows that answers a question about one product. Lengths in millimetres, weights in grams. */
export type ProductFact =
  /** Whether it goes into a space (`room`), by one of its sides. */
  | { about: 'fits'; side: Side; size: number; room: number; fits: boolean }
  /** Whether it goes through an opening, by its smallest side. */
  | { about: 'passage'; size: number; room: number; fits: boolean }
  | { about: 'size'; width: number; depth: number; height: number }
  | { about: 'price' | 'stock' | 'assembly' }
  | { about: 'weight'; grams: number }
  | { about: 'seats'; count: number }
  /** `asked`: what was asked for, and whether it is among the values. */
  | { about: 'colours' | 'materials'; values: string[]; asked?: { name: string; has: boolean } }
  /** One of its facts, as the catalogue has it. */
  | { about: 'fact'; label: string; fact: string }
  /** A sentence of its description. */
  | { about: 'description'; sentence: string };

/** How facts are asked for that a shop has under its own labels; the first label that it has tells. */
const labelsAsked: [asked: RegExp, labels: string[]][] = [
  [
    /\b(?:holds?|load|carry|weight limit|strong|sturdy|support|how much (?:weight|can it)|take my weight)\b|承重|能承受/iu,
    ['load'],
  ],
  [
    /\b(?:in the box|included|comes? with|includes?|parcels?|packages?|boxes)\b|包装|几个箱|包含|附带/iu,
    ['in the box'],
  ],
  [/\b(?:tools?|screwdriver|drill|hammer|allen key|hex key)\b|工具|螺丝刀|电钻/iu, ['tools']],
  [
    /\b(?:how many people|alone|by myself|on my own|two of us|two people|one person|single-?handed|need help)\b|几个人|一个人/iu,
    ['people'],
  ],
  [
    /\b(?:clean|care for|wash|wipe|stains?|maintain|oil|polish|dry clean)\w*\b|清洁|保养|清洗|怎么洗/iu,
    ['care'],
  ],
  [
    /\b(?:fix(?:ed|ing)? (?:it )?to|anchor(?:ed)?|tip(?:s|ping)? over|screwed? (?:it )?to|wall[- ]?mount\w*|hang (?:it )?on|vesa|mount)\b|固定|挂墙|上墙/iu,
    ['wall fixing', 'mount', 'wall kit'],
  ],
  [/\b(?:how loud|nois\w+|loud|quiet|silent|decibels?)\b|噪音|吵|安静/iu, ['noise']],
  [
    /\b(?:battery|batteries|charge lasts?|how long does (?:it|the charge) last|recharge\w*|hours of (?:play|use))\b|电池|续航|充电/iu,
    ['battery'],
  ],
  [/\b(?:memory|ram)\b|内存/iu, ['memory']],
  [/\b(?:storage|disk|ssd|hard drive|card slot|sd card)\b|存储|硬盘/iu, ['storage', 'disk']],
  [
    /\b(?:ports?|usb(?:-?c)?|hdmi|displayport|ethernet|thunderbolt|plug (?:it )?in(?:to)?|connect\w*|compatible|works? with|hook (?:it )?up|macbook|mac|ipad|iphone|pc|laptop|xbox|playstation|ps5|switch)\b|接口|插口|插孔|连接|兼容/iu,
    ['ports', 'wireless'],
  ],
  [/\b(?:wifi|wi-fi|wireless|bluetooth|cordless)\b|无线|蓝牙/iu, ['wireless']],
  [/\b(?:watts?|power|electric\w*|energy|voltage|volts?|bulb)\b|功率|耗电|瓦|电压/iu, ['power']],
  [/\bfilters?\b|滤/iu, ['filter']],
  [/\bmattress(?:es)?\b|床垫/iu, ['mattress']],
  [/\b(?:try|trial|test)\b|试用|试睡/iu, ['trial']],
  [/\b(?:age|how old|years? old|kids?|child\w*|toddlers?)\b|几岁|孩子|儿童/iu, ['age']],
  [/\b(?:waterproof|water|rain|shower|bath|splash|sweat)\b|防水|淋雨/iu, ['water']],
  [/\b(?:set ?up|install\w*|get (?:it )?going)\b|设置|安装/iu, ['setup']],
  [/\b(?:pages? a minute|how fast|speed)\b|速度|多快/iu, ['speed']],
  [
    /\b(?:lights?|led|blinking|amber|lumens?|kelvin|bright|flash\w{0,3}|blink\w{0,3})\b|指示灯|亮度|灯.{0,6}(?:闪|亮|颜色|什么意思)/iu,
    ['lights', 'light'],
  ],
];

/** What it bears, and not what it weighs itself. */
const isLoad =
  /\bhow heavy (?:can|may|could|must|should|a|an|are)\b|\bhow heavy (?:of )?(?:an? )?(?:person|people|user)\b|\b(?:max(?:imum)?|weight|load|user|rider) (?:load|weight|capacity|limit|rating)\b|\bcapacity in k\w+|\b(?:how much|what)(?: of a)?(?: weight| load| kg| kilos?)? (?:can|does|do|will|would|could|is)\b.{0,50}\b(?:hold|holds|bear|bears|support|supports|carry|carries|withstand|take|takes|rated)\b(?!.{0,12}\b(?:to|up|long|time|space|room)\b)|\b(?:takes?|bears?|holds?|supports?|withstands?|carry|carries)\b.{0,25}\b(?:weight|kilos?|kgs?|\d{1,3}\s?kg|stone|lbs?)\b|\b(?:i|we|he|she|they|husband|wife|partner|dad|mum|son|daughter|friend)(?: both| each)? weighs?\b|\b(?:heavy|big|large|heavier) (?:person|people|man|woman|bloke|guy|lad|user|adult)\b|承重|承受|承得|承多|载重|负重|限重|多重的|坐多重|(?:坐|站|放|撑|装|托|挂)得?(?:住|下|了)?.{0,6}(?:斤|公斤|千克|多重|重量)|(?:斤|公斤|千克)的(?:人|东西)/iu;
const loadLabels = ['load', 'maximum load', 'max load', 'weight limit', 'capacity', '承重'];
const isSize =
  /\b(?:how (?:thick|big|wide|tall|high|deep|large|small|long (?:is|are) (?:the|it|this|that)(?! [\w -]{1,40}\b(?:guarantee|warrant|covered|last|take|charge)))|size|dimensions?|measure\w*|width|height|depth|thickness)\b|尺寸|多(?:[宽高深大厚]|长(?!时间))|厚度|大小/iu;
const isPrice =
  /\b(?:how much(?! (?:weight|can|does it (?:weigh|hold)|memory|storage|room|space))|price|costs?|expensive)\b|多少钱|价格|贵不贵/iu;
const isStock =
  /\b(?:in stock|available|availability|have (?:any|it)|any left|sold out|how many (?:are|do you have))\b|有货|库存|现货/iu;
const isAssembly =
  /\b(?:assembl\w+|put (?:it )?together|flat[- ]?pack\w*|how long (?:does|will) (?:it|that|this) take|long to build|build it|to build)\b|组装|装起来/iu;
const isWeight = /\b(?:weigh(?:s|t)?|heavy|how light|kilos?)\b|多重|重量/iu;
const isColour = /\bcolou?rs?\b|颜色/iu;
const isMaterial =
  /\b(?:materials?|made (?:of|from|out of)|wood(?:en)?|metal|fabric|leather|plastic|real|solid|veneer|chipboard|mdf)\b|材料|材质|什么做的|实木|真皮|木头/iu;
const isFit =
  /\bfits?\b|\bspace\b|\b(?:go|get|squeeze) (?:it )?(?:through|into|under|up)\b|放得下|放下|进得/iu;
const isPassage = /\b(?:door(?:way)?|stairs|staircase|lift|elevator|corridor|hallway)\b|门|楼梯|电梯|走廊/iu;
const isSeats =
  /\bhow many (?:people |of us |persons )?(?:can |does it |will it |could )?(?:sit|seat|fit around)\w*|\b(?:seats?|seat) how many|\bhow many seats\b|坐几个|几人座|几个人坐/iu;

/** The answer to a question about a product in the catalogue's own terms; undefined where the catalogue does not know. */
export function productFact(product: Product, question: string): ProductFact | undefined {
  if (isLoad.test(question)) return loadFact(product);
  for (const answer of answers) {
    const fact = answer(product, question);
    if (fact) return fact;
  }
  return undefined;
}

/** Each answers questions of its kind, the more particular ones first. */
const answers: readonly ((product: Product, question: string) => ProductFact | undefined)[] = [
  warrantyFact,
  seatsFact,
  sizeFact,
  (_product, question) => (isPrice.test(question) ? { about: 'price' } : undefined),
  (_product, question) => (isStock.test(question) ? { about: 'stock' } : undefined),
  materialFact,
  colourFact,
  labelledFact,
  (_product, question) => (isAssembly.test(question) ? { about: 'assembly' } : undefined),
  ({ weight }, question) =>
    isWeight.test(question) && weight !== undefined ? { about: 'weight', grams: weight } : undefined,
  ownLabel,
  sentenceOf,
];

function loadFact({ facts }: Product): ProductFact | undefined {
  const label = Object.keys(facts).find((name) => loadLabels.includes(name.toLowerCase()));
  return label === undefined ? undefined : { about: 'fact', label, fact: facts[label] ?? '' };
}

/** "How long is it guaranteed" asks for no length. */
function warrantyFact({ facts }: Product, question: string): ProductFact | undefined {
  const fact = facts.warranty;
  return fact !== undefined && /warrant|guarantee|保修|质保/iu.test(question)
    ? { about: 'fact', label: 'warranty', fact }
    : undefined;
}

function seatsFact(product: Product, question: string): ProductFact | undefined {
  const count = isSeats.test(question) ? seatsOf(product) : undefined;
  return count === undefined ? undefined : { about: 'seats', count };
}

function sizeFact({ dimensions: size }: Product, question: string): ProductFact | undefined {
  if (!size) return undefined;
  if (isFit.test(question) || isPassage.test(question)) {
    const fact = fitting(size, question);
    if (fact) return fact;
  }
  return isFit.test(question) || isSize.test(question) ? { about: 'size', ...size } : undefined;
}

function materialFact({ materials: values }: Product, question: string): ProductFact | undefined {
  const material = propertyAsked(question, materialFamilies);
  if (values.length === 0 || !(material || isMaterial.test(question))) return undefined;
  return { about: 'materials', values, ...has(material, values) };
}

function colourFact(product: Product, question: string): ProductFact | undefined {
  const { colours: values } = product;
  const colour = propertyAsked(question, colours) ?? ownColour(question, product);
  if (values.length === 0 || !(colour || isColour.test(question))) return undefined;
  return { about: 'colours', values, ...has(colour, values) };
}

function fitting(size: Record<Side, number>, question: string): ProductFact | undefined {
  const room = measuresIn(question).find(({ kind }) => kind === 'length')?.value;
  if (room === undefined) return undefined;
  if (isPassage.test(question)) {
    const smallest = Math.min(...Object.values(size));
    return { about: 'passage', size: smallest, room, fits: smallest <= room };
  }
  const side: Side = /\b(?:high|height|tall|ceiling|under)\b|高|天花板/iu.test(question)
    ? 'height'
    : /\b(?:deep|depth)\b|深/iu.test(question)
      ? 'depth'
      : 'width';
  return { about: 'fits', side, size: size[side], room, fits: size[side] <= room };
}

/** The longest name of a property in a question. */
function propertyAsked(question: string, properties: readonly Property[]): Property | undefined {
  const said = properties
    .flatMap((property) =>
      [...question.matchAll(property.asked)].map(([words]) => ({ property, length: words.length })),
    )
    .sort((one, other) => other.length - one.length)[0];
  return said?.property;
}

const ownColour = (question: string, product: Product): Property | undefined => {
  const name = product.colours.find((colour) => question.toLowerCase().includes(colour.toLowerCase()));
  return name === undefined
    ? undefined
    : { name, asked: /(?!)/u, has: new RegExp(name.replace(/[^\p{L}\p{N} ]/gu, '.'), 'iu') };
};

const has = (property: Property | undefined, values: readonly string[]) =>
  property
    ? {
        asked: {
          name: property.name,
          has:
            values.some((value) => property.has.test(value) && !property.not?.test(value)) &&
            !values.some((value) => property.spoiltBy?.test(value)),
        },
      }
    : {};

function labelledFact({ facts }: Product, question: string): ProductFact | undefined {
  for (const [asked, labels] of labelsAsked) {
    const label = asked.test(question) ? labels.find((name) => facts[name] !== undefined) : undefined;
    if (label !== undefined) return { about: 'fact', label, fact: facts[label] ?? '' };
  }
  return undefined;
}

/** A fact whose label was said as the shop has it: "thread count". */
function ownLabel({ facts }: Product, question: string): ProductFact | undefined {
  const plain = ` ${question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const label = Object.keys(facts).find(
    (name) => name.length > 2 && plain.includes(` ${name.toLowerCase()} `),
  );
  return label === undefined ? undefined : { about: 'fact', label, fact: facts[label] ?? '' };
}

const askedNothing = new Set(
  'does the this that have has had is are can could will would with and for any you your it its what which how when where there from not was were come comes get got use used make made tell about please need want one two'.split(
    ' ',
  ),
);

/** A sentence of the description, or a fact, that has the words which the question hangs on. */
function sentenceOf(product: Product, question: string): ProductFact | undefined {
  const name = new Set(words(`${product.name} ${product.noun}`));
  const asked = words(question).filter(
    (word) => word.length > 2 && !askedNothing.has(word) && !name.has(word),
  );
  if (asked.length === 0) return undefined;
  const covers = (text: string) => {
    const said = new Set(words(text));
    return asked.filter((word) => said.has(word)).length / asked.length;
  };
  const sentences = product.description
    .split(/(?<=[.!?])\s/u)
    .map((sentence): [number, ProductFact] => [covers(sentence), { about: 'description', sentence }]);
  const facts = Object.entries(product.facts).map(([label, fact]): [number, ProductFact] => [
    covers(`${label} ${fact}`),
    { about: 'fact', label, fact },
  ]);
  const [best] = [...facts, ...sentences].sort(([one], [other]) => other - one);
  return best && best[0] >= 0.6 ? best[1] : undefined;
}

const words = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > 3 ? word.replace(/(?:es|s)$/, '') : word,
  );
