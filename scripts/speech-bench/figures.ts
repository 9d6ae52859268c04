/** The value that a share of the values (0-1) do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** A line of a table: name, median and 95th percentile in milliseconds, and whatever follows. */
export const timing = (name: string, values: readonly number[], more = ''): string =>
  `  ${name.padEnd(26)}${ms(median(values)).padStart(9)}${ms(quantile(values, 0.95)).padStart(9)}  ${more}`;
