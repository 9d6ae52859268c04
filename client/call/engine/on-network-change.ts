/** The browser's view of the way out: https://wicg.github.io/netinfo/, where it has one. */
interface WithConnection {
  connection?: EventTarget;
}

/** Tells that the device is on another network, or on one again. */
export function onNetworkChange(listener: () => void): () => void {
  const { connection } = navigator as WithConnection;
  window.addEventListener('online', listener);
  connection?.addEventListener('change', listener);
  return () => {
    window.removeEventListener('online', listener);
    connection?.removeEventListener('change', listener);
  };
}
