import type { TranscriptLine } from '#protocol';
import type { ToldEntry } from '../../dialogue/contract.ts';

/** An entry of the history as staff read it; `customer` is how the customer is called. */
export function lineOf({ entry, mood }: ToldEntry, customer: string): TranscriptLine {
  const { id, at } = entry;
  switch (entry.who) {
    case 'hexkey':
      return { id, who: 'hexkey', name: 'Hexkey', text: entry.reply.text, source: 'reply', at };
    case 'staff':
      return { id, who: 'agent', name: entry.name, text: entry.text, source: entry.source, at };
    case 'shopper':
      return {
        id,
        who: 'customer',
        name: customer,
        text: entry.text,
        source: entry.source,
        ...(mood && { mood }),
        at,
      };
  }
}
