import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ConfigEnv, UserConfig } from 'vite';
import { importTypeScript } from '../../typescript.ts';

/** Packages that a configuration imports and the project may not be able to resolve. */
const NEEDED = ['vite', 'rostrum'];

/**
 * Reads a configuration with the engine's own Vite and Rostrum when the project cannot resolve them: pnpm links only what
 * package.json names, and the command may be installed elsewhere. Returns null when Vite can read it.
 */
export async function readLoneConfig(
  root: string,
  file: string,
  command: ConfigEnv['command'],
): Promise<UserConfig | null> {
  const project = createRequire(path.join(root, file));
  const text = readFileSync(path.join(root, file), 'utf8');
  if (NEEDED.every((name) => !mentions(text, name) || canResolve(project, name))) return null;
  const config = path.join(root, file);
  const found = (await importTypeScript(root, [config])).get(config);
  if (!found?.ok) throw nameFile(found?.error, file);
  const { default: exported } = found.exports;
  const mode = command === 'serve' ? 'development' : 'production';
  const env: ConfigEnv = { command, mode, isSsrBuild: false, isPreview: false };
  const value: unknown = await (typeof exported === 'function' ? exported(env) : exported);
  if (typeof value === 'object' && value !== null) return value;
  throw new Error(`config must export or return an object, which ${file} does not.`);
}

/** Returns whether a configuration mentions a package; a false positive only costs another way of reading. */
function mentions(text: string, name: string): boolean {
  return text.includes(`'${name}'`) || text.includes(`"${name}"`);
}

/** Adds the file's name to an error that does not mention it. */
function nameFile(error: Error | undefined, file: string): Error {
  if (error && `${error.message}\n${error.stack}`.includes(file)) return error;
  return new Error(`${error?.message ?? 'it cannot be read'} (${file})`, { cause: error });
}

function canResolve(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
