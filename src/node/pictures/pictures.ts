import { readFileSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { PictureRoom } from '../../talk/model/leaf-token.ts';
import type { AssetUse, Talk } from '../../talk/model/talk.ts';
import { isReducible } from '../../talk/text/media-kind.ts';
import { hash } from '../hash.ts';
import type { PackageProject } from '../find-package.ts';
import { encodePicture, examinePicture, type EncodedPicture } from './encode.ts';
import { openPictureCache, type PictureCache } from './picture-cache.ts';
import { planPicture, type PicturePurpose } from './picture-plan.ts';
import { loadSharp, type Sharp } from './sharp-package.ts';

/** Pictures that are published in another form, by their paths from the project's root. */
export interface ReducedPictures {
  files: ReadonlyMap<string, EncodedPicture>;
  /** Sentences about files that could not be read. */
  warnings: string[];
}

/** A reduced picture is used when it has at most this part of the bytes. */
const WORTH = 0.8;

/** Reduces the pictures of talks to what their slides show; none without the package `sharp`. */
export async function reducePictures(
  talks: readonly Pick<Talk, 'assets'>[],
  project: PackageProject,
  purpose: PicturePurpose,
): Promise<ReducedPictures> {
  const files = new Map<string, EncodedPicture>();
  const warnings: string[] = [];
  const waiting = [...listShown(talks)];
  const sharp = waiting.length > 0 ? await loadSharp(project) : null;
  if (!sharp) return { files, warnings };
  const cache = openPictureCache(project.root, JSON.stringify(sharp.versions));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [file, rooms] = next;
      const content = readWithin(project.root, file);
      if (content === null) continue;
      try {
        const reduced = await reduce(content, rooms, { sharp, cache, purpose });
        if (reduced) files.set(file, reduced);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        warnings.push(`The picture "${file}" stays as it is, as sharp cannot read it: ${reason}.`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return { files, warnings: warnings.sort() };
}

/** Lists the files that slides show, with their places; those that slides only link to are left out. */
export function listShown(
  talks: readonly Pick<Talk, 'assets'>[],
): Map<string, (PictureRoom | undefined)[]> {
  const shown = new Map<string, (PictureRoom | undefined)[]>();
  const uses: AssetUse[] = talks.flatMap(({ assets }) => assets);
  for (const { path: file, room, isLink } of uses) {
    if (isLink || !isReducible(file)) continue;
    shown.set(file, [...(shown.get(file) ?? []), room]);
  }
  return shown;
}

interface Tools {
  sharp: Sharp;
  cache: PictureCache;
  purpose: PicturePurpose;
}

async function reduce(
  content: Buffer,
  rooms: readonly (PictureRoom | undefined)[],
  { sharp, cache, purpose }: Tools,
): Promise<EncodedPicture | null> {
  const places = [...new Set(rooms.map((room) => JSON.stringify(room ?? null)))].sort();
  const key = [purpose, hash(content, 64), ...places].join(' ');
  const known = cache.read(key);
  if (known !== undefined) return known;
  const facts = await examinePicture(sharp, content);
  const plan = facts && planPicture(facts, rooms, purpose);
  const made = plan && (await encodePicture(sharp, content, plan));
  const isWorth = made && (plan.isForced || made.bytes.length <= content.length * WORTH);
  const reduced = isWorth ? made : null;
  cache.write(key, reduced);
  return reduced;
}

/** Reads a file of the project; null when a link leads out of it. */
function readWithin(root: string, name: string): Buffer | null {
  try {
    const file = realpathSync(path.join(root, name));
    return file.startsWith(realpathSync(root) + path.sep) ? readFileSync(file) : null;
  } catch {
    return null;
  }
}
