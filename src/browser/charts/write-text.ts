/**
 * Sets the text of an element by changing its text node. Adding or removing a node would make the browser recompute
 * all `:has()` rules of the slide.
 */
export function writeText(element: Element, text: string): void {
  const [first, ...more] = element.childNodes;
  if (first instanceof Text && more.length === 0) {
    if (first.nodeValue !== text) first.nodeValue = text;
  } else if (element.textContent !== text) {
    element.textContent = text;
  }
}
