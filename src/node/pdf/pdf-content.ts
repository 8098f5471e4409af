import { cutLetters, tokenize, type Token } from './pdf-tokens.ts';

/** What a page's content stream draws, counted as a viewer counts that draws the page as SVG. */
export interface ContentFacts {
  /** Lines and areas that are painted, and the shapes that what is painted or written is cut to. */
  paths: number;
  images: number;
  /** Different letters: each is a shape of its own in each of its sizes. */
  letters: number;
  /** Letters in all. */
  text: number;
}

/** What a content stream refers to by name. */
export interface ContentNames {
  /** What a font is called in the whole file, and how many bytes a letter of it takes. */
  fontOf: (name: string) => { id: string; width: number };
  /** What an external object draws in a state. */
  draw: (name: string, state: DrawingState) => ContentFacts;
}

/** What was decided before something is drawn. */
export interface DrawingState {
  /** How much larger it gets. */
  scale: number;
  /** How many shapes that are no upright rectangles it is cut to. */
  cuts: number;
  font: string;
  /** Size of the letters, and how much larger the text makes it. */
  size: number;
  textScale: number;
  /** The letters that were drawn before, wherever on the page. */
  seen: Set<string>;
}

/** Builds the graphics state at the beginning of a page. */
export function startDrawing(): DrawingState {
  return { scale: 1, cuts: 0, font: '', size: 1, textScale: 1, seen: new Set() };
}

/** Returns the scale of a transformation matrix. */
export function scaleOf([a = 1, b = 0, c = 0, d = 1]: readonly number[]): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

const PAINT: Record<string, number> = {
  ...{ f: 1, F: 1, 'f*': 1, S: 1, s: 1, sh: 1 },
  ...{ B: 2, 'B*': 2, b: 2, 'b*': 2 },
};
const CURVES = new Set(['c', 'v', 'y']);
const INLINE_IMAGE = /\bBI\b[^]*?\bID\s[^]*?\sEI\b/g;

/** Counts what a content stream draws; forms within it count each time they are drawn. */
export function readContent(
  content: string,
  names: ContentNames,
  start: DrawingState = startDrawing(),
): ContentFacts {
  const facts = { paths: 0, images: content.match(INLINE_IMAGE)?.length ?? 0, letters: 0, text: 0 };
  const reader: Reader = { names, facts, state: { ...start }, kept: [], path: newPath() };
  let operands: Token[] = [];
  for (const token of tokenize(content.replace(INLINE_IMAGE, ' '))) {
    if (token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    follow(token.value, operands, reader);
    operands = [];
  }
  return facts;
}

interface Reader {
  names: ContentNames;
  facts: ContentFacts;
  state: DrawingState;
  /** States to come back to. */
  kept: DrawingState[];
  /** The shape that is being described. */
  path: Path;
}

interface Path {
  points: [x: number, y: number][];
  parts: number;
  hasCurves: boolean;
  isClip: boolean;
}

function newPath(): Path {
  return { points: [], parts: 0, hasCurves: false, isClip: false };
}

function follow(operator: string, operands: readonly Token[], reader: Reader): void {
  const { facts, state, names, path } = reader;
  const name = operands.find(({ kind }) => kind === 'name')?.value ?? '';
  const numbers = operands.filter(({ kind }) => kind === 'other').map(({ value }) => Number(value));
  if (operator in PAINT || operator === 'n') {
    const painted = PAINT[operator] ?? 0;
    facts.paths += painted > 0 ? painted + countCuts(state) : 0;
    endPath(reader);
  } else if (describesPath(operator, numbers, path)) return;
  else if (operator === 'W' || operator === 'W*') path.isClip = true;
  else if (operator === 'q') reader.kept.push({ ...state });
  else if (operator === 'Q') reader.state = reader.kept.pop() ?? state;
  else if (operator === 'cm') state.scale *= scaleOf(numbers);
  else if (operator === 'BT') state.textScale = 1;
  else if (operator === 'Tm') state.textScale = scaleOf(numbers);
  else if (operator === 'Tf') Object.assign(state, { font: name, size: numbers[0] ?? 1 });
  else if (operator === 'Do') add(facts, names.draw(name, state));
  else if (SHOW.has(operator)) showText(operands, reader);
}

/** Counts what is written with each thing that is cut: its cuts, and the place they take. */
function countCuts({ cuts }: DrawingState): number {
  return cuts > 0 ? cuts + 1 : 0;
}

const SHOW = new Set(['Tj', 'TJ', "'", '"']);

function describesPath(operator: string, numbers: readonly number[], path: Path): boolean {
  const [x = 0, y = 0] = numbers;
  if (operator === 'm' || operator === 're') path.parts++;
  if (CURVES.has(operator)) path.hasCurves = true;
  else if (operator === 'm' || operator === 'l') path.points.push([x, y]);
  else return operator === 're' || operator === 'h';
  return true;
}

function endPath(reader: Reader): void {
  const { path, state } = reader;
  if (path.isClip && !isUpright(path)) state.cuts++;
  reader.path = newPath();
}

/** Returns whether a shape is one rectangle that is not turned. */
function isUpright({ points, parts, hasCurves }: Path): boolean {
  if (hasCurves || parts > 1 || points.length > 5) return false;
  return points.every(([x, y], index) => {
    const [nextX, nextY] = points[index + 1] ?? points[0] ?? [x, y];
    return x === nextX || y === nextY;
  });
}

function showText(operands: readonly Token[], { facts, state, names }: Reader): void {
  const { id, width } = names.fontOf(state.font);
  const face = `${id} ${(state.size * state.textScale * state.scale).toFixed(1)}`;
  const texts = operands.filter(({ kind }) => kind === 'text').map(({ value }) => value);
  if (texts.length > 0) facts.paths += countCuts(state);
  for (const letter of texts.flatMap((text) => cutLetters(text, width))) {
    facts.text++;
    // Every font includes the sign for missing letters.
    for (const shape of [face, `${face} ${letter}`]) {
      if (!state.seen.has(shape)) facts.letters++;
      state.seen.add(shape);
    }
  }
}

function add(facts: ContentFacts, more: ContentFacts): void {
  facts.paths += more.paths;
  facts.images += more.images;
  facts.letters += more.letters;
  facts.text += more.text;
}
