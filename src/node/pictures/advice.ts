import { statSync } from 'node:fs';
import path from 'node:path';
import type { Talk } from '../../talk/model/talk.ts';
import type { PictureSize } from '../../talk/model/project.ts';
import { plural } from '../../talk/text/plural.ts';
import { computeScale, isHuge } from './picture-plan.ts';
import { listShown } from './pictures.ts';

/** What an advice is made of. */
export interface AdviceProject {
  root: string;
  /** The project's files, with what is known of its packages. */
  library: {
    hasSharp?: boolean;
    pictureSize?(file: string): PictureSize | undefined;
  };
}

/** Bytes that a pixel of a photograph takes in WebP. */
const PHOTO_DENSITY = 0.15;
/** Less is not worth a line. */
const MIN_SAVED_BYTES = 1_000_000;
const MEGABYTE = 1_000_000;

/** Says in one line what the package `sharp` would save; null when it is installed, or would save little. */
export function adviseSharp(
  talks: readonly Pick<Talk, 'assets'>[],
  { root, library }: AdviceProject,
): string | null {
  if (library.hasSharp) return null;
  const found = [...listShown(talks)].flatMap(([file, rooms]) => {
    const size = library.pictureSize?.(file);
    const bytes = statSync(path.join(root, file), { throwIfNoEntry: false })?.size ?? 0;
    if (!size) return [];
    const scale = computeScale(size, rooms);
    const estimate = estimateBytes(file, { ...size, bytes, scale });
    return isHuge(bytes, scale) && estimate < bytes ? [{ bytes, estimate }] : [];
  });
  const now = found.reduce((sum, { bytes }) => sum + bytes, 0);
  const then = found.reduce((sum, { estimate }) => sum + estimate, 0);
  if (now - then < MIN_SAVED_BYTES) return null;
  const [before, after] = [now, then].map((bytes) =>
    (bytes / MEGABYTE).toFixed(bytes < 1e7 ? 1 : 0),
  );
  return `${plural(found.length, 'picture')}: about ${after} MB in place of ${before} MB with "npm install --save-dev sharp".`;
}

function estimateBytes(
  file: string,
  { width, height, bytes, scale }: { width: number; height: number; bytes: number; scale: number },
): number {
  if (/\.png$/i.test(file)) return bytes * scale * scale;
  return width * height * scale * scale * PHOTO_DENSITY;
}
