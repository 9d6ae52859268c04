import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';

const good = 'violet anchor 9 parsnip';

describe('a chosen password', () => {
  it('is refused where it is short, common, or made of what is known of its owner', async () => {
    const passwords = createPasswords();
    const refusal = (password: string, known: string[] = []) =>
      passwords.requireGood(password, known).then(
        () => 'taken',
        ({ code }) => code,
      );
    expect(await refusal(good)).toBe('taken');
    expect(await refusal('kf8#mQz')).toBe('bad_request');
    expect(await refusal('passwordpassword')).toBe('bad_request');
    expect(await refusal('dana@shop.example', ['Dana Ellison', 'dana@shop.example'])).toBe('bad_request');
  });

  it('is weighed on a thread of its own: the event loop is free meanwhile', async () => {
    const passwords = createPasswords();
    const before = performance.eventLoopUtilization();
    await passwords.requireGood(`${good} ${'qwertzuiop0123456789 '.repeat(8)}`, ['a'.repeat(60)]);
    const { active } = performance.eventLoopUtilization(before);
    expect(active).toBeLessThan(150);
  });
});

describe('passwords that many type at once', () => {
  it('are checked a few at a time, some wait, and whoever comes to more than that is asked to come back', async () => {
    const passwords = createPasswords();
    const stored = await passwords.hash(good);
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, at) =>
        passwords.fits(at % 2 === 0 ? good : 'another one', stored).catch(({ code }) => code),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'overloaded')).toHaveLength(38);
    expect(outcomes.filter((outcome) => outcome === true)).toHaveLength(31);
    expect(await passwords.fits(good, stored)).toBe(true);
  });

  it('take as long where nobody has the account, and never fit', async () => {
    const passwords = createPasswords();
    expect(await passwords.fits(good, undefined)).toBe(false);
    expect(await passwords.fits(good, null)).toBe(false);
  });
});
