import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { findCssFault } from '../../../talk/html/css-faults.ts';
import { listCssAddresses } from '../../../talk/html/css-urls.ts';
import type { Problem } from '../../../talk/model/problem.ts';
import { badOption, brokenCss, missingUrl } from '../../../talk/problems/problems.ts';
import { isExternal } from '../../../talk/text/path.ts';
import { toSlashes } from '../../paths.ts';
import { findStats } from '../../system-error.ts';
import { toPath, toRelative, type BlockFolders } from '../block-files.ts';
import type { LookFault } from './look-fault.ts';

const SIGNATURE = 'wOF2';
const REMOTE = /^(?:https?:)?\/\//i;
const TAIL = /[?#].*$/;

/** What a file of a look has to be, and what to do about another one. */
interface FileRule {
  isFit: (file: string) => boolean;
  kind: string;
  hint: string;
}

const FONT: FileRule = {
  isFit: (file) => readStart(file) === SIGNATURE,
  kind: 'WOFF2 file',
  hint: 'Most fonts come as ".woff2" as well, such as those of Fontsource.',
};
const STYLE: FileRule = {
  isFit: (file) => file.endsWith('.css'),
  kind: 'CSS',
  hint: 'Compile it to a ".css" file.',
};

/** Returns the path of a font file or stylesheet from the project's root, or what is wrong with it. */
export function readLookFile(
  kind: 'font' | 'style',
  value: unknown,
  at: LookFault['path'],
  folders: BlockFolders,
): string | LookFault {
  const rule = kind === 'font' ? FONT : STYLE;
  const found = findFile(value, folders);
  if ('what' in found) return { path: at, ...found };
  if (rule.isFit(found.file)) return toRelative(folders.root, found.file);
  return { path: at, what: `names ${found.shown}, which is no ${rule.kind}`, hint: rule.hint };
}

/** Lists what is wrong within a stylesheet of a theme or a layout, in its own lines. */
export function checkStyleFile(name: string, root: string): Problem[] {
  const file = path.join(root, name);
  const text = readFileSync(file, 'utf8');
  const shown = name.replace(/^\.\//, '');
  const spanAt = (offset: number, length: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { file: shown, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length };
  };
  const fault = findCssFault(text);
  const addresses = listCssAddresses(text).flatMap(({ address, isImport, offset, length }) => {
    const span = spanAt(offset, length);
    if (isImport) return [badOption(`This stylesheet imports "${address}"`, span, NO_IMPORT)];
    if (REMOTE.test(address))
      return [badOption(`This stylesheet loads "${address}"`, span, BRING_ALONG)];
    if (isExternal(address)) return [];
    const target = path.resolve(path.dirname(file), address.replace(TAIL, ''));
    return findStats(target)?.isFile() ? [] : [missingUrl(address, [], span)];
  });
  return fault ? [brokenCss(fault, spanAt(fault.offset, fault.length)), ...addresses] : addresses;
}

const BRING_ALONG =
  'Pages load nothing of other origins for a look: put the file beside the stylesheet.';
const NO_IMPORT = 'The stylesheet of a look is part of each page: write the rules into it.';

function findFile(
  value: unknown,
  { root, folder }: BlockFolders,
): { file: string; shown: string } | Omit<LookFault, 'path'> {
  const file = toPath(value, folder);
  const hint =
    'A path begins at the folder of vite.config.ts; a package writes new URL("./file", import.meta.url).';
  if (file === null) return { what: 'names no file', hint };
  const shown = toSlashes(path.relative(root, file));
  if (findStats(file)?.isFile()) return { file, shown };
  return { what: `names "${shown}", and there is no such file`, hint };
}

function readStart(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(SIGNATURE.length);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes.toString('latin1');
  } finally {
    closeSync(handle);
  }
}
