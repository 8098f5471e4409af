import { decodeReferences } from '../../../html/character-references.ts';
import { isRecord } from '../../../text/value/record.ts';
import { splitHead } from '../../cut-slides.ts';
import type { ReadContext } from '../../dialect.ts';
import { plainLines } from '../../scan-lines.ts';
import { plainFormulas } from '../../translate/escaped-formulas.ts';

/**
 * Finds the text of the last run of a deck: what Quarto keeps in `_freeze`, Markdown beside the deck, or the page of
 * xaringan. Returns undefined for none.
 */
export function findRun(path: string, context: ReadContext): string | undefined {
  const stem = stemOf(path);
  const read = (address: string): string | undefined => {
    const text = context.readFile(address, path)?.text;
    return text === undefined ? undefined : plainLines(text);
  };
  for (const folder of findFrozen(path)) {
    const frozen = ['html', 'revealjs', 'tex']
      .map((format) => read(`${folder}/execute-results/${format}.json`))
      .find((text) => text !== undefined);
    const kept = frozen === undefined ? undefined : readFrozen(frozen);
    if (kept !== undefined) return toFolder(bodyOf(kept), { stem, folder, path, context });
  }
  const page = read(`${stem}.html`);
  const [, source] = /<textarea id="source"[^>]*>([^]*?)<\/textarea>/.exec(page ?? '') ?? [];
  if (source !== undefined)
    return plainFormulas(decodeReferences(source).replaceAll(INLINE_FORMULA, '$$$1$$'));
  if (/\.md$/i.test(path)) return undefined;
  const kept = [`${stem}.html.md`, `${stem}.revealjs.md`, `${stem}.knit.md`, `${stem}.md`]
    .map(read)
    .find((text) => text !== undefined);
  return kept === undefined ? undefined : bodyOf(kept);
}

/** Finds the page of slides that Quarto made of a deck, beside it or in the folder of its site; undefined for none. */
export function findPage(path: string, context: ReadContext): string | undefined {
  const stem = stemOf(path);
  const sites = listAbove(path).flatMap(({ up, inside }) =>
    ['docs', '_site', 'public'].map((site) => [up + site, ...inside, `${stem}.html`].join('/')),
  );
  return [`${stem}.html`, ...sites]
    .map((address) => context.readFile(address, path)?.text)
    .find((text) => text !== undefined && /<div class="(?:reveal|slides)"/.test(text));
}

/** Lists the folders in which projects of Quarto may keep what the cells of a deck gave, as addresses beside it. */
export function findFrozen(path: string): string[] {
  const stem = stemOf(path);
  return listAbove(path).map(({ up, inside }) => [`${up}_freeze`, ...inside, stem].join('/'));
}

/** Lists the folder of a deck and those above it: the way up, and the names of the folders down to the deck. */
function listAbove(path: string): { up: string; inside: string[] }[] {
  const folders = path.split('/').slice(0, -1);
  return Array.from({ length: Math.min(MAX_UP, folders.length) + 1 }, (_, up) => ({
    up: '../'.repeat(up),
    inside: folders.slice(folders.length - up),
  }));
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}

function bodyOf(text: string): string {
  return splitHead(text).body;
}

/** Returns the Markdown of a file in which Quarto keeps what a deck gave. */
function readFrozen(json: string): string | undefined {
  try {
    const kept: unknown = JSON.parse(json);
    const result = isRecord(kept) ? kept['result'] : undefined;
    const markdown = isRecord(result) ? result['markdown'] : undefined;
    return typeof markdown === 'string' ? plainLines(markdown) : undefined;
  } catch {
    return undefined;
  }
}

interface FrozenPlace {
  stem: string;
  folder: string;
  path: string;
  context: ReadContext;
}

/** Writes the pictures of a text with the folder in which they are kept, where they are not beside the deck. */
function toFolder(text: string, { stem, folder, path, context }: FrozenPlace): string {
  const near = `${stem}_files/figure-`;
  const start = text.indexOf(near);
  const [first = ''] = /^[^\s)"']+/.exec(text.slice(Math.max(0, start))) ?? [];
  if (start < 0 || context.whyNotCopied(first, path) === null) return text;
  return text.replaceAll(near, `${folder}/figure-`);
}

/** How many folders above that of a deck may be the one of its project. */
const MAX_UP = 4;
/** A formula as xaringan hands it through Markdown. */
const INLINE_FORMULA = /`\\\((.+?)\\\)`/g;
