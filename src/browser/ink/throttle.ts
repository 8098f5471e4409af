/** Runs a function at most once in a number of milliseconds; a call in between runs it at the end of them. */
export function throttle(run: () => void, intervalMs: number): () => void {
  let isWaiting = false;
  let isCalled = false;
  const start = (): void => {
    isWaiting = true;
    isCalled = false;
    run();
    setTimeout(() => {
      isWaiting = false;
      if (isCalled) start();
    }, intervalMs);
  };
  return () => {
    if (isWaiting) isCalled = true;
    else start();
  };
}
