/** Whether trying to connect makes sense, and when that may have changed. */
export interface PagePresence {
  online(): boolean;
  /** The page is being looked at. */
  attended(): boolean;
  /** Calls `listener` when the network is there again or gone, and when the page is looked at again. */
  onChange(listener: () => void): () => void;
}

export const browserPresence: PagePresence = {
  online: () => navigator.onLine,
  attended: () => document.visibilityState === 'visible',
  onChange(listener) {
    const whenVisible = () => {
      if (browserPresence.attended()) listener();
    };
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  },
};
