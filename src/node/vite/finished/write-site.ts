import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../site.ts';
import { toBundle, type BuiltSite, type OutlinePart } from '../build/built-site.ts';
import { openEmitter } from '../build/emit.ts';
import { openSiteFloor } from './site-floor.ts';
import { findElements } from '../build/optional.ts';
import { toShown } from '../build/report.ts';
import { gather, writeSitePages } from '../build/site-pages.ts';
import { hasOwnCode } from '../build/talk-styles.ts';

/**
 * Writes a site into a folder from the finished browser floor, without Vite, whose loading and building take twice the time
 * and the memory of all else. Returns null, and writes nothing, where the project brings code or stylesheets of its own.
 */
export async function writeSite(site: Site, folder: string): Promise<BuiltSite | null> {
  const talks = (await site.project.talks()).map((talk) => toShown(talk, site));
  if (hasOwnCode(talks, site)) return null;
  const floor = await openSiteFloor(findElements(talks));
  if (floor === null) return null;
  const contents = await gather(site);
  const bundle = toBundle(floor.bundle);
  const write = (fileName: string, source: string | Uint8Array): void => {
    const file = path.join(folder, fileName);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, source);
  };
  const emit = openEmitter((fileName, content) => {
    const asset: OutlinePart = { type: 'asset', fileName, originalFileNames: [], source: '' };
    Object.assign(bundle, toBundle([asset]));
    write(fileName, content);
  });
  const built = writeSitePages({ site, contents, bundle, emit, write });
  for (const { fileName } of floor.bundle)
    if (Object.hasOwn(bundle, fileName)) write(fileName, floor.read(fileName));
  return built;
}
