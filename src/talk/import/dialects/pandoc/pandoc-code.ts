import type { CodeToken } from '../../../model/token.ts';
import { escapeHtml } from '../../../html/html.ts';
import { parseAttributes } from '../../brace-attributes.ts';
import { toLine, type DeckSlide, type Result } from '../../deck.ts';
import { captionOf, isSilent, OPTION, toPicture, writePicture, type Cells } from './code-cells.ts';

/** Translates the fences of a slide: attributes in braces, cells that a program would run, and raw parts of a format. */
export function takeFences(slide: DeckSlide, cells: Cells): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'code' || token.codeBlockStyle === 'indented') continue;
    const [, braces] = /^\{([^]*)\}$/.exec(token.lang?.trim() ?? '') ?? [];
    if (braces === undefined) continue;
    if (braces.startsWith('=')) takeRaw(token, braces.slice(1).trim(), slide);
    else if (/^[A-Za-z][\w-]*(?![\w-=])/.test(braces)) takeCell(token, braces, { slide, cells });
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
function takeCell(
  token: CodeToken,
  braces: string,
  { slide, cells }: { slide: DeckSlide; cells: Cells },
): void {
  const [, language = '', rest = ''] = /^([\w-]+)([^]*)$/.exec(braces) ?? [];
  const lines = token.text.split('\n');
  const options = lines.filter((line) => OPTION.test(line));
  const code = lines
    .filter((line) => !OPTION.test(line))
    .join('\n')
    .trim();
  // The deck as a whole takes the rules of stylesheets.
  if (language === 'css') return slide.replace(token, '');
  if (language === 'mermaid' || language === 'dot') {
    const fence = fenceOf(token);
    return slide.replace(token, `${fence}${language}\n${code}\n${fence}`, ['translated', language]);
  }
  const all = `${rest} ${options.join(' ')}`;
  const isHidden = cells.isShown
    ? /\becho\s*[:=]\s*(?:false|F\b)/i.test(all)
    : !/\becho\s*[:=]\s*(?:true|T\b|fenced)/i.test(all);
  const isRun = !/\beval\s*[:=]\s*(?:false|F\b)/i.test(all);
  const reason = 'Code of a deck is not run: put what it prints or draws on the slide.';
  if (/\binclude\s*[:=]\s*(?:false|F\b)/i.test(all)) {
    const nothing = 'Code of a deck is not run, and this cell shows nothing.';
    return slide.replace(token, '', ['dropped', nothing, 'harmless']);
  }
  if (language === 'asis') return slide.replace(token, code, ['translated', 'its text']);
  const picture = toPicture(code, all);
  if (picture !== null && isRun) return slide.replace(token, picture, ['translated', picture]);
  const isUnseen = !isRun || /\bfig[.-]show\s*[:=]\s*["']?hide/.test(all);
  const drawn = isUnseen ? [] : cells.listPictures(token.span.line, code);
  const isReferring = /\b(?:ref\.label|code|file)\s*[:=]/.test(all);
  const isQuiet = !isRun || (drawn.length === 0 && isSilent(code) && !isReferring);
  const result: Result =
    drawn.length > 0
      ? ['approximated', 'what it drew when the deck was made last; what it prints is not there']
      : isQuiet
        ? ['dropped', 'It prints and draws nothing.', 'harmless']
        : ['manual', reason];
  const pictures = drawn.map((address) => writePicture(address, all)).join('\n\n');
  if (isHidden) {
    const about = toLine(captionOf(all) ?? code.slice(code.lastIndexOf('\n') + 1));
    const label = `Output of a cell of ${language}${about && ': '}${about}`;
    const box = isQuiet ? '' : `<div class="left-out">${escapeHtml(label)}</div>`;
    return slide.replace(token, pictures || box, result);
  }
  const { values } = parseAttributes(
    [rest, ...options.map((line) => line.replace(OPTION, '').replace(/:\s*/, '='))].join(' '),
  );
  const fence = fenceOf(token);
  const info = writeInfo(language, values, [], code.split('\n').length);
  const shown = [`${fence}${info}\n${code}\n${fence}`, pictures].filter(Boolean).join('\n\n');
  slide.replace(
    token,
    shown.replaceAll(/\n(?=[^\n])/g, `\n${indentOf(token, slide)}`),
    isQuiet ? ['translated', info] : result,
  );
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
    values.get('startFrom') ??
    (classes.some((name) => /^number-?lines$/i.test(name)) ? '1' : undefined);
  const title = values.get('filename') ?? values.get('caption');
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

const NO_LANGUAGE = new Set([
  'numberLines',
  'number-lines',
  'numberlines',
  'fragile',
  'line-anchors',
  'cell-code',
]);
