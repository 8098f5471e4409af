import { readFileSync } from 'node:fs';
import path from 'node:path';
import { explainImport } from '../../project/import-error.ts';
import { openCalendar, type ProjectCalendar } from '../../project/today.ts';
import type { Loader } from '../../project/options/loader-options.ts';
import type { CheckedOptions } from '../../project/rostrum-options.ts';
import type { Terminal } from '../../terminal.ts';
import { readOwnOptions } from './own-options.ts';
import { findConfigFile, siteOf, toViteConfig } from './vite-config.ts';

/** A configuration without options for Rostrum has no blocks, so it is not run. */
const PLAIN = /\brostrum\(\)/;
const FOR_DATA = /\b(?:timezone|loaders)\b/;

/** What a project's configuration says about its talks; nothing where it says nothing or cannot be read. */
export type OwnOptions = Partial<CheckedOptions> & { today?: ProjectCalendar };

/**
 * Returns the calendar and the loaders of a project, whose configuration is run only where it names a time zone or loaders.
 */
export async function readOwnData(
  root: string,
  terminal: Terminal,
): Promise<{ today: ProjectCalendar; loaders: readonly Loader[] }> {
  const file = findConfigFile(root);
  const isAsked = file !== null && FOR_DATA.test(readFileSync(path.join(root, file), 'utf8'));
  const { loaders = [], ...own } = isAsked ? await readOwn(root, terminal) : {};
  for (const { message, hint } of own.problems ?? []) {
    terminal.note([`${file}: ${message}`, hint].filter(Boolean).join(' '));
  }
  return { today: own.today ?? openCalendar(own.defaults?.timezone), loaders };
}

/** Reads a project's own blocks, and what else its Vite configuration says about talks. */
export async function readOwn(root: string, terminal: Terminal): Promise<OwnOptions> {
  const file = findConfigFile(root);
  if (file === null || PLAIN.test(readFileSync(path.join(root, file), 'utf8'))) return {};
  try {
    const own = await readOwnOptions(root, file);
    if (own) return own;
    const { resolveConfig } = await import('vite');
    const { blocks, project, loaders } = siteOf(
      await resolveConfig(await toViteConfig(root, { terminal }), 'build'),
    );
    return { blocks: [...blocks], today: project.today, loaders: [...loaders] };
  } catch (error) {
    const { reason } = explainImport(error);
    terminal.note(`${file} could not be read, so blocks of your own are not looked at: ${reason}`);
    return {};
  }
}
