/** An element that draws in the next frame. */
export interface Drawable {
  /** Measures the page, and returns the function that changes it. */
  plan(): () => void;
}

const waiting = new Set<Drawable>();

/**
 * Queues a drawing for the next frame. All queued elements measure before the first one draws, because measuring after
 * a change forces a new style computation.
 */
export function drawSoon(drawable: Drawable): void {
  if (waiting.size === 0) requestAnimationFrame(drawAll);
  waiting.add(drawable);
}

/** Removes an element from the queue, if it is queued. */
export function drawNever(drawable: Drawable): void {
  waiting.delete(drawable);
}

function drawAll(): void {
  const drawables = [...waiting];
  waiting.clear();
  const works = drawables.map((drawable) => drawable.plan());
  for (const work of works) work();
}
