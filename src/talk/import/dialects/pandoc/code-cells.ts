import type { ReadContext } from '../../dialect.ts';
import { scanLines } from '../../scan-lines.ts';
import type { Sheet } from '../../translate/deck-sheets.ts';

/** What is known of the cells of a deck, whose code a program would run. */
export interface Cells {
  /** Whether their code is on the slides. */
  isShown: boolean;
  /** Lists the pictures that the cell at a line of the deck drew when a program ran it. */
  listPictures(line: number, code: string): string[];
}

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
  const folders = FORMATS.flatMap((format) => [
    `${stem}_files/figure-${format}`,
    `/_freeze/${path.replace(/\.[^.]+$/, '')}/figure-${format}`,
  ]);
  const isThere = (address: string): boolean => context.whyNotCopied(address, path) === null;
  return {
    isShown,
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
    const [, language, rest = ''] = /^`{3,}\{(\w+)\b([^}]*)\}[ \t]*$/.exec(line.text) ?? [];
    if (language === undefined) return;
    all++;
    const below = lines.slice(index + 1, index + 20);
    const end = below.findIndex((each) => !OPTION.test(each.text));
    const options = below.slice(0, Math.max(0, end)).map((each) => each.text.replace(OPTION, ''));
    const label =
      /^label:[ \t]*["']?([\w.-]+)/m.exec(options.join('\n'))?.[1] ??
      /^[ \t]*,?[ \t]*(?:label[ \t]*=[ \t]*)?["']?([\w.][\w. -]*?)["']?[ \t]*(?:,|$)(?!=)/.exec(
        rest,
      )?.[1];
    const own = label ?? `unnamed-chunk-${++unnamed}`;
    const referred = /\bref\.label[ \t]*=[ \t]*["']([\w.-]+)/.exec(rest)?.[1] ?? own;
    names.set(first + line.line - 1, [referred, own, `${label ?? `cell-${all}`}-output`]);
  });
  return names;
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
export function writePicture(address: string, options: string): string {
  const width = /out[.-]width\s*[:=]\s*["']?(\d+(?:\.\d+)?(?:%|px))/.exec(options)?.[1];
  const caption = captionOf(options);
  const alt = /fig[.-]alt\s*[:=]\s*["']([^"'\n]+)["']/.exec(options)?.[1] ?? caption ?? '';
  const title = caption === undefined ? '' : ` "${caption}"`;
  const target = /[\s()]/.test(address) ? `<${address}>` : address;
  return `![${alt}](${target}${title})${width === undefined ? '' : `{width=${width}}`}`;
}

/** Returns the caption among the options of a cell; undefined for none. */
export function captionOf(options: string): string | undefined {
  return /fig[.-]cap\s*[:=]\s*["']([^"'\n]+)["']/.exec(options)?.[1];
}

/** Writes the picture that a cell of R shows by its file; null for any other cell. */
export function toPicture(code: string, options: string): string | null {
  const [, arguments_ = ''] = /^(?:knitr::)?include_graphics\(([^]*)\)$/.exec(code) ?? [];
  const names = [...arguments_.replace(/,\s*\w+\s*=[^]*$/, '').matchAll(/["']([^"']+)["']/g)];
  if (names.length === 0 || /\bc\(/.test(arguments_)) return null;
  const address = names.map(([, name = '']) => name).join('/');
  return writePicture(address, options);
}

/** Checks whether a cell ends with a statement that prints and draws nothing. */
export function isSilent(code: string): boolean {
  const last = lastStatement(code);
  return last === '' || SILENT.test(last);
}

/** Returns the last statement of code, which can go over several lines, without comments and the words of strings. */
function lastStatement(code: string): string {
  let statement = '';
  let depth = 0;
  let isOpen = false;
  for (const written of code.split('\n')) {
    const line = written.replaceAll(STRING, '""').replace(/#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    const goesOn = depth > 0 || isOpen || /^\s*(?:[.)\]}]|\|>|%>%|\+ )/.test(line);
    statement = goesOn ? `${statement}\n${line}` : line;
    depth += (line.match(/[([{]/g)?.length ?? 0) - (line.match(/[)\]}]/g)?.length ?? 0);
    isOpen = /(?:[-+*/|&~,=]|<-|%[^%]*%|\|>)$/.test(line);
  }
  return statement;
}

const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
/** A statement that loads, defines or names something. */
const SILENT =
  /^\s*(?:(?:library|require|source|import|from|use|using|set\.seed|options|def|class)\b|knitr::opts|[\w.$[\]"', ]+(?:<-|=(?!=)))|->\s*[\w.]+\s*$/;
/** Calls that draw, of R and of Python. */
const DRAWING =
  /plot|hist\(|geom_|theme(?:_\w+)?\(|curve\(|pie\(|image\(|pairs\(|heatmap|chart|diagram|leaflet|mermaid|plt\.|sns\.|draw|grid\.arrange|_map\(/i;

/** An option of a cell, on a line of its own. */
export const OPTION = /^(?:#|\/\/|%%|--)\|\s*/;
/** Formats after which programs call the folders of their pictures. */
const FORMATS = ['revealjs', 'html', 'slidy', 'ioslides', 'html4', 'html5', 'beamer'];
const UNNAMED = /^(?:unnamed-chunk-\d+|cell-\d+-output)$/;
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8];
