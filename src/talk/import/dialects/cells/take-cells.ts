import type { CodeToken } from '../../../model/token.ts';
import { escapeHtml } from '../../../html/html.ts';
import { parseAttributes } from '../../brace-attributes.ts';
import type { DeckSlide, Result } from '../../deck.ts';
import { optionOf, readCell, type Cell } from './cell-options.ts';
import { plainAnnotations, takeAnnotations } from './code-annotations.ts';
import { isCodeShown, toPicture, writePictures, type Cells } from './code-cells.ts';
import { labelOf, placeOutput, splitRun } from './output-places.ts';
import { translateRun } from './run-output.ts';
import { isSilent, judgeEmpty, judgeFurniture } from './silent-code.ts';

/** Translates the text that the last run of a deck has in the place of a cell. */
export type TakeRun = (inner: DeckSlide) => void;

interface CellPlace {
  slide: DeckSlide;
  cells: Cells;
  takeRun: TakeRun;
}

/** Translates the fences of a slide: attributes in braces, cells that a program would run, and raw parts of a format. */
export function takeFences(slide: DeckSlide, cells: Cells, takeRun: TakeRun): void {
  takeAnnotations(slide);
  for (const token of slide.allTokens) {
    if (token.type !== 'code' || token.codeBlockStyle === 'indented') continue;
    const [, braces] = /^\{([^]*)\}$/.exec(token.lang?.trim() ?? '') ?? [];
    if (braces === undefined) continue;
    if (braces.startsWith('=')) takeRaw(token, braces.slice(1).trim(), slide);
    else if (/^[A-Za-z][\w-]*(?![\w-=])/.test(braces))
      takeCell(token, braces, { slide, cells, takeRun });
    else takeInfo(token, braces, slide);
  }
}

/** A part for one format of output: HTML stays, any other is left out. */
function takeRaw(token: CodeToken, format: string, slide: DeckSlide): void {
  if (format === 'html') slide.replace(token, token.text, ['translated', 'HTML on the slide']);
  else slide.replace(token, '', ['dropped', `It is for ${format} alone.`]);
}

function takeInfo(token: CodeToken, braces: string, slide: DeckSlide): void {
  const { classes, values } = parseAttributes(braces);
  const named = classes.find((name) => !NO_LANGUAGE.has(name));
  const language = named ?? values.get('language')?.toLowerCase() ?? 'text';
  const info = writeInfo(language, values, classes, token.text.split('\n').length);
  replaceInfo(token, info, slide);
}

/** A cell that Quarto or R Markdown runs: a diagram is drawn, code is shown unless the cell hides it. */
function takeCell(token: CodeToken, braces: string, place: CellPlace): void {
  const { slide, cells, takeRun } = place;
  const cell = readCell(braces, token.text);
  const { language, code, options } = cell;
  // The deck as a whole takes the rules of stylesheets.
  if (language === 'css') return slide.replace(token, '');
  if (language === 'mermaid' || language === 'dot') {
    const fence = fenceOf(token);
    return slide.replace(token, `${fence}${language}\n${code}\n${fence}`, ['translated', language]);
  }
  if (options.get('include') === false) {
    const nothing = 'Code of a deck is not run, and this cell shows nothing.';
    return slide.replace(token, '', ['dropped', nothing, 'harmless']);
  }
  if (
    code === '' &&
    cells.run?.at(token.span.line) === undefined &&
    !REFERRING.some((name) => options.has(name))
  )
    return slide.replace(token, '', judgeEmpty(cell));
  const furniture = judgeFurniture(code);
  if (furniture && !isCodeShown(cell, cells)) return slide.replace(token, '', furniture);
  if (language === 'asis') return slide.replace(token, code, ['translated', 'its text']);
  const isRun = options.get('eval') !== false;
  const picture = toPicture(cell);
  if (picture !== null && isRun) return slide.replace(token, picture, ['translated', picture]);
  const run = cells.run?.at(token.span.line);
  if (run !== undefined) {
    const text = translateRun(run, {
      span: slide.spanOf(slide.stretch(token)),
      take: takeRun,
      slide,
    });
    const placed = placeOutput(splitRun(text), cell, { isInFrame: isInFrame(token, slide) });
    return slide.replace(
      token,
      indent(placed.text, token, slide),
      placed.result ?? ['translated', 'what it gave when the deck was made last'],
    );
  }
  writeCell(token, cell, place);
}

