import type {
  CannedReply,
  Colleague,
  ConversationView,
  DeskEvent,
  DeskFigures,
  OrderView,
  QueueEntry,
  StaffMember,
  TicketDraft,
} from '#protocol';

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

export const ada: StaffMember = {
  id: 'staff-ada',
  name: 'Ada Okafor',
  email: 'ada@shop.example',
  role: 'supervisor',
};

const bookcase = {
  slug: 'fenwick-bookcase',
  name: 'Fenwick bookcase',
  noun: 'bookcase',
  picture: '/pictures/fenwick-bookcase.svg',
};
const desk = { slug: 'ashby-desk', name: 'Ashby desk', noun: 'desk', picture: '/pictures/ashby-desk.svg' };

export const staffOrder: OrderView = {
  number: 'SO-45192',
  state: 'delivered',
  placedAt: ago(864_000),
  mainProduct: bookcase,
  itemCount: 2,
  total: { amount: 42_700, currency: 'GBP' },
  expectedOn: '2026-11-20',
  delayDays: 1,
  lines: [{ product: bookcase, quantity: 1, price: { amount: 34_900, currency: 'GBP' } }],
  address: {
    recipient: 'Mia Hartley',
    street: '14 Rowan Street',
    city: 'Leeds',
    postcode: 'LS6 2AB',
    country: 'GB',
  },
  shipping: 'standard',
  carrier: 'Heron Freight',
  trackingNumber: 'HF 2291 0045',
  events: [
    { at: ago(864_000), kind: 'placed' },
    { at: ago(700_000), kind: 'packed' },
    { at: ago(600_000), kind: 'collected', place: 'Derby' },
    { at: ago(300_000), kind: 'delayed', note: 'Snow on the M1' },
    { at: ago(172_800), kind: 'delivered', place: 'Leeds' },
  ],
};
const brief = (({ number, state, placedAt, mainProduct, itemCount, total, delayDays }: OrderView) => ({
  number,
  state,
  placedAt,
  mainProduct,
  itemCount,
  total,
  delayDays,
}))(staffOrder);

/** Somebody who waits; the later fields of `part` win. */
export const waiting = (handoff: number, part: Partial<QueueEntry> = {}): QueueEntry => ({
  handoff,
  conversation: `conversation-${handoff}`,
  customer: { id: `customer-${handoff}`, name: `Customer ${handoff}` },
  language: 'en',
  reason: 'Asked for a person',
  mood: { mood: 'neutral', intensity: 0 },
  requestedAt: ago(30),
  priority: 10,
  reasons: [{ because: 'asked_for_person', points: 10 }],
  ...part,
});

export const mia = waiting(1, {
  customer: { id: 'customer-mia', name: 'Mia Hartley' },
  reason: 'Stuck on step 9 of the Fenwick bookcase',
  mood: { mood: 'frustrated', intensity: 0.8 },
  lastWords:
    'The back panel just will not slide in, I have tried it three times now and the groove looks crooked.',
  order: brief,
  guide: {
    slug: 'fenwick-bookcase',
    title: 'Fenwick bookcase',
    step: 9,
    stepTitle: 'Slide the back in',
    steps: 12,
    enteredAt: ago(640),
  },
  requestedAt: ago(95),
  priority: 88,
  reasons: [
    { because: 'mood', points: 40 },
    { because: 'stuck', points: 25 },
    { because: 'waiting', points: 13 },
    { because: 'order_value', points: 10 },
  ],
});
export const jonas = waiting(2, {
  customer: { id: 'customer-jonas', name: 'Jonas Weiß' },
  reason: 'Wants to speak about a refund that has not arrived',
  mood: { mood: 'angry', intensity: 0.9 },
  lastWords: 'This is the third time I ask for it.',
  requestedAt: ago(210),
  priority: 74,
  reasons: [
    { because: 'mood', points: 45 },
    { because: 'repeat_contact', points: 20 },
    { because: 'waiting', points: 9 },
  ],
});
export const lin = waiting(3, {
  customer: { id: 'customer-lin', name: '林晓' },
  language: 'zh',
  reason: 'Asked for a person',
  mood: { mood: 'anxious', intensity: 0.4 },
  lastWords: '我想改送货地址',
  order: { ...brief, mainProduct: desk, number: 'SO-45129', total: { amount: 18_950, currency: 'GBP' } },
  requestedAt: ago(12),
  priority: 22,
});

