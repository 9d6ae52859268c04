declare module '@echogarden/rnnoise-wasm' {
  /** Emscripten's view of the library: pointers are byte offsets into its memory. */
  interface RnnoiseModule {
    readonly HEAPF32: Float32Array;
    _malloc(bytes: number): number;
    /** @param model 0 for the model that is built in. */
    _rnnoise_create(model: number): number;
    _rnnoise_destroy(state: number): void;
    /** Reads and writes 480 samples; the result is the probability of speech. */
    _rnnoise_process_frame(state: number, output: number, input: number): number;
  }
  export default function createRnnoise(): Promise<RnnoiseModule>;
}
