import { HexkeyError } from '../../errors.ts';

const variables = ['customer', 'order', 'product', 'agent'];

/** Throws `bad_request` for a variable that nothing fills in. */
export function requireKnownVariables(text: string): void {
  const unknown = [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)]
    .map(([, name]) => name)
    .find((name) => !variables.includes(name ?? ''));
  if (unknown !== undefined)
    throw new HexkeyError(
      'bad_request',
      `Nothing fills in {{${unknown}}}. There are ${variables.map((name) => `{{${name}}}`).join(', ')}.`,
    );
}
