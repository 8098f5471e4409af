import type { CodeToken } from '../../../model/token.ts';
import { parseAttributes } from '../../brace-attributes.ts';
import type { DeckSlide, Result } from '../../deck.ts';

/** Translates the fences of a slide: attributes in braces, cells that a program would run, and raw parts of a format. */
export function takeFences(slide: DeckSlide, { isShown = true } = {}): void {
  for (const token of slide.allTokens) {
    if (token.type !== 'code' || token.codeBlockStyle === 'indented') continue;
    const [, braces] = /^\{([^]*)\}$/.exec(token.lang?.trim() ?? '') ?? [];
    if (braces === undefined) continue;
    if (braces.startsWith('=')) takeRaw(token, braces.slice(1).trim(), slide);
    else if (/^[A-Za-z][\w-]*(?![\w-=])/.test(braces)) takeCell(token, braces, { slide, isShown });
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
  { slide, isShown }: { slide: DeckSlide; isShown: boolean },
): void {
  const [, language = '', rest = ''] = /^([\w-]+)([^]*)$/.exec(braces) ?? [];
  const lines = token.text.split('\n');
  const options = lines.filter((line) => OPTION.test(line));
  const code = lines
    .filter((line) => !OPTION.test(line))
    .join('\n')
    .trim();
  if (language === 'mermaid' || language === 'dot') {
    const fence = fenceOf(token);
    return slide.replace(token, `${fence}${language}\n${code}\n${fence}`, ['translated', language]);
  }
  const all = `${rest} ${options.join(' ')}`;
  const isHidden = isShown
    ? /\becho\s*[:=]\s*(?:false|F\b)/i.test(all)
    : !/\becho\s*[:=]\s*(?:true|T\b|fenced)/i.test(all);
  const isRun = !/\beval\s*[:=]\s*(?:false|F\b)/i.test(all);
  const reason = 'Code of a deck is not run: put what it prints or draws on the slide.';
  if (/\binclude\s*[:=]\s*(?:false|F\b)/i.test(all)) {
    const result: Result = [
      'dropped',
      'Code of a deck is not run, and this cell shows nothing.',
      'harmless',
    ];
    return slide.replace(token, '', result);
  }
  const picture = toPicture(code, all);
  if (picture !== null && isRun) return slide.replace(token, picture, ['translated', picture]);
  if (isHidden) {
    const box = isSilent(code) ? '' : `<div class="left-out">Output of a cell of ${language}</div>`;
    return slide.replace(token, box, ['manual', reason]);
  }
  const { values } = parseAttributes(
    [rest, ...options.map((line) => line.replace(OPTION, '').replace(/:\s*/, '='))].join(' '),
  );
  const fence = fenceOf(token);
  const info = writeInfo(language, values, [], code.split('\n').length);
  slide.replace(
    token,
    `${fence}${info}\n${code}\n${fence}`,
    isRun ? ['manual', reason] : ['translated', info],
  );
}

/** Writes the picture that a cell of R shows by its file; null for any other cell. */
function toPicture(code: string, options: string): string | null {
  const [, arguments_ = ''] = /^(?:knitr::)?include_graphics\(([^]*)\)$/.exec(code) ?? [];
  const names = [...arguments_.replace(/,\s*\w+\s*=[^]*$/, '').matchAll(/["']([^"']+)["']/g)];
  if (names.length === 0 || /\bc\(/.test(arguments_)) return null;
  const address = names.map(([, name = '']) => name).join('/');
  const width = /out[.-]width\s*[:=]\s*["']?(\d+(?:\.\d+)?(?:%|px))/.exec(options)?.[1];
  const caption = /fig[.-]cap\s*[:=]\s*["']([^"'\n]+)["']/.exec(options)?.[1];
  const alt = /fig[.-]alt\s*[:=]\s*["']([^"'\n]+)["']/.exec(options)?.[1] ?? caption ?? '';
  const title = caption === undefined ? '' : ` "${caption}"`;
  const target = /[\s()]/.test(address) ? `<${address}>` : address;
  return `![${alt}](${target}${title})${width === undefined ? '' : `{width=${width}}`}`;
}

/** Checks whether a cell ends with a line that prints and draws nothing. */
function isSilent(code: string): boolean {
  const last = code.split('\n').findLast((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
  return (
    last === '' ||
    /^\s*(?:library|require|source|import|from|use|using|set\.seed|options|knitr::opts)\b|<-|^[\w.\s,[\]"']+=(?!=)/.test(
      last,
    )
  );
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

/** An option of a cell, on a line of its own. */
const OPTION = /^(?:#|\/\/|%%|--)\|\s*/;
const NO_LANGUAGE = new Set([
  'numberLines',
  'number-lines',
  'numberlines',
  'fragile',
  'line-anchors',
  'cell-code',
]);
