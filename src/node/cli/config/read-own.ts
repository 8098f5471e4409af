import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explainImport } from '../../project/import-error.ts';
import { openCalendar, type ProjectCalendar } from '../../project/today.ts';
import type { CheckedOptions } from '../../project/rostrum-options.ts';
import type { Terminal } from '../../terminal.ts';
import { readOwnOptions } from './own-options.ts';
import { findConfigFile, siteOf, toViteConfig } from './vite-config.ts';

/** A configuration without options for Rostrum has no blocks, so it is not run. */
const PLAIN = /\brostrum\(\)/;
const ZONE = /\btimezone\b/;

/** What a project's configuration says about its talks; nothing where it says nothing or cannot be read. */
export type OwnOptions = Partial<CheckedOptions> & { today?: ProjectCalendar };

/** Returns the calendar of a project, whose configuration is run only where it names a time zone. */
export async function readOwnCalendar(root: string, terminal: Terminal): Promise<ProjectCalendar> {
  const file = findConfigFile(root);
  const hasZone = file !== null && ZONE.test(readFileSync(path.join(root, file), 'utf8'));
  const own = hasZone ? await readOwn(root, terminal) : {};
  return own.today ?? openCalendar(own.defaults?.timezone);
}

/** Reads a project's own blocks, and what else its Vite configuration says about talks. */
export async function readOwn(root: string, terminal: Terminal): Promise<OwnOptions> {
  const file = findConfigFile(root);
  if (file === null || PLAIN.test(readFileSync(path.join(root, file), 'utf8'))) return {};
  try {
    const own = await readOwnOptions(root, file);
    if (own) return own;
    const { resolveConfig } = await import('vite');
    const { blocks, project } = siteOf(
      await resolveConfig(await toViteConfig(root, { terminal }), 'build'),
    );
    return { blocks: [...blocks], today: project.today };
  } catch (error) {
    const { reason } = explainImport(error);
    terminal.note(`${file} could not be read, so blocks of your own are not looked at: ${reason}`);
    return {};
  }
}
