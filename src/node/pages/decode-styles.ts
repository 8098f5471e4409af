import { locateFloorFile } from '../engine.ts';
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { decodeText } from '../project/read-folder.ts';
import { hasCode } from '../system-error.ts';

/** Reads stylesheets that are not UTF-8 as slides are read: Vite cannot build them, and serves them as other letters. */
export function decodeStyles(): Plugin {
  return {
    name: 'rostrum:decode-styles',
    load: {
      filter: {
        id: { include: /\.css(?:\?|$)/, exclude: [/\/node_modules\//, /[?&](?:raw|url)\b/] },
      },
      handler(id) {
        const bytes = readBytes(id.replace(/\?.*$/, ''));
        return bytes === null || isUtf8(bytes) ? null : decodeText(bytes);
      },
    },
  };
}

function readBytes(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return null;
    throw error;
  }
}

/** Stylesheets that a package of the project would compile; those of Less run code themselves. */
export const COMPILED_STYLE = /^.+\.(?:scss|sass|less|styl|stylus|pcss|postcss|sss)(?=\?|$)/i;

/** Returns aliases that put an empty stylesheet in the place of those that code of the project would compile. */
export function aliasCompiledStyles(): { find: RegExp; replacement: string }[] {
  return [{ find: COMPILED_STYLE, replacement: locateFloorFile('browser/styles/left-out.css') }];
}
