import { outlineTalks } from '../project/outlines.ts';
import type { Project } from '../project/project.ts';
import type { Terminal } from '../terminal.ts';

/** Prints what the package `sharp` would save in the pictures of talks. */
export async function advisePictures(
  names: readonly string[],
  project: Project,
  terminal: Terminal,
): Promise<void> {
  if (project.library.hasSharp) return;
  const { adviseSharp } = await import('../pictures/advice.ts');
  const talks = await outlineTalks(project, names);
  const found = talks.map(({ value }) => value);
  const advice = adviseSharp(found, project);
  if (advice !== null) terminal.note(advice);
}
