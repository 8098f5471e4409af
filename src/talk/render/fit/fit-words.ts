import { measureWord, type Face } from './fit-letters.ts';
import { MIN_SIZE } from './fit-levels.ts';
import { readFormula, type FormulaSize } from './fit-formula.ts';
import type { Element, Node } from './fit-tree.ts';

/** An unbreakable piece of text; its width depends on the surrounding text size. */
export interface Word {
  /** Width in ems of the text, in ems of code in it, and in pixels. */
  ems: number;
  codeEms: number;
  pixels: number;
  /** Width of the space before it in ems; null when a line may break without one. */
  space: number | null;
  /** How far a formula reaches above and below the lines around it, in ems; absent for other words. */
  reach?: { above: number; below: number };
  /** Whether it begins a new line. */
  isForced: boolean;
}

interface Style {
  face: Face;
  isCode: boolean;
  /** Size relative to the surrounding text. */
  scale: number;
}

const PLAIN: Style = { face: 'regular', isCode: false, scale: 1 };
const SPACE = 0.236;
/** How much wider than its column a word may be before it is broken. */
const ROUNDING = 1;
/** Padding of inline code, in its own size. */
const CODE_PADDING = 0.16;
/** Relative size of inline code, and its minimum. */
const CODE_SCALE = 0.88;
const SCALES: Record<string, number> = { small: 0.75, sub: 0.83, sup: 0.83, kbd: 0.86 };
/** Room for the sign of a verdict. */
const SIGN = 30;
const HIDDEN = new Set('script style template noscript title textarea'.split(' '));
/** Allowed line breaks: after hyphens and slashes between letters, and between ideographs. */
const BREAKS =
  /(?<=[\p{L}\p{N}][-\u2010\u2013](?=\p{L}))|(?<=\p{L}\/(?=\p{L}))|(?<=\u2014)|(?<=[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef])(?![\u3001\u3002\uff0c\uff0e\uff01\uff1f\uff09\u300d\u300f\u3011\u3009\u300b\u30fc\p{M}])|(?=[\u2e80-\u9fff])(?<![\uff08\u300c\u300e\u3010\u3008\u300a\p{M}])/u;
const BREAKABLE = /[-/\u2010\u2013\u2014\u2e80-\uffff]/;
const BLANK = /[ \t\n\r\f\u200b]+/;

/** Splits inline content into words. */
export function cutWords(nodes: readonly Node[], face: Face = 'regular'): Word[] {
  const words: Word[] = [];
  const state = { hasSpace: false, isForced: false, isGlued: false };
  for (const node of nodes) addNode(node, { ...PLAIN, face }, { words, state });
  return words;
}

/** Returns the width of a word in text of a size. */
export function widthOf({ ems, codeEms, pixels }: Word, size: number): number {
  return ems * size + codeEms * Math.max(MIN_SIZE, CODE_SCALE * size) + pixels;
}

/** Counts the lines of words in a column; a wider word is broken. */
export function countLines(words: readonly Word[], size: number, width: number): number {
  let lines = words.length > 0 ? 1 : 0;
  let used = 0;
  for (const word of words) {
    const wide = widthOf(word, size);
    const joined = used + (used === 0 ? 0 : (word.space ?? 0) * size) + wide;
    if (word.isForced) lines++;
    if (!word.isForced && joined <= width) {
      used = joined;
      continue;
    }
    if (!word.isForced && used > 0) lines++;
    const more = Math.max(0, Math.ceil((wide - ROUNDING) / width) - 1);
    lines += more;
    used = wide - more * width;
  }
  return lines;
}

/** Returns the width of words in one line. */
export function widthOfLine(words: readonly Word[], size: number): number {
  let widest = 0;
  let used = 0;
  for (const word of words) {
    if (word.isForced) used = 0;
    used += (used === 0 ? 0 : (word.space ?? 0) * size) + widthOf(word, size);
    widest = Math.max(widest, used);
  }
  return widest;
}

interface Tools {
  words: Word[];
  state: { hasSpace: boolean; isForced: boolean; isGlued: boolean };
}

function addNode(node: Node, style: Style, tools: Tools): void {
  if (typeof node === 'string') return addText(node, style, tools);
  if (HIDDEN.has(node.name) || node.classes.includes('step-mark')) return undefined;
  const { state } = tools;
  const formula = readFormula(node);
  if (formula) return pushFormula(formula, style, tools);
  if (node.name === 'svg') return push('', style, tools, SIGN);
  if (node.name === 'br') {
    if (state.isForced) push('', style, tools);
    state.isForced = true;
    state.isGlued = false;
    return undefined;
  }
  if (node.name === 'wbr') state.isGlued = false;
  if (node.name === 'img') push('', style, tools, 64);
  const own = styleOf(node, style);
  const before = tools.words.length;
  for (const child of node.children) addNode(child, own, tools);
  const first = tools.words[before];
  const last = tools.words.at(-1);
  if (!own.isCode || style.isCode || !first || !last) return undefined;
  first.codeEms += CODE_PADDING;
  last.codeEms += CODE_PADDING;
  return undefined;
}

/** A formula is a word that its line must hold in height as well. */
function pushFormula(formula: FormulaSize, style: Style, tools: Tools): void {
  const { words } = tools;
  const before = words.length;
  push('', style, tools);
  const word = words.at(-1);
  if (!word) return;
  word.ems += formula.width * style.scale;
  const { above = 0, below = 0 } = words.length > before ? {} : (word.reach ?? {});
  word.reach = {
    above: Math.max(above, formula.height * style.scale),
    below: Math.max(below, formula.depth * style.scale),
  };
}

function styleOf({ name, classes }: Element, style: Style): Style {
  if (name === 'code' || name === 'samp' || name === 'tt') {
    return { ...style, face: 'mono', isCode: true };
  }
  if (name === 'kbd') return { ...style, face: 'mono', scale: style.scale * 0.86 };
  if (classes.includes('visually-hidden')) return { ...style, scale: 0 };
  const scale = style.scale * (SCALES[name] ?? 1);
  const isStrong = (name === 'strong' || name === 'b') && style.face === 'regular';
  return { ...style, scale, face: isStrong ? 'strong' : style.face };
}

function addText(text: string, style: Style, tools: Tools): void {
  const { state } = tools;
  const pieces = text.split(BLANK);
  pieces.forEach((piece, index) => {
    if (index > 0) {
      state.hasSpace = true;
      state.isGlued = false;
    }
    if (piece === '') return;
    const parts = BREAKABLE.test(piece) ? piece.split(BREAKS) : [piece];
    parts.forEach((part, place) => {
      if (place > 0) state.isGlued = false;
      push(part, style, tools);
    });
  });
}

function push(text: string, style: Style, { words, state }: Tools, pixels = 0): void {
  const wide = measureWord(text, style.face) * style.scale;
  const ems = style.isCode ? 0 : wide;
  const codeEms = style.isCode ? wide : 0;
  const last = words.at(-1);
  if (state.isGlued && last && !state.isForced) {
    last.ems += ems;
    last.codeEms += codeEms;
    last.pixels += pixels;
  } else {
    const space = state.hasSpace && words.length > 0 ? SPACE : null;
    const isForced = state.isForced && words.length > 0;
    words.push({ ems, codeEms, pixels, space, isForced });
  }
  state.hasSpace = false;
  state.isForced = false;
  state.isGlued = true;
}
