import { parse, serializeOuter, type DefaultTreeAdapterTypes } from 'parse5';
import { toLine, toNote, type Deck } from '../../deck.ts';
import { textOf, valueOf } from './page-code.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Notes what a page shows around its slides, such as a picture above all of them. */
export function noteAround(html: string, file: string, deck: Deck): void {
  visit(parse(html, { sourceCodeLocationInfo: true }), (element) => {
    const { startLine: line = 1, startCol: column = 1 } = element.sourceCodeLocation ?? {};
    const became =
      'It is around all slides of the page; "header", "footer" and "logo" of the talk can hold it.';
    const span = { file, line, column, length: 1 };
    deck.notes.push(toNote(['manual', became], toLine(serializeOuter(element)), span));
  });
}

/** Calls a function for each element that shows something beside the slides. */
function visit(parent: ParentNode, note: (element: Element) => void): void {
  for (const child of parent.childNodes) {
    if (!('tagName' in child) || HIDDEN.test(child.tagName) || isSlides(child)) continue;
    if (holdsSlides(child)) visit(child, note);
    else if (parent.nodeName !== 'html' && (textOf(child).trim() !== '' || hasPicture(child)))
      note(child);
  }
}

function isSlides(element: Element): boolean {
  return (valueOf(element, 'class') ?? '').split(/\s+/).includes('slides');
}

function holdsSlides(element: Element): boolean {
  return element.childNodes.some(
    (child) => 'tagName' in child && (isSlides(child) || holdsSlides(child)),
  );
}

function hasPicture(element: Element): boolean {
  return element.childNodes.some(
    (child) => 'tagName' in child && (child.tagName === 'img' || hasPicture(child)),
  );
}

const HIDDEN = /^(?:head|script|style|template|noscript|link|meta|title|base)$/;
