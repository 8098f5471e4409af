const PAINTED = 'first-contentful-paint';
/** A hidden page is never painted. */
const PAINT_TIMEOUT_MS = 300;

/**
 * Waits until the browser has painted the slide in the page. Starting the deck takes several times as long and would
 * delay that paint.
 */
export function waitForPaint(document: Document): Promise<void> {
  const isSeen = performance.getEntriesByName(PAINTED).length > 0;
  if (isSeen || document.visibilityState === 'hidden') return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(PAINTED).length > 0) finish();
    });
    const timer = setTimeout(finish, PAINT_TIMEOUT_MS);
    observer.observe({ type: 'paint', buffered: true });
    function finish(): void {
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    }
  });
}
