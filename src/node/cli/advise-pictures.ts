import type { TalkOutline } from '../../talk/where.ts';
import type { Project } from '../project/project.ts';
import type { Terminal } from '../terminal.ts';

/** Prints what the package `sharp` would save in the pictures of talks. */
export async function advisePictures(
  talks: readonly TalkOutline[],
  project: Project,
  terminal: Terminal,
): Promise<void> {
  if (project.library.hasSharp) return;
  const { adviseSharp } = await import('../pictures/advice.ts');
  const advice = adviseSharp(talks, project);
  if (advice !== null) terminal.note(advice);
}
