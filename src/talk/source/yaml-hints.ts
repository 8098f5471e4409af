/** A fault of YAML: what is wrong, where, and what to do where that is known. */
export interface YamlAdvice {
  message: string;
  range: [number, number];
  hint?: string;
}

const NESTED = /^Nested mappings are not allowed/;
const TAB = /^Tabs are not allowed/;
const QUOTE = /^Missing closing (["'])/;
const NO_COLON = /^Implicit (?:map )?keys need/;
const RESERVED = /^Plain value cannot start with/;
const KEY = /^([ \t]*(?:- )?)([^:#"'{[]+?):[ \t]+(.*)$/;
const INDENT = /^All (?:mapping|collection|sequence) items must start at the same column/;

/** Explains a fault of the parser by the line that it is on. */
export function explainYaml(text: string, { message, range }: YamlAdvice): YamlAdvice {
  const [at] = range;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = lineAt(text, start);
  if (TAB.test(message)) {
    const key = line.trim();
    return {
      message: 'A line begins with a tab.',
      range: [start, start + (line.length - line.trimStart().length || 1)],
      hint: `YAML indents with blanks only, and keys that are not within another begin at the margin: "${key}".`,
    };
  }
  if (NESTED.test(message)) return explainNested(text, start, { message, range });
  if (INDENT.test(message)) {
    return { message: 'This line is indented otherwise than those above it.', range, hint: MARGIN };
  }
  const [, quote] = QUOTE.exec(message) ?? [];
  if (quote !== undefined) return explainQuote(text, quote, { message, range });
  if (NO_COLON.test(message)) {
    const written = line.trim();
    const length = Math.max(1, written.length);
    const from = start + line.indexOf(written);
    const hint = /^[^:]*=/.test(written)
      ? `Write it with a colon and a blank: "${written.replace(/\s*=\s*/, ': ')}".`
      : 'Each line is "key: value", with a blank behind the colon. Indent a line that goes on with the value above it.';
    return { message: 'This line has no key.', range: [from, from + length], hint };
  }
  const value = KEY.exec(line);
  if (RESERVED.test(message) && value) {
    return { message, range, hint: `Put the value in quotes: ${value[2]}: "${value[3]}".` };
  }
  return { message, range };
}

const MARGIN =
  'Keys of the same level begin in the same column; those of the first level begin at the margin.';

/** A colon within a value, or a line below a value that is indented. */
function explainNested(text: string, start: number, fault: YamlAdvice): YamlAdvice {
  const line = lineAt(text, start);
  const [, , key = '', value = ''] = KEY.exec(line) ?? [];
  if (/:(?:\s|$)/.test(value)) {
    const from = start + line.indexOf(value);
    return {
      message: `The value of "${key.trim()}" has a colon with a blank behind it, which begins another key.`,
      range: [from, from + value.length],
      hint: `Put the value in quotes: ${key.trim()}: "${value.replaceAll('"', '\\"')}".`,
    };
  }
  const next = start + line.length + 1;
  const below = lineAt(text, next);
  if (!/^\s+\S/.test(below)) return fault;
  const from = next + below.length - below.trimStart().length;
  return {
    message: 'This line is indented further than the one above it, which has a value already.',
    range: [from, next + below.length],
    hint: MARGIN,
  };
}

/** The parser reports where the text ends, and what is to be mended is where the quote stands. */
function explainQuote(text: string, quote: string, fault: YamlAdvice): YamlAdvice {
  const lines = text.split('\n');
  let start = 0;
  for (const line of lines) {
    const opened = line.search(new RegExp(`(?::|-|^)\\s+${quote}|^${quote}`));
    const at = opened < 0 ? -1 : line.indexOf(quote, opened);
    if (at >= 0 && line.indexOf(quote, at + 1) < 0) {
      return {
        message: `The text that begins with ${quote} here has no ${quote} at its end.`,
        range: [start + at, start + line.length],
        hint: `Write the quote at its end, or none at all: ${line.slice(at)}${quote}`,
      };
    }
    start += line.length + 1;
  }
  return fault;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}
