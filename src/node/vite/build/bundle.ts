import path from 'node:path';
import type { Rolldown } from 'vite';
import { isExternal } from '../../../talk/text/path.ts';
import { isSamePath } from '../../paths.ts';
import type { DocumentLinks } from '../../pages/document.ts';

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** Lists what a page loads for an entry and for modules that it will import: scripts, the stylesheets behind them. */
export function linkEntry(bundle: Bundle, file: string, lazy: readonly string[]): DocumentLinks {
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
  for (const module of lazy) visit(findChunkOf(bundle, module));
  preloads.delete(entry.fileName);
  return { icon: '', styles: [...styles], scripts: [entry.fileName], preloads: [...preloads] };
}

/** Finds the built form of a stylesheet; both folder and file are absolute. */
export function requireStyle(bundle: Bundle, root: string, file: string): string {
  const style = Object.values(bundle).find(
    (part) =>
      part.type === 'asset' &&
      part.originalFileNames.some((name) => isSamePath(path.resolve(root, name), file)),
  );
  if (!style) throw new Error(`The build has no stylesheet for ${file}.`);
  return style.fileName;
}

function findChunk(bundle: Bundle, name: string): Chunk | undefined {
  const part = bundle[name];
  return part?.type === 'chunk' ? part : undefined;
}

/** Finds the chunk that holds a module. */
function findChunkOf(bundle: Bundle, file: string): Chunk | undefined {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  return chunks.find(({ moduleIds }) => moduleIds.includes(file));
}

/** Returns the path from a talk's page to the files it loads, one folder above. */
export function liftLinks({
  icon,
  styles,
  scripts,
  preloads,
  fonts = [],
}: DocumentLinks): DocumentLinks {
  const lift = (url: string): string => (isExternal(url) ? url : `../${url}`);
  return {
    icon: lift(icon),
    styles: styles.map(lift),
    scripts: scripts.map(lift),
    preloads: preloads.map(lift),
    fonts: fonts.map(lift),
  };
}
