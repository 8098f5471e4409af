import { escapeHtml } from '../../html/html.ts';
import type { FormulaNode, TypesetFormula } from '../../model/project.ts';
import type { FormulaToken } from '../../model/token.ts';
import {
  allowMissing,
  brokenFormula,
  forbiddenCommand,
  missingKatex,
  wideFormula,
} from '../../problems/problems.ts';
import { toFormulaWords, type Macros } from '../../text/formula-words.ts';
import type { SlideContext } from '../context.ts';
import { claimStep } from '../steps.ts';
import { expandMacros } from './expand-macros.ts';
import { placeIn, readFault, TOO_DEEP } from './formula-fault.ts';
import { PAUSE_CLASS, splitFormula } from './formula-steps.ts';
import { measureTree, type FormulaSize } from './formula-tree.ts';

/** Bounds of a formula: its letters, its drawing, and how deep its groups are nested. */
const MAX_TEX = 5000;
const MAX_MARKUP = 400_000;
const MAX_NESTING = 50;
const NESTING = /\\[^A-Za-z]|\\(?:begin|left)(?![A-Za-z])|\\(?:end|right)(?![A-Za-z])|[{}]/g;
const PAUSE = '\\pause';
const COMMENT = /<!--\s*(pause)?[^]*?-->/g;
const DEFINITION =
  /\\(?:[gex]?def|(?:re)?newcommand|providecommand|(?:future)?let|global|long)(?![A-Za-z])/;
/** Size of a formula relative to the text around it, as in `formulas.css`. */
export const FORMULA_SCALE = 1.1;
/** Width of a slide, and the smallest size of the text around a formula that is made smaller to fit. */
const SLIDE_WIDTH = 1104;
const MIN_CAP = 17;
/** Larger text needs no limit, and how much wider letters may be on the screen. */
const MAX_SIZE = 46;
const ROUNDING = 1.01;

/** Renders a formula: a drawing, MathML for readers, and its source to copy; its source alone where it is broken. */
export function renderFormula(token: FormulaToken, context: SlideContext): string {
  const { macros } = context.talk.meta;
  const words = toFormulaWords(token.tex, macros);
  context.words.set(token, words);
  const drawing = typesetToken(token, context);
  if (!drawing) return showSource(token);
  const size = measureTree(drawing);
  splitFormula(drawing, () => claimStep(context.steps));
  const markup = drawing.toMarkup();
  if (markup.length > MAX_MARKUP) {
    context.problems.push(brokenFormula('its drawing is too large.', placeIn('', 0, token.lines)));
    return showSource(token);
  }
  const number = context.formulas.push(writeSource(token) + markup) - 1;
  const { height, depth, width } = scaleSize(size);
  const cap = token.isDisplay ? findCap(width, token, context) : '';
  const name = token.isDisplay ? 'formula display' : 'formula';
  const label = escapeHtml(words);
  return `<span class="${name}" role="math" aria-label="${label}" style="${cap}--formula:${number} ${height} ${depth} ${width}"></span>`;
}

/** Fills the drawings of formulas into the markup of a slide, which is read and measured without them. */
export function fillFormulas(markup: string, { formulas }: Pick<SlideContext, 'formulas'>): string {
  if (formulas.length === 0) return markup;
  return markup.replace(PLACE, (_, start: string, style: string, number: string) => {
    const own = style === '' ? '' : ` style="${style}"`;
    return `${start}${own}>${formulas[Number(number)] ?? ''}`;
  });
}

/** Returns the source of a formula between its signs, with definitions in the place of commands, and its steps where they are asked for. */
export function writeFormula(
  { tex, isDisplay }: FormulaToken,
  { macros = {}, hasSteps = false }: { macros?: Macros | undefined; hasSteps?: boolean } = {},
): string {
  const keep = (step: string): string => (hasSteps ? step : '');
  const source = expandMacros(tex, macros)
    .replaceAll(COMMENT, (_, pause?: string) => (pause === undefined ? '' : keep('<!-- pause -->')))
    .replaceAll(/\\pause(?![A-Za-z]) ?/g, keep)
    // A blank line would end the formula in other programs.
    .replaceAll(/\n\s*\n/g, '\n')
    .trim();
  if (!isDisplay) return `$${source}$`;
  return source.includes('\n') ? `$$\n${source}\n$$` : `$$${source}$$`;
}

