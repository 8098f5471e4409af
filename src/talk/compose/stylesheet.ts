import {
  brokenCss,
  foreignStyles,
  missingStylesheet,
  missingUrl,
  windowsPath,
} from '../problems/problems.ts';
import { findCssFault } from '../html/css-faults.ts';
import { listCssAddresses, type CssAddress } from '../html/css-urls.ts';
import type { SlideFile } from '../model/slide-file.ts';
import type { StyleNeeds } from '../model/look/style-needs.ts';
import { findLost } from '../source/encoding.ts';
import { findConflicts, reportConflicts } from '../source/merge-conflict.ts';
import { memoize } from '../text/memoize.ts';
import { isExternal, isWindowsPath, relativePath, resolvePath } from '../text/path.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';

/** Values of Slidev for "css" that are not files. */
const UTILITIES = new Set(['unocss', 'windicss']);
const PLAIN_CSS = /\.css$/i;
const REMOTE = /^(?:https?:)?\/\//i;
const TAIL = /[?#].*$/;
/** Addresses of stylesheets and fonts in packages. */
const PACKAGE = /^(?:~|@[^/]*\/[^/]+|[^./][^/]*)/;

/** Checks that a talk's own stylesheet exists, and the files that it and its imports name. */
export function checkStylesheet(
  file: SlideFile,
  css: string | null,
  project: TalkProject,
): Problem[] {
  const { css: span } = file.headSpans;
  if (css === null || isExternal(css)) return [];
  if (project.hasAsset(css)) {
    return readSheets(css, project).flatMap((sheet) => checkSheet(sheet, project));
  }
  // A stylesheet of the whole project is checked where the option is read.
  if (!span) return [];
  const styles = project.assetNames().filter((name) => name.endsWith('.css'));
  const names = styles.map((name) => relativePath(file.path, name));
  const written = file.head?.css ?? css;
  if (UTILITIES.has(written)) return [foreignStyles(written, span)];
  return [(isWindowsPath(written) ? windowsPath : missingStylesheet)(written, names, span)];
}

/** Lists what a talk's own stylesheet and its imports load from other origins. */
export function readStyleNeeds(css: string, project: TalkProject): StyleNeeds {
  if (isExternal(css)) return { sheets: [css], files: [], isWhole: true };
  const sheets = readSheets(css, project);
  const addresses = sheets.flatMap((sheet) => sheet.addresses);
  const remote = addresses.filter(({ address }) => REMOTE.test(address));
  const list = (from: readonly CssAddress[]): string[] => [
    ...new Set(from.map(({ address }) => address)),
  ];
  const isKnown = addresses.every((each) => !each.isImport || !isOfPackage(each.address, project));
  return {
    sheets: list(remote.filter(({ isImport }) => isImport)),
    files: list(remote.filter(({ isImport }) => !isImport)),
    isWhole:
      isKnown && sheets.every(({ file, text }) => text !== undefined && PLAIN_CSS.test(file)),
  };
}

/** A stylesheet of the project. */
interface Sheet {
  file: string;
  /** Undefined where it cannot be read. */
  text: string | undefined;
  addresses: SheetAddress[];
}

interface SheetAddress extends CssAddress {
  /** The project path of the address; null for one that leaves the project. */
  path: string | null;
}

const listAddresses = memoize({ texts: 50, length: 1_000_000 }, listCssAddresses);

/** Reads a stylesheet and those that it imports, each once. */
function readSheets(file: string, project: TalkProject, seen = new Set([file])): Sheet[] {
  const text = project.readText?.(file);
  const addresses = listAddresses(text ?? '').map((each) => ({
    ...each,
    path: isExternal(each.address)
      ? null
      : resolvePath(file, decode(each.address.replace(TAIL, ''))),
  }));
  const imported = addresses.flatMap(({ path, isImport }) => {
    if (!isImport || path === null || seen.has(path) || !project.hasAsset(path)) return [];
    return readSheets(path, project, seen.add(path));
  });
  return [{ file, text, addresses }, ...imported];
}

function checkSheet({ file, text = '', addresses }: Sheet, project: TalkProject): Problem[] {
  const missing = addresses.filter(
    ({ path, address }) =>
      path !== null && !project.hasAsset(path) && !isOfPackage(address, project),
  );
  const faults = PLAIN_CSS.test(file) ? findStyleFaults(text, file) : findLost(text, file);
  if (missing.length === 0) return faults;
  const assets = project.assetNames();
  const fromRoot = assets.map((name) => `/${name}`);
  const fromHere = assets.map((name) => relativePath(file, name));
  const toSpan = openSpans(text, file);
  const own = missing.map((each) =>
    missingUrl(each.address, each.address.startsWith('/') ? fromRoot : fromHere, toSpan(each)),
  );
  return [...faults, ...own];
}

/** Reports what browsers skip in a stylesheet: the first of each kind. */
function findStyleFaults(text: string, file: string): Problem[] {
  const conflicts = reportConflicts(findConflicts(text), file);
  const fault = conflicts.length > 0 ? null : findCssFault(text);
  const span = fault && openSpans(text, file)({ ...fault, address: '', isImport: false });
  return [
    ...findLost(text, file),
    ...conflicts,
    ...(fault && span ? [brokenCss(fault, span)] : []),
  ];
}

/** Returns a function that finds the places of addresses, in their order, reading the text once. */
function openSpans(text: string, file: string): (address: CssAddress) => Span {
  let line = 1;
  let start = 0;
  return ({ offset, length }) => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < offset; line++) {
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    return { file, line, column: offset - start + 1, length };
  };
}

/** Reports whether an address may name a file of a package, which the build resolves. */
function isOfPackage(href: string, project: TalkProject): boolean {
  if (isExternal(href)) return false;
  const name = PACKAGE.exec(href)?.[0] ?? '';
  if (name.startsWith('@') || name === '~') return true;
  return name !== '' && project.hasAsset(`node_modules/${name}/package.json`);
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
