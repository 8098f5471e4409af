/** Maximum wait for a frame, because a page in the background gets none. */
const LATEST = 250;
const FRAME = 16;

/** Builds a function that runs at once, and then at most once a frame. */
export function oncePerFrame(work: () => void): () => void {
  let last = -Infinity;
  let isWaiting = false;
  function run(): void {
    if (!isWaiting) return;
    isWaiting = false;
    last = performance.now();
    work();
  }
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    if (performance.now() - last >= FRAME) return queueMicrotask(run);
    requestAnimationFrame(run);
    window.setTimeout(run, LATEST);
  };
}
