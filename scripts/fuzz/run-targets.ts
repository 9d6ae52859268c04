import fc, { type Arbitrary } from 'fast-check';

/** Something that takes input from outside. `run` rejects when it did not take or refuse it as it should. */
export interface Target<Input> {
  name: string;
  inputs: Arbitrary<Input>;
  run(input: Input): Promise<void>;
}

/** A target whose inputs are its own business. */
export interface AnyTarget {
  name: string;
  /** Answers how many inputs were tried, and the smallest one that failed. */
  round(seed: number, runs: number): Promise<{ tried: number; found?: string }>;
}

const longestRoundMs = 20_000;
/** What is not answered by then is a find. */
const patienceMs = 10_000;

/** Rejects where the work hangs. */
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export const targetOf = <Input>({ name, inputs, run }: Target<Input>): AnyTarget => ({
  name,
  async round(seed, runs) {
    const property = fc.asyncProperty(inputs, (input) => inTime(run(input)));
    const { numRuns, failed, counterexample, errorInstance } = await fc.check(property, {
      seed,
      numRuns: runs,
      // Shrinking must not take longer than finding.
      maxSkipsPerRun: 100,
      interruptAfterTimeLimit: longestRoundMs,
      markInterruptAsFailure: false,
    });
    if (!failed) return { tried: numRuns };
    return {
      tried: numRuns,
      found: `${String(errorInstance)}\n  with ${fc.stringify(counterexample).slice(0, 1_500)}`,
    };
  },
});

export interface Tally {
  tried: Map<string, number>;
  finds: string[];
}

/** Goes round the targets until the time is up, with a seed of its own each round. */
export async function runTargets(
  targets: AnyTarget[],
  options: { seed: number; until: number; faults: string[]; onFind: (find: string) => void },
): Promise<Tally> {
  const { seed, until, faults, onFind } = options;
  const tally: Tally = { tried: new Map(targets.map(({ name }) => [name, 0])), finds: [] };
  for (let round = 0; Date.now() < until; round++)
    for (const target of targets) {
      if (Date.now() >= until) break;
      const { tried, found } = await target.round(seed + round, 50);
      tally.tried.set(target.name, (tally.tried.get(target.name) ?? 0) + tried);
      const finds = [
        ...(found === undefined ? [] : [found]),
        ...faults.splice(0).map((fault) => `log: ${fault}`),
      ];
      for (const find of finds) {
        tally.finds.push(find);
        onFind(`${target.name}, seed ${seed + round}: ${find}`);
      }
    }
  return tally;
}
