const PAINTED = 'first-contentful-paint';
/** A page that nobody looks at is not painted. */
const PAINT_TIMEOUT_MS = 300;

/**
 * Waits until the browser has painted the slide that it found in the page. To start the deck takes several times as long
 * as to paint one slide, and would come before it.
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
