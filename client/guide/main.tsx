import { createRoot } from 'react-dom/client';
import { guideEn, guideZh } from '../i18n/index.ts';
import { demoToken, openHostPage } from '../shopper/index.ts';
import { ErrorBoundary, followColorScheme } from '../ui/index.ts';
import { GuideApp } from './GuideApp.tsx';
import { GuideApi } from './link/guide-api.ts';
import { keepForOffline } from './offline/keep-for-offline.ts';

const page = document.getElementById('page');
if (!page) throw new Error('guide/index.html has no element with the id "page"');
startGuide(page);

/** Puts the guide that the address names (`/guide/<slug>?order=…`) into `element`. */
export function startGuide(element: HTMLElement): void {
  const slug = location.pathname.match(/^\/guide\/([a-z0-9-]+)\/?$/)?.[1] ?? '';
  const order = new URLSearchParams(location.search).get('order') ?? undefined;
  followColorScheme();
  keepForOffline();
  // In the panel on a shop's page the shop knows who is signed in.
  const host = openHostPage(window);
  const token = host?.token ?? demoToken;
  createRoot(element).render(
    <ErrorBoundary words={{ en: guideEn.crashed, zh: guideZh.crashed }}>
      <GuideApp slug={slug} order={order} api={new GuideApi(token)} token={token} host={host} />
    </ErrorBoundary>,
  );
}
