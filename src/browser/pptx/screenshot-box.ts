const SHOT = 'data-box-shot';

/** Shows only one picture or drawing, on a transparent page, for a screenshot; null shows everything again. */
export function showAlone(name: string | null): void {
  document.querySelector(`#${SHOT}`)?.remove();
  if (name === null) return;
  const style = document.createElement('style');
  style.id = SHOT;
  style.textContent = `
    html, body { background: none !important }
    body * { visibility: hidden !important }
    [${SHOT}="${name}"], [${SHOT}="${name}"] * { visibility: visible !important }`;
  document.head.append(style);
}

/** Assigns an element a name for `showAlone`. */
export function nameShot(element: Element): string {
  const name = String(document.querySelectorAll(`[${SHOT}]`).length);
  element.setAttribute(SHOT, name);
  return name;
}
