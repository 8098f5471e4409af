import { foreignStyles, missingStylesheet, missingUrl, windowsPath } from '../problems/problems.ts';
import type { SlideFile } from '../model/slide-file.ts';
import { findLost } from '../source/encoding.ts';
import { isExternal, isWindowsPath, relativePath, resolvePath } from '../text/path.ts';
import type { Problem, Span } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';

/** A comment, an address in `url()` or after `@import`, or any other string, which ends with its line at the latest. */
const PARTS =
  /\/\*[^]*?(?:\*\/|$)|(@import\s+)?(?:(url\(\s*)(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|((?:[^\s"'()\\]|\\.)*))\s*\)|"((?:[^"\\\n]|\\.)*)(?:"|\\?(?=\n|$))|'((?:[^'\\\n]|\\.)*)(?:'|\\?(?=\n|$)))/gi;
const ESCAPE = /\\(.)/g;
/** Values of Slidev for "css" that are not files. */
const UTILITIES = new Set(['unocss', 'windicss']);
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
  if (project.hasAsset(css)) return checkAddresses(css, project, new Set([css]));
  // A stylesheet of the whole project is checked where the option is read.
  if (!span) return [];
  const styles = project.assetNames().filter((name) => name.endsWith('.css'));
  const names = styles.map((name) => relativePath(file.path, name));
  const written = file.head?.css ?? css;
  if (UTILITIES.has(written)) return [foreignStyles(written, span)];
  return [(isWindowsPath(written) ? windowsPath : missingStylesheet)(written, names, span)];
}

/** Checks a stylesheet and its imports, each once. */
function checkAddresses(style: string, project: TalkProject, seen: Set<string>): Problem[] {
  const text = project.readText?.(style) ?? '';
  const lost = findLost(text, style);
  const addresses = listAddresses(text, style);
  const imported = addresses.flatMap(({ path, isImport }) => {
    if (!isImport || seen.has(path) || !project.hasAsset(path)) return [];
    return checkAddresses(path, project, seen.add(path));
  });
  const missing = addresses.filter(
    ({ path, href }) => !project.hasAsset(path) && !isOfPackage(href, project),
  );
  if (missing.length === 0) return [...lost, ...imported];
  const assets = project.assetNames();
  const fromRoot = assets.map((name) => `/${name}`);
  const fromHere = assets.map((name) => relativePath(style, name));
  const own = missing.map(({ href, span }) =>
    missingUrl(href, href.startsWith('/') ? fromRoot : fromHere, span),
  );
  return [...lost, ...own, ...imported];
}

interface Address {
  href: string;
  /** The project path of the address. */
  path: string;
  isImport: boolean;
  span: Span;
}

/** Lists the addresses in a stylesheet that point into the project. */
function listAddresses(text: string, file: string): Address[] {
  const found: Address[] = [];
  let line = 1;
  let start = 0;
  for (const match of text.matchAll(PARTS)) {
    const [part, rule, opening, ...forms] = match;
    const written = forms.find((form) => form !== undefined);
    const isImport = rule !== undefined;
    if (written === undefined || (!isImport && opening === undefined)) continue;
    const href = written.replace(ESCAPE, '$1');
    if (isExternal(href)) continue;
    const at = match.index + part.lastIndexOf(written);
    for (let end = text.indexOf('\n', start); end >= 0 && end < at; line++) {
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    const span = { file, line, column: at - start + 1, length: written.length };
    const path = resolvePath(file, decode(href.replace(TAIL, '')));
    found.push({ href, path, isImport, span });
  }
  return found;
}

/** Reports whether an address may name a file of a package, which the build resolves. */
function isOfPackage(href: string, project: TalkProject): boolean {
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
