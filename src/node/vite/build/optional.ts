import path from 'node:path';
import type { Plugin } from 'vite';
import type { Talk } from '../../../talk/model/talk.ts';
import { findFloorFile } from '../../engine.ts';

/** What pages load only when they need it: elements by name without `rostrum-`, `live`, and `live/BLOCK`. */
export type Elements = ReadonlySet<string>;

const ELEMENT_TAG = /<rostrum-([a-z][\w-]*)/gi;
/** Custom elements that a page loads when one is on a slide. */
const ELEMENTS = ['chart', 'figure', 'timeline'];
const NOTHING = '\0rostrum:nothing';

/** Finds what the slides of talks need beside the deck itself. */
export function findElements(talks: readonly Talk[]): Elements {
  const tags = talks.flatMap(({ slides }) =>
    slides.flatMap(({ html }) =>
      [...html.matchAll(ELEMENT_TAG)].map(([, name = '']) => name.toLowerCase()),
    ),
  );
  const live = talks.flatMap((talk) => {
    if (!talk.live) return [];
    const blocks = talk.slides.flatMap(({ blocks }) => blocks.map(({ name }) => `live/${name}`));
    return ['live', ...blocks];
  });
  return new Set([...tags, ...live]);
}

/** Lists the modules of the custom elements among what pages need. */
export function listElementFiles(elements: Elements): string[] {
  return ELEMENTS.filter((name) => elements.has(name)).map(toElementFile);
}

/** Keeps out of a build what no talk needs: an import of such a module gives an empty one. */
export function leaveOut(getElements: () => Elements): Plugin {
  return {
    name: 'rostrum:optional',
    apply: 'build',
    enforce: 'pre',
    async resolveDynamicImport(source, importer) {
      if (typeof source !== 'string' || importer === undefined) return null;
      const found = await this.resolve(source, importer);
      const name = found && findName(found.id);
      return name && !getElements().has(name) ? NOTHING : found;
    },
    load: {
      filter: { id: new RegExp(`^${NOTHING}$`) },
      handler: () => 'export {};',
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        for (const [file, part] of Object.entries(bundle)) {
          if (part.type === 'chunk' && part.facadeModuleId === NOTHING) delete bundle[file];
        }
      },
    },
  };
}

/** Says which of the things that pages load when needed begins with a module; null for none. */
function findName(file: string): string | null {
  const element = ELEMENTS.find((name) => toElementFile(name) === file);
  if (element !== undefined) return element;
  if (file === findFloorFile('browser/live/live.ts')) return 'live';
  const blocks = findFloorFile('talk/blocks/');
  return file.startsWith(blocks) ? `live/${path.posix.parse(file).name}` : null;
}

function toElementFile(name: string): string {
  return findFloorFile(`browser/elements/rostrum-${name}.ts`);
}
