import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from '../setup/paths.mjs';

const file = fromRoot('node_modules', '.cache', 'hexkey', 'test-durations.json');

/**
 * What the last runs took in milliseconds, by stage: `{ wallMs, parts: { name: ms } }`. Empty where there is none that can be
 * read: then times are guessed.
 */
export function readDurations() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Keeps a stage's times for the next run; parts that did not run keep theirs. */
export function keepDurations(stage, wallMs, parts = {}) {
  const all = readDurations();
  all[stage] = { wallMs, parts: { ...all[stage]?.parts, ...parts } };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(all));
}
