/** A reason to stop that the person at the terminal can act on: shown as it is, without a stack trace. */
export class Stop extends Error {}

/** Runs a command's steps; a `Stop` or a coded error becomes its message and exit code 1. */
export async function runSteps(steps) {
  try {
    await steps();
  } catch (error) {
    const expected = error instanceof Stop || error?.name === 'HexkeyError';
    console.error(expected ? `\n${error.message}` : error);
    process.exit(1);
  }
}
