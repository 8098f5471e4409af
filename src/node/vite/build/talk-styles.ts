import path from 'node:path';
import type { Talk } from '../../../talk/model/talk.ts';
import { isExternal } from '../../../talk/text/path.ts';
import type { OwnBlocks } from '../../pages/project-blocks.ts';

/** Lists the stylesheets of talks and of the project's own blocks, as absolute paths. */
export function listOwnStyles(
  { talks, own }: { talks: readonly Talk[]; own: OwnBlocks },
  root: string,
): Set<string> {
  const ofTalks = talks.flatMap(({ meta: { css } }) =>
    css === null || isExternal(css) ? [] : path.join(root, css),
  );
  return new Set([...Object.values(own).flatMap(({ style }) => style ?? []), ...ofTalks]);
}
