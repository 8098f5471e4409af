import type { BrowserBinary } from './find-browser.ts';

/** Says in words why a browser runs without its sandbox; null when it runs in it. */
export function findSandboxObstacle(
  { origin }: Pick<BrowserBinary, 'origin'>,
  isRoot = process.getuid?.() === 0,
): string | null {
  if (isRoot) return 'a browser that root starts cannot have one';
  // It does not start in the sandbox that a machine's own browsers have.
  return origin === 'bundled' ? 'the browser that comes with Rostrum has none' : null;
}
