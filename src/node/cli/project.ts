import { Project } from '../project/project.ts';
import type { CommandWishes } from '../vite/site.ts';
import { findSite, requireTalks, toViteConfig } from './vite.ts';

/** Opens the project in a folder, without starting Vite where the project does not configure it. */
export async function openProject(root: string, wishes: CommandWishes): Promise<Project> {
  requireTalks(root);
  const config = toViteConfig(root, wishes);
  if (config.configFile === false) return new Project({ root, asOf: wishes.asOf });
  const { resolveConfig } = await import('vite');
  return findSite(await resolveConfig(config, 'build')).project;
}
