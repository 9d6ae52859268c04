import { mkdirSync } from 'node:fs';
import { fromRoot } from '../server/paths.ts';
import { startProduct } from '../tests/browser/product.ts';
import { takeCall } from './screenshots/call.ts';
import { takeQuestion } from './screenshots/question.ts';

/** `npm run screenshots`: uses the built product in Chromium and takes the README's pictures, docs/pictures/*.png. */
mkdirSync(fromRoot('docs', 'pictures'), { recursive: true });
const product = await startProduct();
try {
  await takeQuestion(product.address);
  await takeCall(product.address);
} finally {
  await product.stop();
}
