import type { Project } from '../project/project.ts';
import { openProjectFolder, type CommandWishes } from '../vite/site.ts';
import { noteSafe } from './config/safe-mode.ts';
import { findSettings, findSite, requireTalks, toViteConfig } from './config/vite-config.ts';

/** Opens the project in a folder, without starting Vite where the project does not configure it. */
export async function openProject(root: string, wishes: CommandWishes): Promise<Project> {
  requireTalks(root);
  if (wishes.isSafe) noteSafe(root, wishes.terminal);
  const settings = wishes.isSafe ? null : findSettings(root);
  if (settings === null) return openProjectFolder(root, wishes);
  const { resolveConfig } = await import('vite');
  return findSite(
    await resolveConfig(await toViteConfig(root, wishes, { file: settings }), 'build'),
  ).project;
}
