import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FormulaNode, TypesetFormula } from '../talk/model/project.ts';

/** What KaTeX gives of itself; the drawing as a tree is not in its declarations. */
type Katex = Record<typeof RENDER, (tex: string, options: object) => FormulaNode>;

const RENDER = '__renderToDomTree';

/** Bounds of a formula: how many commands are replaced, and the longest length in ems. */
const LIMITS = { maxExpand: 500, maxSize: 30 };
const CHEMISTRY = /\\(?:ce|pu)(?![A-Za-z])/;
const FACE_RULE = /@font-face\s*\{[^}]*\}/g;
/** What shows in markup that there is a formula. */
export const HAS_FORMULA = /class="formula[" -]/;
/** Faces of KaTeX: file, weight and style, and the classes of letters in it. */
const FACES: readonly (readonly [file: string, weight: number, style: string, need: RegExp])[] = [
  ['Main-Regular', 400, 'normal', HAS_FORMULA],
  ['Main-Bold', 700, 'normal', /\b(?:mathbf|textbf)\b/],
  ['Main-Italic', 400, 'italic', /\b(?:mathit|textit)\b/],
  ['Main-BoldItalic', 700, 'italic', /\btextbf textit\b|\btextit textbf\b/],
  ['Math-Italic', 400, 'italic', /\bmathnormal\b/],
  ['Math-BoldItalic', 700, 'italic', /\bboldsymbol\b/],
  ['AMS-Regular', 400, 'normal', /\b(?:amsrm|mathbb|textbb)\b/],
  ['Caligraphic-Regular', 400, 'normal', /\bmathcal\b/],
  ['Fraktur-Regular', 400, 'normal', /\b(?:math|text)(?:bold)?frak\b/],
  ['Script-Regular', 400, 'normal', /\b(?:math|text)scr\b/],
  ['SansSerif-Regular', 400, 'normal', /\b(?:mathsf|textsf)\b/],
  ['SansSerif-Bold', 700, 'normal', /\b(?:mathboldsf|textboldsf)\b/],
  ['SansSerif-Italic', 400, 'italic', /\b(?:mathitsf|mathsfit|textitsf)\b/],
  ['Typewriter-Regular', 400, 'normal', /\b(?:mathtt|texttt)\b/],
  ['Size1-Regular', 400, 'normal', /\b(?:delimsizing size1|delim-size1|small-op)\b/],
  ['Size2-Regular', 400, 'normal', /\b(?:delimsizing size2|large-op)\b/],
  ['Size3-Regular', 400, 'normal', /\bdelimsizing size3\b/],
  ['Size4-Regular', 400, 'normal', /\b(?:delimsizing size4|delim-size4)\b/],
];

/** Finds KaTeX beside the engine, whose code is loaded for the first formula; undefined when it is not installed. */
export function openKatex(engine: string = import.meta.url): TypesetFormula | undefined {
  if (findKatex(engine) === undefined) return undefined;
  const load = createRequire(engine);
  return (tex, { isDisplay, macros, isAllowed }) => {
    const katex = load('katex') as Katex;
    if (CHEMISTRY.test(tex)) load('katex/contrib/mhchem');
    return katex[RENDER](tex, {
      ...LIMITS,
      displayMode: isDisplay,
      macros: { ...macros },
      strict: 'ignore',
      trust: ({ command, class: name }: { command: string; class?: string }) =>
        isAllowed(command, name),
    });
  };
}

/** Reads KaTeX's rules, without its faces. */
export function readKatexRules(): string {
  const folder = findKatex();
  if (folder === undefined) return '';
  const text = readFileSync(path.join(folder, 'dist/katex.min.css'), 'utf8');
  return text.replace(FACE_RULE, '');
}

/** Writes the faces that the formulas in a page's markup need; empty for none. */
export function renderKatexFaces(markup: string, toUrl: (file: string) => string): string {
  const folder = HAS_FORMULA.test(markup) ? findKatex() : undefined;
  if (folder === undefined) return '';
  const needed = FACES.filter(([, , , need]) => need.test(markup));
  const faces = needed.map(([name, weight, style]) => {
    const url = toUrl(path.join(folder, `dist/fonts/KaTeX_${name}.woff2`));
    const family = `KaTeX_${name.slice(0, name.indexOf('-'))}`;
    return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};font-display:block;src:url(${url}) format('woff2')}\n`;
  });
  return faces.join('');
}

/** Finds the folder of KaTeX's package; undefined when it is not installed. */
function findKatex(engine: string = import.meta.url): string | undefined {
  try {
    return path.dirname(createRequire(engine).resolve('katex/package.json'));
  } catch {
    return undefined;
  }
}
