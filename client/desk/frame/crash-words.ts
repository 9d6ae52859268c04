import { messages } from '../../i18n/index.ts';

const wordsOf = ({ notices: { crashed }, actions: { reload } }: (typeof messages)['en']) => ({
  ...crashed,
  reload,
});

/** What the desk says when it, or a part of it, broke. */
export const crashWords = { en: wordsOf(messages.en), zh: wordsOf(messages.zh) };
