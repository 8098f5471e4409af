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
  const [, quoted, inner = ''] = (AFTER.test(message) && WITH_COMMA.exec(line)) || [];
  if (quoted !== undefined) {
    const end = start + line.lastIndexOf(',');
    return {
      message: 'A comma follows a value in quotes, as in JSON.',
      range: [end, end + 1],
      hint: `Take it out: ${quoted.trim()} ${inner}`,
    };
  }
  if (NESTED.test(message)) return explainNested(text, start, { message, range });
  if (INDENT.test(message)) {
    return { message: 'This line is indented otherwise than those above it.', range, hint: MARGIN };
  }
  const [, quote] = QUOTE.exec(message) ?? [];
  if (quote !== undefined) return explainQuote(text, quote, { message, range });
  if (NO_COLON.test(message)) {
    if (line.includes(NO_BREAK)) return explainBlank(text, start);
    const written = line.trim();
    const length = Math.max(1, written.length);
    const from = start + line.indexOf(written);
    const hint = /^[^:]*=/.test(written)
      ? `Write it with a colon and a blank: "${written.replace(/\s*=\s*/, ': ')}".`
      : 'Each line is "key: value", with a blank behind the colon. Indent a line that goes on with the value above it.';
    return { message: 'This line has no key.', range: [from, from + length], hint };
  }
  if (line.includes(NO_BREAK)) return explainBlank(text, start);
  const value = KEY.exec(line);
  if (RESERVED.test(message) && value) {
    return { message, range, hint: `Put the value in quotes: ${value[2]}: "${value[3]}".` };
  }
  return explainEnd(text, { message, range });
}

/** A blank that only looks like one, as word processors and pages have it. */
function explainBlank(text: string, start: number): YamlAdvice {
  const at = text.indexOf(NO_BREAK, start);
  const line = lineAt(text, start);
  return {
    message: 'A no-break space is no blank to YAML, though it looks like one.',
    range: [at, at + 1],
    hint: `Type the blank again: "${line.trim().replaceAll(NO_BREAK, ' ')}".`,
  };
}

/** Text behind the end of a value, or a list that does not end; the parser stops there or below. */
function explainEnd(text: string, fault: YamlAdvice): YamlAdvice {
  const isList = FLOW.test(fault.message);
  if (!isList && !AFTER.test(fault.message)) return fault;
  const lines = text.slice(0, fault.range[0] + 1).split('\n');
  for (let at = lines.length - 1; at >= 0; at--) {
    const start = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
    const [, , key = '', value = ''] = KEY.exec(lineAt(text, start)) ?? [];
    const sign = value[0] ?? '';
    if (!(isList ? '[{' : '*"\'&[{').includes(sign) || sign === '') continue;
    const from = start + lineAt(text, start).indexOf(value);
    const range: [number, number] = [from, from + value.length];
    const quoted = `${key}: '${value.replace(/^"(.*)"$/, '$1').replaceAll("'", "''")}'`;
    if (isList) {
      const end = sign === '[' ? ']' : '}';
      const message = `The "${sign}" begins a list that no "${end}" ends.`;
      return {
        message,
        range,
        hint: `Write "${end}" at its end, or put the text in quotes: ${quoted}.`,
      };
    }
    const message = `The value of "${key}" goes on behind its end, because it begins with ${sign}.`;
    return { message, range, hint: `Put all of it in quotes: ${quoted}.` };
  }
  return fault;
}

/** Finds a value in the quotes of a word processor, which are letters to YAML. */
export function findCurlyQuotes(text: string): YamlAdvice | null {
  const [all, before = '', value = ''] = CURLY.exec(text) ?? [];
  if (all === undefined) return null;
  const at = text.indexOf(all) + before.length;
  return {
    message: `YAML has straight quotes only, so ${value[0]} and ${value.at(-1)} would be letters of the value.`,
    range: [at, at + value.length],
    hint:
      `Write ${before.trim()} "${value.slice(1, -1)}"`.replace(/"(\d{4}-\d\d-\d\d)"$/, '$1') + '.',
  };
}

const NO_BREAK = '\u00a0';
const FLOW = /^Flow (?:sequence|map)/;
/** A key, plain or in quotes, and a value in quotes with a comma behind it. */
const WITH_COMMA = /^((?:- )?[ \t]*["']?[\w-]+["']?:)[ \t]+((?:"[^"]*")|(?:'[^']*')),[ \t]*$/;
const AFTER = /^Unexpected (?:scalar|flow|block)/;
const CURLY = /^([ \t]*(?:- )?[\w-]+:[ \t]+)([“„«‘][^“”„«»‘’\n]*[”“»’])[ \t]*$/m;
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
