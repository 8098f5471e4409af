import { decodeReferences } from '../../../html/character-references.ts';
import type { SourceText } from '../../../source/source.ts';
import type { ReadContext } from '../../dialect.ts';

/** Returns the file that a page loads its deck from; undefined where the deck is in the page itself. */
export function findOther(
  { path, text }: SourceText,
  context: ReadContext,
): SourceText | undefined {
  const [, address] = /\bsourceUrl\s*:\s*["']([^"']+)["']/.exec(text) ?? [];
  return address === undefined ? undefined : context.readFile(address, path);
}

/** Returns the page that shows a deck of Markdown, beside it or above; undefined for none. */
export function findAround({ path }: SourceText, context: ReadContext): SourceText | undefined {
  return ['index.html', 'slides.html', '../index.html']
    .map((name) => context.readFile(name, path))
    .find((found) => found !== undefined && /\bremark(?:\.create\(|[-.\w]*\.js)/.test(found.text));
}

/** Reads the scripts of a page that are beside it, and the one from which a program builds it: they may create its slides. */
export function readScripts({ path, text }: SourceText, context: ReadContext): string[] {
  const named = [...text.matchAll(/<script\b[^>]*\bsrc=["']([^"':]+)["']/gi)];
  const addresses = [...named.map(([, address = '']) => address), 'index.js'];
  return addresses.flatMap((address) => context.readFile(address, path)?.text ?? []);
}

/** Returns the text of a deck; in a page it is in an element of its own. */
export function findSource(text: string): { body: string; line: number } {
  const [whole, before = '', body = ''] =
    /^([^]*?<textarea id="source"[^>]*>)([^]*?)<\/textarea>/.exec(text) ?? [];
  if (whole === undefined) return { body: text, line: 1 };
  return { body: decodeReferences(body), line: before.split('\n').length };
}
