import { findReference, hasStream, readText, type PdfFile } from './pdf-file.ts';

/** The page tree and structure tree of a browser's PDF, as numbers and contents of objects. */
interface Anatomy {
  pages: number;
  /** The root of the tags, and the element that holds all others. */
  tags: number;
  document: number;
  elements: string;
  /** How pages and links find their elements. */
  parents: number;
  parentPairs: string;
  /** How elements find each other by name; undefined when none has one. */
  names: number | undefined;
  nameLists: string;
}

/** What stands in an object: texts, keys of `parents` and numbers of other objects. */
const WORDS = /\((?:\\[^]|[^\\()])*\)|(\/StructParents?) (\d+)|(?<![\d.])(\d+) 0 R/g;
const NODE = /^\(node(?=\d+\)$)/;
const STREAM = '>> stream';
const PAIRS = /^\s*(?:\d+ \d+ 0 R\s*)+$/;
const PAIR = /(\d+) (\d+ 0 R)/g;
const REFERENCE = /(\d+) 0 R/g;
/** Pages have keys from 0 on and links from 100,000 on, so this keeps those of parts apart, and in order. */
const KEYS = 1_000_000;

/**
 * Joins the PDFs of a talk's batches, with their tags in one tree. Null when one is not built as Chromium builds them
 * (Skia's `SkPDFDocument` and `SkPDFTag`), or has named places, which two batches could share.
 */
export function joinPdfs(files: readonly PdfFile[]): PdfFile | null {
  let last = 0;
  const moved = files.map((file, part) => {
    const copy = moveFile(file, last, part);
    last += Math.max(...file.objects.keys());
    return copy;
  });
  const parts = moved.flatMap((file) => dissect(file) ?? []);
  const [whole] = moved;
  if (!whole || parts.length < files.length) return null;
  const outer = new Set(
    moved.flatMap(({ root, info }, index) => [root, info, ...listOuter(parts[index])]),
  );
  for (const { objects } of moved.slice(1))
    for (const [id, body] of objects) if (!outer.has(id)) whole.objects.set(id, body);
  joinPages(whole, parts, last + 1);
  joinTags(whole, parts);
  return whole;
}

/** Lists the objects that each file has one of, and the whole as well. */
function listOuter(anatomy: Anatomy | undefined): (number | undefined)[] {
  return anatomy ? [anatomy.tags, anatomy.document, anatomy.parents, anatomy.names] : [];
}

function dissect(file: PdfFile): Anatomy | null {
  const catalog = readText(file, file.root);
  const pages = findReference(catalog, 'Pages');
  const tags = findReference(catalog, 'StructTreeRoot');
  if (pages === undefined || tags === undefined || catalog.includes('/Dests ')) return null;
  const root = readText(file, tags);
  const document = findReference(root, 'K');
  const parents = findReference(root, 'ParentTree');
  if (document === undefined || parents === undefined) return null;
  const names = findReference(root, 'IDTree');
  const elements = /\/K (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(readText(file, document));
  const pairs = /\/Nums \[([^\]]*)\]/.exec(readText(file, parents))?.[1] ?? '';
  const lists = names ? /\/Kids \[([^\]]*)\]/.exec(readText(file, names))?.[1] : '';
  if (!elements || !PAIRS.test(pairs) || lists === undefined) return null;
  const held = { elements: elements[1] ?? elements[2] ?? '', parentPairs: pairs, nameLists: lists };
  return { pages, tags, document, parents, names, ...held };
}

/** Renumbers all objects of a file, their keys and the names of its elements. */
function moveFile({ objects, root, info }: PdfFile, by: number, part: number): PdfFile {
  const prefix = `(node${String(part).padStart(3, '0')}`;
  const move = (word: string, key?: string, place?: string, id?: string): string => {
    if (id !== undefined) return `${Number(id) + by} 0 R`;
    if (key !== undefined) return `${key} ${Number(place) + part * KEYS}`;
    return word.replace(NODE, prefix);
  };
  const moved = new Map<number, string>();
  for (const [id, body] of objects) {
    const end = hasStream(body) ? body.indexOf(STREAM) : body.length;
    moved.set(id + by, body.slice(0, end).replace(WORDS, move) + body.slice(end));
  }
  return { objects: moved, root: root + by, info: info === null ? null : info + by };
}

/** Hangs the parts' trees of pages into one. */
function joinPages(whole: PdfFile, parts: readonly Anatomy[], id: number): void {
  const { objects, root } = whole;
  let count = 0;
  for (const { pages } of parts) {
    const tree = readText(whole, pages);
    count += Number(/\/Count (\d+)/.exec(tree)?.[1]);
    objects.set(pages, tree.replace('/Type /Pages', `/Type /Pages\n/Parent ${id} 0 R`));
  }
  const kids = parts.map(({ pages }) => `${pages} 0 R`).join(' ');
  objects.set(id, `<</Type /Pages\n/Count ${count}\n/Kids [${kids}]>>`);
  objects.set(root, readText(whole, root).replace(/\/Pages \d+ 0 R/, `/Pages ${id} 0 R`));
}

/** Adds the pages and tags of the other parts to the first one. */
function joinTags(whole: PdfFile, parts: readonly Anatomy[]): void {
  const { objects } = whole;
  const [first, ...others] = parts;
  if (!first) return;
  const { tags, document, parents } = first;
  for (const other of others) {
    for (const [, id] of other.elements.matchAll(REFERENCE)) {
      const element = readText(whole, Number(id));
      const moved = element.replace(`/P ${other.document} 0 R`, `/P ${document} 0 R`);
      objects.set(Number(id), moved);
    }
  }
  const elements = parts.map((part) => part.elements.trim()).join(' ');
  const body = readText(whole, document).replace(/\/K (?:\[[^\]]*\]|\d+ 0 R)/, `/K [${elements}]`);
  objects.set(document, body);
  const pairs = parts.map(({ parentPairs }, part) =>
    parentPairs.replace(
      PAIR,
      (_, key: string, value: string) => `${Number(key) + part * KEYS} ${value}`,
    ),
  );
  objects.set(parents, `<</Type /ParentTree\n/Nums [${pairs.join(' ')}]>>`);
  const lists = parts.flatMap(({ nameLists }) => nameLists || []).join(' ');
  const names = parts.flatMap((part) => part.names ?? [])[0];
  if (names !== undefined) objects.set(names, `<</Kids [${lists}]>>`);
  objects.set(
    tags,
    [
      '<</Type /StructTreeRoot',
      `/K ${document} 0 R`,
      `/ParentTreeNextKey ${parts.length * KEYS}`,
      `/ParentTree ${parents} 0 R`,
      ...(names === undefined ? [] : [`/IDTree ${names} 0 R`]),
    ].join('\n') + '>>',
  );
}
