/**
 * Gives an element another text. The text it has is changed and not replaced: whenever a node comes or goes, the browser
 * asks again on the whole slide what has what (`:has()`).
 */
export function writeText(element: Element, text: string): void {
  const [first, ...more] = element.childNodes;
  if (first instanceof Text && more.length === 0) {
    if (first.nodeValue !== text) first.nodeValue = text;
  } else if (element.textContent !== text) {
    element.textContent = text;
  }
}
