import { createRequire } from 'node:module';
import path from 'node:path';
import type { Rolldown } from 'vite';
import type { Slide, Talk } from '../../talk/model/talk.ts';
import { findEngineRoot } from '../engine.ts';

const TEXT = '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin';
const MONO = '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin';
/** Faces that a page shows at once. */
const FIRST = [`${TEXT}-400-normal.woff2`, `${TEXT}-600-normal.woff2`];
const CODE = `${MONO}-400-normal.woff2`;
const HAS_CODE = /<(?:code|pre|kbd)\b/;

/** Lists the faces that the index shows, by their paths among packages. */
export const INDEX_FACES: readonly string[] = [...FIRST, CODE];

/** Lists the faces that a talk shows first, by their paths among packages. */
export function listFirstFaces({ slides: [first] }: Talk): readonly string[] {
  return listFaces(first ? [first] : []);
}

/** Lists the faces that slides show for sure, by their paths among packages. */
export function listFaces(slides: readonly Pick<Slide, 'html'>[]): readonly string[] {
  return slides.some(({ html }) => HAS_CODE.test(html)) ? [...FIRST, CODE] : FIRST;
}

/** Finds a face as a file. */
export function findFace(face: string): string {
  const require = createRequire(path.join(findEngineRoot(), 'package.json'));
  return require.resolve(face);
}

/** Finds the built form of faces; one that a build leaves out is none. */
export function findBuiltFaces(bundle: Rolldown.OutputBundle, faces: readonly string[]): string[] {
  const parts = Object.values(bundle).filter((part) => part.type === 'asset');
  return faces.flatMap((face) => {
    const found = parts.find(({ originalFileNames }) =>
      originalFileNames.some((name) => name.replaceAll('\\', '/').endsWith(face)),
    );
    return found ? [found.fileName] : [];
  });
}
