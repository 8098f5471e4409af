import { serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { unescapeHtml } from '../../../html/html.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Returns the code that an element is: itself, or all that is in it, as Pandoc and others write it. */
export function findCode(element: Element): Element | null {
  if (element.tagName === 'pre') return element;
  const others = element.childNodes.filter(
    (node) => !('value' in node && node.value.trim() === '') && node.nodeName !== '#comment',
  );
  const [only] = others;
  const isFrame =
    /^(?:div|figure)$/.test(element.tagName) &&
    /\b(?:sourceCode|highlight)/.test(valueOf(element, 'class') ?? '');
  return isFrame && others.length === 1 && only && 'tagName' in only ? findCode(only) : null;
}

/** Writes code as a fence, with its language and its marked lines; tags in it are code, or marks that are left out. */
export function writeCode(pre: Element, { hasMarks }: { hasMarks: boolean }): string {
  const code = childElements(pre, 'code')[0] ?? pre;
  const names = `${valueOf(code, 'class') ?? ''} ${valueOf(pre, 'class') ?? ''}`
    .split(/\s+/)
    .filter(
      (name) =>
        !/^(?:sourceCode|hljs|numberLines|highlight|fragment|stretch|r-stretch)$/.test(name),
    );
  const language = /^\s*(?:language-|lang-)?([\w+-]+)/.exec(names.join(' ').trim())?.[1] ?? '';
  const steps = valueOf(code, 'data-line-numbers') ?? valueOf(pre, 'data-line') ?? '';
  const text = dedent(hasMarks ? textOf(code) : codeOf(code))
    .replace(/^\n/, '')
    .trimEnd();
  const info = [language, /^[\d,|-]+$/.test(steps) && `{${steps}}`].filter(Boolean).join(' ');
  const fence = text.includes('```') ? '````' : '```';
  const isStep = [pre, code].some((each) => /\bfragment\b/.test(valueOf(each, 'class') ?? ''));
  const step = isStep ? '\n<!-- .element: class="fragment" -->' : '';
  return `${fence}${info}\n${text}\n${fence}${step}`;
}

/** Checks whether an element is what a browser leaves in front of code within a line that holds a block of code. */
export function isEmptyCode(node: ChildNode): boolean {
  return 'tagName' in node && node.tagName === 'code' && textOf(node).trim() === '';
}

/** Splits the HTML of a node at the code in it, as far as Markdown may be there: before the tag of a block. */
export function splitAtCode(node: ChildNode): (string | Element)[] {
  const holder = { ...node, parentNode: null };
  const found: Element[] = [];
  const mark = (parent: ParentNode): void => {
    parent.childNodes.forEach((child, index) => {
      if (!('tagName' in child)) return;
      if (child.tagName !== 'pre') return mark(child);
      parent.childNodes[index] = {
        nodeName: '#comment',
        data: MARK + found.length,
        parentNode: parent,
      };
      found.push(child);
    });
  };
  if ('childNodes' in holder && !hasInline(holder)) mark(holder);
  const html = serializeNode(holder);
  const parts: (string | Element)[] = [];
  let rest = html;
  for (const [index, pre] of found.entries()) {
    const [before = '', after = ''] = rest.split(`<!--${MARK}${index}-->`, 2);
    parts.push(before, pre);
    rest = after;
  }
  return [...parts, rest];
}

/** Checks whether words follow code within an element: they would be Markdown behind it. */
function hasInline(parent: ParentNode): boolean {
  return parent.childNodes.some((child, index) => {
    if (!('tagName' in child)) return false;
    if (child.tagName !== 'pre') return hasInline(child);
    const next = parent.childNodes
      .slice(index + 1)
      .find((each) => !('value' in each && each.value.trim() === ''));
    return next !== undefined && !('tagName' in next && BLOCK.test(next.tagName));
  });
}

const MARK = 'code-of-the-page ';
/** Elements whose tags begin a block of HTML in Markdown. */
const BLOCK =
  /^(?:div|p|ul|ol|li|table|tr|td|th|section|article|aside|figure|figcaption|blockquote|h[1-6]|header|footer|main|nav|dl|dt|dd|details|summary|center|form|pre|iframe)$/;

function serializeNode(node: ChildNode): string {
  const holder = {
    nodeName: 'x',
    tagName: 'x',
    attrs: [],
    childNodes: [node],
    namespaceURI: '',
    parentNode: null,
  };
  return serialize(holder as unknown as ParentNode);
}

/** Checks whether tags in code are marks in a page: where its program for colours is not the plugin of reveal.js. */
export function hasMarkedCode(html: string): boolean {
  return (
    /\bhljs\.|\bhighlight\.(?:pack|min)\.js/.test(html) &&
    !/plugin\/highlight|RevealHighlight/.test(html)
  );
}

/** Checks whether code has tags other than those of a program that colours it. */
export function isMarked(pre: Element): boolean {
  const code = childElements(pre, 'code')[0] ?? pre;
  return (
    !/\bhljs\b/.test(valueOf(code, 'class') ?? '') &&
    code.childNodes.some((node) => 'tagName' in node && node.tagName !== 'script')
  );
}

/** Returns the code of an element: its tags are code as well, unless it says that it holds HTML. */
function codeOf(code: Element): string {
  const template = childElements(code, 'script')[0];
  if (template) return textOf(template);
  // Code that a program has coloured is full of tags that do not belong to it.
  const isColoured = /\b(?:sourceCode|hljs)\b/.test(valueOf(code, 'class') ?? '');
  if (isColoured || valueOf(code, 'data-noescape') !== undefined) return textOf(code);
  return unescapeHtml(serialize(code).replaceAll('&nbsp;', ' '));
}

/** Removes the indentation that all lines of a text share. */
export function dedent(text: string): string {
  const lines = text.replaceAll('\t', '    ').split('\n');
  const widths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const width = Math.min(...widths, 80);
  return lines
    .map((line) => line.slice(Math.min(width, line.length - line.trimStart().length)))
    .join('\n');
}

/** Removes the indentation of the first line from those that have it, as reveal.js does; others stay, as code. */
export function unindent(text: string): string {
  const [, tabs = ''] = /^\n?(\t*)/.exec(text) ?? [];
  const [, blanks = ''] = /^\n?(\s*)/.exec(text) ?? [];
  const indent = tabs === '' ? ' '.repeat(blanks.length) : tabs;
  if (tabs === '' && blanks.length < 2) return text;
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** Returns the text in an element. */
export function textOf(node: ParentNode): string {
  return node.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      return 'childNodes' in child ? textOf(child) : '';
    })
    .join('');
}

/** Lists the child elements of a name. */
export function childElements(node: ParentNode, name: string): Element[] {
  return node.childNodes.filter(
    (child): child is Element => 'tagName' in child && child.tagName === name,
  );
}

/** Returns the value of an attribute; undefined for none. */
export function valueOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
