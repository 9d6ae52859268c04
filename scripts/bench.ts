import { readFileSync } from 'node:fs';
import Type from 'typebox';
import Value from 'typebox/value';
import { fromRoot } from '../server/paths.ts';
import { runChild } from './setup/child.mjs';

const Scripts = Type.Object({ scripts: Type.Record(Type.String(), Type.String()) });

/** `npm run bench`: runs every `bench:*` script of package.json, one after the other. */
const { scripts } = Value.Parse(Scripts, JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')));
let failed = false;
for (const [name, command] of Object.entries(scripts)) {
  if (!name.startsWith('bench:')) continue;
  console.log(`\n== ${name}`);
  const [program, ...args] = command.split(' ');
  const { code } = await runChild(fromRoot('node_modules', '.bin', program ?? ''), args);
  failed ||= code !== 0;
}
process.exitCode = failed ? 1 : 0;
