import type { HLJSApi } from 'highlight.js';
import core from 'highlight.js/lib/core';
import { html } from '../../html/html.ts';
import { memoize } from '../../text/memoize.ts';
import { ALIASES } from './aliases.ts';
import { highlightDiff } from './grammars/diff.ts';
import { LANGUAGES } from './languages.ts';

const SPAN = /<span[^>]*>|<\/span>|\n/g;
const CLOSE = '</span>';
const PLAIN = 'plaintext';
const DIFF = 'diff';
const highlighter: HLJSApi = core.newInstance();

/** Finds the language for a name; undefined for none. */
export function findLanguage(name: string): string | undefined {
  const wanted = name.toLowerCase();
  const language = (Object.hasOwn(ALIASES, wanted) && ALIASES[wanted]) || wanted;
  return language === DIFF || Object.hasOwn(LANGUAGES, language) ? language : undefined;
}

/** Lists all language names for hints, the main ones first. */
export function languageNames(): string[] {
  return [...Object.keys(LANGUAGES), DIFF, ...Object.keys(ALIASES)];
}

/** Highlights code; returns the HTML of each line, without elements across line ends. */
export function highlightLines(code: string, language: string): readonly string[] {
  if (language === PLAIN) return code.split('\n').map((line) => html`${line}`.markup);
  if (language === DIFF) return highlightDiff(code);
  return highlightNamed(`${language}\n${code}`);
}

/** The same code appears in several talks, and on all slides that step through it. */
const CACHE_LIMITS = { texts: 500, length: 10_000 };

/** Highlights code after a line with its language name. */
const highlightNamed = memoize(CACHE_LIMITS, (text): readonly string[] => {
  const end = text.indexOf('\n');
  const language = text.slice(0, end);
  openLanguage(language);
  const code = text.slice(end + 1);
  return splitLines(highlighter.highlight(code, { language, ignoreIllegals: true }).value);
});

/** Loads the grammar of a language on first use. */
function openLanguage(language: string): void {
  const grammar = LANGUAGES[language];
  if (!grammar || highlighter.getLanguage(language)) return;
  highlighter.registerLanguage(language, grammar);
  INNER[language]?.forEach(openLanguage);
}

/** Languages that embed others. */
const INNER: Record<string, string[]> = {
  xml: ['css', 'javascript'],
  markdown: ['xml'],
  php: ['xml'],
  shell: ['bash'],
};

/** Splits highlighted HTML at line ends; open elements are closed and reopened. */
function splitLines(markup: string): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  let at = 0;
  for (const match of markup.matchAll(SPAN)) {
    line += markup.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] === '\n') {
      lines.push(line + CLOSE.repeat(open.length));
      line = open.join('');
      continue;
    }
    if (match[0] === CLOSE) open.pop();
    else open.push(match[0]);
    line += match[0];
  }
  return [...lines, line + markup.slice(at)];
}
