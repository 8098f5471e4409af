import type { Talk } from '../../../talk/model/talk.ts';
import { adviseSharp } from '../../pictures/advice.ts';
import { reducePictures, type ReducedPictures } from '../../pictures/pictures.ts';
import type { Terminal } from '../../terminal.ts';
import type { Site } from '../site.ts';

/** The pictures of a site in the form in which they are published, and what there is to say about them. */
export interface SitePictures {
  files: ReducedPictures['files'];
  /** Which pictures stay as they are. */
  warnings: string[];
  /** What would help; null for nothing. */
  advice: string | null;
}

/** Reduces the pictures of a site's talks. */
export async function preparePictures(
  talks: readonly Pick<Talk, 'assets'>[],
  { project }: Pick<Site, 'project'>,
): Promise<SitePictures> {
  const { files, warnings } = await reducePictures(talks, project, 'site');
  return { files, warnings, advice: adviseSharp(talks, project) };
}

/** Prints what there is to say about the pictures of a site. */
export function printPictures(
  { warnings, advice }: Omit<SitePictures, 'files'>,
  terminal: Terminal,
): void {
  for (const warning of warnings) terminal.warn(warning);
  if (advice !== null) terminal.note(advice);
}
