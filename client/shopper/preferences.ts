import type { Language } from '#protocol';

/** What a person chose here and finds again at the next visit. */
export interface Preferences {
  language?: Language;
  muted?: boolean;
  handsFree?: boolean;
}

const key = 'hexkey.preferences';

/** Nothing chosen where storage is closed to the page or holds something else. */
export function readPreferences(storage: Pick<Storage, 'getItem'> | undefined): Preferences {
  const text = storage?.getItem(key);
  if (!text) return {};
  try {
    return pick(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Checked by hand: the schema library would be half of the page's own first script. */
function pick(value: unknown): Preferences {
  if (typeof value !== 'object' || value === null) return {};
  const { language, muted, handsFree } = value as Record<string, unknown>;
  return {
    ...((language === 'en' || language === 'zh') && { language }),
    ...(typeof muted === 'boolean' && { muted }),
    ...(typeof handsFree === 'boolean' && { handsFree }),
  };
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
