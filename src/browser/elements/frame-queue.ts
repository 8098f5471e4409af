/** Something that draws itself in the next frame. */
export interface Drawable {
  /** Looks at the page, and gives what is to be done to it. */
  plan(): () => void;
}

const waiting = new Set<Drawable>();

/**
 * Has something drawn in the next frame. All that wait look at the page before the first of them draws: whoever looks after
 * a drawing makes the browser work out the styles of the page again.
 */
export function drawSoon(drawable: Drawable): void {
  if (waiting.size === 0) requestAnimationFrame(drawAll);
  waiting.add(drawable);
}

/** Takes something out again; it may not be waiting. */
export function drawNever(drawable: Drawable): void {
  waiting.delete(drawable);
}

function drawAll(): void {
  const drawables = [...waiting];
  waiting.clear();
  const works = drawables.map((drawable) => drawable.plan());
  for (const work of works) work();
}
