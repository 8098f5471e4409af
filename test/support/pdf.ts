import { constants, inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

/** A bookmark with those beneath it. */
export interface ReadBookmark {
  title: string;
  items: ReadBookmark[];
}

/** A page of a PDF as its readers meet it. */
export interface ReadPage {
  text: string;
  /** Its text in the stretches in which it was set. */
  items: string[];
  /** Addresses that can be clicked. */
  links: string[];
  /** Numbers of the pages that its other links lead to. */
  targets: number[];
  /** Roles of the tags on it, in reading order. */
  tags: string[];
  /** What its figures say to those who do not see them; empty for one without words. */
  figures: string[];
  /** In points: 960 by 540 for 1280 by 720 CSS pixels. */
  size: [width: number, height: number];
}

/** A PDF as its readers meet it. */
export interface ReadPdf {
  info: Record<string, unknown>;
  labels: string[] | null;
  bookmarks: ReadBookmark[];
  /** Words of all annotations that are notes. */
  notes: string[];
  pages: ReadPage[];
}

interface ReadAnnotation {
  url?: string;
  dest?: string | unknown[] | null;
  subtype?: string;
  contentsObj?: { str: string };
}

interface Tag {
  role?: string;
  alt?: string;
  children?: Tag[];
}

/** Reads a PDF: what it says about itself, its bookmarks, and of each page its words, links and tags. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const outline = (await pdf.getOutline()) as ReadBookmark[] | null;
  const pages: ReadPage[] = [];
  const notes: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const links = (await page.getAnnotations()) as ReadAnnotation[];
    notes.push(
      ...links.flatMap((link) => (link.subtype === 'Text' ? (link.contentsObj?.str ?? '') : [])),
    );
    const tree = (await page.getStructTree()) as Tag | null;
    const texts = items.map((item) => ('str' in item ? item.str : ''));
    pages.push({
      text: texts.join(' '),
      items: texts,
      links: links.flatMap(({ url }) => url ?? []),
      targets: await Promise.all(links.flatMap(({ dest }) => (dest ? findPage(pdf, dest) : []))),
      tags: listRoles(tree),
      figures: listFigures(tree),
      size: [width, height],
    });
  }
  return {
    info: info as Record<string, unknown>,
    labels: await pdf.getPageLabels(),
    bookmarks: (outline ?? []).map(toBookmark),
    notes,
    pages,
  };
}

type ReadFile = Awaited<ReturnType<typeof getDocumentProxy>>;

async function findPage(pdf: ReadFile, dest: string | unknown[]): Promise<number> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  return 1 + (await pdf.getPageIndex(place?.[0] as Parameters<ReadFile['getPageIndex']>[0]));
}

/** Returns whether letters are drawn by a Type 3 font, for which a venue may turn the page into a picture. */
export function hasType3Font(bytes: Buffer): boolean {
  return inflateStreams(bytes).some((stream) => stream.includes('/Type3'));
}

/** Lists the names of the fonts in a PDF, without what marks them as parts of fonts. */
export function listFonts(bytes: Buffer): string[] {
  const streams = inflateStreams(bytes).filter((stream) => stream.includes('/BaseFont'));
  const names = streams.flatMap((stream) => [...stream.toString('latin1').matchAll(FONT)]);
  return [...new Set(names.map(([, name = '']) => name))].sort();
}

const FONT = /\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/>]+)/g;
const STREAM = /\/FlateDecode[^>]*>> stream\n/g;

function inflateStreams(bytes: Buffer): Buffer[] {
  const starts = bytes.toString('latin1').matchAll(STREAM);
  return Array.from(starts, ({ index, 0: word }) => inflate(bytes.subarray(index + word.length)));
}

function inflate(bytes: Buffer): Buffer {
  return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

function toBookmark({ title, items }: ReadBookmark): ReadBookmark {
  return { title, items: items.map(toBookmark) };
}

function listRoles(tag: Tag | null): string[] {
  if (!tag) return [];
  const below = (tag.children ?? []).flatMap(listRoles);
  return tag.role === undefined || tag.role === 'Root' ? below : [tag.role, ...below];
}

function listFigures(tag: Tag | null): string[] {
  if (!tag) return [];
  const below = (tag.children ?? []).flatMap(listFigures);
  return tag.role === 'Figure' ? [tag.alt ?? '', ...below] : below;
}
