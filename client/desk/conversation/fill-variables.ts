import type { ConversationView } from '#protocol';

export type Variables = Partial<Record<string, string>>;

const variable = /\{\{\s*(customer|order|product|agent)\s*\}\}/g;

/** What kept replies may name, as far as it is known. */
export function variablesOf(view: ConversationView, agent: string | undefined): Variables {
  return {
    customer: view.customer.name,
    ...(view.order && { order: view.order.number, product: view.order.mainProduct.name }),
    ...(agent !== undefined && { agent }),
  };
}

/** The text with what is known filled in; what is not stays as it was, to be seen and written by hand. */
export const fillVariables = (text: string, known: Variables): string =>
  text.replace(variable, (placeholder, name: string) => known[name] ?? placeholder);

/** Placeholders that nobody has filled in yet: such a text is not for customers. */
export const unfilled = (text: string): string[] => text.match(variable) ?? [];
