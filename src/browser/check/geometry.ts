/** A rectangle in slide pixels, from the slide's top left corner. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Conversion from screen pixels to slide pixels. */
export interface Frame {
  width: number;
  height: number;
  /** Screen pixels per slide pixel. */
  scale: number;
  toRect(box: DOMRect): Rect;
}

/** Returns the position of a slide on the screen. */
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

/** Returns the intersection of two rectangles; null for none. */
export function intersect(a: Rect, b: Rect): Rect | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  return left < right && top < bottom ? { left, top, right, bottom } : null;
}

/** Returns the factor by which a matrix scales lengths. */
export function scaleOf({ a, b, c, d }: Pick<DOMMatrix, 'a' | 'b' | 'c' | 'd'>): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Returns the path of an element in its slide, which is the same in every view. */
export function pathOf(element: Element, slide: Element): string {
  const path: number[] = [];
  for (let at: Element | null = element; at && at !== slide; at = at.parentElement) {
    path.unshift([...(at.parentElement?.children ?? [])].indexOf(at));
  }
  return path.join('.');
}

/** A formula; its letters overlap by intent, so each of its parts counts as one picture. */
export const FORMULA = '.formula';
const FORMULA_PARTS = '.katex-html > .base, .katex-html > .fragment > .base';

/** Lists the parts of a formula between which a line may break. */
export function listFormulaParts(formula: Element): Element[] {
  return [...formula.querySelectorAll(FORMULA_PARTS)];
}