function typesetToken(token: FormulaToken, context: SlideContext): FormulaNode | null {
  const { typeset } = context.talk.project;
  const tex = token.tex.replaceAll(COMMENT, (comment, pause?: string) => {
    const text = pause === undefined ? '' : `${PAUSE} `;
    return text + comment.slice(text.length).replaceAll(/[^\n]/g, ' ');
  });
  const problem = typeset ? checkSource(tex, token) : missingKatex(placeIn(tex, 0, token.lines));
  if (problem || !typeset) {
    // What is missing is missing for all formulas of a slide.
    if (problem && !context.reported.has(problem.code))
      context.problems.push(allowMissing(problem, context.talk.meta));
    if (!typeset) context.reported.add('missing-katex');
    return null;
  }
  return typesetSource(tex, token, { context, typeset });
}

function checkSource(tex: string, { lines }: FormulaToken) {
  const start = placeIn(tex, 0, lines);
  if (tex.trim() === '') return brokenFormula('there is nothing between its signs.', start);
  if (tex.length > MAX_TEX) {
    return brokenFormula(`it has more than ${MAX_TEX} letters.`, start, 'Write several formulas.');
  }
  if (measureNesting(tex) > MAX_NESTING)
    return brokenFormula(TOO_DEEP, start, 'Write several formulas.');
  const definition = DEFINITION.exec(tex);
  if (!definition) return undefined;
  const [name] = definition;
  return forbiddenCommand(name, { ...placeIn(tex, definition.index, lines), length: name.length });
}

function measureNesting(tex: string): number {
  let level = 0;
  let deepest = 0;
  for (const [sign] of tex.matchAll(NESTING)) {
    if (/^(?:\{|\\begin|\\left)$/.test(sign)) deepest = Math.max(deepest, ++level);
    else if (/^(?:\}|\\end|\\right)$/.test(sign)) level--;
  }
  return deepest;
}

function typesetSource(
  tex: string,
  { isDisplay, lines }: FormulaToken,
  { context, typeset }: { context: SlideContext; typeset: TypesetFormula },
): FormulaNode | null {
  const own = context.talk.meta.macros;
  const pause = context.steps.isOn ? `\\htmlClass{${PAUSE_CLASS}}{}` : '';
  const refused: string[] = [];
  const isAllowed = (command: string, name?: string): boolean => {
    const isOwn = command === '\\htmlClass' && name === PAUSE_CLASS;
    if (!isOwn) refused.push(command);
    return isOwn;
  };
  try {
    const macros = { ...own, [PAUSE]: pause };
    const drawing = typeset(tex, { isDisplay, macros, isAllowed });
    const [command] = refused;
    if (command === undefined) return drawing;
    const at = Math.max(0, tex.indexOf(command));
    const place = { ...placeIn(tex, at, lines), length: command.length };
    context.problems.push(allowMissing(forbiddenCommand(command, place), context.talk.meta));
  } catch (error) {
    const problem = readFault(error, tex, { lines, macros: own });
    if (!problem) throw error;
    context.problems.push(allowMissing(problem, context.talk.meta));
  }
  return null;
}

function showSource(token: FormulaToken): string {
  const name = token.isDisplay ? 'formula-source display' : 'formula-source';
  return `<code class="${name}">${escapeHtml(writeFormula(token))}</code>`;
}

/** Writes the source for the clipboard, on the drawing. */
function writeSource(token: FormulaToken): string {
  return `<span class="formula-tex" aria-hidden="true">${escapeHtml(writeFormula(token))}</span>`;
}

/** Limits the size of a formula that is wider than a slide. */
function findCap(width: number, { lines }: FormulaToken, context: SlideContext): string {
  const cap = Math.floor((SLIDE_WIDTH / width) * 10) / 10;
  if (cap < MIN_CAP) context.problems.push(wideFormula(MIN_CAP / cap, placeIn('', 0, lines)));
  return cap < MAX_SIZE ? `font-size:min(1em,${Math.max(MIN_CAP, cap)}px);` : '';
}

/** Returns a size in ems of the text around the formula. */
function scaleSize({ height, depth, width }: FormulaSize): FormulaSize {
  const scale = (length: number): number => Math.round(length * FORMULA_SCALE * 1000) / 1000;
  return { height: scale(height), depth: scale(depth), width: scale(width) * ROUNDING };
}

const PLACE =
  /(<span class="formula[^>]*?) style="((?:font-size:[^;"]+;)?)--formula:(\d+) [\d. -]+">/g;
