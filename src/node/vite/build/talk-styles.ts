import path from 'node:path';
import { isExternal } from '../../../talk/text/path.ts';
import type { OwnBlocks } from '../../pages/project-blocks.ts';

/** Lists the stylesheets that talks name and those of the project's own blocks, as absolute paths. */
export function listOwnStyles(
  sheets: readonly (string | null)[],
  own: OwnBlocks,
  root: string,
): Set<string> {
  const ofTalks = sheets.flatMap((css) =>
    css === null || isExternal(css) ? [] : path.join(root, css),
  );
  return new Set([...Object.values(own).flatMap(({ style }) => style ?? []), ...ofTalks]);
}
