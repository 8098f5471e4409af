/** A word of a page's content stream. */
export interface Token {
  kind: 'operator' | 'name' | 'text' | 'other';
  value: string;
}

const TOKEN =
  /%[^\r\n]*|\/[^\s()<>[\]{}/%]*|\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]{}]|[^\s()<>[\]{}/%]+|\(/g;
const ESCAPE = /\\([0-7]{1,3}|[^])/g;
const NUMBER = /^[+-]?(?:\d|\.\d)/;

/** Cuts a content stream into its words; texts are given as the bytes they stand for. */
export function* tokenize(content: string): Generator<Token> {
  for (const [value] of content.matchAll(TOKEN)) {
    const [first] = value;
    if (first === '%') continue;
    if (first === '/') yield { kind: 'name', value: value.slice(1) };
    else if (first === '(') yield { kind: 'text', value: unescape(value.slice(1, -1)) };
    else if (first === '<' && value !== '<<') yield { kind: 'text', value: unhex(value) };
    else if (NUMBER.test(value) || /^[[\]{}<>]/.test(value)) yield { kind: 'other', value };
    else yield { kind: 'operator', value };
  }
}

/** Cuts a text into letters of as many bytes. */
export function cutLetters(text: string, width: number): string[] {
  const count = Math.ceil(text.length / width);
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );
}

function unescape(text: string): string {
  return text.replace(ESCAPE, (_, letter: string) =>
    /^[0-7]/.test(letter) ? String.fromCharCode(Number.parseInt(letter, 8)) : letter,
  );
}

function unhex(text: string): string {
  return Buffer.from(text.replace(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1');
}
