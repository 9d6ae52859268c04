import { startGuide } from './start.tsx';

const page = document.getElementById('page');
if (!page) throw new Error('guide/index.html has no element with the id "page"');
startGuide(page);
