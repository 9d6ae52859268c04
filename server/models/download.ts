import { existsSync, mkdirSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fetch from 'npm-registry-fetch';

export interface DownloadOptions {
  /** Bytes on disk so far and, where the server says, how many there will be. */
  onProgress?: (received: number, total: number | undefined) => void;
  /** Attempts in a row that bring no new byte before giving up. */
  attempts?: number;
  /** Pause before the second attempt, doubled after each further one. */
  backoffMs?: number;
}

/**
 * Fetches `url` into `file`, going on from what an earlier, cut attempt left in `<file>.part`. `file` itself appears only
 * when complete, and is not fetched again. Rejects with the last attempt's error; what has arrived stays for the next call.
 */
export async function download(url: string, file: string, options: DownloadOptions = {}): Promise<void> {
  const { attempts = 4, backoffMs = 250 } = options;
  const partial = `${file}.part`;
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  for (let fruitless = 0; ; ) {
    const before = sizeOf(partial);
    try {
      await continueDownload(url, partial, before, options);
      return await rename(partial, file);
    } catch (error) {
      fruitless = sizeOf(partial) > before ? 1 : fruitless + 1;
      if (isFinal(error) || fruitless >= attempts) throw error;
      await pause(backoffMs * 2 ** (fruitless - 1));
    }
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

async function continueDownload(
  url: string,
  file: string,
  have: number,
  options: DownloadOptions,
): Promise<void> {
  const response = await request(url, have);
  if (response === 'complete') return;
  if (response === 'start over') {
    await rm(file, { force: true });
    return continueDownload(url, file, 0, options);
  }
  const continues = response.status === 206;
  let received = continues ? have : 0;
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = Number.isFinite(length) ? received + length : undefined;
  // Each chunk is on its way to the disk before the next is read: what a pipeline still writes after it was cut would
  // come after the length was taken that the next attempt asks from, and spoil the file.
  const kept = await open(file, continues ? 'a' : 'w');
  try {
    for await (const chunk of response.body as AsyncIterable<Buffer>) {
      await kept.appendFile(chunk);
      received += chunk.length;
      options.onProgress?.(received, total);
    }
  } finally {
    await kept.close();
  }
  if (total !== undefined && received < total) {
    throw Object.assign(
      new Error(`The connection to ${new URL(url).host} was cut at byte ${received} of ${total}`),
      {
        code: 'ECONNRESET',
      },
    );
  }
}

async function request(url: string, have: number) {
  // identity: the byte counts of `range` and `content-length` are those of the file
  const headers = { 'accept-encoding': 'identity', ...(have > 0 ? { range: `bytes=${have}-` } : {}) };
  try {
    return await fetch(url, { headers, fetchRetries: 0, timeout: 60_000 });
  } catch (error) {
    const refused = error as { statusCode?: number; headers?: Record<string, string[]> };
    if (refused.statusCode !== 416) throw error;
    return refused.headers?.['content-range']?.[0] === `bytes */${have}` ? 'complete' : 'start over';
  }
}

/** Asking again would bring the same answer. */
function isFinal(error: unknown): boolean {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'ENOSPC' || code === 'EACCES' || code === 'EROFS') return true;
  return statusCode !== undefined && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
}
