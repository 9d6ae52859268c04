import type { Money, PaymentMethod, Product, Variant } from '#protocol';
import { findProducts, parseConstraints } from '../../catalogue/index.ts';
import type { IdentifiedLine, ItemChange, ItemQuote, ShopOrder, Swap } from '../../orders/contract.ts';
import type { Button, Content, Line } from '../replies/content.ts';
import type { Phrase } from '../replies/phrases.ts';
import { act, called, defineSkill, orderOf, type Request } from './define.ts';
import {
  allWords,
  chooseVariant,
  lineName,
  linesNamed,
  methodNamed,
  methodSaid,
  optionsListed,
  piecesOf,
  type VariantChoice,
} from './order-lines.ts';
import { isHere, noButton, personButton, returnButton, wasDelivered, yesButton } from './ways-out.ts';

/** What swaps are asked for; `ask` where something is missing to know. */
interface Plan<Change> {
  changes: Change[];
  said: string[];
  ask?: Content;
}

const askAbout = (line: Line, buttons: Button[] = []): Content => ({
  lines: [line],
  buttons,
  expecting: 'free_text',
});

const variantButton = (variant: Variant): Button => ({
  id: variant.sku,
  label: ['choice.label', { label: optionsListed(variant.options) }],
  means: { do: 'fill', slots: { description: optionsListed(variant.options) } },
});

/** More variants than these are not read out to choose from. */
const mostOffered = 4;

/** Words about each of several things: those up to the next thing's name. */
function wordsFor(text: string, line: IdentifiedLine, lines: readonly IdentifiedLine[]): string {
  if (lines.length < 2) return text;
  const at = (each: IdentifiedLine) => text.toLowerCase().indexOf(each.product.noun.toLowerCase());
  const from = at(line);
  const next = Math.min(...lines.map(at).filter((other) => other > from), text.length);
  return from < 0 ? text : text.slice(from, next);
}

/** The product that is wanted instead, where it is another one. */
async function otherProduct(
  text: string,
  line: IdentifiedLine,
  { services }: Request,
): Promise<Product | undefined> {
  const target = /^.*\b(?:for|to|with|into)\b (.{2,80})$/iu.exec(text)?.[1];
  const words = target ?? /(?:换成|换为|换个)(.{1,40})$/u.exec(text)?.[1];
  if (!words) return undefined;
  const [found] = await services.catalogue.find(words, 1);
  const saysIt =
    found && words.toLowerCase().includes((found.name.split(' ')[0] ?? found.name).toLowerCase());
  return found && saysIt && found.slug !== line.product.slug ? found : undefined;
}

/** "A wider one", "something cheaper": the product of its kind that is so. */
async function comparedTo(
  { product: { slug, noun } }: IdentifiedLine,
  words: string,
  { services, language }: Request,
): Promise<Product | undefined> {
  const products = (await services.catalogue.find(noun, mostCompared)).filter((each) => each.noun === noun);
  const wish = parseConstraints(words, { language, products, about: slug });
  const than = wish.constraints.filter(({ kind }) => kind === 'than');
  if (than.length === 0) return undefined;
  return findProducts({ ...wish, constraints: than }, products).fits.find(
    (each) => each.slug !== slug && each.inStock !== 0,
  );
}

/** Products of a kind that are compared to find a wider or cheaper one. */
const mostCompared = 50;

/** What each named line is to be swapped for. */
async function swapsIn(request: Request, order: ShopOrder): Promise<Plan<Swap>> {
  const text = allWords(request);
  const named = linesNamed(text, order.lines);
  const [only] = order.lines;
  const lines = named.length > 0 ? named : order.lines.length === 1 && only ? [only] : [];
  if (lines.length === 0)
    return {
      changes: [],
      said: [],
      ask: askAbout(['item.which', { list: order.lines.map(lineName).join(', ') }]),
    };
  const plan: Plan<Swap> = { changes: [], said: [] };
  for (const line of lines) {
    const one = await swapOf(line, wordsFor(text, line, lines), request, order);
    if ('ask' in one) return { ...plan, ask: one.ask };
    plan.changes.push(one.swap);
    plan.said.push(one.said);
  }
  return plan;
}

type OneSwap = { swap: Swap; said: string } | { ask: Content };

/** What one line is to be swapped for, or what has to be asked to know it. */
async function swapOf(
  line: IdentifiedLine,
  words: string,
  request: Request,
  order: ShopOrder,
): Promise<OneSwap> {
  const other = (await otherProduct(words, line, request)) ?? (await comparedTo(line, words, request));
  const product = other ?? (await request.services.catalogue.get(line.product.slug));
  if (other && !other.variants?.length)
    return {
      swap: { ...piecesOf(words, line), to: { product: other.slug } },
      said: request.word('item.swap', { name: lineName(line), label: other.name }),
    };
  const choice = product && chooseVariant(words, product, other ? {} : line.options);
  if (!product || choice?.kind !== 'one') return { ask: whichVariant(line, product, choice, order) };
  const { sku, options } = choice.variant;
  return {
    swap: { ...piecesOf(words, line), to: { sku, ...(other && { product: other.slug }) } },
    said: request.word('item.swap', { name: lineName(line), label: lineName({ product, options }) }),
  };
}

