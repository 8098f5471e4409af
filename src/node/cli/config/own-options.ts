import path from 'node:path';
import { checkOptions, type CheckedOptions } from '../../project/rostrum-options.ts';
import { importTypeScript, nameClosedCode } from '../../typescript.ts';
import type { RostrumApi } from '../../vite/site.ts';
import { mayBeOurs } from './plain-config.ts';

/** How the names of this engine's plugins begin. */
const OURS = /^rostrum(?:$|:)/;

/**
 * Reads the options of `rostrum()` from a configuration that adds nothing but this Rostrum. Returns null for every
 * other, and for one whose code may read more than it imports, which Vite has to read. Without this, `rostrum where` in a project with
 * blocks of its own takes twice the processor time. Nothing else breaks.
 */
export async function readOwnOptions(root: string, file: string): Promise<CheckedOptions | null> {
  const configFile = path.join(root, file);
  if (!mayBeOurs(root) || (await nameClosedCode(root, configFile)) === null) return null;
  const module = (await importTypeScript(root, [configFile])).get(configFile);
  const plugins = module?.ok ? findPlugins(module.exports['default']) : null;
  const main = plugins?.find(({ name }) => name === 'rostrum');
  if (!main || !plugins?.every(({ name }) => OURS.test(name))) return null;
  return checkOptions((main.api as RostrumApi).options, { root, configFile });
}

interface NamedPlugin {
  name: string;
  api?: unknown;
}

/** Returns the plugins of a configuration that says nothing else; null for any other value. */
function findPlugins(config: unknown): NamedPlugin[] | null {
  if (typeof config !== 'object' || config === null) return null;
  if (Object.keys(config).join() !== 'plugins' || !('plugins' in config)) return null;
  const plugins = Array.isArray(config.plugins) ? config.plugins.flat(Infinity) : [];
  return plugins.every(isPlugin) ? plugins : null;
}

function isPlugin(value: unknown): value is NamedPlugin {
  return (
    typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
  );
}
