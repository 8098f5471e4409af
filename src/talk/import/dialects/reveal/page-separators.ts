import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ReadContext } from '../../dialect.ts';
import type { WrittenSeparators } from './separators.ts';

/** Pages that may show a file of Markdown, by their places beside it. */
const PAGES = ['index.html', '../index.html', 'slides.html', 'presentation.html'];
/** Where reveal-md has its settings. */
const SETTINGS = ['reveal-md.json', '../reveal-md.json'];

/** Finds the separators for a file of Markdown: in the settings of reveal-md, or in the page that shows the file. */
export function findSeparators(path: string, { readFile }: ReadContext): WrittenSeparators {
  for (const name of SETTINGS) {
    const settings = readSettings(readFile(name, path)?.text);
    if (settings) return settings;
  }
  const base = path.split('/').at(-1) ?? '';
  for (const name of PAGES) {
    const page = readFile(name, path);
    const section = page && findSection(parse(page.text), (name) => name === base);
    if (section) return { ...readSectionSeparators(section.attrs, page.text), page };
  }
  // A page that shows one deck after the other has the separators of all of them.
  for (const name of PAGES) {
    const page = readFile(name, path);
    const section =
      page && findSection(parse(page.text), (shown) => /\.(?:md|markdown)$/.test(shown));
    if (section) return { ...readSectionSeparators(section.attrs, page.text), page };
  }
  return {};
}

function readSettings(text: string | undefined): WrittenSeparators | null {
  if (text === undefined) return null;
  try {
    const settings: unknown = JSON.parse(text);
    if (typeof settings !== 'object' || settings === null) return null;
    const valueOf = (name: string): string | undefined => {
      const value = (settings as Record<string, unknown>)[name];
      return typeof value === 'string' ? value : undefined;
    };
    return {
      horizontal: valueOf('separator'),
      vertical: valueOf('verticalSeparator'),
      notes: valueOf('notesSeparator'),
      css: (settings as Record<string, unknown>)['css'],
      preprocessor: valueOf('preprocessor'),
    };
  } catch {
    return null;
  }
}

function findSection(
  node: DefaultTreeAdapterTypes.ParentNode,
  isWanted: (name: string) => boolean,
): DefaultTreeAdapterTypes.Element | undefined {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue;
    const address = child.attrs.find(({ name }) => name === 'data-markdown')?.value ?? '';
    const found = isWanted(address.split('/').at(-1) ?? '') ? child : findSection(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

/** Reads the separators of a section of a page. */
export function readSectionSeparators(attributes: PageAttributes, page: string): WrittenSeparators {
  const valueOf = (name: string): string | undefined =>
    attributes.find((each) => each.name === name)?.value;
  const written = {
    horizontal: valueOf('data-separator'),
    vertical: valueOf('data-separator-vertical'),
    notes: valueOf('data-separator-notes'),
  };
  // Since its fourth version the program is in "dist".
  const isOld = /\bjs\/reveal(?:\.min)?\.js/.test(page);
  const isNamed = Object.values(written).some(Boolean);
  const isOne = isOld && !isNamed && !valueOf('data-markdown');
  return { ...written, isPage: true, isOld, isOne };
}

type PageAttributes = readonly { name: string; value: string }[];
