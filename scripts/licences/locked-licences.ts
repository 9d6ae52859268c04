import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';
import { fromRoot } from '../../server/paths.ts';

const Lockfile = Type.Object({
  packages: Type.Record(
    Type.String(),
    Type.Object({
      version: Type.Optional(Type.String()),
      license: Type.Optional(Type.String()),
      dev: Type.Optional(Type.Boolean()),
    }),
  ),
});

export interface LockedPackage {
  name: string;
  version: string;
  /** An SPDX expression; empty where the package names none. */
  licence: string;
  /** Not there when Hexkey runs: it builds or tests. */
  dev: boolean;
}

/** Every package that a lockfile names, its own aside. */
export function lockedPackages(lockfile = fromRoot('package-lock.json')): LockedPackage[] {
  const { packages } = Value.Parse(Lockfile, JSON.parse(readFileSync(lockfile, 'utf8')));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', dev = false }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      dev,
    }));
}

/** What may be run or shipped beside Apache-2.0: it asks for its text to come along, no more. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-3.0',
  'CC0-1.0',
  'ISC',
  'MIT',
];

/** Licences that ask for more, and why the packages that have them may be used as they are. */
const granted: Record<string, string> = {
  'MPL-2.0': 'asks that changes to its own files be published; none is changed',
  'LGPL-3.0-or-later': 'libvips, a library of its own that sharp loads; it can be replaced by another build',
  'EPL-2.0': 'elkjs lays out the drawings when the docs are built; none of it is in what is built',
  'BSD-4-Clause': 'the synthesiser flite: whoever advertises with it names its makers',
};

/** Why a package with this licence may be used, or undefined where it may not. Of "A OR B" either will do, of "A AND B" both. */
export function reasonFor(expression: string): string | undefined {
  const either = expression.replace(/[()]/g, '').split(' OR ');
  const reasons = either.map((each) => each.split(' AND ').map((licence) => reasonForOne(licence.trim())));
  const good = reasons.find((all) => all.every((reason) => reason !== undefined));
  return good && ([...new Set(good.filter((reason) => reason !== 'permissive'))].join('; ') || 'permissive');
}

const reasonForOne = (licence: string): string | undefined =>
  permissive.includes(licence) ? 'permissive' : granted[licence];
