import { readFence } from '../../../markdown/lex/fence.ts';
import type { CodeToken, Token } from '../../../model/token.ts';
import type { DeckSlide } from '../../deck.ts';
import { walkTokens } from '../../walk.ts';

/** The options of a fence of Slidev in the notation of talks, and what is left out of them. */
export interface FenceInfo {
  info: string;
  dropped: string[];
}

/** Translates the options behind the fences of a slide, blocks of code that moves, and lines that take code from files. */
export function takeCode(slide: DeckSlide): void {
  walkTokens(slide.tokens, (token) => {
    if (token.type === 'code' && token.codeBlockStyle !== 'indented') takeFence(token, slide);
    else if (token.type === 'snippetline') takeSnippet(token, slide);
    return false;
  });
}

function takeFence(token: CodeToken, slide: DeckSlide): void {
  const written = token.lang ?? '';
  if (/^md\s+magic-move\b/.test(written)) return takeVersions(token, slide);
  const { info, dropped } = translateInfo(written, token.text.split('\n').length);
  if (info === written) return;
  const { start } = slide.stretch(token);
  const at = slide.edits.text.indexOf(written, start);
  if (written === '' || at < 0) return;
  const stretch = { start: at, end: at + written.length };
  slide.replace(stretch, info, dropped.length === 0 ? ['translated', info] : undefined);
  if (dropped.length > 0)
    slide.note(stretch, 'dropped', `${dropped.join(', ')}: no option of a fence.`);
}

/** Writes a block of code that moves as a container of its versions. */
function takeVersions(token: CodeToken, slide: DeckSlide): void {
  const fences: string[] = [];
  for (let rest = token.text; rest.trim() !== '';) {
    const at = rest.search(/^ {0,3}(?:```|~~~)/m);
    const fence = at < 0 ? undefined : readFence(rest.slice(at));
    if (!fence) break;
    const { info } = translateInfo(fence.info, fence.text.split('\n').length);
    const mark = fence.raw.trimStart().slice(0, /^(`+|~+)/.exec(fence.raw.trimStart())?.[0].length);
    fences.push(`${mark}${info}\n${fence.text}\n${mark}`);
    rest = rest.slice(at + Math.max(1, fence.raw.length));
  }
  if (fences.length === 0) return slide.note(token, 'manual', 'It has no versions of code in it.');
  slide.replace(token, `::: versions\n\n${fences.join('\n\n')}\n\n:::`, [
    'translated',
    '::: versions',
  ]);
}

function takeSnippet(token: Token, slide: DeckSlide): void {
  const [, path = '', rest = ''] = /^\s*<<<\s+(\S+)([^\n]*)/.exec(token.raw) ?? [];
  const [, file = '', part = ''] = /^(?:@(?=\/))?([^#]*)(#.*)?$/.exec(path) ?? [];
  const { info, dropped } = translateInfo(rest.trim(), Infinity);
  // Marked lines count from the first line of a region here, and from that of the file in a talk.
  const plain = info.replace(/\s*\{startLine=\d+\}/, '').replace(/^text\b\s*/, '');
  const options = part === '' ? plain : plain.replace(/\s*\{[^}=]*\}/, '');
  const became = ['<<<', `${file}${part}`, options].filter(Boolean).join(' ');
  if (became === token.raw.trim()) return;
  slide.replace(token, became, ['translated', became]);
  const lost = options === plain ? dropped : [...dropped, 'marked lines of a region'];
  if (lost.length > 0)
    slide.note(token, 'dropped', `${lost.join(', ')}: no option of such a line.`);
}

/** Translates what stands behind a fence; `lines` is the number of lines of its code. */
export function translateInfo(written: string, lines: number): FenceInfo {
  const [, language = '', others = ''] = /^([^\s{[]*)([^]*)$/.exec(written.trim()) ?? [];
  const dropped: string[] = [];
  const parts: string[] = [];
  const title = /\[([^\]]+)\]/.exec(others)?.[1];
  const groups = [...others.matchAll(/\{([^}]*)\}/g)].map(([, text = '']) => text.trim());
  const options = groups.filter((group) => /[:=]/.test(group)).join(',');
  const start = Number(
    /startLine\s*[:=]\s*(\d+)/.exec(options)?.[1] ?? (/lines\s*[:=]\s*true/.test(options) ? 1 : 0),
  );
  for (const group of groups) {
    if (/[:=]/.test(group)) continue;
    if (group.startsWith('monaco')) dropped.push('an editor');
    else if (group !== '') parts.push(`{${translateSteps(group, lines, start)}}`);
  }
  for (const [name] of options.matchAll(/\w+(?=\s*[:=])/g)) {
    // A drawing and code take the size that fits, so their scale and height say nothing here.
    if (!/^(?:lines|startLine|scale|maxHeight|theme|at)$/.test(name)) dropped.push(name);
  }
  if (/\btwoslash\b/.test(others.replaceAll(/\{[^}]*\}/g, ''))) dropped.push('twoslash');
  if (start > 0) parts.push(`{startLine=${start}}`);
  if (title !== undefined)
    parts.push(`{title="${title.replaceAll('"', "'").replace(/\s*~.*~$/, '')}"}`);
  const name = LANGUAGES[language] ?? (language || (parts.length > 0 ? 'text' : ''));
  return { info: [name, ...parts.filter((part) => part !== '{}')].join(' '), dropped };
}

/** Translates line steps; lines that the code does not have are left out. */
function translateSteps(steps: string, lines: number, start: number): string {
  const shift = start > 0 ? start - 1 : 0;
  return steps
    .split('|')
    .map((step) => {
      const words = step.trim();
      if (words === '*' || words === 'all' || words === '') return 'all';
      if (words === 'none' || words === 'hide' || words === '0') return 'none';
      const ranges = words.split(',').flatMap((range) => {
        const [first = 0, last = first] = range.trim().split('-').map(Number);
        if (!(first >= 1) || first > lines) return [];
        const end = Math.min(last, lines);
        return [end > first ? `${first + shift}-${end + shift}` : String(first + shift)];
      });
      return ranges.join(',') || 'none';
    })
    .join('|');
}

/** Languages that the highlighter knows by another name. */
const LANGUAGES: Readonly<Record<string, string>> = {
  vue: 'html',
  svelte: 'html',
  astro: 'html',
  jsonc: 'json',
  json5: 'json',
  mdx: 'markdown',
  mdc: 'markdown',
  zsh: 'bash',
  ansi: 'text',
  txt: 'text',
};
