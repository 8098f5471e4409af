import { createRequire } from 'node:module';
import path from 'node:path';
import { locateEngine, locateFloorFile } from '../engine.ts';
import { isFile } from '../system-error.ts';

const FONT = /^(ibm-plex-(?:sans|mono)|IBMPlex(?:Sans|Mono))-[\w-]+\.woff2$/;

/** Finds a font of the browser floor by its file name, as an absolute path; undefined when there is none. */
export function findFont(name: string): string | undefined {
  const [, family] = FONT.exec(name) ?? [];
  if (family === undefined) return undefined;
  const file = family.startsWith('IBM')
    ? locateFloorFile(`browser/fonts/${name}`)
    : path.join(locateFamily(family), 'files', name);
  return isFile(file) ? file : undefined;
}

/** Finds the folder of a package of fonts, wherever a package manager put it. */
function locateFamily(family: string): string {
  const require = createRequire(path.join(locateEngine(), 'package.json'));
  return path.dirname(require.resolve(`@fontsource/${family}/package.json`));
}
