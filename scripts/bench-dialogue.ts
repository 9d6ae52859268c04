import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import Type from 'typebox';
import { fromRoot } from '../server/paths.ts';
import { ApiError, type BenchShop, openBenchShop } from './bench-shop/bench-shop.ts';
import { kindOf, readDialogues } from './dialogue-bench/dialogue-file.ts';
import { createPlayer, type Played } from './dialogue-bench/play-dialogue.ts';
import { sharesOf, shareTable } from './dialogue-bench/report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    kind: { type: 'string' },
    articles: { type: 'string' },
    'show-held': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`npm run bench:dialogue -- [--json] [--only ID,ID] [--kind KIND,KIND] [--articles FILE] [--show-held] [FILE.jsonl ...]
Plays written dialogues against a fresh server with the demo shop and prints right and wrong by kind, with what was said
in the wrong ones; of dialogues that are held back the ids alone, unless --show-held. docs/dialogue-bench.md has the format.
Articles are taken from --articles or from articles.json beside the first file. Without files: tests/dialogues.`);
  process.exit(0);
}

const own = fromRoot('tests', 'dialogues');
const files =
  positionals.length > 0
    ? positionals
    : ['english', 'chinese', 'held-english', 'held-chinese'].map((name) => join(own, `${name}.jsonl`));
const listed = (text: string | undefined) => text?.split(',');
const ids = listed(values.only);
const kinds = listed(values.kind);
const dialogues = files
  .flatMap(readDialogues)
  .filter((dialogue) => !ids || ids.includes(dialogue.id))
  .filter((dialogue) => !kinds || kinds.includes(kindOf(dialogue)));

/** False where the shop takes no articles. */
async function putArticles(shop: BenchShop): Promise<boolean> {
  const path = values.articles ?? join(dirname(files[0] ?? own), 'articles.json');
  if (!existsSync(path)) return false;
  const articles: unknown = JSON.parse(readFileSync(path, 'utf8'));
  try {
    await shop.api('PUT', '/v1/shop/articles', Type.Unknown(), articles);
    return true;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}

const shop = await openBenchShop({ demo: true });
const played: Played[] = [];
let articlesTaken: boolean;
try {
  articlesTaken = await putArticles(shop);
  const play = await createPlayer(shop);
  for (const dialogue of dialogues) {
    const one = await play(dialogue);
    played.push(one);
    if (one.right || values.json) continue;
    const hidden = one.held && !values['show-held'];
    console.log(`${one.id} (${one.kind}) falls short${hidden ? '' : `\n${one.transcript.join('\n')}`}`);
  }
} finally {
  await shop.close();
}

const shares = sharesOf(played);
const failed = played.filter(({ right }) => !right).map(({ id }) => id);
const right = played.length - failed.length;
if (values.json)
  console.log(
    JSON.stringify({
      dialogues: played.length,
      right,
      share: right / played.length,
      held: sharesOf(played.filter(({ held }) => held)),
      kinds: shares,
      failed,
      articlesTaken,
    }),
  );
else {
  console.log(`\nnot held back\n${shareTable(sharesOf(played.filter(({ held }) => !held)))}`);
  const held = played.filter((one) => one.held);
  if (held.length > 0) console.log(`held back\n${shareTable(sharesOf(held))}`);
  console.log(`${right} of ${played.length} right${articlesTaken ? '' : '; no articles were taken'}`);
}
process.exit(0);
