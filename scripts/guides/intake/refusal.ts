/** A model that cannot become a guide. Its message is one sentence for the author: what is wrong and what to do. */
export class ModelRefusal extends Error {
  override readonly name = 'ModelRefusal';
}

/** Bytes as people read them: "332 B", "4.8 kB", "2.1 GB". */
export function bytesInWords(bytes: number): string {
  const steps: readonly [unit: string, size: number][] = [
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
  ];
  const step = steps.find(([, size]) => bytes >= size);
  return step ? `${(bytes / step[1]).toFixed(1)} ${step[0]}` : `${bytes} B`;
}

/** "1 part", "3 parts". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Names between quotes, at most `most` of them and how many more there are. */
export function quoted(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map((name) => `"${name.slice(0, 60)}"`);
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : shown.join(', ');
}
