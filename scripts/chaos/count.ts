import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { Acknowledged } from './shopper.ts';

export interface Counts {
  acknowledged: number;
  lost: number;
  doubled: number;
}

/** What was acknowledged, held against what is there: each once. What nobody was told of may be there, once at most. */
export function countOf(acknowledged: string[], there: string[]): Counts {
  const found = new Map<string, number>();
  for (const one of there) found.set(one, (found.get(one) ?? 0) + 1);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((one) => !found.has(one)).length,
    doubled: [...found.values()].filter((times) => times > 1).length,
  };
}

const Changes = Type.Object({
  changes: Type.Array(
    Type.Object({
      kind: Type.String(),
      order: Type.Optional(Type.String()),
      address: Type.Optional(Type.Object({ street: Type.String() })),
      ticket: Type.Optional(Type.Object({ number: Type.String() })),
    }),
  ),
  next: Type.String(),
  more: Type.Boolean(),
});
const Record = Type.Object({
  conversations: Type.Array(
    Type.Object({ turns: Type.Array(Type.Object({ idempotencyKey: Type.String() })) }),
  ),
});

export type Read = (path: string) => Promise<unknown>;

/** Reads the shop's feed and each customer's record, and counts. */
export async function countAll(
  read: Read,
  customers: { id: string; acknowledged: Acknowledged }[],
): Promise<Record<'changes' | 'tickets' | 'ticketed orders' | 'lines', Counts>> {
  const changes: Static<typeof Changes>['changes'] = [];
  for (let after = '0', more = true; more; ) {
    const page = Value.Parse(Changes, await read(`/v1/shop/changes?after=${after}&limit=500`));
    changes.push(...page.changes);
    ({ next: after, more } = page);
  }
  const opened = changes.filter(({ kind }) => kind === 'ticket_opened');
  const lines: string[] = [];
  for (const { id } of customers) {
    const { conversations } = Value.Parse(Record, await read(`/v1/shop/customers/${id}/record`));
    lines.push(...conversations.flatMap(({ turns }) => turns.map(({ idempotencyKey }) => idempotencyKey)));
  }
  const all = (what: keyof Acknowledged) => customers.flatMap(({ acknowledged }) => acknowledged[what]);
  return {
    changes: countOf(
      all('streets'),
      changes.flatMap(({ address, kind }) => (kind === 'address_changed' && address ? [address.street] : [])),
    ),
    tickets: countOf(
      all('tickets'),
      opened.flatMap(({ ticket }) => (ticket ? [ticket.number] : [])),
    ),
    'ticketed orders': countOf(
      [],
      opened.flatMap(({ order }) => (order ? [order] : [])),
    ),
    lines: countOf(all('lines'), lines),
  };
}
