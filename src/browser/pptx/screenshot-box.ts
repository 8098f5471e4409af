const SHOT = 'data-box-shot';

/** Shows one picture or drawing alone, on nothing, as a print view stands for a photograph; null shows all again. */
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

/** Gives an element a name by which it can be shown alone. */
export function nameShot(element: Element): string {
  const name = String(document.querySelectorAll(`[${SHOT}]`).length);
  element.setAttribute(SHOT, name);
  return name;
}
