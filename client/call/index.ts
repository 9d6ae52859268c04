export type * from './contract.ts';
export { createCallEngine } from './engine/create-call-engine.ts';
export { CallRefusedError, createCallLink, LineCutError } from './link/call-link.ts';
export { useCallSnapshot } from './use-call-snapshot.ts';
export { useCallWords } from './words.ts';
