import { createRoot } from 'react-dom/client';
import { deskEn, deskZh } from '../i18n/index.ts';
import { ErrorBoundary } from '../ui/index.ts';
import { DeskApp } from './DeskApp.tsx';
import { DeskUi } from './frame/DeskUi.tsx';
import { deskApi } from './link/desk-api.ts';
import { DeskSession } from './state/desk.ts';

const page = document.getElementById('page');
if (!page) throw new Error('desk/index.html has no element with the id "page"');
startDesk(page);

/** Puts the staff face that the address names (`/desk`, `/desk/set-up#…`, …) into `element`. */
export function startDesk(element: HTMLElement): void {
  const address = new URL('/v1/desk', location.href.replace(/^http/, 'ws')).href;
  createRoot(element).render(
    <ErrorBoundary words={{ en: deskEn.crashed, zh: deskZh.crashed }}>
      <DeskUi>
        <DeskApp
          api={deskApi}
          createDesk={(guest) => new DeskSession({ address, ...(guest !== undefined && { guest }) })}
          pathname={location.pathname}
          token={decodeURIComponent(location.hash.slice(1))}
        />
      </DeskUi>
    </ErrorBoundary>,
  );
}
