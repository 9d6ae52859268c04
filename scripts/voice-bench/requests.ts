import type { Intent } from '#protocol';

/** Something a shopper asks for, and what must come of it. */
export interface SpokenRequest {
  /** `{desk}` is said digit by digit, `{desk:pairs}` as people pair them, `{desk:dashed}` with its letters. */
  said: string;
  intents: Intent[];
  /** The order it is about, by its key. */
  order?: string;
  /** What the reply must say, of values that were given. */
  says?: RegExp;
  /** It is a report, which opens a ticket. */
  opensTicket?: true;
  /** The order is named by its number alone. */
  byNumber?: true;
}

const numbered = (said: string, intents: Intent[], order: string): SpokenRequest => ({
  said,
  intents,
  order,
  byNumber: true,
});

/** The first of each kind make the quick run. */
export const requests: readonly SpokenRequest[] = [
  numbered('Where is order {desk}?', ['track_order'], 'desk'),
  numbered('Order number {monitor}, when will it arrive?', ['track_order'], 'monitor'),
  numbered('I want to cancel order {wardrobe}.', ['cancel_order'], 'wardrobe'),
  numbered('Track S O dash {desk} please.', ['track_order'], 'desk'),
  numbered("What's happening with {monitor}?", ['track_order'], 'monitor'),
  numbered('I would like to return order number {bookcase}.', ['return_refund'], 'bookcase'),
  numbered('Can you send me the invoice for order {router}?', ['payment_invoice'], 'router'),
  numbered('Where is order {wardrobe:pairs}?', ['track_order'], 'wardrobe'),
  numbered('Hello, um, where is my order, number {desk}?', ['track_order'], 'desk'),
  numbered("It's about order {monitor}. Where is it?", ['track_order'], 'monitor'),
  numbered('Has my refund for {speaker} been paid?', ['refund_status'], 'speaker'),
  numbered('Please deliver {wardrobe} faster.', ['hurry_shipping'], 'wardrobe'),
  { said: 'Where is my desk?', intents: ['track_order'], order: 'desk' },
  { said: 'When will my monitor arrive?', intents: ['track_order'], order: 'monitor' },
  { said: 'Please cancel my wardrobe order.', intents: ['cancel_order'], order: 'wardrobe' },
  { said: 'I want to send the bookcase back.', intents: ['return_refund'], order: 'bookcase' },
  { said: 'Where is my refund for the speaker?', intents: ['refund_status'], order: 'speaker' },
  {
    said: 'Send the wardrobe to my office instead.',
    intents: ['change_address'],
    order: 'wardrobe',
    says: /Quay/,
  },
  { said: 'Can I have the wardrobe sooner?', intents: ['hurry_shipping'], order: 'wardrobe' },
  { said: 'I want to talk to a person.', intents: ['human_agent'] },
  { said: 'I need an invoice for the router.', intents: ['payment_invoice'], order: 'router' },
  { said: 'How much is express delivery?', intents: ['delivery_options', 'shop_question'] },
  { said: 'Show me all my orders.', intents: ['track_order', 'order_facts'], says: /desk/i },
  { said: 'Has the desk been delayed?', intents: ['track_order'], order: 'desk' },
  { said: 'What is the status of my wardrobe order?', intents: ['track_order'], order: 'wardrobe' },
  { said: 'I would like to change the delivery address of the wardrobe.', intents: ['change_address'] },
  { said: 'My desk still has not arrived.', intents: ['track_order', 'complaint'], order: 'desk' },
  { said: 'I want my money back for the chairs.', intents: ['return_refund', 'refund_status'] },
  { said: 'Could you tell me where my monitor is, please?', intents: ['track_order'], order: 'monitor' },
  { said: 'Do you sell standing desks?', intents: ['recommend_product', 'product_info'] },
  { said: 'How wide is the Tarn wardrobe?', intents: ['product_info'], says: /cm|wide/i },
  { said: 'Is the Lumen monitor in stock?', intents: ['product_info', 'recommend_product'] },
  { said: 'The bookcase arrived with a broken shelf.', intents: ['product_defect'], opensTicket: true },
  { said: 'One of the screws for my bookcase is missing.', intents: ['product_defect'], opensTicket: true },
  { said: 'Start the assembly guide for the bookcase.', intents: ['assembly_help'] },
  { said: 'How do I put the desk together?', intents: ['assembly_help'] },
  { said: 'Um, can you tell me when the wardrobe is coming?', intents: ['track_order'], order: 'wardrobe' },
  {
    said: 'Please send the wardrobe to my parents.',
    intents: ['change_address'],
    order: 'wardrobe',
    says: /Orchard/,
  },
  { said: 'What are my delivery options?', intents: ['delivery_options', 'shop_question'] },
  {
    said: "I don't want the wardrobe anymore, please cancel it.",
    intents: ['cancel_order'],
    order: 'wardrobe',
  },
  { said: 'Is my monitor out for delivery today?', intents: ['track_order'], order: 'monitor' },
  { said: 'When did you deliver the router?', intents: ['track_order'], order: 'router' },
];

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

export const digitByDigit = (number: string) => [...number].map((digit) => digits[Number(digit)]).join(' ');

/** "forty five one ninety two"; a pair that is no two-digit number of its own is said digit by digit. */
function inPairs(number: string): string {
  const pair = (two: string) => {
    const [ten = '', one = ''] = two;
    if (Number(ten) < 2) return digitByDigit(two);
    return one === '0' ? `${tens[Number(ten)]}` : `${tens[Number(ten)]} ${digits[Number(one)]}`;
  };
  return [pair(number.slice(0, 2)), digitByDigit(number.slice(2, 3)), pair(number.slice(3))].join(' ');
}

/** The words of a request with its numbers as they are spoken. */
export const spokenWords = (said: string, numbers: ReadonlyMap<string, string>): string =>
  said.replace(/\{(\w+)(:pairs)?\}/g, (_all, key: string, pairs?: string) => {
    const number = (numbers.get(key) ?? '').replace(/\D/g, '');
    return pairs ? inPairs(number) : digitByDigit(number);
  });
