import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openStore } from './index.ts';
import { engines, freshPlace, freshStore } from './testing/fresh-store.ts';
import { killProcess, startProcess } from './testing/start-process.ts';

const hold = new URL('./testing/hold-store.ts', import.meta.url);

describe.each(engines)('a store on %s', (engine) => {
  it('keeps what was written when it is opened again', async () => {
    const { settings, remove } = await freshPlace(engine);
    const store = await openStore(settings);
    await store.db.execute(sql`insert into demo_orders values ('SO-10001')`);
    await store.close();
    const again = await openStore(settings);
    expect(await again.db.execute(sql`select number from demo_orders`)).toMatchObject({
      rows: [{ number: 'SO-10001' }],
    });
    await again.close();
    await remove();
  });

  it('undoes a transaction that fails', async () => {
    const store = await freshStore(engine);
    const failed = store.db.transaction(async (tx) => {
      await tx.execute(sql`insert into demo_orders values ('SO-10001')`);
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await store.db.execute(sql`select * from demo_orders`)).toMatchObject({ rows: [] });
    await store.close();
  });
});

describe('a data folder', () => {
  it('is refused to a second process, which is told who has it', async () => {
    const store = await freshStore('pglite');
    const data = store.settings.HEXKEY_DATA;
    await expect(startProcess(hold, [data])).rejects.toThrow(`in use by process ${process.pid}`);
    await store.close();
  });

  it('is free at once when the process that had it was killed', async () => {
    const { settings, remove } = await freshPlace('pglite');
    const holder = await startProcess(hold, [settings.HEXKEY_DATA]);
    await expect(openStore(settings)).rejects.toMatchObject({
      code: 'store_in_use',
      message: expect.stringContaining(`process ${holder.process.pid}`),
    });
    await killProcess(holder.process);
    const store = await openStore(settings);
    expect(await store.db.execute(sql`select 1 as one`)).toMatchObject({ rows: [{ one: 1 }] });
    await store.close();
    await remove();
  });
});
