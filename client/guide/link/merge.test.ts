import { describe, expect, it } from 'vitest';
import type { GuideProgress } from '#protocol/guide-progress';
import { begun } from '../logic/playthrough.ts';
import { type LocalCopy, merged, readLocalCopy, writeLocalCopy } from './guide-session.ts';

const noon = Date.parse('2026-03-01T12:00:00.000Z');
const server = (step: number, enteredAt: number): GuideProgress => ({
  id: 'p-1',
  guide: 'ashby-desk',
  revision: 1,
  code: 'K7M2QX',
  step,
  enteredAt: new Date(enteredAt).toISOString(),
});
const local = (place: number, enteredAt: number, unsent: LocalCopy['unsent'] = []): LocalCopy => ({
  playthrough: { ...begun(enteredAt), place, ticked: { bolt: 4 } },
  unsent,
});

describe('this device and the server', () => {
  it('agree on what another phone did since', () => {
    const both = merged(local(2, noon), server(5, noon + 60_000));
    expect(both.playthrough).toMatchObject({ place: 5, ticked: { bolt: 4 } });
    expect(both.unsent).toEqual([]);
  });

  it('keep moves made without a network', () => {
    const unsent = [{ step: 4, repeats: 1 }];
    const both = merged(local(4, noon + 60_000, unsent), server(3, noon));
    expect(both.playthrough.place).toBe(4);
    expect(both.unsent).toEqual(unsent);
    expect(both.progress?.id).toBe('p-1');
  });

  it('keep the first step, taken before the server had answered that the guide is begun', () => {
    const unsent = [{ step: 1, repeats: 0 }];
    const both = merged(local(1, noon, unsent), server(0, noon + 1_000));
    expect(both.playthrough.place).toBe(1);
    expect(both.unsent).toEqual(unsent);
  });

  it('drop moves that are older than what another phone did', () => {
    const both = merged(local(4, noon, [{ step: 4, repeats: 0 }]), server(7, noon + 60_000));
    expect(both.playthrough.place).toBe(7);
    expect(both.unsent).toEqual([]);
  });

  it('leave an open question open where nothing changed', () => {
    const asking = local(3, noon);
    asking.playthrough = { ...asking.playthrough, asking: true };
    expect(merged(asking, server(3, noon)).playthrough.asking).toBe(true);
  });
});

describe('the copy kept here', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };

  it('comes back as it was, for its own order', () => {
    const copy = { ...local(3, noon, [{ step: 3, repeats: 2 }]), progress: server(2, noon) };
    writeLocalCopy(storage, 'ashby-desk', 'SO-36654', copy);
    expect(readLocalCopy(storage, 'ashby-desk', 'SO-36654')).toEqual(copy);
    expect(readLocalCopy(storage, 'ashby-desk', undefined)).toBeUndefined();
  });

  it.each(['{', '7', '{"playthrough":{"place":-1},"unsent":[]}', '{"unsent":[]}'])(
    'is set aside where it reads %s',
    (text) => {
      kept.set('hexkey.guide.odd', text);
      expect(readLocalCopy(storage, 'odd', undefined)).toBeUndefined();
    },
  );
});
