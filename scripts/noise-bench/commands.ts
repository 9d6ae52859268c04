import type { Command } from '../../server/dialogue/guide/command.ts';

/** What is said to the desk's guide, and what it must be taken for. */
export const commands: readonly [said: string, meant: Command['kind'], detail?: string | number][] = [
  ['next', 'next'],
  ['next step please', 'next'],
  ['go back', 'back'],
  ['repeat that', 'repeat'],
  ['go to step four', 'go', 4],
  ['go to the drawers', 'go', 10],
  ['show me part B', 'show', 'frame'],
  ['what does part C look like', 'show', 'back-rail'],
  ['how long is left', 'time'],
  ['what tool do I need', 'tools'],
  ['how big is part A', 'size', 'top'],
  ["I'm stuck", 'stuck'],
  ['pause', 'pause'],
  ['carry on', 'continue'],
  ['start over', 'restart'],
  ['which screw do I need', 'fasteners'],
];
