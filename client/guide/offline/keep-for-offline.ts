/** Where the service worker is; its folder is what it may answer for. */
const address = '/guide/worker.js';

/**
 * Has the browser keep the page and this guide, so that it opens and works without a network from now on. Does nothing
 * where a browser has no service workers (an address that is not secure) and in development.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker
      .register(address, { scope: '/guide/' })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => tellWhatWasLoaded(active))
      .catch((error: unknown) => console.warn('The guide cannot be kept for offline use', error));
  });
}

/** The worker came too late for the first visit: it is told everything that was loaded, now and as more comes. */
function tellWhatWasLoaded(worker: ServiceWorker | null): void {
  if (!worker) return;
  worker.postMessage({ keep: [location.href] });
  new PerformanceObserver((list) => {
    worker.postMessage({ keep: list.getEntries().map(({ name }) => name) });
  }).observe({ type: 'resource', buffered: true });
}
