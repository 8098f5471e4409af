const SHOT = 'data-box-shot';
const SHOWN = 'data-box-shown';
/** The rule holds for all pictures: another one for each would cost a new style of every element of the page. */
const STYLE = `
  html, body { background: none !important }
  body * { visibility: hidden !important }
  [${SHOWN}], [${SHOWN}] * { visibility: visible !important }`;

/** Shows only one picture or drawing, on a transparent page, for a screenshot; null shows everything again. */
export function showAlone(name: string | null): void {
  document.querySelector(`[${SHOWN}]`)?.removeAttribute(SHOWN);
  const style = document.querySelector(`#${SHOT}`);
  if (name === null) return style?.remove();
  document.querySelector(`[${SHOT}="${name}"]`)?.setAttribute(SHOWN, '');
  if (!style) addStyle();
}

function addStyle(): void {
  const style = document.createElement('style');
  style.id = SHOT;
  style.textContent = STYLE;
  document.head.append(style);
}

/** Assigns an element a name for `showAlone`. */
export function nameShot(element: Element): string {
  const name = String(document.querySelectorAll(`[${SHOT}]`).length);
  element.setAttribute(SHOT, name);
  return name;
}
