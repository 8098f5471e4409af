import { WORD_TAGS } from '../../talk/model/diagram/diagram-source.ts';

/** A sign as wide as those that are hidden, with a variation selector, which has no width and says which it is. */
const SIGN = '¬';
const FIRST = 0xe0100;
const STAND_IN = /¬([\u{E0100}-\u{E01EF}])/gu;
const ENTITY = /#(\w+);/g;
const PAINT = /^\s*(?:style|classDef|linkStyle|%%)/;
const QUOTED = /"[^"\n]*"/g;
const TAG = /<\/?([a-z][a-z\d]*)\b[^<>]*>|[<>]/g;
const WORD_TAG = new RegExp(`</?(?:${WORD_TAGS})(?:\\s[^<>]*)?>`, 'g');
const ANGLES = /[<>]/g;
/** A type of a type, such as `List<T>`, without quotes. */
const INNER = /(?<=\w)<\w+>/g;

/** Hides letters in the text of a diagram that Mermaid drops or shows as their names: `<T>`, `<<word>>`, `#quot;`. */
export function hideLetters(text: string): string {
  return text
    .split('\n')
    .map((line) => (PAINT.test(line) ? line : hideInLine(line)))
    .join('\n');
}

function hideInLine(line: string): string {
  return line
    .replace(WORD_TAG, '')
    .replace(QUOTED, (words) =>
      words.replace(TAG, (signs, name?: string) => (isElement(name) ? signs : hideAngles(signs))),
    )
    .replace(INNER, hideAngles)
    .replace(ENTITY, (written, name: string) => {
      const letter = decode(/^\d/.test(name) ? `&#${name};` : `&${name};`);
      return letter.length === 1 ? standIn(letter) : written;
    });
}

/** Brings the hidden letters back into the words and names of a drawing. */
export function showLetters(svg: SVGSVGElement): void {
  const walker = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    currentNode.nodeValue = revealLetters(currentNode.nodeValue ?? '');
  }
  for (const element of svg.querySelectorAll('[data-part]')) {
    element.setAttribute('data-part', revealLetters(element.getAttribute('data-part') ?? ''));
  }
}

function hideAngles(text: string): string {
  return text.replace(ANGLES, standIn);
}

function standIn(letter: string): string {
  const code = letter.charCodeAt(0);
  return code < 0x80 ? SIGN + String.fromCodePoint(FIRST + code) : letter;
}

/** Brings hidden letters back into a text. */
export function revealLetters(text: string): string {
  return text.replace(STAND_IN, (_, selector: string) =>
    String.fromCodePoint((selector.codePointAt(0) ?? FIRST) - FIRST),
  );
}

/** Whether a name is that of an element of HTML, which Mermaid reads or takes out itself. */
function isElement(name: string | undefined): boolean {
  if (name === undefined) return false;
  return !(document.createElement(name) instanceof HTMLUnknownElement);
}

function decode(reference: string): string {
  const { body } = new DOMParser().parseFromString(reference, 'text/html');
  return body.textContent ?? '';
}
