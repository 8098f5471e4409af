import { explainWhole, type JsonAdvice } from './json-formats.ts';

interface Fault {
  /** What the parser says. */
  what: string;
  offset: number;
  length: number;
}

const STRICT =
  'Data files are strict JSON: double quotes, no comments, no comma after the last item.';
const DATE = /\d{4}-\d{1,2}(?:-\d{1,2})?(?:T[\d:.Z]+)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}/y;
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?!\d)/y;
const ZEROS = /0\d+/y;
const NO_VALUE = /(?:NaN|-?Infinity|undefined|None|NULL|Null|nan|N\/A|n\/a|nil)\b/y;
const TRUTH = /(?:True|False|TRUE|FALSE|yes|no)\b/y;
const WORD = /[\p{L}_][\p{L}\p{N}_ -]*/uy;
const SIGNED = /\+[\d.]+|\.\d+/y;
const ESCAPE = /(?:"(?:[^"\\\n]|\\["\\/bfnrtu])*)?\\[^"\\/bfnrtu\s]/y;
const QUOTES = /[“”„‘’«»]/;

/** Explains why a text is no JSON, from the fault at which the parser stopped. */
export function explainJson(text: string, fault: Fault, file: string): JsonAdvice {
  return explainWhole(text, file) ?? explainPlace(text, fault) ?? { ...fault, hint: STRICT };
}

/** Faults at one place. */
function explainPlace(text: string, fault: Fault): JsonAdvice | null {
  const at = skipBlanks(text, fault.offset);
  const start = numberStart(text, at);
  const date = match(DATE, text, start);
  if (date) return advise('A date stands in double quotes', `Write "${date}".`, start, date);
  const sum = match(THOUSANDS, text, thousandsStart(text, fault.offset));
  if (sum) {
    const from = thousandsStart(text, fault.offset);
    return advise(
      'A number has no commas between its digits',
      `Write ${sum.replaceAll(',', '')}.`,
      from,
      sum,
    );
  }
  const zeros = match(ZEROS, text, start);
  if (zeros) {
    const hint = `Write ${Number(zeros)}, or "${zeros}" in quotes where it is a name.`;
    return advise('A number does not begin with 0', hint, start, zeros);
  }
  const none = match(NO_VALUE, text, at);
  if (none) return advise(`JSON has no ${none}`, 'Write null for what is not known.', at, none);
  const truth = match(TRUTH, text, at);
  if (truth) {
    const value = /^(?:t|y)/i.test(truth);
    return advise(
      `JSON has no ${truth}`,
      `Write ${value}, or "${truth}" in quotes for a text.`,
      at,
      truth,
    );
  }
  return explainSign(text, at, fault);
}

function explainSign(text: string, at: number, { what, offset }: Fault): JsonAdvice | null {
  const sign = text[at] ?? '';
  if (sign === "'")
    return advise('JSON has double quotes only', `Write " in the place of '.`, at, sign);
  if (QUOTES.test(sign)) {
    return advise(
      `JSON has straight double quotes only, not ${sign}`,
      'Write " in its place.',
      at,
      sign,
    );
  }
  const single = explainSingle(text, at, sign);
  if (single) return single;
  const before = lastSign(text, at);
  if (']}'.includes(sign) && sign !== '' && text[before] === ',') {
    return advise(
      'Nothing follows this comma',
      'Remove the comma, or write what is missing behind it.',
      before,
      ',',
    );
  }
  if (sign === '') {
    const open = closing(text);
    const hint = open === '' ? STRICT : `Add ${open} at its end.`;
    return advise(
      'The file ends before its brackets are closed',
      hint,
      before,
      text[before] ?? ' ',
    );
  }
  if (sign === ',' && what.startsWith('A value')) {
    return advise(
      'A value is missing before this comma',
      'Write it, or null for what is not known.',
      at,
      sign,
    );
  }
  if (what.startsWith('A comma')) {
    const isSameLine = !text.slice(before, at).includes('\n');
    if (isSameLine) return { what, hint: STRICT, offset, length: 1 };
    const line = text.slice(0, before + 1).split('\n').length;
    return {
      what: `A comma is missing behind line ${line}`,
      hint: STRICT,
      offset: before,
      length: 1,
    };
  }
  const word = match(WORD, text, at);
  if (word && offset <= at) {
    const hint = `Write "${word.trim()}" with double quotes.`;
    return advise('Keys and texts stand in double quotes', hint, at, word.trim());
  }
  return null;
}

/** Signs of other notations. */
function explainSingle(text: string, at: number, sign: string): JsonAdvice | null {
  const number = match(SIGNED, text, at);
  if (number) {
    const hint = `Write ${number.replace('+', '').replace(/^\./, '0.')}.`;
    return advise(`A number does not begin with "${sign}"`, hint, at, number);
  }
  if (sign === ';')
    return advise('Commas stand between values', 'Write "," in the place of ";".', at, sign);
  if (sign === '=')
    return advise('A colon stands behind a key', 'Write ":" in the place of "=".', at, sign);
  const escape = match(ESCAPE, text, at)?.slice(-2);
  if (escape) {
    const hint = 'Write each backslash twice, and paths with "/".';
    return advise(`JSON has no "${escape}": a backslash begins a special sign`, hint, at, escape);
  }
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const [open] = /"[^"]*:\s*"[^"]*,\s*"$/.exec(line) ?? [];
  if (open === undefined) return null;
  const [, begun = ''] = /:\s*("[^"]*),\s*"$/.exec(line) ?? [];
  return advise(`The text ${begun} has no quote at its end`, `Write ${begun}".`, at - 1, '"');
}

function advise(what: string, hint: string, offset: number, text: string): JsonAdvice {
  return { what, hint, offset, length: text.length };
}

function match(form: RegExp, text: string, at: number): string | null {
  form.lastIndex = at;
  return form.exec(text)?.[0] ?? null;
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text[next] ?? '')) next++;
  return next;
}

/** The parser stops within or behind a number. */
function numberStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\d./-]/.test(text[start - 1] ?? '')) start--;
  return start;
}

function thousandsStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[\d,]/.test(text[start - 1] ?? '')) start--;
  while (text[start] === ',') start++;
  return start;
}

function lastSign(text: string, at: number): number {
  let before = at - 1;
  while (before > 0 && /\s/.test(text[before] ?? '')) before--;
  return Math.max(0, before);
}

/** Returns the brackets that are still open, as they have to be closed. */
function closing(text: string): string {
  const open: string[] = [];
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (piece === '[') open.unshift(']');
    else if (piece === '{') open.unshift('}');
    else if (piece === ']' || piece === '}') open.shift();
  }
  return open.join('');
}
