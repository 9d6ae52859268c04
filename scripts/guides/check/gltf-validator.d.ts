declare module 'gltf-validator' {
  /** Khronos' validator. The report's shape is its own; parse what is used. */
  export function validateBytes(bytes: Uint8Array, options?: { maxIssues?: number }): Promise<unknown>;
}
