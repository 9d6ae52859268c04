import { spawn } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import { projectRoot } from './paths.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end with its output shown as it comes; a signal to this process ends it and all it started.
 * Resolves with the exit code (1 when a signal ended it) and the last 20,000 characters of its output.
 */
export function runChild(command, args, options = {}) {
  const output = options.terminal ? 'inherit' : 'pipe';
  const grouped = process.platform !== 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', output, output],
      // a group of its own, so that whatever it started ends with it
      detached: grouped,
    });
    const pass = (signal) => stopTree(child, signal, grouped);
    for (const signal of signals) process.on(signal, pass);
    let tail = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      const decoder = new StringDecoder('utf8');
      from?.on('data', (bytes) => {
        if (!options.quiet) to.write(bytes);
        tail = (tail + decoder.write(bytes)).slice(-20_000);
      });
    }
    options.signal?.addEventListener('abort', () => pass('SIGTERM'), { once: true });
    child.once('error', reject);
    // what it left running would hold our output open
    child.once('exit', () => grouped && pass('SIGTERM'));
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, pass);
      resolve({ code: code ?? 1, tail });
    });
  });
}

function stopTree(child, signal, grouped) {
  try {
    if (grouped) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
