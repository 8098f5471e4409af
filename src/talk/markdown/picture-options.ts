import type { BracesToken, PictureLength, PictureOptions, Token } from '../model/token.ts';
import { foreignAttributes, unknownPictureOption, wrongValue } from '../problems/problems.ts';
import type { Problem, Span } from '../model/problem.ts';

/** The options of a picture, by name. */
export const PICTURE_OPTIONS = ['width', 'height', 'position', 'fit', 'poster'] as const;

/** Gives pictures the options in the braces after them; reports those that are wrong. */
export function takePictureOptions(tokens: readonly Token[], problems: Problem[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const picture = kept.at(-1);
    if (token.type !== 'braces') kept.push(token);
    else if (picture?.type === 'image') {
      picture.options = parseOptions(token, problems);
      picture.braces = token.raw.trim();
    }
  }
  return kept;
}

function parseOptions({ raw, span }: BracesToken, problems: Problem[]): PictureOptions {
  const options: PictureOptions = {};
  const others: string[] = [];
  for (const { index, 0: part, 1: name, 2: quoted } of raw.matchAll(PARTS)) {
    const place = { ...span, column: span.column + index, length: part.length };
    if (name === undefined || quoted === undefined) others.push(part);
    else
      readOption(options, { name, value: quoted.replaceAll(QUOTES, '').trim() }, place, problems);
  }
  if (others.length > 0) problems.push(foreignAttributes(`{${others.join(' ')}}`, span));
  return options;
}

interface Option {
  name: string;
  value: string;
}

function readOption(
  options: PictureOptions,
  { name, value }: Option,
  span: Span,
  problems: Problem[],
): void {
  switch (name) {
    case 'width':
    case 'height': {
      const length = parseLength(value);
      if (length) options[name] = length;
      else problems.push(wrongValue(name, LENGTH, span));
      return;
    }
    case 'position': {
      const position = parsePosition(value);
      if (position) options.position = position;
      else problems.push(wrongValue(name, POSITION, span, 'For example {position="left 20%"}.'));
      return;
    }
    case 'fit':
      if (value === 'cover' || value === 'contain') options.fit = value;
      else problems.push(wrongValue(name, FIT, span));
      return;
    case 'poster':
      if (value !== '') options.poster = value;
      else problems.push(wrongValue(name, 'the address of a picture', span));
      return;
    default:
      problems.push(unknownPictureOption(name, PICTURE_OPTIONS, span));
  }
}

/** Parses a length; null for one of another unit, or one that no slide has room for. */
function parseLength(text: string): PictureLength | null {
  const [, digits, unit] = LENGTH_FORM.exec(text) ?? [];
  const value = Number(digits);
  const isShare = unit === '%';
  if (!(value >= 1 && value <= (isShare ? 100 : MAX_PIXELS))) return null;
  return { value, unit: isShare ? '%' : 'px' };
}

/** Parses one or two words or percentages; one that is left out is in the middle. */
function parsePosition(text: string): [string, string] | null {
  const words = text.split(/\s+/);
  const x = words.find((word) => ACROSS.has(word));
  const y = words.find((word) => DOWN.has(word));
  const named = [x, y].filter((word) => word !== undefined).length;
  const others = words.filter((word) => word !== x && word !== y);
  const isFine = others.every((word) => word === 'center' || isShare(word));
  if (!isFine || words.length > 2 || named + others.length !== words.length) return null;
  const [first = 'center', second = 'center'] = others;
  if (x !== undefined) return [x, y ?? first];
  return y === undefined ? [first, second] : [first, y];
}

function isShare(word: string): boolean {
  return /^\d{1,3}(?:\.\d+)?%$/.test(word) && Number.parseFloat(word) <= 100;
}

const MAX_PIXELS = 4000;
const LENGTH = 'a number of pixels of the slide such as 300px, or a share such as 50%';
const POSITION = 'left, center or right, and top, center or bottom, or two percentages';
const FIT = '"cover" or "contain"';
const LENGTH_FORM = /^(\d+(?:\.\d+)?)(px|%)?$/;
const ACROSS = new Set(['left', 'right']);
const DOWN = new Set(['top', 'bottom']);
const QUOTES = /^["']|["']$/g;
const PARTS = /([A-Za-z][\w-]*)[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s"'}]*)|[^\s{}:]+/g;
