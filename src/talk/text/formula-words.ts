import { ACCENTS, FUNCTIONS, PLAIN, SIGNS, SILENT } from './formula-signs.ts';

/** Definitions of a talk's own commands, by name with the backslash. */
export type Macros = Readonly<Record<string, string>>;

/** Returns a formula as a line of plain text: "x² + 1/2". */
export function toFormulaWords(tex: string, macros: Macros = {}): string {
  const source = tex.slice(0, MAX_TEX).replaceAll(COMMENT, ' ');
  const reader: Reader = { pieces: source.match(PIECE) ?? [], at: 0, macros, left: MAX_EXPANSIONS };
  const words = readUntil(reader, null, 0);
  return words.replaceAll(BLANKS, ' ').replaceAll(LOOSE, '').trim();
}

interface Reader {
  pieces: string[];
  at: number;
  macros: Macros;
  /** How many commands may still be replaced by their definitions. */
  left: number;
}

const MAX_TEX = 2000;
const MAX_DEPTH = 40;
const MAX_EXPANSIONS = 100;
const COMMENT = /<!--[^]*?-->|(?<!\\)%[^\n]*/g;
const BLANKS = /\s+/g;
/** A space that no line of text would have. */
const LOOSE = / (?=[,;)_^₀-₉₊₋⁰-⁹⁺⁻ⁿⁱ²³¹])|(?<=[(]) /g;
const PIECE = /\\(?:[A-Za-z]+\*?|[^])|\s+|[^]/gu;
const RAISED: Readonly<Record<string, string>> = pairUp('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const LOWERED: Readonly<Record<string, string>> = pairUp('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');
const DOUBLE: Readonly<Record<string, string>> = pairUp('CEHNPQRZ1', 'ℂ𝔼ℍℕℙℚℝℤ𝟙');
const SPACES = new Set([',', ';', ':', ' ', '>', '~']);
const TWO = new Set(['frac', 'dfrac', 'tfrac', 'cfrac', 'binom', 'dbinom', 'tbinom']);

/** Reads up to a closing piece; null for the end. */
function readUntil(reader: Reader, end: string | null, depth: number): string {
  let words = '';
  while (reader.at < reader.pieces.length) {
    const piece = reader.pieces[reader.at++] ?? '';
    if (piece === end) return words;
    words += readPiece(piece, reader, depth);
  }
  return words;
}

function readPiece(piece: string, reader: Reader, depth: number): string {
  if (depth > MAX_DEPTH) return '';
  if (piece === '{') return readUntil(reader, '}', depth + 1);
  if (piece === '^' || piece === '_') return readScript(piece, reader, depth);
  if (piece === '&' || piece === '~') return ' ';
  if (piece === '}') return '';
  if (piece === '\\\\') return '; ';
  if (/^[=<>]$/.test(piece)) return ` ${piece} `;
  return piece.startsWith('\\') ? readCommand(piece, reader, depth) : piece;
}

function readCommand(piece: string, reader: Reader, depth: number): string {
  const own = Object.hasOwn(reader.macros, piece) ? reader.macros[piece] : undefined;
  if (own !== undefined && reader.left-- > 0) return expand(own, reader, depth);
  const name = piece.slice(1).replace(/\*$/, '');
  const argument = (): string => readArgument(reader, depth);
  const sign = SIGNS.get(name);
  if (sign !== undefined) return /^[\p{L}\p{Ps}\p{Pe}|‖∂∇∞]$/u.test(sign) ? sign : ` ${sign} `;
  const accent = ACCENTS.get(name);
  if (accent !== undefined) return putAbove(argument(), accent);
  if (FUNCTIONS.has(name)) return ` ${name.replace('bmod', 'mod')} `;
  if (PLAIN.has(name)) return argument();
  if (SILENT.has(name)) return skipDot(reader);
  if (TWO.has(name)) return readTwo(name, argument(), argument());
  if (SPACES.has(name) || /^q?quad$/.test(name)) return ' ';
  if (/^[a-z]/i.test(name)) return readOther(name, reader, depth);
  return name === '!' ? '' : name === '|' ? '‖' : name;
}

function readOther(name: string, reader: Reader, depth: number): string {
  const argument = (): string => readArgument(reader, depth);
  switch (name) {
    case 'sqrt':
      return `${readOption(reader, depth)}√${wrap(argument())}`;
    case 'mathbb':
      return [...argument()].map((letter) => DOUBLE[letter] ?? letter).join('');
    case 'bra':
    case 'Bra':
      return `⟨${argument()}|`;
    case 'ket':
    case 'Ket':
      return `|${argument()}⟩`;
    case 'braket':
    case 'Braket':
      return `⟨${argument()}⟩`;
    case 'pmod':
      return ` (mod ${argument()})`;
    case 'begin':
      return readStart(argument(), argument);
    case 'end':
      return /matrix\*?$/.test(argument()) ? ') ' : ' ';
    case 'tag':
    case 'label':
    case 'color':
    case 'phantom':
    case 'hspace':
    case 'kern':
      return (argument(), '');
    case 'textcolor':
    case 'colorbox':
      return (argument(), argument());
    case 'overset':
    case 'underset':
    case 'stackrel':
      return (argument(), argument());
    case 'xrightarrow':
      return ` ${readOption(reader, depth) && ''}→ ${wrap(argument())} `;
    case 'xleftarrow':
      return ` ${readOption(reader, depth) && ''}← ${wrap(argument())} `;
    default:
      return name;
  }
}

/** Reads the start of an environment; columns of a matrix are in brackets, those of an array have a form. */
function readStart(name: string, readForm: () => string): string {
  if (/^(?:array|alignedat|alignat\*?)$/.test(name)) readForm();
  return /matrix\*?$/.test(name) ? ' (' : ' ';
}

/** Reads what a command takes: a group, or the next piece. */
function readArgument(reader: Reader, depth: number): string {
  while (/^\s/.test(reader.pieces[reader.at] ?? '')) reader.at++;
  const piece = reader.pieces[reader.at++];
  return piece === undefined ? '' : readPiece(piece, reader, depth + 1).trim();
}

function readOption(reader: Reader, depth: number): string {
  if (reader.pieces[reader.at] !== '[') return '';
  reader.at++;
  return readUntil(reader, ']', depth + 1).trim();
}

function readScript(sign: string, reader: Reader, depth: number): string {
  const words = readArgument(reader, depth);
  const small = sign === '^' ? RAISED : LOWERED;
  if (words === '∘') return '°';
  if (words === '′') return words;
  const letters = [...words].map((letter) => small[letter]);
  if (words !== '' && letters.every((letter) => letter !== undefined)) return letters.join('');
  return `${sign}${[...words].length > 1 ? `(${words})` : words}`;
}

function readTwo(name: string, above: string, below: string): string {
  return name.endsWith('binom') ? `(${above} ${below})` : `${wrap(above)}/${wrap(below)}`;
}

/** Replaces a command by its definition and arguments. */
function expand(definition: string, reader: Reader, depth: number): string {
  const pieces = definition.match(PIECE) ?? [];
  const count = Math.max(
    0,
    ...[...definition.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)),
  );
  const given = Array.from({ length: count }, () => readArgument(reader, depth));
  const filled = pieces.flatMap((piece, at) => {
    if (piece === '#') return [];
    return pieces[at - 1] === '#' ? [...(given[Number(piece) - 1] ?? '')] : [piece];
  });
  const inner = { ...reader, pieces: filled, at: 0 };
  const words = readUntil(inner, null, depth + 1);
  reader.left = inner.left;
  return words;
}

/** Skips the dot of an invisible delimiter. */
function skipDot(reader: Reader): string {
  if (reader.pieces[reader.at] === '.') reader.at++;
  return '';
}

function putAbove(words: string, accent: string): string {
  return [...words].length === 1 ? (words + accent).normalize('NFC') : words;
}

/** Puts words in brackets unless they read as one. */
function wrap(words: string): string {
  return /^(?:[\p{L}\p{M}]|[\p{L}\p{N}]+)$/u.test(words) ? words : `(${words})`;
}

function pairUp(from: string, to: string): Record<string, string> {
  const letters = [...to];
  return Object.fromEntries([...from].map((letter, at) => [letter, letters[at] ?? letter]));
}
