import { describe, expect, test } from 'vitest';
import { fromRoot } from '../../server/paths.ts';
import { lockedPackages, reasonFor } from './locked-licences.ts';

describe('the licences of packages', () => {
  test.each(['package-lock.json', 'docs/package-lock.json'])('in %s may all be used', (lockfile) => {
    const packages = lockedPackages(fromRoot(lockfile));
    expect(packages.length).toBeGreaterThan(50);
    const refused = packages.filter(({ licence }) => reasonFor(licence) === undefined);
    expect(refused.map(({ name, licence }) => `${name}: ${licence || 'none'}`)).toEqual([]);
  });

  test('are named by the package itself, also below another one', () => {
    expect(lockedPackages().every(({ name }) => !name.includes('node_modules'))).toBe(true);
  });
});

describe('a licence', () => {
  test.each(['MIT', 'MIT OR GPL-3.0-only', '(GPL-2.0-only OR Apache-2.0)', 'Apache-2.0 AND BSD-3-Clause'])(
    '%s may be used',
    (expression) => expect(reasonFor(expression)).toBe('permissive'),
  );

  test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN FILE', ''])(
    '"%s" may not be used',
    (expression) => expect(reasonFor(expression)).toBeUndefined(),
  );

  test('that asks for more says why it may be used', () => {
    expect(reasonFor('Apache-2.0 AND LGPL-3.0-or-later')).toContain('libvips');
  });
});