export const view: ConversationView = {
  conversation: mia.conversation,
  handoff: mia.handoff,
  call: 'call-1',
  customer: {
    id: mia.customer.id,
    name: mia.customer.name,
    email: 'mia@example.com',
    since: '2023-04-02T10:00:00Z',
    contacts: 2,
  },
  language: 'en',
  reason: mia.reason,
  mood: mia.mood,
  moodOverTime: [
    { at: ago(900), mood: { mood: 'happy', intensity: 0.4 } },
    { at: ago(640), mood: { mood: 'neutral', intensity: 0 } },
    { at: ago(400), mood: { mood: 'anxious', intensity: 0.5 } },
    { at: ago(220), mood: { mood: 'frustrated', intensity: 0.6 } },
    { at: ago(95), mood: { mood: 'frustrated', intensity: 0.8 } },
  ],
  order: staffOrder,
  orders: [brief, { ...brief, number: 'SO-45129', mainProduct: desk }],
  guide: {
    progress: 'progress-1',
    slug: 'fenwick-bookcase',
    step: 9,
    enteredAt: ago(640),
    follow: true,
  },
  transcript: [
    { id: 'l1', who: 'customer', name: 'Mia Hartley', text: 'Next step', source: 'voice', at: ago(640) },
    {
      id: 'l2',
      who: 'hexkey',
      name: 'Hexkey',
      text: 'Step 9. Slide the back panel into the grooves from above, printed side to the front.',
      source: 'reply',
      at: ago(638),
    },
    {
      id: 'l3',
      who: 'customer',
      name: 'Mia Hartley',
      text: 'The back panel just will not slide in, I have tried it three times now and the groove looks crooked.',
      source: 'voice',
      mood: { mood: 'frustrated', intensity: 0.8 },
      at: ago(100),
    },
    {
      id: 'l4',
      who: 'customer',
      name: 'Mia Hartley',
      text: 'Get me a person.',
      source: 'voice',
      at: ago(95),
    },
    {
      id: 'l5',
      who: 'agent',
      name: 'Ada Okafor',
      text: 'Hello Mia, I can see your bookcase now. Could you point the camera at the lower groove?',
      source: 'call',
      at: ago(40),
    },
  ],
  notes: [{ id: 1, by: 'Sam Reyes', text: 'Had a panel replaced in March.', at: ago(9_000_000) }],
  tickets: [],
  requestedAt: ago(95),
  takenAt: ago(60),
};

export const colleagues: Colleague[] = [
  {
    id: ada.id,
    name: ada.name,
    role: 'supervisor',
    presence: 'busy',
    conversations: [view.conversation],
    held: [
      { conversation: view.conversation, customer: 'Mia Hartley', mood: mia.mood, takenAt: view.takenAt },
    ],
  },
  {
    id: 'staff-sam',
    name: 'Sam Reyes',
    role: 'agent',
    presence: 'busy',
    conversations: ['conversation-8'],
    held: [
      {
        conversation: 'conversation-8',
        customer: 'Priya Nair',
        mood: { mood: 'happy', intensity: 0.5 },
        takenAt: ago(340),
      },
    ],
  },
  {
    id: 'staff-noor',
    name: 'Noor Haddad',
    role: 'agent',
    presence: 'available',
    conversations: [],
    held: [],
  },
];

export const figures: DeskFigures = {
  waiting: 3,
  longestWaitSeconds: 210,
  taken: 2,
  handled: 41,
  medianWaitSeconds: 38,
  withoutStaff: 0.83,
  satisfaction: 4.4,
  answers: 27,
};

export const ready = (staff: StaffMember = ada, calls = false): DeskEvent => ({
  type: 'ready',
  protocol: 1,
  who: { kind: 'staff', staff },
  calls,
  heartbeatMs: 15_000,
});

export const draft: TicketDraft = {
  conversation: view.conversation,
  problem: 'The back panel does not slide into its groove at step 9.',
  order: 'SO-45192',
  product: 'Fenwick bookcase',
  part: 'D, back panel',
  stepsTried: ['Step 9, three times'],
  keyLines: ['Mia: The groove looks crooked.'],
  stills: [],
  facts: [
    { label: 'Guide', value: 'Fenwick bookcase, step 9 of 12' },
    { label: 'On this step', value: '10 min 40 s' },
  ],
  department: 'technical',
  state: 'open',
  dueAt: '2026-11-24T16:00:00Z',
};

export const replies: CannedReply[] = [
  {
    id: 1,
    title: 'Greeting',
    text: 'Hello {{customer}}, this is {{agent}}. How can I help with {{product}}?',
  },
  {
    id: 2,
    title: 'Spare part',
    text: 'A new part for order {{order}} leaves our warehouse today, {{customer}}.',
  },
  { id: 3, title: 'Goodbye', text: 'Thank you, {{customer}}. Have a good day!' },
];
