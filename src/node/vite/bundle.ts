import path from 'node:path';
import type { Rolldown } from 'vite';
import type { Talk } from '../../talk/model/talk.ts';
import type { DocumentLinks } from './document.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** What pages ask for when they need it: elements by name without `rostrum-`, `live`, and `live/BLOCK`. */
export type Elements = ReadonlySet<string>;

const ELEMENT_TAG = /<rostrum-([a-z][\w-]*)/g;
const ELEMENT_FILE = /\/src\/browser\/elements\/([\w-]+)\.ts$/;
const LIVE_FILE = /\/src\/browser\/live\/(live)\.ts$/;
const BLOCK_FILE = /\/src\/talk\/blocks\/([\w-]+)\.ts$/;

/** What elements and live data begin with. */
export const OPTIONAL = /\/src\/browser\/(?:elements\/(chart|figure|timeline)|live\/(live))\.ts$/;

/** Tells whether a module begins something that no page asks for, so that neither it nor what it imports need be read. */
export function isUnasked(file: string, elements: Elements): boolean {
  const [, element, live] = OPTIONAL.exec(file) ?? [];
  const name = element ?? live;
  return name !== undefined && !elements.has(name);
}

/** Finds the custom elements that talks have on their slides. */
export function findElements(talks: readonly Talk[]): Elements {
  const tags = talks.flatMap(({ slides }) =>
    slides.flatMap(({ html }) => [...html.matchAll(ELEMENT_TAG)].map(([, name]) => name ?? '')),
  );
  const live = talks.flatMap((talk) => {
    if (!talk.live) return [];
    const blocks = talk.slides.flatMap(({ blocks }) => blocks.map(({ name }) => `live/${name}`));
    return ['live', ...blocks];
  });
  return new Set([...tags, ...live]);
}

/** Takes out of a build what no page will ask for: elements that stand on none, and what only they import. */
export function dropUnused(bundle: Bundle, elements: Elements): void {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const needed = new Set<string>();
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || needed.has(chunk.fileName)) return;
    needed.add(chunk.fileName);
    for (const name of chunk.imports) visit(findChunk(bundle, name));
    for (const name of chunk.dynamicImports) {
      const target = findChunk(bundle, name);
      if (target && isWanted(target, elements)) visit(target);
    }
  };
  chunks.filter((chunk) => chunk.isEntry).forEach(visit);
  for (const { fileName } of chunks) if (!needed.has(fileName)) delete bundle[fileName];
}

/** Lists what a page loads for an entry: its script, the stylesheets and modules behind it. */
export function linkEntry(bundle: Bundle, file: string, elements: Elements): DocumentLinks {
  const entry = Object.values(bundle).find(
    (part): part is Chunk => part.type === 'chunk' && part.facadeModuleId === file,
  );
  if (!entry) throw new Error(`The build has no script for ${file}.`);
  const styles = new Set<string>();
  const preloads = new Set<string>();
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || preloads.has(chunk.fileName)) return;
    preloads.add(chunk.fileName);
    for (const name of chunk.imports) visit(findChunk(bundle, name));
    for (const name of chunk.viteMetadata?.importedCss ?? []) styles.add(name);
  };
  visit(entry);
  const targets = entry.dynamicImports.map((name) => findChunk(bundle, name));
  for (const target of targets) if (target && isElement(target, elements)) visit(target);
  preloads.delete(entry.fileName);
  return { icon: '', styles: [...styles], scripts: [entry.fileName], preloads: [...preloads] };
}

/** Finds the built form of a stylesheet; both folder and file are absolute. */
export function findStyle(bundle: Bundle, root: string, file: string): string {
  const style = Object.values(bundle).find(
    (part) =>
      part.type === 'asset' &&
      part.originalFileNames.some((name) => path.resolve(root, name) === file),
  );
  if (!style) throw new Error(`The build has no stylesheet for ${file}.`);
  return style.fileName;
}

function findChunk(bundle: Bundle, name: string): Chunk | undefined {
  const part = bundle[name];
  return part?.type === 'chunk' ? part : undefined;
}

function isWanted(chunk: Chunk, elements: Elements): boolean {
  const block = findName([chunk.facadeModuleId ?? ''], BLOCK_FILE);
  const name = block === null ? findName(chunk.moduleIds, LIVE_FILE) : `live/${block}`;
  if (name !== null) return elements.has(name);
  return findName(chunk.moduleIds, ELEMENT_FILE) === null || isElement(chunk, elements);
}

/** The class of an element can share its file with what it is made of, but not with what keeps data live. */
function isElement({ moduleIds }: Chunk, elements: Elements): boolean {
  const name = findName(moduleIds, ELEMENT_FILE);
  return name !== null && elements.has(name) && findName(moduleIds, LIVE_FILE) === null;
}

function findName(files: readonly string[], pattern: RegExp): string | null {
  for (const file of files) {
    const [, name] = pattern.exec(file) ?? [];
    if (name !== undefined) return name;
  }
  return null;
}
