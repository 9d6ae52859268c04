export { type ChatAdviserOptions, createChatAdviser } from './chat-adviser.ts';
export type { Adviser } from './contract.ts';
