import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import type { ReadContext } from '../../dialect.ts';
import { noteDrawn, readScripts } from './page-scripts.ts';
import {
  childElements,
  dedent,
  findCode,
  hasMarkedCode,
  isEmptyCode,
  isMarked,
  splitAtCode,
  textOf,
  unindent,
  valueOf,
  writeCode,
} from './page-code.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** A section of a page of reveal.js: Markdown in it or in a file, or HTML. */
export interface PageSection {
  kind: 'markdown' | 'html';
  text: string;
  /** The file of the text. */
  file: string;
  /** Line of the text's first line. */
  line: number;
  attributes: { name: string; value: string }[];
  notes: string[];
  /** Lines of code whose marks are left out. */
  unmarked: number[];
  /** Elements that a script of the page fills, by their ids, and their lines. */
  drawn: { id: string; line: number }[];
  isVertical: boolean;
}

/** What a page of reveal.js says about itself, and its sections in order. */
export interface RevealPage {
  title: string;
  sections: PageSection[];
  /** Addresses of Markdown files that are not there. */
  missing: { address: string; line: number }[];
}

/** Reports whether a text is a page: it begins with a tag, and is not Markdown that shows pages as code. */
export function isPage(text: string): boolean {
  const start = text.replace(/^\s*(?:<!--[^]*?-->\s*|<\?[^>]*>\s*)*/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start)) return true;
  return (
    start.startsWith('<') && /<[a-z]+[^>]*\bclass=["']?[^"'>]*\b(?:reveal|slides)\b/i.test(text)
  );
}

/** Reads the sections of a page of reveal.js. */
export function readRevealPage(html: string, file: string, context: ReadContext): RevealPage {
  const document = parse(html, { sourceCodeLocationInfo: true });
  const hasMarks = hasMarkedCode(html);
  const scripts = readScripts(document, file, context);
  const options = { file, context, hasMarks, scripts };
  const page: RevealPage = { title: titleOf(document), sections: [], missing: [] };
  const slides = findElement(document, (each) => hasClass(each, 'slides'));
  for (const section of slides ? childElements(slides, 'section') : []) {
    const inner = childElements(section, 'section');
    if (inner.length === 0) addSection(section, false, page, options);
    inner.forEach((each, index) => addSection(each, index > 0, page, options));
  }
  return page;
}

interface SectionOptions {
  file: string;
  context: ReadContext;
  hasMarks: boolean;
  scripts: string;
}

function addSection(
  section: Element,
  isVertical: boolean,
  page: RevealPage,
  { file, context, hasMarks, scripts }: SectionOptions,
): void {
  const attributes = section.attrs.map(({ name, value }) => ({ name, value }));
  const address = valueOf(section, 'data-markdown');
  const line = section.sourceCodeLocation?.startLine ?? 1;
  const unmarked: number[] = [];
  const place = { file, line, attributes, notes: [], unmarked, drawn: [], isVertical };
  if (address === undefined) {
    const drawn = noteDrawn(section, scripts);
    const notes = takeNotes(section);
    page.sections.push({
      ...place,
      kind: 'html',
      text: writeHtml(section, { hasMarks, unmarked }),
      notes,
      drawn,
    });
  } else if (address === '') {
    const holder =
      childElements(section, 'textarea')[0] ?? childElements(section, 'script')[0] ?? section;
    const start = holder.sourceCodeLocation?.startTag?.endLine ?? line;
    page.sections.push({ ...place, kind: 'markdown', text: unindent(textOf(holder)), line: start });
  } else {
    const found = context.readFile(address, file);
    if (!found) page.missing.push({ address, line });
    else
      page.sections.push({
        ...place,
        kind: 'markdown',
        text: found.text,
        file: found.path,
        line: 1,
      });
  }
}

/** Removes the notes of a section and returns their text. */
function takeNotes(section: Element): string[] {
  const notes: string[] = [];
  section.childNodes = section.childNodes.filter((node) => {
    if (!('tagName' in node) || node.tagName !== 'aside' || !hasClass(node, 'notes')) return true;
    notes.push(dedent(serialize(node)).trim());
    return false;
  });
  return notes;
}

/** Writes the HTML of a section without blank lines, which would end it in Markdown; its headings are Markdown. */
function writeHtml(
  section: Element,
  { hasMarks, unmarked }: { hasMarks: boolean; unmarked: number[] },
): string {
  const parts: string[] = [];
  let html = '';
  const flush = (): void => {
    const lines = html
      .split('\n')
      .map((each) => each.trim())
      .filter(Boolean);
    if (lines.length > 0) parts.push(lines.join('\n'));
    html = '';
  };
  for (const node of section.childNodes.filter((each) => !isEmptyCode(each))) {
    const isMarkdown = 'tagName' in node && valueOf(node, 'data-markdown') === '';
    const isHeading =
      'tagName' in node && /^h[1-6]$/.test(node.tagName) && (isMarkdown || node.attrs.length === 0);
    const code = 'tagName' in node ? findCode(node) : null;
    if (isMarkdown && !isHeading) {
      flush();
      parts.push(dedent(textOf(node)).trim());
      continue;
    }
    const addCode = (pre: Element): void => {
      flush();
      if (hasMarks && isMarked(pre)) unmarked.push(pre.sourceCodeLocation?.startLine ?? 1);
      parts.push(writeCode(pre, { hasMarks }));
    };
    if (!isHeading && !code) {
      for (const part of splitAtCode(node)) {
        if (typeof part === 'string') html += part;
        else addCode(part);
      }
      continue;
    }
    if (code) {
      addCode(code);
      continue;
    }
    flush();
    parts.push(writeHeading(node as Element));
  }
  flush();
  return `${parts.join('\n\n')}\n`;
}

function writeHeading(node: Element): string {
  return `${'#'.repeat(Number(node.tagName.charAt(1)))} ${serialize(node).replaceAll(/\s+/g, ' ').trim()}`;
}

function titleOf(document: ParentNode): string {
  const title = findElement(document, ({ tagName }) => tagName === 'title');
  return title ? textOf(title).trim() : '';
}

function findElement(
  node: ParentNode,
  isWanted: (element: Element) => boolean,
): Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const found = isWanted(child) ? child : findElement(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

function hasClass(element: Element, name: string): boolean {
  return (valueOf(element, 'class') ?? '').split(/\s+/).includes(name);
}
