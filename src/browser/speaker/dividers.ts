type Axis = 'columns' | 'rows';

const KEYS: Record<string, number> = {
  ArrowLeft: -0.02,
  ArrowUp: -0.02,
  ArrowRight: 0.02,
  ArrowDown: 0.02,
};

/** Lets a divider be dragged, or moved by arrows while it is in focus; `set` gets the share of the box before it. */
export function startDivider(divider: HTMLElement, set: (share: number) => number): void {
  const axis: Axis = divider.ariaOrientation === 'vertical' ? 'columns' : 'rows';
  const move = (share: number): void => {
    divider.ariaValueNow = String(Math.round(set(share) * 100));
  };
  divider.addEventListener('pointerdown', (event) => {
    // Without the focus, the next arrow is for the slides.
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
  });
  divider.addEventListener('pointermove', (event) => {
    if (divider.hasPointerCapture(event.pointerId)) move(readShare(divider, event, axis));
  });
  divider.addEventListener('keydown', (event) => {
    const change = KEYS[event.key];
    if (change === undefined) return;
    event.preventDefault();
    move(Number(divider.ariaValueNow) / 100 + change);
  });
}

function readShare({ parentElement }: HTMLElement, event: PointerEvent, axis: Axis): number {
  const box = parentElement?.getBoundingClientRect() ?? new DOMRect();
  return axis === 'columns'
    ? (event.clientX - box.left) / box.width
    : (event.clientY - box.top) / box.height;
}
