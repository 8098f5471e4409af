const USUAL_HEIGHT = 720;

/** Size of the slides of this page, in their own units. */
export const SLIDE_SIZE: Readonly<{ width: number; height: number }> = {
  width: 1280,
  height: readHeight(),
};

/** Reads the height that the page names where its slides are not of the usual shape. */
function readHeight(): number {
  if (typeof document === 'undefined') return USUAL_HEIGHT;
  return Number(document.documentElement.dataset['height'] ?? USUAL_HEIGHT);
}
