import { mkdirSync, writeFileSync } from 'node:fs';
import { demoProducts } from '../server/demo/products.ts';
import { fromRoot } from '../server/paths.ts';
import { drawings } from './pictures/drawings.ts';
import { itemOf } from './pictures/item.ts';
import { render } from './pictures/render.ts';

// `npm run pictures`: draws every product of the demo shop into assets/pictures/<slug>.svg.
const folder = fromRoot('assets', 'pictures');
mkdirSync(folder, { recursive: true });
let bytes = 0;
const products = demoProducts();
for (const product of products) {
  const draw = drawings[product.noun];
  if (!draw) throw new Error(`No drawing for a "${product.noun}": add one to scripts/pictures/drawings.ts.`);
  const svg = render(draw(itemOf(product)), product.slug);
  writeFileSync(`${folder}/${product.slug}.svg`, svg);
  bytes += Buffer.byteLength(svg);
}
console.log(
  `${products.length} pictures, ${(bytes / products.length / 1000).toFixed(1)} kB each on average.`,
);
