import './base-styles.ts';
import { useSyncExternalStore } from 'react';

export type ColorScheme = 'light' | 'dark';

/** Mantine's own: a choice made on one page holds on the others. */
const key = 'mantine-color-scheme-value';
const attribute = 'data-mantine-color-scheme';

const wanted = matchMedia('(prefers-color-scheme: dark)');
const followers = new Set<() => void>();

function chosen(): ColorScheme | undefined {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : undefined;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

let scheme: ColorScheme;

function show(): void {
  document.documentElement.setAttribute(attribute, scheme);
  for (const tell of followers) tell();
}

/** Light or dark for a page without Mantine: the system's, until the person chooses. Call it before anything is drawn. */
export function followColorScheme(): void {
  const take = () => {
    scheme = chosen() ?? (wanted.matches ? 'dark' : 'light');
    show();
  };
  wanted.addEventListener('change', take);
  take();
}

export function chooseColorScheme(choice: ColorScheme): void {
  scheme = choice;
  try {
    localStorage.setItem(key, choice);
  } catch (error) {
    // Storage may be closed to the page or full: the choice then holds until it is left.
    if (!(error instanceof DOMException)) throw error;
  }
  show();
}

const subscribe = (tell: () => void) => {
  followers.add(tell);
  return () => followers.delete(tell);
};

export const useColorScheme = (): ColorScheme => useSyncExternalStore(subscribe, () => scheme);
