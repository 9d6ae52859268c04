import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mediasoupFolder, recipe } from '../../server/calls/media/index.ts';
import { HexkeyError } from '../../server/errors.ts';
import { runChild } from '../setup/child.mjs';
import { workerStarts } from './worker-starts.ts';

/** Builds the worker from mediasoup's sources to `file`, which is there whole or not at all. */
export async function buildWorker(file: string): Promise<void> {
  const folder = dirname(file);
  await mkdir(dirname(folder), { recursive: true });
  const build = await mkdtemp(join(dirname(folder), 'building-'));
  try {
    console.log(
      'Building the media worker from its sources: some four minutes on two cores, once for this machine.',
    );
    await step('cmake', [
      ...['-G', 'Ninja', '-S', recipe, '-B', build],
      `-DMEDIASOUP_WORKER_DIR=${join(mediasoupFolder, 'worker')}`,
    ]);
    await compile(build);
    const built = join(build, 'mediasoup-worker');
    if (!workerStarts(built))
      throw new HexkeyError('internal', 'The media worker was built and does not start. Calls stay off.');
    await mkdir(folder, { recursive: true });
    const copy = join(folder, `mediasoup-worker.${process.pid}`);
    await copyFile(built, copy);
    await chmod(copy, 0o755);
    await rename(copy, file);
  } finally {
    await rm(build, { recursive: true, force: true });
  }
}

/** A terminal shows ninja's own progress; elsewhere a line now and then says that it goes on. */
async function compile(build: string): Promise<void> {
  const started = Date.now();
  const beat = process.stdout.isTTY
    ? undefined
    : setInterval(
        () => console.log(`  still building, ${Math.round((Date.now() - started) / 1000)} s`),
        20_000,
      );
  await step('ninja', ['-C', build]).finally(() => clearInterval(beat));
}

async function step(program: string, args: string[]): Promise<void> {
  const terminal = process.stdout.isTTY && program === 'ninja';
  const { code, tail } = await runChild(program, args, terminal ? { terminal: true } : { quiet: true });
  if (code === 0) return;
  console.error(tail);
  throw new HexkeyError(
    'internal',
    `The media worker could not be built: ${program} ended with ${code}, its words are above. Calls stay off; everything else runs.`,
  );
}
