/** A rectangle in slide pixels, from the slide's top left corner. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A slide's own pixels, whatever the scale of the screen. */
export interface Frame {
  width: number;
  height: number;
  /** Screen pixels in one of the slide's. */
  scale: number;
  toRect(box: DOMRect): Rect;
}

/** Finds out where a slide lies on the screen. */
export function frameOf(slide: HTMLElement): Frame {
  const { left, top, width } = slide.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = slide;
  const scale = width / offsetWidth || 1;
  return {
    width: offsetWidth,
    height: offsetHeight,
    scale,
    toRect: (box) => ({
      left: (box.left - left) / scale,
      top: (box.top - top) / scale,
      right: (box.right - left) / scale,
      bottom: (box.bottom - top) / scale,
    }),
  };
}

/** The part that two rectangles share; null for none. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

/** The factor by which a matrix changes lengths. */
export function scaleOf({ a, b, c, d }: Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd'>): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Names an element by its place in the slide, the same in every view. */
export function pathOf(element: Element, slide: Element): string {
  const path: number[] = [];
  for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
    path.unshift([...(at.parentElement?.children ?? [])].indexOf(at));
  }
  return path.join('.');
}
