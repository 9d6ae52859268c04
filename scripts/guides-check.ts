import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fromRoot } from '../server/paths.ts';
import { checkGuide } from './guides/check/index.ts';

/** `npm run guides:check [folder]`: one guide, or every guide that ships. Exits 1 where one has a fault. */
const shipped = fromRoot('assets', 'guides');
const folders = process.argv[2]
  ? [resolve(process.argv[2])]
  : (await readdir(shipped)).map((slug) => join(shipped, slug));

let faults = 0;
for (const folder of folders) {
  const findings = await checkGuide(folder);
  faults += findings.length;
  console.log(findings.length === 0 ? `ok    ${basename(folder)}` : `FAULT ${basename(folder)}`);
  for (const { where, problem, fix } of findings)
    console.log(`      ${where}: ${problem}\n        -> ${fix}`);
}
process.exitCode = faults === 0 ? 0 : 1;
