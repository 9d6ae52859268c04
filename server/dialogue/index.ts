export type { Conversation, Dialogue, Turn, Understander, Understanding } from './contract.ts';
export { createDialogue, type DialogueOptions } from './create-dialogue.ts';
