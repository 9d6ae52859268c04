import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as passes } from 'node:timers/promises';
import { fromRoot } from '../../server/paths.ts';

/** How long a start may take on a busy machine. */
const startMs = 120_000;

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port is free');
  return address.port;
};

/** A server in a process of its own that can be killed in any moment and comes back over the same store and port. */
export class ServerProcess {
  readonly url: string;
  readonly #environment: Record<string, string>;
  #child: ChildProcess | undefined;
  #output = '';

  constructor(port: number, environment: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#environment = { ...environment, HOST: '127.0.0.1', PORT: String(port) };
  }

  /** Resolves when it answers. Rejects, with what it printed, when it ends instead. */
  async start(): Promise<void> {
    const args = ['--import', 'tsx', fromRoot('scripts', 'dev-server.ts')];
    const child = spawn(process.execPath, args, {
      cwd: fromRoot(),
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        this.#output = (this.#output + bytes.toString()).slice(-4_000);
      });
    const until = Date.now() + startMs;
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`the server did not start:\n${this.#output}`);
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await passes(100);
    }
    throw new Error(`the server does not answer:\n${this.#output}`);
  }

  /** As a power cut would: nothing is written down first. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null)
      throw new Error(`the server had ended by itself:\n${this.#output}`);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Kills the processes that it has started, such as media workers. Answers how many. */
  killWorkers(): number {
    const { pid } = this.#child ?? {};
    if (pid === undefined || process.platform !== 'linux') return 0;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    for (const child of children) process.kill(Number(child), 'SIGKILL');
    return children.length;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }
}
