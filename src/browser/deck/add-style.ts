/** Adds a stylesheet to a page, once. */
export function addStyle(document: Document, style: string): void {
  const known = [...document.head.querySelectorAll('style')];
  if (known.some(({ textContent }) => textContent === style)) return;
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
}
