import type { ReadContext } from '../../dialect.ts';
import { scanLines } from '../../scan-lines.ts';
import type { Sheet } from '../../translate/deck-sheets.ts';
import { OPTION, optionOf, readCell, type Cell } from './cell-options.ts';
import { findFrozen, findPage, findRun } from './last-run.ts';
import { matchPage } from './match-page.ts';
import { matchRun, type MatchedRun } from './match-run.ts';

/** What is known of the cells of a deck, whose code a program would run. */
export interface Cells {
  /** Whether their code is on the slides. */
  isShown: boolean;
  /** Lists the pictures that the cell at a line of the deck drew when a program ran it. */
  listPictures(line: number, code: string): string[];
  /** What is in the place of cells and of code in words in the text of the last run; null for none. */
  run: MatchedRun | null;
}

/** The cells of a text that has none. */
export const NO_CELLS: Cells = { isShown: true, run: null, listPictures: () => [] };

/** Finds the pictures of the cells of a text among the files that a program wrote beside the deck. */
export function readCells(
  text: string,
  {
    path,
    line,
    isShown,
    context,
  }: { path: string; line: number; isShown: boolean; context: ReadContext },
): Cells {
  const names = nameCells(text, line);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const frozen = findFrozen(path);
  const folders = FORMATS.flatMap((format) => [
    `${stem}_files/figure-${format}`,
    ...frozen.map((folder) => `${folder}/figure-${format}`),
  ]);
  const run = findRun(path, context);
  const page = run === undefined ? findPage(path, context) : undefined;
  const isThere = (address: string): boolean => context.whyNotCopied(address, path) === null;
  return {
    isShown,
    run:
      run === undefined
        ? page === undefined
          ? null
          : matchPage(text, page, line)
        : matchRun(text, run, line),
    listPictures(at, code) {
      // Files of cells without a name may be of an older state of the deck.
      const own = names.get(at)?.filter((name) => !UNNAMED.test(name) || DRAWING.test(code));
      for (const folder of folders) {
        for (const name of own ?? []) {
          for (const ending of ['png', 'svg', 'jpeg']) {
            const found = COUNTS.map((count) => `${folder}/${name}-${count}.${ending}`);
            const end = found.findIndex((address) => !isThere(address));
            if (end !== 0) return end < 0 ? found : found.slice(0, end);
          }
        }
      }
      return [];
    },
  };
}

/** Names the cells of a text as knitr and Jupyter name their pictures, by the line of each. */
function nameCells(text: string, first: number): Map<number, string[]> {
  const names = new Map<number, string[]>();
  const lines = scanLines(text);
  let all = 1;
  let unnamed = 0;
  lines.forEach((line, index) => {
    const [, braces] = /^`{3,}\{(\w[^}]*)\}[ \t]*$/.exec(line.text) ?? [];
    if (braces === undefined) return;
    all++;
    const below = lines.slice(index + 1, index + 40).map((each) => each.text);
    const end = below.findIndex((each) => !OPTION.test(each));
    const cell = readCell(braces, below.slice(0, Math.max(0, end)).join('\n'));
    const label = optionOf(cell, 'label') || undefined;
    const own = label ?? `unnamed-chunk-${++unnamed}`;
    const referred = optionOf(cell, 'ref-label') || own;
    names.set(first + line.line - 1, [referred, own, `${label ?? `cell-${all}`}-output`]);
  });
  return names;
}

/** Reports whether the code of a cell is on its slide. */
export function isCodeShown({ options }: Cell, { isShown }: Cells): boolean {
  const echo = options.get('echo');
  return isShown ? echo !== false : echo === true || echo === 'fenced' || Array.isArray(echo);
}

/** Lists the cells that are stylesheets, which R Markdown puts into its page. */
export function listStyleCells(text: string, first: number): Sheet[] {
  return [...text.matchAll(/^(`{3,})\{css\b[^}\n]*\}[ \t]*\n([^]*?)^\1[ \t]*$/gm)].map((found) => ({
    address: '```{css}',
    css: found[2] ?? '',
    line: first + text.slice(0, found.index).split('\n').length - 1,
  }));
}

/** Writes a picture of a cell with the caption and the size that its options give it. */
export function writePicture(address: string, cell: Pick<Cell, 'options'>, at = 0): string {
  const width = /^\d+(?:\.\d+)?(?:%|px)$/.exec(optionOf(cell, 'out-width', at))?.[0];
  const caption = optionOf(cell, 'fig-cap', at).replaceAll(/\s+/g, ' ').replaceAll('"', "'");
  const words = (optionOf(cell, 'fig-alt', at) || caption).replaceAll(/\s+/g, ' ');
  const alt = words.replaceAll(/(?=[[\]])/g, '\\');
  const title = caption === '' ? '' : ` "${caption}"`;
  const target = /[\s()]/.test(address) ? `<${address}>` : address;
  return `![${alt}](${target}${title})${width === undefined ? '' : `{width=${width}}`}`;
}

/** Writes the pictures of a cell; those with a layout of their own are in one row. */
export function writePictures(addresses: readonly string[], cell: Pick<Cell, 'options'>): string {
  const isRow =
    ['layout-ncol', 'layout', 'layout-nrow'].some((name) => cell.options.has(name)) ||
    optionOf(cell, 'fig-show') === 'hold';
  return addresses
    .map((address, at) => writePicture(address, cell, at))
    .join(isRow ? '\n' : '\n\n');
}

/** Writes the picture that a cell of R shows by its file; null for any other cell. */
export function toPicture(cell: Cell): string | null {
  const [, arguments_ = ''] = /^(?:knitr::)?include_graphics\(([^]*)\)$/.exec(cell.code) ?? [];
  const names = [...arguments_.replace(/,\s*\w+\s*=[^]*$/, '').matchAll(/["']([^"']+)["']/g)];
  if (names.length === 0 || /\bc\(/.test(arguments_)) return null;
  const address = names.map(([, name = '']) => name).join('/');
  return writePicture(address, cell);
}

/** Calls that draw, of R and of Python. */
const DRAWING =
  /plot|hist\(|geom_|theme(?:_\w+)?\(|curve\(|pie\(|image\(|pairs\(|heatmap|chart|diagram|leaflet|mermaid|plt\.|sns\.|draw|grid\.arrange|_map\(/i;

/** Formats after which programs call the folders of their pictures. */
const FORMATS = ['revealjs', 'html', 'slidy', 'ioslides', 'html4', 'html5', 'beamer'];
const UNNAMED = /^(?:unnamed-chunk-\d+|cell-\d+-output)$/;
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8];
