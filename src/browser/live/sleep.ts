/** Timers stop while a computer sleeps, so the clock is looked at this often. */
const CLOCK_LOOK_MS = 5000;

/** Waits until the clock has moved on, so that the next look is at once after sleep. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const start = Date.now();
    const over = new AbortController();
    const options = { signal: over.signal };
    let timer: ReturnType<typeof setTimeout> | undefined;
    function look(): void {
      clearTimeout(timer);
      const passed = Date.now() - start;
      // A clock that was set back must not make the wait longer.
      if (passed < 0 || passed >= milliseconds) done();
      else timer = setTimeout(look, Math.min(milliseconds - passed, CLOCK_LOOK_MS));
    }
    function done(): void {
      clearTimeout(timer);
      over.abort();
      resolve();
    }
    // A page comes back with these, from the background or the browser's cache.
    for (const event of ['pageshow', 'visibilitychange']) addEventListener(event, look, options);
    addEventListener('online', done, options);
    signal.addEventListener('abort', done, options);
    look();
  });
}
