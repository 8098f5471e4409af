/** What a page's content stream draws, counted. */
export interface ContentFacts {
  /** Lines and areas that are painted, and areas that others are cut to. */
  paths: number;
  images: number;
  /** Different letters: each is a shape of its own to a viewer that draws the page as SVG. */
  letters: number;
  /** Letters in all. */
  text: number;
}

/** What a content stream refers to by name. */
export interface ContentNames {
  /** How many bytes a letter of a font takes. */
  widthOf: (font: string) => number;
  /** What an external object draws. */
  draw: (name: string) => ContentFacts;
}

type Token = { kind: 'operator' | 'name' | 'text' | 'other'; value: string };

const PAINT = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh']);
const CLIP = new Set(['W', 'W*']);
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const TOKEN =
  /%[^\r\n]*|\/[^\s()<>[\]{}/%]*|\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[[\]{}]|[^\s()<>[\]{}/%]+|\(/g;
const INLINE_IMAGE = /\bBI\b[^]*?\bID\s[^]*?\sEI\b/g;
const ESCAPE = /\\([0-7]{1,3}|[^])/g;
const NUMBER = /^[+-]?(?:\d|\.\d)/;

/** Counts what a content stream draws; forms within it count each time they are drawn. */
export function readContent(content: string, { widthOf, draw }: ContentNames): ContentFacts {
  const facts = { paths: 0, images: 0, letters: 0, text: 0 };
  const seen = new Set<string>();
  let operands: Token[] = [];
  let font = '';
  const inline = content.match(INLINE_IMAGE)?.length ?? 0;
  for (const token of tokenize(content.replace(INLINE_IMAGE, ' '))) {
    if (token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    const name = operands.find(({ kind }) => kind === 'name')?.value ?? '';
    if (PAINT.has(token.value) || CLIP.has(token.value)) facts.paths++;
    else if (token.value === 'Tf') font = name;
    else if (token.value === 'Do') add(facts, draw(name));
    else if (SHOW.has(token.value)) {
      for (const { kind, value } of operands) {
        if (kind !== 'text') continue;
        for (const letter of cutLetters(value, widthOf(font))) {
          facts.text++;
          seen.add(`${font} ${letter}`);
        }
      }
    }
    operands = [];
  }
  facts.images += inline;
  facts.letters += seen.size;
  return facts;
}

function* tokenize(content: string): Generator<Token> {
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

function unescape(text: string): string {
  return text.replace(ESCAPE, (_, letter: string) =>
    /^[0-7]/.test(letter) ? String.fromCharCode(Number.parseInt(letter, 8)) : letter,
  );
}

function unhex(text: string): string {
  return Buffer.from(text.replace(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1');
}

function cutLetters(text: string, width: number): string[] {
  const count = Math.ceil(text.length / width);
  return Array.from({ length: count }, (_, index) =>
    text.slice(index * width, (index + 1) * width),
  );
}

function add(facts: ContentFacts, more: ContentFacts): void {
  facts.paths += more.paths;
  facts.images += more.images;
  facts.letters += more.letters;
  facts.text += more.text;
}
