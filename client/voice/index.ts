export type * from './contract.ts';
export { beforeTalk } from './contract.ts';
export { createVoiceClient } from './voice-client.ts';
