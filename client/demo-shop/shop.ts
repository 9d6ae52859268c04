import { createFormats } from '../i18n/index.ts';
import { demoToken } from '../shopper/index.ts';
import { shelf } from './shelf.ts';

declare global {
  interface Window {
    /** What the embed script asks for the signed-in shopper's token. */
    hexkey?: { token: () => Promise<string> };
  }
}

window.hexkey = { token: demoToken };

const format = createFormats('en');
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
