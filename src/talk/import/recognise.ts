import type { Dialect } from '../model/import/imported-deck.ts';
import type { SourceText } from '../source/source.ts';
import type { DialectReader, ReadContext } from './dialect.ts';
import { splitHead } from './cut-slides.ts';
import { readForeignMatter } from './matter.ts';
import { plainLines } from './scan-lines.ts';

/** Where a deck may have the list of the packages that it needs. */
const PACKAGE_FILES = ['package.json', '../package.json'];

/** Files by which decks are built. */
export const BUILD_FILES = [
  ...['Makefile', 'makefile', 'GNUmakefile', '../Makefile', '../makefile', 'justfile'],
  ...['build.sh', 'make.sh', 'compile.sh', 'run.sh', 'build.bat', 'make.bat', 'go.bat'],
];

/** A dialect, and the sign in the deck by which it was recognised. */
export interface Recognised {
  dialect: Dialect;
  because: string;
}

/** Recognises the program for which a deck was written: by its head, its name, its keys, what it needs, and its text. */
export function recogniseDialect(
  { path, text: written }: SourceText,
  readers: readonly DialectReader[],
  readFile: ReadContext['readFile'] = () => undefined,
): Recognised {
  const text = plainLines(written);
  const { head, headLine, body } = splitHead(text);
  const { keys } = readForeignMatter(head, { file: path, line: headLine });
  const needed = PACKAGE_FILES.map((file) => readFile(file, path)?.text ?? '').join();
  const words = withoutCode(body);
  // Slides of one program may look like those of another below front matter that only the first one has.
  const isKeyed = readers.some(({ signs }) => keys.some(({ name }) => signs.keys?.test(name)));
  const searches: ((reader: DialectReader) => string | undefined)[] = [
    ({ signs }) => (signs.head?.pattern.test(head) ? `it has ${signs.head.what}` : undefined),
    ({ signs }) =>
      !isKeyed && signs.sure?.pattern.test(words) ? `it has ${signs.sure.what}` : undefined,
    ({ signs }) => (signs.name?.test(path) ? 'its name says so' : undefined),
    ({ signs }) => {
      const key = keys.find(({ name }) => signs.keys?.test(name));
      return key && `its front matter has "${key.name}"`;
    },
    ({ signs }) => (signs.usualName?.test(path) ? 'its name says so' : undefined),
    ({ signs }) =>
      signs.needs !== undefined && needed.includes(`"${signs.needs}"`)
        ? `package.json has "${signs.needs}"`
        : undefined,
    ({ signs }) => (signs.text?.pattern.test(words) ? `it has ${signs.text.what}` : undefined),
  ];
  for (const search of searches) {
    for (const reader of readers) {
      const because = search(reader);
      if (because !== undefined) return { dialect: reader.name, because };
    }
  }
  const builder = readers.find(({ signs }) =>
    BUILD_FILES.some((file) => signs.builds?.test(readFile(file, path)?.text ?? '')),
  );
  if (builder)
    return {
      dialect: builder.name,
      because: `a file beside it runs ${builder.program} for slides`,
    };
  return { dialect: 'markdown', because: 'it has nothing that only one program reads' };
}

function withoutCode(text: string): string {
  return text.replaceAll(FENCES, '').replaceAll(CODE, '');
}

const FENCES = /^( {0,3})(`{3,}|~{3,})[^]*?\n\1\2`*[ \t]*$/gm;
const CODE = /`[^`\n]+`/g;
