import type { Played } from './play-dialogue.ts';

export interface Share {
  kind: string;
  right: number;
  all: number;
}

/** By kind, in the order in which the kinds come first. */
export function sharesOf(played: readonly Pick<Played, 'kind' | 'right'>[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { kind, right } of played) {
    const share = shares.get(kind) ?? { kind, right: 0, all: 0 };
    share.all++;
    if (right) share.right++;
    shares.set(kind, share);
  }
  return [...shares.values()];
}

export const percent = (right: number, all: number): string =>
  all === 0 ? '-' : `${((100 * right) / all).toFixed(1)}%`;

/** A table of shares with their sum below. */
export function shareTable(shares: readonly Share[]): string {
  const right = shares.reduce((sum, share) => sum + share.right, 0);
  const all = shares.reduce((sum, share) => sum + share.all, 0);
  return [...shares, { kind: 'together', right, all }]
    .map(
      (row) =>
        `  ${row.kind.padEnd(24)}${`${row.right} of ${row.all}`.padStart(12)}${percent(row.right, row.all).padStart(9)}`,
    )
    .join('\n');
}
