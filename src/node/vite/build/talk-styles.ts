import path from 'node:path';
import type { Talk } from '../../../talk/model/talk.ts';
import { isExternal } from '../../../talk/text/path.ts';
import type { OwnBlocks } from '../../pages/project-blocks.ts';
import type { Site } from '../site.ts';

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

/** Returns whether a site has code or stylesheets beside those of the engine. */
export function hasOwnCode(
  talks: readonly Pick<Talk, 'meta'>[],
  { blocks }: Pick<Site, 'blocks'>,
): boolean {
  return blocks.length > 0 || talks.some(({ meta: { css } }) => css !== null && !isExternal(css));
}
