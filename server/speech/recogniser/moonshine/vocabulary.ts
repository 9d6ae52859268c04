import llama from 'llama-tokenizer-js';

/** Moonshine's ids: the Llama 2 vocabulary, then ids up to 32,767 that stand for no text. */
export const vocabularySize = 32_768;

const byteToken = /^<0x([0-9A-F]{2})>$/;
const control = new Set(['<unk>', '<s>', '</s>']);

/** The bytes a token stands for, its leading word mark (U+2581) as a space; empty for ids without text. */
export function tokenBytes(id: number): Buffer {
  const text = llama.vocabById[id];
  if (text === undefined || control.has(text)) return Buffer.alloc(0);
  const byte = byteToken.exec(text);
  if (byte) return Buffer.from(byte[1] as string, 'hex');
  return Buffer.from(text.replaceAll('\u2581', ' '));
}