/** Writes a cell of which only its pictures are known: its code where the deck shows it, and a labelled place for what it would print. */
function writeCell(token: CodeToken, cell: Cell, { slide, cells }: CellPlace): void {
  const { language, code, options } = cell;
  const isShown = isCodeShown(cell, cells);
  const isRun = options.get('eval') !== false;
  const isUnseen = !isRun || optionOf(cell, 'fig-show') === 'hide';
  const drawn = isUnseen ? [] : cells.listPictures(token.span.line, code);
  const isReferring = REFERRING.some((name) => options.has(name));
  const isQuiet = !isRun || (drawn.length === 0 && isSilent(code) && !isReferring);
  const result: Result =
    drawn.length > 0
      ? ['approximated', 'what it drew when the deck was made last; what it prints is not there']
      : isQuiet
        ? ['dropped', 'It prints and draws nothing.', 'harmless']
        : ['manual', 'Code of a deck is not run: put what it prints or draws on the slide.'];
  const isUnknown = drawn.length === 0 && !isQuiet;
  const box = isUnknown ? `<div class="left-out">${escapeHtml(labelOf(cell, isShown))}</div>` : '';
  const output = writePictures(drawn, cell) || box;
  if (!isShown) return slide.replace(token, indent(output, token, slide), result);
  const values = new Map(
    ['code-line-numbers', 'startFrom', 'filename'].map((name) => [name, optionOf(cell, name)]),
  );
  const fence = fenceOf(token);
  const info = writeInfo(language, values, [], code.split('\n').length);
  const shown = `${fence}${info}\n${plainAnnotations(code)}\n${fence}`;
  const place = { isInFrame: isInFrame(token, slide) };
  const placed = placeOutput([shown, output], cell, place);
  slide.replace(token, indent(placed.text, token, slide), isQuiet ? ['translated', info] : result);
  if (placed.result?.[0] === 'approximated') slide.note(token, ...placed.result);
}

/** Reports whether a fence is in a list or in columns, which hold no columns themselves. */
function isInFrame(token: CodeToken, slide: DeckSlide): boolean {
  const isInColumns = /^ {0,3}:{3,}[^\n]*\bcolumns?\b|\.(?:pull|left|right)-\w+\[/m.test(
    slide.edits.text,
  );
  return isInColumns || indentOf(token, slide) !== '';
}

/** Indents all lines but the first as those of the token, which may be in an item of a list. */
function indent(text: string, token: CodeToken, slide: DeckSlide): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${indentOf(token, slide)}`);
}

/** Returns the blanks by which the lines of a fence in a list are in its item. */
function indentOf(token: CodeToken, slide: DeckSlide): string {
  const { start } = slide.stretch(token);
  const line = slide.edits.text.slice(slide.edits.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^[\s>]*$/.test(line) ? line : line.replaceAll(/[^>\s]/g, ' ');
}

function replaceInfo(token: CodeToken, info: string, slide: DeckSlide): void {
  const { start } = slide.stretch(token);
  const written = token.lang?.trim() ?? '';
  const at = slide.edits.text.indexOf(written, start);
  if (at >= 0) slide.replace({ start: at, end: at + written.length }, info, ['translated', info]);
}

function writeInfo(
  language: string,
  values: ReadonlyMap<string, string>,
  classes: readonly string[],
  lines: number,
): string {
  const steps = values.get('code-line-numbers') ?? '';
  const first =
    (values.get('startFrom') || undefined) ??
    (classes.some((name) => /^number-?lines$/i.test(name)) ? '1' : undefined);
  const title = values.get('filename') || values.get('caption') || undefined;
  const shift = first === undefined ? 0 : Number(first) - 1;
  const marked = /^[\d,|-]+$/.test(steps)
    ? steps.replaceAll(/\d+/g, (line) => String(Math.min(Number(line), lines) + shift))
    : '';
  return [
    language,
    marked && `{${marked.replace(/^\|/, 'all|')}}`,
    first !== undefined && `{startLine=${first}}`,
    title !== undefined && `{title="${title.replaceAll('"', "'")}"}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function fenceOf(token: CodeToken): string {
  return /^\s*(`{3,}|~{3,})/.exec(token.raw)?.[1] ?? '```';
}

/** Options that bring code of another place. */
const REFERRING = ['ref-label', 'code', 'file'];
const NO_LANGUAGE = new Set([
  'numberLines',
  'number-lines',
  'numberlines',
  'fragile',
  'line-anchors',
  'cell-code',
]);
