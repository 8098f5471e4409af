/*
 * A plugin for Prettier: formats the text of slides, and leaves front matter, cuts, fences, blocks, values, containers, comments,
 * raw HTML and formulas as they are written.
 */

const LANGUAGE = 'rostrum-slides';
const CUT = /^-{2,}[ \t]*$/;
const KEY = /^(?:["']?[A-Za-z_][\w-]*["']?[ \t]*:(?:[ \t]|$)|#)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Lines that stand alone: containers, places, code from elsewhere, rules that would become cuts, and headings of another form. */
const LINE =
  /^ {0,3}(?::{2,}|<<<|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|(?:-[ \t]+){2,}-[ \t]*$|\?\?\?|Notes?:|=+[ \t]*$)/i;
const HTML = /^ {0,3}<[/!?a-z]/i;
/** Lines of a merge that is not resolved. */
const CONFLICT = /^(?:<{7}|>{7})(?: |$)/m;
const FORMULA = /^ {0,3}\$\$/;
const DEFINITION = /^ {0,3}(?::|\[\^?[^\]]+\]:)/;
/** Addresses in brackets, values, icons and options, in which a formatter would see Markdown. */
const OWN =
  /(?<=\]\()<[^<>\n]*>|\\?\{\{[^{}\n]*\}\}|\{[^{}\n]*\}|:[\w+-]+:|\$[^$\n]+\$|\[\^[^\]\n]+\]|\\[([].*?\\[)\]]/g;
const START = '\uE000';
const END = '\uE001';
const FILL = '\uE002';
const MARKED = /\uE000(\d+)\uE002*\uE001/g;

/** @param {string} text */
function splitSlides(text) {
  const lines = text.split('\n');
  const parts = [];
  let own = [];
  const flush = () => {
    if (own.length > 0) parts.push({ isText: true, lines: own });
    own = [];
  };
  for (let at = 0; at < lines.length;) {
    const length = keptLength(lines, at);
    if (length === 0) {
      own.push(lines[at]);
      at++;
      continue;
    }
    flush();
    parts.push({ isText: false, lines: lines.slice(at, at + length) });
    at += length;
  }
  flush();
  return parts;
}

/** Counts the lines from one on that stay as they are; 0 for a line of text. */
function keptLength(lines, at) {
  const line = lines[at];
  if (CUT.test(line)) return 1 + matterLength(lines, at + 1);
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) {
    const isEnd = (each) => {
      const [, marks = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(each) ?? [];
      return marks.startsWith(fence);
    };
    return untilLine(lines, at + 1, isEnd) - at;
  }
  if (/^ {0,3}<!--/.test(line)) {
    return line.includes('-->') ? 1 : untilLine(lines, at + 1, (each) => each.includes('-->')) - at;
  }
  if (FORMULA.test(line)) {
    const isWhole = line.trim().length > 2 && line.trim().endsWith('$$');
    return isWhole ? 1 : untilLine(lines, at + 1, (each) => each.includes('$$')) - at;
  }
  if (HTML.test(line)) return untilBlank(lines, at) - at;
  return LINE.test(line) || DEFINITION.test(line) ? 1 : 0;
}

/** Counts the lines of front matter below a cut, with its end; 0 for none. */
function matterLength(lines, at) {
  let first = at;
  while (lines[first]?.trim() === '') first++;
  // Only a talk's own front matter may begin below a blank line.
  if (!KEY.test(lines[first] ?? '') || (first > at && at > 1)) return 0;
  for (let next = first; next < lines.length; next++) {
    if (/^-{3,}[ \t]*$/.test(lines[next])) return next + 1 - at;
    if (lines[next].trim() === '' && !KEY.test(lines[next + 1] ?? '')) return next - at;
  }
  return lines.length - at;
}

function untilLine(lines, from, isEnd) {
  let next = from;
  while (next < lines.length && !isEnd(lines[next])) next++;
  return Math.min(next + 1, lines.length);
}

function untilBlank(lines, from) {
  let next = from;
  while (next < lines.length && lines[next].trim() !== '') next++;
  return next;
}

/** Formats the pieces of text of a slide file by Prettier's own Markdown. */
async function formatSlides(text, options) {
  if (CONFLICT.test(text)) return text;
  const { format } = await import('prettier');
  const { filepath: _file, parser: _parser, ...rest } = options;
  const own = { ...pickOptions(rest), parser: 'markdown' };
  const out = [];
  for (const { isText, lines } of splitSlides(text)) {
    if (isText) out.push(...(await formatLines(lines, (words) => format(words, own))));
    else out.push(...lines);
  }
  while (out.length > 0 && out.at(-1).trim() === '') out.pop();
  return `${out.join('\n')}\n`;
}

/** Formats lines of text; blank lines above and below become one. */
async function formatLines(lines, format) {
  const words = lines.join('\n').trim();
  if (words === '') return [''];
  const kept = [];
  const masked = words.replace(OWN, (found) => {
    const name = `${START}${kept.push(found) - 1}`;
    return `${name}${FILL.repeat(Math.max(0, found.length - name.length - 1))}${END}`;
  });
  const formatted = await format(masked);
  const whole = formatted.trimEnd().replace(MARKED, (_, index) => kept[Number(index)]);
  const isBlank = (line) => line.trim() === '';
  return [
    ...(isBlank(lines[0]) ? [''] : []),
    ...whole.split('\n'),
    ...(isBlank(lines.at(-1)) ? [''] : []),
  ];
}

function pickOptions({ printWidth, proseWrap, tabWidth, useTabs, endOfLine }) {
  return { printWidth, proseWrap, tabWidth, useTabs, endOfLine };
}

export const languages = [
  { name: 'Slides of Rostrum', parsers: [LANGUAGE], extensions: ['.slides.md'] },
];

export const parsers = {
  [LANGUAGE]: {
    astFormat: LANGUAGE,
    parse: async (text, options) => ({
      text: await formatSlides(text.replaceAll('\r\n', '\n'), options),
    }),
    locStart: () => 0,
    locEnd: ({ text }) => text.length,
  },
};

const LITERAL = { type: 'line', hard: true, literal: true };
const BREAK = { type: 'break-parent' };

export const printers = {
  [LANGUAGE]: {
    print: ({ node }) =>
      node.text.split('\n').flatMap((line, at) => (at === 0 ? [line] : [LITERAL, BREAK, line])),
  },
};
