/** A reason to stop that the person at the terminal can act on: shown as it is, without a stack trace. */
export class Stop extends Error {}

export function runSteps(steps: () => Promise<void>): Promise<void>;
