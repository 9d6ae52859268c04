/** One scored utterance. */
export interface Scored {
  accepted: readonly string[];
  predicted: string;
  /** Probability of out_of_scope; intents only. */
  outOfScope?: number;
}

export interface Confusion {
  gold: string;
  predicted: string;
  count: number;
}

export interface Figures {
  rows: number;
  accuracy: number;
  /** Mean over the labels that the file holds. */
  macroF1: number;
  /** Null where one side, in or out of scope, is missing. */
  oosAuroc: number | null;
  /** Most frequent first. */
  confusions: Confusion[];
}

/** An accepted answer counts as the gold label itself; anything else is held against the first accepted one. */
const goldOf = ({ accepted, predicted }: Scored) =>
  accepted.includes(predicted) ? predicted : (accepted[0] as string);

export function figuresOf(scored: Scored[]): Figures {
  const right = scored.filter((row) => goldOf(row) === row.predicted).length;
  const outside = scored.filter(({ accepted }) => accepted[0] === 'out_of_scope');
  const inside = scored.filter(({ accepted }) => accepted[0] !== 'out_of_scope');
  return {
    rows: scored.length,
    accuracy: right / scored.length,
    macroF1: macroF1Of(scored),
    oosAuroc: areaUnderRoc(
      outside.map(({ outOfScope }) => outOfScope ?? 0),
      inside.map(({ outOfScope }) => outOfScope ?? 0),
    ),
    confusions: confusionsOf(scored),
  };
}

function macroF1Of(scored: Scored[]): number {
  const labels = new Set(scored.map(goldOf));
  let sum = 0;
  for (const label of labels) {
    const gold = scored.filter((row) => goldOf(row) === label);
    const hits = gold.filter(({ predicted }) => predicted === label).length;
    const claimed = scored.filter(({ predicted }) => predicted === label).length;
    sum += (2 * hits) / (gold.length + claimed);
  }
  return sum / labels.size;
}

function confusionsOf(scored: Scored[]): Confusion[] {
  const counts = new Map<string, Confusion>();
  for (const row of scored) {
    const gold = goldOf(row);
    if (gold === row.predicted) continue;
    const key = `${gold} ${row.predicted}`;
    const confusion = counts.get(key) ?? { gold, predicted: row.predicted, count: 0 };
    confusion.count += 1;
    counts.set(key, confusion);
  }
  return [...counts.values()].sort((one, other) => other.count - one.count);
}

/** How often a positive's score is above a negative's (ties count half); null where there are none of either. */
export function areaUnderRoc(positives: number[], negatives: number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ].sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const tied = all.slice(from, to).filter(({ positive }) => positive).length;
    ranks += (tied * (from + to + 1)) / 2;
    from = to;
  }
  const least = (positives.length * (positives.length + 1)) / 2;
  return (ranks - least) / (positives.length * negatives.length);
}

/** The value below which `share` (0-1) of the sorted numbers lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
