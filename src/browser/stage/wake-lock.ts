/** Keeps the screen from sleeping while the page is visible, where the browser can. */
export function keepAwake(document: Document): void {
  const request = (): void => {
    if (document.visibilityState !== 'visible') return;
    // A device that saves energy refuses; the talk goes on.
    navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  // The browser gives the lock up whenever the page is hidden.
  document.addEventListener('visibilitychange', request);
  request();
}
