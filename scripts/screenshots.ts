import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fromRoot } from '../server/paths.ts';
import { startProduct } from '../tests/browser/product.ts';
import { Film } from './film/film.ts';
import { filmGuide, filmOrder } from './film/scenes.ts';
import { takeCall } from './screenshots/call.ts';
import { takeQuestion } from './screenshots/question.ts';

/**
 * `npm run screenshots`: uses the built product in Chromium and takes the README's pictures, docs/pictures/*.png and the film.
 * `-- --film` takes the film alone.
 */
const { film: filmAlone } = parseArgs({ options: { film: { type: 'boolean', default: false } } }).values;
mkdirSync(fromRoot('docs', 'pictures'), { recursive: true });
const product = await startProduct();
try {
  const film = new Film();
  await filmOrder(product.address, film);
  await filmGuide(product.address, film);
  if (!filmAlone) await takeQuestion(product.address);
  const title = 'Staff on live video, at the very step';
  await takeCall(product.address, (desk, moment) =>
    film.shoot(desk, { title, holdMs: moment === 'said' ? 3_000 : 1_200 }),
  );
  const { frames, bytes, seconds } = await film.write(fromRoot('docs', 'pictures', 'film.webp'));
  console.log(`docs/pictures/film.webp  ${Math.round(bytes / 1000)} kB, ${frames} frames, ${seconds} s`);
} finally {
  await product.stop();
}
