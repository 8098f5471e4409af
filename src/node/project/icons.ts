import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EmojiSet, Icon, IconSet } from '../../talk/model/project.ts';
import { decodeReferences } from '../../talk/html/character-references.ts';
import { hasCode } from '../system-error.ts';

const NAME = /^[a-z0-9]+$/;
const ICON = /(?:<title>([^<]*)<\/title>)?<path d="([^"<>]+)"/;
/** The package's own icon: its exports name the icons, and not its manifest. */
const FIRST = 'simple-icons/icons/simpleicons.svg';

/** Finds Simple Icons beside the engine or in the project; undefined when it is not installed. */
export function openIcons(
  root: string,
  engine: string = fileURLToPath(import.meta.url),
): IconSet | undefined {
  const folder = findIcons(engine) ?? findIcons(path.join(root, 'package.json'));
  if (folder === undefined) return undefined;
  return { find: (name) => readIcon(folder, name), names: () => listIcons(folder) };
}

function findIcons(from: string): string | undefined {
  try {
    return path.dirname(createRequire(from).resolve(FIRST));
  } catch {
    return undefined;
  }
}

function listIcons(folder: string): string[] {
  return readdirSync(folder).map((file) => path.basename(file, '.svg'));
}

function readIcon(folder: string, name: string): Icon | undefined {
  if (!NAME.test(name)) return undefined;
  try {
    const text = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
    const [, title = name, drawing] = ICON.exec(text) ?? [];
    return drawing === undefined ? undefined : { title: decodeReferences(title), path: drawing };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Opens the short names of emoji as GitHub has them; the list is loaded with the first name. */
export function openEmoji(): EmojiSet {
  let names: Record<string, string> | undefined;
  const load = (): Record<string, string> =>
    (names ??= (createRequire(import.meta.url)('gemoji') as { nameToEmoji: Record<string, string> })
      .nameToEmoji);
  return {
    find: (name) => (Object.hasOwn(load(), name) ? load()[name] : undefined),
    names: () => Object.keys(load()),
  };
}
