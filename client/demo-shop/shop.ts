import { createFormats } from '../i18n/index.ts';
import { demoToken } from '../shopper/index.ts';

declare global {
  interface Window {
    /** What the embed script asks for the signed-in shopper's token. */
    hexkey?: { token: () => Promise<string> };
  }
}

window.hexkey = { token: demoToken };

const format = createFormats('en');

/** What the demo shop shows in its window: slug, name and price in pence. */
const shelf = [
  { slug: 'tarn-wardrobe', name: 'Tarn wardrobe', price: 34900 },
  { slug: 'merrow-sofa', name: 'Merrow three-seat sofa', price: 84900 },
  { slug: 'ashby-desk', name: 'Ashby desk', price: 21900 },
  { slug: 'fenwick-bookcase', name: 'Fenwick bookcase', price: 12900 },
  { slug: 'wren-dining-chair', name: 'Wren dining chair', price: 7900 },
  { slug: 'mill-dining-table', name: 'Mill dining table', price: 44900 },
  { slug: 'plover-armchair', name: 'Plover armchair', price: 28900 },
  { slug: 'larkhill-bed', name: 'Larkhill bed frame', price: 39900 },
  { slug: 'selby-chest-of-drawers', name: 'Selby chest of drawers', price: 26900 },
  { slug: 'copper-desk-lamp', name: 'Copper desk lamp', price: 6900 },
  { slug: 'vista-television', name: 'Vista 55 television', price: 64900 },
  { slug: 'beacon-router', name: 'Beacon Wi-Fi router', price: 12900 },
  { slug: 'hush-headphones', name: 'Hush headphones', price: 17900 },
  { slug: 'pebble-speaker', name: 'Pebble speaker', price: 7900 },
  { slug: 'rill-kettle', name: 'Rill kettle', price: 7900 },
  { slug: 'stalk-floor-lamp', name: 'Stalk floor lamp', price: 10900 },
];

document.getElementById('grid')?.append(
  ...shelf.map(({ slug, name, price }) => {
    const item = document.createElement('li');
    const picture = document.createElement('img');
    picture.src = `/pictures/${slug}.svg`;
    picture.alt = '';
    picture.width = 400;
    picture.height = 400;
    picture.loading = 'lazy';
    const title = document.createElement('h3');
    title.textContent = name;
    const cost = document.createElement('p');
    cost.textContent = format.money({ amount: price, currency: 'GBP' });
    item.append(picture, title, cost);
    return item;
  }),
);
