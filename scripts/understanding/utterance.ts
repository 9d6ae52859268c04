import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Act } from '../../server/dialogue/contract.ts';
import { acceptedFor, type Task } from './label-map.ts';
import { type LabelledRow, parseLabelled } from './labelled-file.ts';

/** A labelled utterance under our labels. */
export interface Utterance {
  text: string;
  /** Ours that count as right; the first is trained on. */
  accepted: readonly string[];
  /** The row's own source, or the file's name. */
  source: string;
  /** The source's own label, else the given one. */
  original: string;
  /** Utterances of one group never stand on both sides of a split. */
  group: string;
  /** HINT3's live shoppers, ABCD's sure labels: what shoppers really say. */
  genuine: boolean;
  /** Moods: 0-1. */
  intensity?: number;
  act?: Act;
  /** 0-1: the intent is named in order not to have it. */
  negated?: number;
  /** Ours: the kind of phrasing, named. */
  kind?: string;
}

/** Rows under our labels, and how many were left out because none of ours answers to their label. */
export interface LabelledSet {
  utterances: Utterance[];
  leftOut: number;
}

/** Words alone: the same sentence with other punctuation or digits is one group. */
const sameWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/\d+/g, '0')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function groupOf(row: LabelledRow, source: string): string {
  if (row.convo_id !== undefined) return `${source} ${row.convo_id}`;
  if (source.startsWith('bitext')) return `${source} ${row.orig}`;
  return sameWords(row.said ?? row.text);
}

const mostShown = 5;

/** Reads one file. Throws `BadFileError` for wrong lines and for labels that the label map does not know. */
export function readUtterances(task: Task, path: string): LabelledSet {
  const name = basename(path);
  const utterances: Utterance[] = [];
  const strangers = new Set<string>();
  let leftOut = 0;
  for (const row of parseLabelled(name, readFileSync(path, 'utf8'))) {
    const source = row.source ?? name.replace(/\.\w+$/, '');
    const accepted = acceptedFor(task, row.label, source, row.orig);
    if (accepted === null) leftOut += 1;
    else if (accepted === undefined) strangers.add(row.label);
    else utterances.push(utteranceOf(row, accepted, source));
  }
  if (strangers.size > 0) {
    const shown = [...strangers].slice(0, mostShown).join(', ');
    const more = strangers.size > mostShown ? ` and ${strangers.size - mostShown} more` : '';
    throw new UnknownLabelError(
      `${name} has labels that models/understanding/label-map.json does not know: ${shown}${more}. ` +
        'In a tab-separated file the label comes first: label<TAB>text.',
    );
  }
  return { utterances, leftOut };
}

function utteranceOf(row: LabelledRow, accepted: readonly string[], source: string): Utterance {
  return {
    text: row.text,
    accepted,
    source,
    original: row.orig ?? row.label,
    group: groupOf(row, source),
    genuine: row.real === 1 || row.clean === 1,
    ...(row.intensity === undefined ? {} : { intensity: row.intensity }),
    ...(row.act === undefined ? {} : { act: row.act }),
    ...(row.negated === undefined ? {} : { negated: row.negated }),
  };
}

export class UnknownLabelError extends Error {
  override readonly name = 'UnknownLabelError';
}