function whichVariant(
  line: IdentifiedLine,
  product: Product | undefined,
  choice: VariantChoice | undefined,
  order: ShopOrder,
): Content {
  const several = choice?.kind === 'several' ? choice.variants : undefined;
  const open = several ?? (product?.variants ?? []).filter(({ inStock }) => inStock !== 0);
  if (open.length === 0)
    return askAbout(['item.no_variants', { name: line.product.name }], [personButton(order)]);
  const offered = open.slice(0, mostOffered);
  const list = offered.map(({ options }) => optionsListed(options)).join('; ');
  const phrase = several ? 'item.which_variant' : 'item.no_such_variant';
  return askAbout([phrase, { name: product?.name ?? line.product.name, list }], offered.map(variantButton));
}

/** The difference and who pays or gets it, in words. */
function differenceLine(difference: Money, method: PaymentMethod | undefined, request: Request): Line {
  const label = method ? methodSaid(method, request) : request.word('item.original_method');
  const price = { ...difference, amount: Math.abs(difference.amount) };
  if (difference.amount === 0) return ['item.same_price'];
  return [difference.amount > 0 ? 'item.costs_more' : 'item.gives_back', { price, label }];
}

/** The method named, else the one that paid the order, else the only one that can. */
function methodFor(request: Request, methods: readonly PaymentMethod[]): PaymentMethod | undefined {
  const named = methodNamed(allWords(request), methods);
  const paid = orderOf(request).payments?.flatMap(({ method }) => (method ? [method.id] : [])) ?? [];
  return (
    named ?? methods.find(({ id }) => paid.includes(id)) ?? (methods.length === 1 ? methods[0] : undefined)
  );
}

interface Found<Change> {
  allowed: { allowed: true; methods: PaymentMethod[] } | { allowed: false; reason: string };
  plan: Plan<Change>;
  quote?: ItemQuote;
  method?: PaymentMethod;
}

function refusal<Change>(
  request: Request,
  { allowed, plan, quote }: Found<Change>,
  name: string,
): Content | undefined {
  const order = orderOf(request);
  if (!allowed.allowed)
    return {
      lines: [
        [`item.not_${knownReasons.find((each) => each === allowed.reason) ?? 'possible'}`, called(order)],
      ],
      card: { kind: 'order', order },
      buttons: [
        ...(wasDelivered(order) && name !== 'exchange' ? [returnButton(order)] : []),
        personButton(order),
      ],
    };
  if (plan.ask) return undefined;
  if (quote && !quote.allowed)
    return {
      lines: [[`item.why_${quote.reason}`, called(order)]],
      card: { kind: 'order', order },
      buttons: [personButton(order)],
    };
  return undefined;
}

const knownReasons = [
  'not_offered',
  'not_delivered',
  'window_closed',
  'already_done',
  'already_returning',
  'shipped',
  'delivered',
  'cancelled',
  'packed',
] as const;

function question<Change>(request: Request, found: Found<Change>, phrase: Phrase): Content | undefined {
  const order = orderOf(request);
  const { plan, quote, method } = found;
  if (!quote?.allowed) return undefined;
  return {
    lines: [
      [phrase, { ...called(order), list: plan.said.join('; ') }],
      differenceLine(quote.difference, method, request),
      ['item.shall_i'],
    ],
    card: { kind: 'order', order },
    buttons: [yesButton, noButton],
    expecting: 'confirmation',
  };
}

/** Delivered things for others. */
export const exchangeItem = defineSkill({
  intents: ['exchange_item'],
  needs: [
    { slot: 'order', suits: wasDelivered },
    { slot: 'description', unless: isPlain(swapsIn), askWith: planAsk(swapsIn) },
  ],
  refines: true,
  async look(request): Promise<Found<Swap>> {
    const order = orderOf(request);
    const [options, plan] = await Promise.all([
      request.services.orders.options(request.customer.id, order.number),
      swapsIn(request, order),
    ]);
    const allowed = options.exchangeItems;
    const method = allowed.allowed ? methodFor(request, allowed.methods) : undefined;
    const quote =
      plan.changes.length > 0 && !plan.ask && allowed.allowed
        ? await request.services.orders.quoteExchange(
            request.customer.id,
            order.number,
            plan.changes,
            method?.id,
          )
        : undefined;
    return { allowed, plan, ...(quote && { quote }), ...(method && { method }) };
  },
  refuse: (request, found) => refusal(request, found, 'exchange'),
  confirm: (request, found) => question(request, found, 'item.exchange_confirm') ?? found.plan.ask,
  // Where something is still to be asked, a yes is to no terms: nothing is done on it.
  perform: async (request, tx, { plan, method, quote }) =>
    plan.ask || !quote?.allowed
      ? undefined
      : request.services.orders.exchangeItems(tx, {
          ...act(request),
          items: plan.changes,
          ...(method && { method: method.id }),
          agreed: { amount: quote.difference },
        }),
  say: (_request, { plan }, done): Content =>
    done
      ? {
          lines: [['item.exchange_done', { ...called(done.order), due: done.collectOn }]],
          card: { kind: 'order', order: done.order },
        }
      : (plan.ask ?? { lines: [['flow.left_as_it_was']] }),
});

