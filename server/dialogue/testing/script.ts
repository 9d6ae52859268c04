import { expect } from 'vitest';
import type { Card, Expecting, Intent, Language, Reply } from '#protocol';
import { type Shop, talk } from './converse.ts';

/** What a reply must show, one thing at least; what is left out may be anything. */
export interface Wanted {
  says?: RegExp;
  saysNot?: RegExp;
  card?: Card['kind'];
  /** Of a change's card. */
  done?: boolean;
  expecting?: Expecting;
  intent?: Intent;
  tone?: Reply['tone'];
  buttons?: string[];
}

/** The shopper's words, or `[id]` for the button of that id under the last reply; and what comes back. */
export type ScriptLine = [shopper: string, wanted: Wanted];

/** Plays a conversation line by line. */
export async function play(shop: Shop, lines: ScriptLine[], language: Language = 'en'): Promise<void> {
  const shopper = await talk(shop, { language });
  let last: Reply | undefined;
  for (const [words, wanted] of lines) {
    const button = /^\[(.+)\]$/.exec(words)?.[1];
    const reply: Reply = button && last ? await shopper.press(last, button) : await shopper.type(words);
    check(reply, wanted, words);
    last = reply;
  }
}

function check(reply: Reply, wanted: Wanted, words: string): void {
  const about = `"${words}" → "${reply.text}"`;
  if (Object.keys(wanted).length === 0) throw new Error(`${about}: the script wants nothing of this reply`);
  if (wanted.says) expect(reply.text, about).toMatch(wanted.says);
  if (wanted.saysNot) expect(reply.text, about).not.toMatch(wanted.saysNot);
  if (wanted.card) expect(reply.card?.kind, about).toBe(wanted.card);
  if (wanted.done !== undefined) expect(reply.card, about).toMatchObject({ done: wanted.done });
  if (wanted.expecting) expect(reply.expecting, about).toBe(wanted.expecting);
  if (wanted.intent) expect(reply.intent, about).toBe(wanted.intent);
  if (wanted.tone) expect(reply.tone, about).toBe(wanted.tone);
  if (wanted.buttons)
    expect(
      reply.choices.map(({ id }) => id),
      about,
    ).toEqual(expect.arrayContaining(wanted.buttons));
}
