import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketFilter } from '#protocol';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import type { TicketRequest } from './contract.ts';
import { createTickets, listTickets } from './index.ts';
import { tickets } from './tables.ts';

const opened = new Date('2031-03-03T10:00:00Z');
const dayLater = new Date('2031-03-04T11:00:00Z');

const requests: Pick<TicketRequest, 'kind' | 'summary' | 'order' | 'product' | 'department'>[] = [
  { kind: 'defect', summary: 'A door is 100% scratched', order: 'SO-1001', product: 'Tarn wardrobe' },
  { kind: 'complaint', summary: 'Nobody called back', order: 'SO-1002' },
  { kind: 'other', summary: '柜门的铰链松了', department: 'spare_parts' },
  { kind: 'other', summary: 'Solved long ago' },
];

describe.each(engines)('the list of tickets on %s', (engine) => {
  let store: FreshStore;
  beforeAll(async () => {
    store = await freshStore(engine);
    const { open } = createTickets({ now: () => opened });
    for (const [index, request] of requests.entries())
      await store.db.transaction((tx) =>
        open(tx, {
          ...request,
          customer: 'c-1',
          conversation: 'talk',
          facts: [],
          idempotencyKey: `key-${index}`,
        }),
      );
    await store.db.update(tickets).set({ state: 'solved' }).where(eq(tickets.problem, 'Solved long ago'));
  });
  afterAll(() => store.close());

  const found = async (filter: Partial<TicketFilter>) => {
    const page = await listTickets(store.db, { which: 'unsolved', page: 0, ...filter }, dayLater);
    return page.tickets.map(({ problem }) => problem);
  };

  it('begins with what is due first, and leaves out what is solved', async () => {
    expect(await found({})).toEqual(['Nobody called back', 'A door is 100% scratched', '柜门的铰链松了']);
  });

  it('holds everything, newest first, where all is wanted', async () => {
    expect(await found({ which: 'all' })).toEqual([
      'Solved long ago',
      '柜门的铰链松了',
      'Nobody called back',
      'A door is 100% scratched',
    ]);
  });

  it('holds what should have been answered by now alone, where that is wanted', async () => {
    expect(await found({ which: 'overdue' })).toEqual(['Nobody called back']);
  });

  it('is narrowed to a department', async () => {
    expect(await found({ department: 'spare_parts' })).toEqual(['柜门的铰链松了']);
  });

  it.each([
    ['words in any order and case', 'SCRATCHED door', ['A door is 100% scratched']],
    ['an order number', 'so-1002', ['Nobody called back']],
    ['a product', 'tarn', ['A door is 100% scratched']],
    ['Chinese words', '铰链', ['柜门的铰链松了']],
    ['a percent sign as it is written', '100%', ['A door is 100% scratched']],
    ['its own number', 'T-10002', ['Nobody called back']],
    ['words that no ticket has', 'giraffe', []],
  ])('is searched by %s', async (_by, search, problems) => {
    expect(await found({ search })).toEqual(problems);
  });

  it('says how many there are beyond the page that is shown', async () => {
    const page = await listTickets(store.db, { which: 'all', page: 1 }, dayLater);
    expect(page).toEqual({ tickets: [], found: requests.length });
  });
});
