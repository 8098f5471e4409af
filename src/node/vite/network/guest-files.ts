import { typeOf } from '../../pages/content-type.ts';
import { listAssets } from '../../pages/assets.ts';
import type { Project } from '../../project/project.ts';
import { isSource } from '../../paths.ts';
import type { Talk } from '../../../talk/model/talk.ts';

const SHOWN = /^(?:image|video|audio|font)\/|^text\/css/;

/** Returns whether a page without notes shows a file, by its path from the project's root. */
export function isSeen(file: string, talk: Talk, project: Project): boolean {
  if (isSource(file)) return false;
  if (talk.assets.some(({ path }) => path === file)) return listAssets(talk, false).includes(file);
  // What else was read is code that a slide quotes in part, and what stylesheets name.
  return project.readsOf(talk.name).has(file) && SHOWN.test(typeOf(file));
}
