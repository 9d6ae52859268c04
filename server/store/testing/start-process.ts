import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs a TypeScript file in a process of its own; resolves with its first message, fails with what it wrote. */
export async function startProcess(
  file: URL,
  args: string[],
): Promise<{ process: ChildProcess; message: unknown }> {
  const child = fork(fileURLToPath(file), args, {
    execArgv: ['--import', import.meta.resolve('tsx')],
    silent: true,
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said += part.toString();
  });
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(([code]) => {
      throw new Error(`${file.pathname} ended with ${code}: ${said}`);
    }),
  ]);
  return { process: child, message };
}

/** As `kill -9` does; resolves when the process is gone. */
export async function killProcess(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}
