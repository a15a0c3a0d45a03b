/**
 * Tells the service worker to keep what this page was made of, so that it opens without a line.
 * Only the pages that are used in halls ask for it; nobody else's machine keeps anything.
 */
export function keepForOffline(): void {
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
  void navigator.serviceWorker?.ready.then(({ active }) =>
    active?.postMessage({ keep: [...new Set(loaded)] }, { transfer: [] }),
  )
}
