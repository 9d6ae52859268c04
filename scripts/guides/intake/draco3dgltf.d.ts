declare module 'draco3dgltf' {
  /** Google's decoder and encoder as gltf-transform wants them. */
  export function createDecoderModule(): Promise<unknown>;
  export function createEncoderModule(): Promise<unknown>;
}
