import type { Project } from '../project/project.ts';
import { openProjectFolder, type CommandOptions } from '../vite/site.ts';
import { noteSafe } from './config/safe-mode.ts';
import { readOwnOptions } from './config/own-options.ts';
import { findSettings, siteOf, requireTalks, toViteConfig } from './config/vite-config.ts';

/** Opens the project in a folder; starts Vite only when the project configures it. */
export async function openProject(root: string, commandOptions: CommandOptions): Promise<Project> {
  requireTalks(root);
  if (commandOptions.isSafe) noteSafe(root, commandOptions.terminal);
  const settings = commandOptions.isSafe ? null : findSettings(root);
  if (settings === null) return openProjectFolder(root, commandOptions);
  const own = await readOwnOptions(root, settings);
  if (own) return openProjectFolder(root, { ...commandOptions, ...own });
  const { resolveConfig } = await import('vite');
  return siteOf(
    await resolveConfig(await toViteConfig(root, commandOptions, { file: settings }), 'build'),
  ).project;
}
