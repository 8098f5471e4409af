import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { BLOCKS } from '../../../talk/blocks/blocks.ts';
import { parseBroker } from '../../../talk/model/room/broker.ts';
import type { Talk } from '../../../talk/model/talk.ts';
import { locateFloorFile } from '../../engine.ts';
import { toSlashes } from '../../paths.ts';
import { ON_DEMAND, type OwnBlocks } from '../../pages/project-blocks.ts';

/** What pages load only when they need it: elements by name without `rostrum-`, `live`, `live/BLOCK`, `live/texts`, `live/parts`, `time`, `follow`, and `follow/mqtt`. */
export type Elements = ReadonlySet<string>;

const ELEMENT_TAG = /<rostrum-([a-z][\w-]*)/gi;
const NOTHING = '\0rostrum:nothing';
/** The floors of the engine, with the blocks about the kernel. */
const ENGINE = path.dirname(path.dirname(locateFloorFile('browser/main.ts')));
/** The first slide, and those whose code a deck loads along with it. */
const FIRST_SLIDES = 3;
/** Vite's module that fetches what an import needs before it. */
const PRELOAD = /^\0vite\/preload-helper\.js$/;

/** Finds what the slides of talks need beside the deck itself. */
export function findElements(talks: readonly Talk[]): Elements {
  const tags = talks.flatMap(({ slides }) =>
    slides.flatMap(({ html }) =>
      [...html.matchAll(ELEMENT_TAG)].map(([, name = '']) => name.toLowerCase()),
    ),
  );
  const live = talks.flatMap((talk) => {
    if (!talk.live) return [];
    const hasTexts = talk.slides.some(({ blocks }) => blocks.some(({ texts }) => texts));
    const hasParts = Object.values(talk.datasets).some(({ part }) => part);
    const more = [hasTexts ? 'live/texts' : [], hasParts ? 'live/parts' : []].flat();
    return ['live', ...more, ...talk.live.compiled.map((name) => `live/${name}`)];
  });
  const time = talks.flatMap((talk) => {
    if (!talk.time) return [];
    return ['time', ...talk.time.compiled.map((name) => `live/${name}`)];
  });
  const room = talks.flatMap(({ meta: { follow } }) => {
    if (follow === null) return [];
    return parseBroker(follow) ? ['follow', 'follow/mqtt'] : ['follow'];
  });
  return new Set([...tags, ...live, ...time, ...room]);
}

/** Lists the modules of the custom elements among what pages need. */
export function listElementFiles(elements: Elements, own: OwnBlocks): string[] {
  const ofEngine = BLOCKS.flatMap(({ name, element }) =>
    typeof element === 'string' && elements.has(name) ? locateFloorFile(element) : [],
  );
  return [...ofEngine, ...Object.values(own).flatMap(({ element }) => element ?? [])];
}

/** Lists the modules of the elements on the slides that a page shows first. */
export function listFirstElements(talk: Talk, own: OwnBlocks): string[] {
  const first = { ...talk, slides: talk.slides.slice(0, FIRST_SLIDES) };
  return listElementFiles(findElements([first]), own);
}

/** Lists the modules that only some pages of a site load, and that of a talk never does. */
export function listUnused(talk: Talk, ofSite: OwnBlocks, ofTalk: OwnBlocks): Set<string> {
  const elements = findElements([talk]);
  const ofEngine = [...nameFiles()].flatMap(([file, name]) => (elements.has(name) ? [] : file));
  const needed = listOwnFiles(ofTalk);
  return new Set([...ofEngine, ...listOwnFiles(ofSite).filter((file) => !needed.includes(file))]);
}

function listOwnFiles(own: OwnBlocks): string[] {
  return Object.values(own).flatMap(({ element, live }) => [element ?? [], live ?? []].flat());
}

/** Returns whether scripts of a site without code of its own can load an element: all of them, or none where no talk shows one. */
export function isInFloor(elements: Elements): boolean {
  return elements.size > 0;
}

/** What of a script decides whether a site needs it. */
type Script = Pick<
  Rolldown.OutputChunk,
  'type' | 'isEntry' | 'facadeModuleId' | 'moduleIds' | 'imports' | 'dynamicImports'
>;

/** Lists the scripts of a bundle that no page of a site requests: code of elements that its talks do not show, and what only such code loads. */
export function listUnusedScripts(
  bundle: Readonly<Record<string, Script | { type: 'asset' }>>,
  elements: Elements,
): string[] {
  const names = nameFiles();
  const isNeeded = ({ facadeModuleId, moduleIds }: Script): boolean => {
    const files = facadeModuleId === null ? moduleIds : [facadeModuleId];
    const named = files.flatMap((file) => names.get(file) ?? []);
    return named.length === 0 || named.some((name) => elements.has(name));
  };
  const asked = new Set<string>();
  const visit = (name: string): void => {
    const part = bundle[name];
    if (part?.type !== 'chunk' || asked.has(name)) return;
    asked.add(name);
    part.imports.forEach(visit);
    for (const next of part.dynamicImports) {
      const later = bundle[next];
      if (later?.type === 'chunk' && isNeeded(later)) visit(next);
    }
  };
  const scripts = Object.entries(bundle).flatMap(([name, part]) =>
    part.type === 'chunk' ? [[name, part] as const] : [],
  );
  for (const [name, { isEntry }] of scripts) if (isEntry) visit(name);
  return scripts.flatMap(([name]) => (asked.has(name) ? [] : name));
}

/** Replaces modules that no talk needs with empty ones. */
export function dropUnused(isNeeded: (name: string) => boolean): Plugin {
  const names = nameFiles();
  return {
    name: 'rostrum:optional',
    apply: 'build',
    enforce: 'pre',
    async resolveDynamicImport(source, importer) {
      if (typeof source !== 'string' || importer === undefined) return null;
      const found = await this.resolve(source, importer);
      const name = found && names.get(found.id);
      return name && !isNeeded(name) ? NOTHING : found;
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

/** Loads modules without the stylesheets that Vite looks for beside them: only modules of a project's own blocks have some. */
export function importPlainly(getOwn: () => OwnBlocks): Plugin {
  return {
    name: 'rostrum:import',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: PRELOAD },
      handler() {
        const isOfEngine = (file: string): boolean => file.startsWith(`${toSlashes(ENGINE)}/`);
        if (!listOwnFiles(getOwn()).every(isOfEngine)) return null;
        return 'export const __vitePreload = (load) => load();';
      },
    },
  };
}

/** Returns the names of the things that pages load when needed, by the files that they begin with. */
function nameFiles(): Map<string, string> {
  const ofBlocks = BLOCKS.flatMap(({ name, element, live }): [unknown, string][] => [
    [element, name],
    [live, `live/${name}`],
  ]);
  const entries = [
    ...ofBlocks,
    ...Object.entries(ON_DEMAND).map(([name, file]) => [file, name] as const),
    ['browser/live/live.ts', 'live'] as const,
    ['browser/live/blocks/live-texts.ts', 'live/texts'] as const,
    ['browser/live/live-parts.ts', 'live/parts'] as const,
    ['browser/time/time.ts', 'time'] as const,
    ['browser/follow/follow.ts', 'follow'] as const,
    ['browser/follow/mqtt-relay.ts', 'follow/mqtt'] as const,
  ];
  return new Map(
    entries.flatMap(([file, name]) =>
      typeof file === 'string' ? [[locateFloorFile(file), name]] : [],
    ),
  );
}
