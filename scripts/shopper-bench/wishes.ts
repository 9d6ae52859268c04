import type { CardKind, Language } from '#protocol';

/** What somebody comes for. `{number}` is the order's number, `{thing}` its product as people call it. */
export interface Wish {
  kind: string;
  /** Key of the order it is about. */
  order?: string;
  /** Cards that answer it, or ask for its yes. */
  cards: CardKind[];
  /** The kind of change it makes. */
  change?: string;
  /** For an address: a saved one or one that is told; `shown` stands in its card. */
  places?: { said: Record<Language, string>; shown: string }[];
  said: Record<Language, string[]>;
}

const places: NonNullable<Wish['places']> = [
  { said: { en: 'my office', zh: '公司' }, shown: '14 Quay Street' },
  { said: { en: 'my parents', zh: '父母家' }, shown: '3 Orchard Close' },
  { said: { en: '25 Park Road, Leeds LS8 1JH', zh: '25 Park Road, Leeds LS8 1JH' }, shown: '25 Park Road' },
];

const about = (order: string): Pick<Wish, 'order' | 'cards'> => ({ order, cards: ['order'] });
const where: Wish['said'] = {
  en: [
    'where is my {thing}',
    'when does order {number} come',
    'has the {thing} left yet',
    'any news on {number}',
  ],
  zh: ['我的{thing}到哪了', '订单{number}什么时候到', '{thing}发货了吗', '查一下{number}'],
};

export const wishes: readonly Wish[] = [
  ...['wardrobe', 'desk', 'monitor'].map((order) => ({ kind: 'track', ...about(order), said: where })),
  {
    kind: 'cancel',
    order: 'wardrobe',
    cards: ['cancellation'],
    change: 'cancelled',
    said: {
      en: [
        'cancel order {number}',
        'I want to cancel the {thing}',
        'please cancel my {thing} order',
        'I don’t want the {thing} any more, cancel it',
      ],
      zh: ['取消订单{number}', '我想取消{thing}', '帮我把{thing}的订单取消', '{thing}不要了，取消吧'],
    },
  },
  {
    kind: 'address',
    order: 'wardrobe',
    cards: ['address_change'],
    change: 'address_changed',
    places,
    said: {
      en: [
        'send the {thing} to {place}',
        'can order {number} go to {place} instead',
        'change the address of {number} to {place}',
      ],
      zh: ['把{thing}送到{place}', '订单{number}改送到{place}', '{number}的地址改成{place}'],
    },
  },
  {
    kind: 'hurry',
    order: 'wardrobe',
    cards: ['shipping_upgrade'],
    change: 'shipping_upgraded',
    said: {
      en: ['can the {thing} come sooner', 'hurry up order {number}', 'I need {number} faster'],
      zh: ['{thing}能快点送吗', '订单{number}加急', '{thing}帮我加急'],
    },
  },
  ...['router', 'bookcase'].map(
    (order): Wish => ({
      kind: 'return',
      order,
      cards: ['return'],
      change: 'return_requested',
      said: {
        en: ['I want to return the {thing}', 'send back order {number}', 'the {thing} has to go back'],
        zh: ['我要退{thing}', '订单{number}我要退货', '{thing}想退掉'],
      },
    }),
  ),
  {
    kind: 'refund',
    order: 'speaker',
    cards: ['refund'],
    said: {
      en: ['where is the refund for my {thing}', 'did you pay back {number}'],
      zh: ['{thing}的退款到哪了', '{number}退款了吗'],
    },
  },
  {
    kind: 'delivery',
    cards: ['delivery_options', 'article'],
    said: {
      en: ['what delivery options are there', 'how much is express delivery'],
      zh: ['有哪些配送方式', '加急配送多少钱'],
    },
  },
  {
    kind: 'product',
    cards: ['products'],
    said: {
      en: ['how wide is the ashby desk', 'do you have a black bar stool', 'how much is the rill kettle'],
      zh: ['ashby书桌多宽', '有没有黑色的吧凳', 'rill水壶多少钱'],
    },
  },
  {
    kind: 'person',
    cards: ['handoff'],
    said: { en: ['I want to talk to a person', 'get me a human'], zh: ['转人工', '我要找真人'] },
  },
];

export const dressings: Record<Language, string[]> = {
  en: [
    '{said}',
    '{said}',
    '{said} please',
    'hi, {said}',
    '{said}!!',
    'this is ridiculous. {said}',
    'um so {said} I guess',
    'sorry to bother you, {said}',
    'ok listen. {said}. I’ve had it with this',
    'i was wondering... {said}',
  ],
  zh: ['{said}', '{said}', '你好，{said}', '麻烦{said}', '气死我了，{said}', '那个，{said}', '{said}，谢谢'],
};

export const consentAnswers = {
  yes: {
    en: ['yes', 'yes please', 'Yes, go ahead.', 'yep', 'sure, do it', 'okay', 'that’s right', 'go on then'],
    zh: ['是', '好的', '可以', '对', '好，就这样', '行'],
  },
  no: {
    en: ['no', 'no thanks', 'yeah, no', 'actually leave it', 'okay, don’t', 'never mind'],
    zh: ['不', '不用了', '算了', '好，还是不要了', '先不用'],
  },
  unsure: { en: ['hmm', 'I’m not sure', 'maybe'], zh: ['我想想', '不太确定'] },
} satisfies Record<string, Record<Language, string[]>>;

export const digressions: Record<Language, string[]> = {
  en: [
    'by the way, where is my monitor',
    'how much is express',
    'what’s your return policy',
    'why do you need to ask?',
  ],
  zh: ['对了，显示器到哪了', '加急多少钱', '退货政策是什么', '为什么要问我？'],
};

export const orderedThings: Record<string, Record<Language, string>> = {
  wardrobe: { en: 'wardrobe', zh: '衣柜' },
  desk: { en: 'desk', zh: '书桌' },
  monitor: { en: 'monitor', zh: '显示器' },
  router: { en: 'router', zh: '路由器' },
  bookcase: { en: 'bookcase', zh: '书柜' },
  speaker: { en: 'speaker', zh: '音箱' },
};

/** Said before the right thing: {wrong} is another one. */
export const corrections: Record<Language, string[]> = {
  en: ['the {wrong}, no sorry: {said}', '{wrong}... no wait, {said}'],
  zh: ['{wrong}，不对，{said}', '{wrong}，说错了，{said}'],
};

export const rephrased: Record<'order' | 'other', Record<Language, string[]>> = {
  order: {
    en: ['I mean order {number}: {said}', 'what I said: {said}', 'listen, {said}'],
    zh: ['我是说订单{number}，{said}', '我的意思是{said}', '听我说，{said}'],
  },
  other: { en: ['what I meant: {said}', 'listen, {said}'], zh: ['我的意思是{said}', '听我说，{said}'] },
};