/** Items of an order that has not left: another variant, more, fewer, one more thing. */
async function changesIn(request: Request, order: ShopOrder): Promise<Plan<ItemChange>> {
  const text = allWords(request);
  const removes = /\b(?:remove|take (?:out|off)|drop|without|leave out|delete)\b|去掉|删掉|不要/iu.test(text);
  const adds =
    /\b(?:add|another|one more|extra|second|additional|also want)\b|加(?:一|个|购|买)|再(?:要|来|加)/iu.test(
      text,
    );
  if (removes) {
    const lines = linesNamed(text, order.lines);
    if (lines.length === 0)
      return {
        changes: [],
        said: [],
        ask: askAbout(['item.which', { list: order.lines.map(lineName).join(', ') }]),
      };
    return {
      changes: lines.map((line) => ({ change: 'remove', ...piecesOf(text, line) })),
      said: lines.map((line) => request.word('item.without', { name: lineName(line) })),
    };
  }
  if (adds) return addition(request, order, text);
  const { changes, ...rest } = await swapsIn(request, order);
  return { ...rest, changes: changes.map((swap): ItemChange => ({ change: 'replace', ...swap })) };
}

async function addition(request: Request, order: ShopOrder, text: string): Promise<Plan<ItemChange>> {
  const [line] = linesNamed(text, order.lines);
  const [found] = line
    ? [await request.services.catalogue.get(line.product.slug)]
    : await request.services.catalogue.find(
        text.replace(/\b(?:add|another|one more|extra|second|to|my|order|the|a|please)\b/giu, ' '),
        1,
      );
  if (!found) return { changes: [], said: [], ask: askAbout(['item.add_what']) };
  const choice = found.variants?.length ? chooseVariant(text, found) : undefined;
  if (choice && choice.kind !== 'one' && !line?.sku) {
    const open = (choice.kind === 'several' ? choice.variants : (found.variants ?? [])).slice(0, mostOffered);
    return {
      changes: [],
      said: [],
      ask: askAbout(
        [
          'item.which_variant',
          { name: found.name, list: open.map(({ options }) => optionsListed(options)).join('; ') },
        ],
        open.map(variantButton),
      ),
    };
  }
  const sku = choice?.kind === 'one' ? choice.variant.sku : line?.sku;
  return {
    changes: [{ change: 'add', product: found.slug, ...(sku && { sku }), quantity: 1 }],
    said: [request.word('item.plus', { name: found.name })],
  };
}

export const itemChange = defineSkill({
  intents: ['change_items'],
  needs: [
    { slot: 'order', suits: isHere },
    { slot: 'description', unless: isPlain(changesIn), askWith: planAsk(changesIn) },
  ],
  refines: true,
  async look(request): Promise<Found<ItemChange>> {
    const order = orderOf(request);
    const [options, plan] = await Promise.all([
      request.services.orders.options(request.customer.id, order.number),
      changesIn(request, order),
    ]);
    const allowed = options.changeItems;
    const method = allowed.allowed ? methodFor(request, allowed.methods) : undefined;
    const quote =
      plan.changes.length > 0 && !plan.ask && allowed.allowed
        ? await request.services.orders.quoteChangeItems(
            request.customer.id,
            order.number,
            plan.changes,
            method?.id,
          )
        : undefined;
    return { allowed, plan, ...(quote && { quote }), ...(method && { method }) };
  },
  refuse: (request, found) => refusal(request, found, 'change'),
  confirm: (request, found) => question(request, found, 'item.change_confirm') ?? found.plan.ask,
  // Where something is still to be asked, a yes is to no terms: nothing is done on it.
  perform: async (request, tx, { plan, method, quote }) =>
    plan.ask || !quote?.allowed
      ? undefined
      : request.services.orders.changeItems(tx, {
          ...act(request),
          items: plan.changes,
          ...(method && { method: method.id }),
          agreed: { amount: quote.difference },
        }),
  say: (_request, { plan }, done): Content =>
    done
      ? { lines: [['item.change_done', called(done.order)]], card: { kind: 'order', order: done.order } }
      : (plan.ask ?? { lines: [['flow.left_as_it_was']] }),
});

type Planner = (request: Request, order: ShopOrder) => Promise<Plan<unknown>>;

/** Nothing more has to be asked, or asking would help nobody. */
function isPlain(plan: Planner) {
  return async (request: Request): Promise<boolean> => {
    if (!request.order) return false;
    const options = await request.services.orders.options(request.customer.id, request.order.number);
    if (!options.exchangeItems.allowed && !options.changeItems.allowed) return true;
    return (await plan(request, request.order)).ask === undefined;
  };
}

function planAsk(plan: Planner) {
  return async (request: Request): Promise<Content | undefined> =>
    request.order && (await plan(request, request.order)).ask;
}
