import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { Language } from '../../server/protocol/index.ts';

/** What a person chose here and finds again at the next visit. */
const Preferences = Type.Partial(
  Type.Object({ language: Language, muted: Type.Boolean(), handsFree: Type.Boolean() }),
);
export type Preferences = Static<typeof Preferences>;

const key = 'hexkey.preferences';

/** Nothing chosen where storage is closed to the page or holds something else. */
export function readPreferences(storage: Pick<Storage, 'getItem'> | undefined): Preferences {
  const text = storage?.getItem(key);
  if (!text) return {};
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(Preferences, value) ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

export function writePreferences(
  storage: Pick<Storage, 'setItem'> | undefined,
  preferences: Preferences,
): void {
  storage?.setItem(key, JSON.stringify(preferences));
}

/** The page's local storage; `undefined` where the browser keeps it from an embedded page. */
export function openStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
