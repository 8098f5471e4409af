import type { SourceText } from '../../../source/source.ts';
import type { ReadContext } from '../../dialect.ts';
import type { Sheet } from '../deck-sheets.ts';

/** The deck whose project is searched. */
interface SearchOptions {
  path: string;
  context: ReadContext;
}

/** Finds the stylesheet of a theme of Marp by its name: in the files that settings name, or in the usual places. */
export function findMarpTheme(name: string, { path, context }: SearchOptions): Sheet | null {
  const isTheme = new RegExp(`@theme\\s+${name.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w-])`);
  const usual = FOLDERS.flatMap((folder) => PLACES.map((place) => `${folder}${place}${name}.css`));
  const files = [
    ...usual.map((address) => context.readFile(address, path)),
    ...listNamedFiles(MARP_SETTINGS, /[^\s"'`,[\]()]+\.css\b/g, {
      path,
      context,
    }),
  ];
  const found = files.find((file) => file && isTheme.test(file.text));
  return found ? { address: found.path, css: found.text, line: 1 } : null;
}

/** Lists the stylesheets that commands of a project give to reveal-md. */
export function listCommandSheets({ path, context }: SearchOptions): Sheet[] {
  const commands = /(?<=reveal-md\b[^\n;&|]*--css[= ]+)[^\s"'\\;&|]+/g;
  return listNamedFiles(COMMANDS, commands, { path, context }).map((file) => ({
    address: file.path,
    css: file.text,
    line: 1,
  }));
}

/** Lists the stylesheets that Slidev loads by their names from a folder: that of the deck, or that of a theme beside it. */
export function listSlidevSheets(folder: string, { path, context }: SearchOptions): SourceText[] {
  const read = (address: string): SourceText[] =>
    [context.readFile(`${folder}${address}`, path)].filter((file) => file !== undefined);
  const own = ['style.css', 'styles/index.css', 'styles/index.scss'].flatMap(read);
  const named = ['styles/index.ts', 'styles/index.js']
    .flatMap(read)
    .flatMap(({ text }) =>
      [...text.matchAll(/^import\s+['"]\.\/([^'"]+\.css)['"]/gm)].flatMap(([, name = '']) =>
        read(`styles/${name}`),
      ),
    );
  return [...own, ...named];
}

/** Reads the files that settings of a project name, as far as they are beside it; a match can name several with commas. */
function listNamedFiles(
  settings: readonly string[],
  names: RegExp,
  { path, context: { readFile } }: SearchOptions,
): SourceText[] {
  const read = new Map<string, SourceText>();
  for (const folder of FOLDERS) {
    for (const name of settings) {
      const file = readFile(`${folder}${name}`, path);
      for (const [written] of file?.text.matchAll(names) ?? []) {
        for (const address of written.split(',')) {
          const found = readFile(address, file?.path ?? path);
          if (found) read.set(found.path, found);
        }
      }
    }
  }
  return [...read.values()];
}

/** The folder of a deck and those above it, in which its project may be. */
const FOLDERS = ['', '../', '../../', '../../../'];
const PLACES = ['', 'themes/', 'theme/', 'css/', 'styles/', 'assets/'];
const COMMANDS = ['package.json', 'Makefile', 'makefile', 'justfile'];
const MARP_SETTINGS = [
  '.marprc.yml',
  '.marprc.yaml',
  '.marprc.json',
  '.marprc',
  'marp.config.js',
  'marp.config.mjs',
  'marp.config.cjs',
  'marp.config.ts',
  '.vscode/settings.json',
  ...COMMANDS,
];
