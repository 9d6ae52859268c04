import type { GuidePart } from '#protocol';
import type { Cues } from '../slots/cues.ts';
import type { Building } from './building.ts';
import type { Command } from './command.ts';
import { partsAt } from './lines.ts';
import { letterIn } from './names.ts';
import { readCommand } from './read-command.ts';

/** Letters by the vowel of their English names: over a room's noise ears and recognisers take one for the other. */
const rhyming = ['AHJK', 'BCDEGPTVZ', 'FLMNSX', 'IY', 'QUW'];

const rhyme = (one: GuidePart, other: GuidePart) =>
  one.letter !== other.letter &&
  rhyming.some((letters) => letters.includes(one.letter) && letters.includes(other.letter));

/**
 * The part that was perhaps meant where `heard`, spoken by its letter, plays no part in this step: the one of the step
 * whose letter rhymes with it. Undefined where none does, or several.
 */
export function perhapsMeant(
  { guide, open }: Building,
  heard: GuidePart,
  text: string,
): GuidePart | undefined {
  if (letterIn(text.toLowerCase(), [heard.letter]) === undefined) return undefined;
  const needed = partsAt(guide, open.step);
  if (needed.includes(heard)) return undefined;
  const alike = needed.filter((part) => rhyme(part, heard));
  return alike.length === 1 ? alike[0] : undefined;
}

/**
 * The part wanted by whoever was shown `shown` and told of `other`: "the other one", "no, part B", or the same words
 * once more, since they are heard the same way. Undefined where something else is said.
 */
export function correctedPart(
  { guide, open }: Building,
  { shown, other }: { shown: string; other: string },
  text: string,
  cues: Cues,
): Command | undefined {
  const named = readCommand(cues.no ? cues.rest : text, guide);
  if (named?.kind === 'show' && named.part !== undefined)
    return named.part === shown ? { kind: 'show', part: other } : named;
  if (named) return undefined;
  const refused = cues.no && !open.asking && cues.rest.trim() === '';
  return cues.other || cues.correction || refused ? { kind: 'show', part: other } : undefined;
}
