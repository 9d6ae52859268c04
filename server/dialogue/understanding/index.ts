export { createUnderstander } from './understander.ts';
