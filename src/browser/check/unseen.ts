const NOTHING =
  /^(?:inset\(\s*(?:50|100)%\s*\)|circle\(0(?:px|%)? |polygon\(0(?:px|%)? 0(?:px|%)?\))/;
const CLIP = /^rect\(([^)]*)\)$/;
const FAR_AWAY = -999;

/** Reports whether an element is only for screen readers: clipped to nothing, one pixel large or far off the page. */
export function isVisuallyHidden(element: Element, style: CSSStyleDeclaration): boolean {
  if (NOTHING.test(style.clipPath)) return true;
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (isClippedAway(style.clip)) return true;
  if (parseFloat(style.left) < FAR_AWAY || parseFloat(style.top) < FAR_AWAY) return true;
  const { offsetWidth, offsetHeight } = element as HTMLElement;
  const isDot = offsetWidth <= 1 || offsetHeight <= 1;
  return isDot && style.overflow !== 'visible';
}

/** Checks the deprecated property `clip`, which maths readers still use. */
function isClippedAway(clip: string): boolean {
  const edges = CLIP.exec(clip)?.[1]
    ?.split(/[\s,]+/)
    .map(parseFloat);
  if (!edges) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = edges;
  return right - left <= 1 && bottom - top <= 1;
}
