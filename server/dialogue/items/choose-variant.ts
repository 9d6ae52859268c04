import type { Product, Variant, VariantOptions } from '#protocol';
import { measure, optionShown, optionsSaid, type Preference, preferenceIn } from './option-words.ts';

/** The variant that is wanted in place of another: `several` fit equally well, or none does. */
export type VariantChoice =
  | { kind: 'one'; variant: Variant }
  | { kind: 'several'; variants: Variant[] }
  | { kind: 'none'; wanted: VariantOptions };

/** "A blue one; if that is sold out, a green one": wishes in their order. */
const otherwise =
  /[,;.]?\s*\b(?:(?:and |or |but )?if (?:that|it|the|there|they|you|this|none|not)\b[^,;.]{0,60}(?:,|\bthen\b)|otherwise|or else|failing that|or if not)[\s,]*(?:then )?/giu;

/** "Black, 1L, glass", "black, size L": a variant by its options. */
export const optionsListed = (options: VariantOptions = {}): string =>
  Object.entries(options).map(optionShown).join(', ');

/**
 * The variant that words ask for in place of one with the options `now`. `said`: what was said of it, the last last; where
 * all of it together cannot be had, the last counts alone. Options that nobody names stay as they are where that can be.
 */
export function chooseVariant(
  said: readonly string[],
  { variants = [] }: Pick<Product, 'variants'>,
  now: VariantOptions = {},
): VariantChoice {
  const last = said.at(-1) ?? '';
  const exact = variants.filter(({ options }) => optionsListed(options) === last.trim());
  const [only] = exact;
  if (only && exact.length === 1 && only.inStock !== 0) return { kind: 'one', variant: only };
  const together = chooseBy(said, variants, now);
  if (together.kind !== 'none' || said.length < 2) return together;
  const alone = chooseBy([last], variants, now);
  return alone.kind === 'none' ? together : alone;
}

function chooseBy(said: readonly string[], variants: readonly Variant[], now: VariantOptions): VariantChoice {
  const before = said.slice(0, -1);
  const alternatives = (said.at(-1) ?? '').split(otherwise);
  const choices = alternatives.map((words) => choose([...before, words], variants, now));
  return (
    choices.find(({ kind }) => kind === 'one') ??
    choices.find(({ kind }) => kind === 'several') ??
    choose(said, variants, now)
  );
}

function choose(said: readonly string[], variants: readonly Variant[], now: VariantOptions): VariantChoice {
  const wanted: VariantOptions = Object.assign({}, ...said.map((words) => optionsSaid(words, variants)));
  const preference = said.map((words) => preferenceIn(words, variants)).findLast(Boolean);
  const names = Object.keys(wanted);
  const fits = variants.filter(
    ({ inStock, options }) => inStock !== 0 && names.every((name) => options[name] === wanted[name]),
  );
  const others = fits.filter(({ options }) =>
    Object.keys(options).some((name) => options[name] !== now[name]),
  );
  if (others.length === 0) return { kind: 'none', wanted };
  if (preference) return preferred(others, preference, now);
  if (names.length === 0) return pick(others);
  return pick(closest(others, now));
}

const pick = (variants: Variant[]): VariantChoice => {
  const [first] = variants;
  return first && variants.length === 1 ? { kind: 'one', variant: first } : { kind: 'several', variants };
};

/** Those that keep most of the options. */
function closest(variants: readonly Variant[], now: VariantOptions): Variant[] {
  const alike = ({ options }: Variant) =>
    Object.keys(options).filter((name) => options[name] === now[name]).length;
  const most = Math.max(...variants.map(alike));
  return variants.filter((variant) => alike(variant) === most);
}

function preferred(variants: Variant[], preference: Preference, now: VariantOptions): VariantChoice {
  if (preference.by === 'any') return cheapestOf(closest(variants, now));
  const { by, most } = preference;
  const figure = (variant: Variant) =>
    by === 'price' ? variant.price.amount : (measure(variant.options[by.option] ?? '') ?? 0);
  const figures = variants.map(figure);
  const best = most ? Math.max(...figures) : Math.min(...figures);
  return pick(
    closest(
      variants.filter((variant) => figure(variant) === best),
      now,
    ),
  );
}

function cheapestOf(variants: Variant[]): VariantChoice {
  const [first] = variants.toSorted((one, other) => one.price.amount - other.price.amount);
  return first ? { kind: 'one', variant: first } : { kind: 'several', variants };
}
