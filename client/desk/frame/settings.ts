import { createContext, useContext, useState } from 'react';
import { openStorage } from '../../shopper/index.ts';

/** What a member of staff chose in this browser. */
export interface DeskSettings {
  sound: boolean;
  /** Single keys run commands; somebody who dictates switches that off. */
  keys: boolean;
}

const key = 'hexkey.desk.settings';
const initial: DeskSettings = { sound: true, keys: true };

function read(): DeskSettings {
  const text = openStorage()?.getItem(key);
  if (!text) return initial;
  const words = text.split(' ');
  return { sound: words.includes('sound'), keys: words.includes('keys') };
}

function write({ sound, keys }: DeskSettings): void {
  openStorage()?.setItem(key, ['kept', sound && 'sound', keys && 'keys'].filter(Boolean).join(' '));
}

type Chosen = [DeskSettings, (change: Partial<DeskSettings>) => void];

export const SettingsContext = createContext<Chosen>([initial, () => undefined]);

export const useSettings = (): Chosen => useContext(SettingsContext);

/** For the one who provides the context. */
export function useStoredSettings(): Chosen {
  const [settings, set] = useState(read);
  return [
    settings,
    (change) => {
      const next = { ...settings, ...change };
      write(next);
      set(next);
    },
  ];
}
