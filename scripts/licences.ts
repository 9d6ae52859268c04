import { readManifest } from '../server/models/index.ts';
import { fromRoot } from '../server/paths.ts';
import { lockedPackages, reasonFor } from './licences/locked-licences.ts';

// `npm run licences [-- --packages]`: the licences of all that Hexkey is built with, runs with and fetches; fails where one
// may not be used.
const listed = process.argv.includes('--packages');
const packages = [...lockedPackages(), ...lockedPackages(fromRoot('docs', 'package-lock.json'))];
const byLicence = new Map<string, typeof packages>();
for (const each of packages) byLicence.set(each.licence, [...(byLicence.get(each.licence) ?? []), each]);

for (const [licence, those] of [...byLicence].sort(([, a], [, b]) => b.length - a.length)) {
  const running = those.filter(({ dev }) => !dev).length;
  const reason = reasonFor(licence) ?? 'MAY NOT BE USED';
  console.log(
    `${String(those.length).padStart(5)}  ${licence || 'none named'} (${running} of them run): ${reason}`,
  );
  if (listed || reasonFor(licence) !== 'permissive')
    for (const { name, version } of those) console.log(`         ${name} ${version}`);
}
for (const { id, licence } of readManifest().models)
  console.log(`model  ${id}: ${licence.spdx}, ${licence.holder}`);

if (packages.some(({ licence }) => reasonFor(licence) === undefined)) process.exitCode = 1;
