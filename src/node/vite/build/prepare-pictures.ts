import type { Talk } from '../../../talk/model/talk.ts';
import { adviseSharp } from '../../pictures/advice.ts';
import { reducePictures, type ReducedPictures } from '../../pictures/pictures.ts';
import type { Site } from '../site.ts';

/** Reduces the pictures of a site's talks, and prints which stay as they are and what would help. */
export async function preparePictures(
  talks: readonly Talk[],
  { project, terminal }: Pick<Site, 'project' | 'terminal'>,
): Promise<ReducedPictures['files']> {
  const { files, warnings } = await reducePictures(talks, project, 'site');
  for (const warning of warnings) terminal.warn(warning);
  const advice = adviseSharp(talks, project);
  if (advice !== null) terminal.note(advice);
  return files;
}
