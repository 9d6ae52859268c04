import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';
import { CannedReply } from '#protocol';
import { fromRoot } from '../paths.ts';

const Replies = Type.Array(Type.Omit(CannedReply, ['id']));

/** What staff of the demo shop have ready to say, in both languages. */
export function demoReplies(): Omit<CannedReply, 'id'>[] {
  const json: unknown = JSON.parse(readFileSync(fromRoot('server', 'demo', 'kept-replies.json'), 'utf8'));
  return Value.Parse(Replies, json);
}
