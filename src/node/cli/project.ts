import { Project } from '../project/project.ts';
import type { CommandWishes } from '../vite/site.ts';
import { findSettings, findSite, requireTalks, toViteConfig } from './vite.ts';

/** Opens the project in a folder, without starting Vite where the project does not configure it. */
export async function openProject(root: string, wishes: CommandWishes): Promise<Project> {
  requireTalks(root);
  const settings = findSettings(root);
  if (settings === null) return new Project({ root, asOf: wishes.asOf });
  const { resolveConfig } = await import('vite');
  return findSite(await resolveConfig(toViteConfig(root, wishes, settings), 'build')).project;
}
