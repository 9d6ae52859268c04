const ok = 0;
const outputFd = 64;

type WasiCall = (...values: number[]) => number;

export interface CapturedFile {
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
export function captureFile(imports: WebAssembly.Imports): CapturedFile {
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
