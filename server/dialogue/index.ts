export type {
  Conversation,
  ConversationFacts,
  ConversationStory,
  Conversations,
  Dialogue,
  SpokenEntry,
  ToldEntry,
  Turn,
  Understander,
  Understanding,
} from './contract.ts';
export { createConversations } from './conversation/create-conversations.ts';
export { forgetTalk, quietSince } from './conversation/forget.ts';
export { createDialogue, type DialogueOptions } from './create-dialogue.ts';
