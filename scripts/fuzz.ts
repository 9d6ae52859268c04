import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createIdentity } from '../server/identity/index.ts';
import { fromRoot } from '../server/paths.ts';
import { openWholeServer } from '../server/testing/whole-server.ts';
import { callTarget } from './fuzz/call-target.ts';
import { httpTarget } from './fuzz/http-target.ts';
import { runTargets, targetOf } from './fuzz/run-targets.ts';
import { socketTargets } from './fuzz/socket-targets.ts';
import { articleTarget, guideTarget, tokenTarget } from './fuzz/text-targets.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run fuzz -- [--minutes N] [--seed N] [--only TARGET,TARGET]
Sends what nobody would to a fresh server: requests to every route, messages to both sockets, sound, media parameters of a
call, tokens, carriers' messages, guides, articles. It fails on every crash, on every fault in the log and on every refusal
without a code, and prints the smallest input that does it; the same seed finds the same.`);
  process.exit(0);
}

const folder = await mkdtemp(join(tmpdir(), 'hexkey-fuzz-'));
const server = await openWholeServer({
  settings: { HEXKEY_DATA: folder },
  remove: () => rm(folder, { recursive: true, force: true }),
});
const address = (await server.app.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws');
const identity = createIdentity({ HEXKEY_DATA: folder });
const [voice, desk, audio] = socketTargets(server, address);
const only = values.only?.split(',');
const call = !only || only.includes('call') ? await callTarget(server, address) : undefined;
const guide = readFileSync(fromRoot('assets', 'guides', 'fenwick-bookcase', 'guide.json'), 'utf8');
const targets = [
  targetOf(httpTarget(server)),
  targetOf(voice),
  targetOf(desk),
  targetOf(audio),
  ...(call ? [targetOf(call)] : []),
  targetOf(tokenTarget(server.shopperToken, identity)),
  targetOf(guideTarget(guide)),
  targetOf(articleTarget(await mkdtemp(join(folder, 'articles-')))),
].filter(({ name }) => !only || only.includes(name));

// From here on a fault is a find, and not the end.
process.on('uncaughtException', (error, origin) => server.faults.push(`${origin}: ${error.stack}`));
const until = Date.now() + Number(values.minutes) * 60_000;
const { tried, finds } = await runTargets(targets, {
  seed: Number(values.seed),
  until,
  faults: server.faults,
  onFind: (find) => console.log(`${find}\n`),
});
for (const [name, count] of tried) console.log(`${name.padEnd(14)} ${count} inputs`);
if (!call && !only) console.log('call            not tried: no media worker is there');
console.log(`\n${finds.length} finds, seed ${values.seed}`);
await server.close();
process.exit(finds.length > 0 ? 1 : 0);
