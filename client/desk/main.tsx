import { startDesk } from './start.tsx';

const page = document.getElementById('page');
if (!page) throw new Error('desk/index.html has no element with the id "page"');
startDesk(page);
