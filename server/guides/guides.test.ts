import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromRoot } from '../paths.ts';
import { engines, type FreshStore, freshStore } from '../store/testing/fresh-store.ts';
import { createTickets } from '../tickets/index.ts';
import { createGuides, type GuideLibrary, openLibrary, watchLibrary } from './index.ts';

describe.each(engines)('guides on %s', (engine) => {
  let store: FreshStore;
  let library: GuideLibrary;
  let now = new Date('2031-03-03T10:00:00Z');
  const guides = () =>
    createGuides({ store, library, tickets: createTickets({ now: () => now }), now: () => now });
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  beforeAll(async () => {
    store = await freshStore(engine);
    library = await openLibrary(fromRoot('assets', 'guides'), () => {});
  });
  afterAll(() => store.close());

  it('begins with laying out the parts and goes on where it was left', async () => {
    const begun = await guides().open('c-1', 'ashby-desk', 'SO-45912');
    expect(begun).toMatchObject({ guide: 'ashby-desk', order: 'SO-45912', step: 0 });
    later(60);
    await guides().move(store.db, 'c-1', begun.id, { step: 3, repeats: 1 });
    expect(await guides().open('c-1', 'ashby-desk', 'SO-45912')).toMatchObject({ id: begun.id, step: 3 });
  });

  it('keeps the same guide for two orders apart', async () => {
    const one = await guides().open('c-2', 'ashby-desk', 'SO-10001');
    const other = await guides().open('c-2', 'ashby-desk', 'SO-10002');
    expect(other.id).not.toBe(one.id);
  });

  it('goes on from another phone by its code, for the same customer alone', async () => {
    const begun = await guides().open('c-3', 'beacon-router');
    expect(await guides().resume('c-3', begun.code)).toEqual(begun);
    await expect(guides().resume('c-4', begun.code)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('knows what somebody is building now, until it stands', async () => {
    const begun = await guides().open('c-5', 'beacon-router');
    const past = library.get('beacon-router')?.steps.length ?? 0;
    expect(await guides().current('c-5')).toEqual(begun);
    const finished = await guides().move(store.db, 'c-5', begun.id, { step: past + 1, repeats: 0 });
    expect(finished.finishedAt).toBe(now.toISOString());
    expect(await guides().current('c-5')).toBeUndefined();
  });

  it('refuses steps that the guide has not, and guides of others', async () => {
    const begun = await guides().open('c-6', 'beacon-router');
    await expect(guides().move(store.db, 'c-6', begun.id, { step: 40, repeats: 0 })).rejects.toMatchObject({
      code: 'bad_request',
    });
    await expect(guides().move(store.db, 'c-7', begun.id, { step: 1, repeats: 0 })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(guides().open('c-6', 'no-such-thing')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('says of a guide with a fault that it cannot be shown, and of none that there is none', () => {
    const cracked = { ...library, isBroken: (slug: string) => slug === 'cracked' };
    const shop = createGuides({ store, library: cracked, tickets: createTickets({ now: () => now }) });
    expect(() => shop.shown('cracked')).toThrow(/cannot be shown/);
    expect(() => shop.shown('no-such-thing')).toThrow(/no guide called/);
  });

  it('opens one ticket for parts that were not in the box, however often it is sent', async () => {
    const begun = await guides().open('c-8', 'fenwick-bookcase', 'SO-36654');
    const report = {
      id: 'report-1',
      parts: [
        { part: 'shelf', missing: 1 },
        { part: 'dowel', missing: 3 },
      ],
    };
    const ticket = await guides().reportMissing('c-8', begun.id, report);
    expect(ticket.number).toMatch(/^T-\d+$/);
    expect(await guides().reportMissing('c-8', begun.id, report)).toEqual(ticket);
    await expect(
      guides().reportMissing('c-8', begun.id, { id: 'report-2', parts: [{ part: 'ghost', missing: 1 }] }),
    ).rejects.toMatchObject({ code: 'bad_request' });
  });
});

describe('the library', () => {
  it('leaves a wrong guide out and says why', async () => {
    const refused: string[] = [];
    await openLibrary(fromRoot('server'), (slug) => refused.push(slug));
    expect(refused).toContain('guides');
  });

  it('takes up a guide whose folder appears, and says that one is broken until it is mended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hexkey-guides-'));
    const shipped = fromRoot('assets', 'guides', 'beacon-router');
    let told: (slug: string) => void = () => {};
    const next = () => new Promise<string>((resolve) => (told = resolve));
    const watched = await watchLibrary(folder, () => {}, {
      changed: (slug) => told(slug),
      failed: (error) => {
        throw error;
      },
    });
    const appeared = next();
    await cp(shipped, join(folder, 'beacon-router'), { recursive: true });
    expect(await appeared).toBe('beacon-router');
    expect(watched.get('beacon-router')?.steps).toHaveLength(8);

    const broke = next();
    await writeFile(join(folder, 'beacon-router', 'guide.json'), '{');
    await broke;
    expect(watched.get('beacon-router')).toBeUndefined();
    expect(watched.isBroken('beacon-router')).toBe(true);

    const mended = next();
    await cp(join(shipped, 'guide.json'), join(folder, 'beacon-router', 'guide.json'));
    await mended;
    expect(watched.isBroken('beacon-router')).toBe(false);
    await watched.close();
  });

  it('finds the guide that builds a product', async () => {
    const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
    expect(library.forProduct('ashby-desk')?.slug).toBe('ashby-desk');
    expect(library.forProduct('drift-mattress')).toBeUndefined();
  });
});
