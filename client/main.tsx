import { startShopper } from './shopper/start.tsx';

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no element with the id "page"');
startShopper(page);
