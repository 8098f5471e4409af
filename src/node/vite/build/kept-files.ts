import path from 'node:path';
import type { Rolldown } from 'vite';
import { isExternal } from '../../../talk/text/path.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { keptListName, type KeptFiles } from '../../../talk/model/wire.ts';
import { locateFloorFile } from '../../engine.ts';
import { hash } from '../../hash.ts';
import { listBrowserFiles } from '../../pages/browser-files.ts';
import type { DocumentLinks } from '../../pages/document.ts';
import { collectNeeds } from '../../pages/policy.ts';
import type { EmittedFile } from './emit.ts';

type Bundle = Rolldown.OutputBundle;

/** What a talk's page loads, by names in the bundle. */
export interface TalkFiles {
  links: Pick<DocumentLinks, 'icon' | 'styles' | 'scripts' | 'preloads'>;
  /** Stylesheets that may name pictures. */
  sheets: readonly string[];
  /** The talk's own files. */
  assets: readonly EmittedFile[];
  /** Modules that the page never loads, though the site has them. */
  unused: ReadonlySet<string>;
}

/** The service worker's script, at the root of a site. */
export const WORKER_NAME = 'service-worker.js';

/** Puts the service worker's script into a build. */
export function emitWorker({ emitFile }: Pick<Rolldown.PluginContext, 'emitFile'>): void {
  emitFile({ type: 'chunk', id: listBrowserFiles().worker, fileName: WORKER_NAME });
}

/** Stands for the id of a page until its text is known. */
const NO_ID = '0'.repeat(8);

const PAGE = 'index.html';

/** Names that change with the content of their files; with any other a worker would answer with old files. */
const HASHED = /-[\w-]{8}\.\w+$/;
const CSS_URL = /\burl\(\s*["']?([^"')]+)/g;
/** Pages find out themselves which of them they need: the faces that have their letters, and the parts of their charts. */
const FACE = /\.(?:woff2?|ttf|otf)$/;
const CHART_PARTS = ['kinds/on-demand/', 'facets', 'notes/'].map((part) =>
  locateFloorFile(`browser/charts/${part}`),
);
/** Each visitor keeps the talk, so videos have a bound. */
const MAX_BYTES = 50_000_000;

/** Lists what pages of a talk keep, the largest files last; null where a configuration names files without a hash. */
export function listKept(bundle: Bundle, talk: Talk, files: TalkFiles): KeptFiles | null {
  const code = listCode(bundle, files);
  const own = [...files.assets].sort((a, b) => a.bytes - b.bytes);
  let bytes = 0;
  const small = own.filter((file) => (bytes += file.bytes) <= MAX_BYTES);
  const names = [...new Set([...code, ...small.map(({ name }) => name)])];
  if (!names.every((name) => HASHED.test(name))) return null;
  const { hosts = [], styles = [], hasFrames } = collectNeeds(talk);
  const isRemote = hosts.length + styles.length > 0 || hasFrames === true;
  const isPartial = small.length < own.length || isRemote;
  return {
    worker: `../${WORKER_NAME}`,
    files: names.map((name) => `../${name}`),
    ...(isPartial ? { isPartial } : {}),
  };
}

/** Renders a page with the id of what it keeps, which is made of the texts of both, and the list of that; by names of files. */
export function renderKept(
  kept: KeptFiles | null,
  render: (id: string | null) => string,
): Record<string, string> {
  if (kept === null) return { [PAGE]: render(null) };
  const page = render(NO_ID);
  const list = JSON.stringify(kept);
  const id = hash(page + list, NO_ID.length);
  return {
    [PAGE]: page.replace(`"kept":"${NO_ID}"`, `"kept":"${id}"`),
    [keptListName(id)]: list,
  };
}

/** Lists scripts, stylesheets and the pictures in these. */
function listCode(bundle: Bundle, { links, sheets, unused }: TalkFiles): Set<string> {
  const names = new Set(links.styles.filter((name) => !isExternal(name)));
  names.add(links.icon);
  const isUnused = (id: string): boolean =>
    unused.has(id) || CHART_PARTS.some((part) => id.startsWith(part));
  // A chunk of several parts has no facade; one with a facade may hold more than pages import it for.
  const isNeeded = ({ facadeModuleId, moduleIds }: Rolldown.OutputChunk): boolean =>
    !(facadeModuleId === null ? moduleIds : [facadeModuleId]).some(isUnused);
  const visit = (name: string): void => {
    const part = bundle[name];
    if (part?.type !== 'chunk' || names.has(name)) return;
    names.add(name);
    for (const style of part.viteMetadata?.importedCss ?? []) names.add(style);
    part.imports.forEach(visit);
    for (const next of part.dynamicImports) {
      const later = bundle[next];
      if (later?.type === 'chunk' && isNeeded(later)) visit(next);
    }
  };
  [...links.scripts, ...links.preloads].forEach(visit);
  for (const name of sheets.flatMap((sheet) => listNamed(bundle, sheet))) names.add(name);
  return names;
}

/** What stylesheets of a bundle name: the pages of all talks have the same ones, and to read one takes a millisecond. */
const named = new WeakMap<Bundle, Map<string, string[]>>();

/** Lists the files of the bundle that a stylesheet names, faces aside. */
function listNamed(bundle: Bundle, sheet: string): string[] {
  const known = named.get(bundle) ?? new Map<string, string[]>();
  named.set(bundle, known);
  const names = known.get(sheet) ?? readNamed(bundle, sheet);
  known.set(sheet, names);
  return names;
}

function readNamed(bundle: Bundle, sheet: string): string[] {
  const part = bundle[sheet];
  if (part?.type !== 'asset') return [];
  const folder = path.posix.dirname(sheet);
  const text = Buffer.from(part.source).toString('utf8');
  return [...text.matchAll(CSS_URL)]
    .map(([, address = '']) => path.posix.join(folder, address.replace(/[?#].*$/, '')))
    .filter((name) => name in bundle && !FACE.test(name));
}
