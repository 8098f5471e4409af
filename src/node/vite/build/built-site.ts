import type { Rolldown } from 'vite';
import type { EmittedFile, FileTable } from './emit.ts';
import type { SitePictures } from './prepare-pictures.ts';
import type { SiteTalk } from './site-talk.ts';

/** The plugin that writes the pages of a build. */
export const BUILD_PLUGIN = 'rostrum:build';

/** What the plugin that writes pages has for commands. */
export interface BuildApi {
  /** Returns what the last build was made of; null before one. */
  built(): BuiltSite | null;
}

/** What pages of a site were written with: a plain value, so that the next build can write some of them without Vite. */
export interface BuiltSite {
  bundle: OutlinePart[];
  icon: string;
  files: FileTable;
  /** The files that heads of pages name, by their absolute paths. */
  ofHeads: Record<string, EmittedFile>;
  talks: SiteTalk[];
  /** The files that are no part of Vite's bundle: pages and what is around them. */
  written: string[];
  /** What was said about pictures. */
  said: Omit<SitePictures, 'files'>;
}

type Chunk = Rolldown.OutputChunk;

/** What pages have to know of a script or a stylesheet that Vite built. */
export type OutlinePart =
  | (Pick<
      Chunk,
      | 'type'
      | 'fileName'
      | 'isEntry'
      | 'facadeModuleId'
      | 'moduleIds'
      | 'imports'
      | 'dynamicImports'
    > & { viteMetadata: { importedCss: string[] } })
  | Pick<Rolldown.OutputAsset, 'type' | 'fileName' | 'originalFileNames' | 'source'>;

const URL = /\burl\([^)]*\)/g;

/** Describes what Vite built without its text; of stylesheets the addresses are left. */
export function outlineBundle(bundle: Rolldown.OutputBundle): OutlinePart[] {
  return Object.values(bundle).map((part) => {
    const { fileName } = part;
    if (part.type === 'chunk') {
      const { type, isEntry, facadeModuleId, moduleIds, imports, dynamicImports } = part;
      const styles = { importedCss: [...(part.viteMetadata?.importedCss ?? [])] };
      return {
        ...{ type, fileName, isEntry, facadeModuleId, moduleIds: [...moduleIds] },
        ...{ imports: [...imports], dynamicImports: [...dynamicImports], viteMetadata: styles },
      };
    }
    const { type, originalFileNames } = part;
    const text = fileName.endsWith('.css') ? Buffer.from(part.source).toString('utf8') : '';
    const source = (text.match(URL) ?? []).join(' ');
    return { type, fileName, originalFileNames: [...originalFileNames], source };
  });
}

/** Returns the bundle that an outline describes, for what asks which files there are and what they load. */
export function toBundle(outline: readonly OutlinePart[]): Rolldown.OutputBundle {
  const parts = outline.map((part) => [part.fileName, part] as const);
  // Pages read nothing of a bundle that its outline lacks.
  return Object.fromEntries(parts) as unknown as Rolldown.OutputBundle;
}
