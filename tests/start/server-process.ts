import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fromRoot } from '../../server/paths.ts';

export interface ServerProcess {
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with the match once the output holds it; rejects when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code once the process has ended. */
  ended: Promise<number | null>;
}

/** Runs the server as `npm start` does after setting up, in a process of its own. */
export const spawnServer = (environment: Record<string, string>, args: string[] = []): ServerProcess =>
  spawnNode(['--import', 'tsx', fromRoot('scripts', 'dev-server.ts'), ...args], environment);

export function spawnNode(args: string[], environment: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, args, {
    cwd: fromRoot(),
    env: {
      ...process.env,
      HEXKEY_ENV_FILE: '',
      HOST: '127.0.0.1',
      PORT: '0',
      HEXKEY_MEDIA_PORT: '0',
      HEXKEY_MEDIA_WORKERS: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const checks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      output += bytes.toString();
      for (const check of checks) check();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const check = () => {
        const match = pattern.exec(output);
        if (match) resolve(match);
      };
      checks.add(check);
      check();
      ended.then(() => reject(new Error(`ended without saying ${pattern}:\n${output}`)));
    });
  return { child, output: () => output, says, ended };
}
