import { styleText } from 'node:util';
import { problemParts, type FrameLine, type TextOf } from '../talk/source/frame.ts';
import { limitProblems, sortProblems, type Problem } from '../talk/model/problem.ts';
import { showControls } from '../talk/text/symbols.ts';
import { wrapText } from '../talk/text/wrap.ts';
import { locateExplanation } from './engine.ts';
import { startBar, type Progress } from './progress-bar.ts';
import { plural } from '../talk/text/plural.ts';

/** Where the terminal writes: answers to `out`, everything about the work to `err`. */
export interface Streams {
  out: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  err: { write(text: string): unknown; isTTY?: boolean; columns?: number };
  env: Record<string, string | undefined>;
}

/** The only place that prints. */
export interface Terminal {
  style: Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', (text: string) => string>;
  /** The width of standard output in characters; infinite when it is no terminal. */
  columns: number;
  /** Prints an answer that was asked for, on standard output. */
  say(text: string): void;
  /** Prints a line about the work, on standard error. */
  note(text: string): void;
  /** Prints a line that is easily missed and should not be. */
  warn(text: string): void;
  /** Prints problems with their frames, sorted by place; `readText` gives a file's text for its frame. */
  showProblems(problems: readonly Problem[], readText: TextOf): void;
  /** Prints the URL of the dev server and its talks. */
  welcome(addresses: readonly string[], talks: readonly string[]): void;
  /** Prints why a command was not understood or could not go on. */
  complain(message: string, hint?: string): void;
  /** Prints a fault of Rostrum itself, with its stack. */
  reportInternalError(error: unknown): void;
  /** Starts a bar that counts to `total`; draws nothing when the output is no terminal. */
  startProgress(label: string, total: number): Progress;
}

type Colour = keyof Terminal['style'];

const COLOURS: readonly Colour[] = ['bold', 'dim', 'red', 'yellow', 'green', 'cyan'];
/** Beyond that a line of prose is hard to read, however wide the window is. */
const MEASURE = 100;

/** Creates a terminal; by default that of the process. */
export function createTerminal(streams: Streams = processStreams()): Terminal {
  const { out, err } = streams;
  const style = makeStyle(hasColour(streams));
  const width = err.isTTY ? Math.min(err.columns || MEASURE, MEASURE) : Infinity;
  const fold = (text: string): string[] => wrapText(text, width);
  const hand: Hand = { style, fold, width: (err.isTTY && err.columns) || Infinity };
  const explained = new Set<string>();
  const note = (text: string): void => void err.write(`${showSafely(text)}\n`);
  return {
    style,
    columns: (out.isTTY && out.columns) || Infinity,
    note,
    warn: (text) => note(fold(text).map(style.yellow).join('\n')),
    say: (text) => void out.write(`${showSafely(text)}\n`),
    showProblems(problems, readText) {
      const texts = new Map<string, string | undefined>();
      const textOf: TextOf = (file) => {
        if (!texts.has(file)) texts.set(file, readText(file));
        return texts.get(file);
      };
      const { shown, others } = limitProblems(sortProblems(problems));
      for (const problem of shown) {
        const isFirst = !explained.has(problem.code);
        explained.add(problem.code);
        note(`${renderProblem(problem, textOf, hand, isFirst)}\n`);
      }
      for (const line of others) note(`${line}\n`);
    },
    welcome: (addresses, talks) => note(renderWelcome(addresses, talks, style)),
    complain: (message, hint = '') =>
      note([...fold(message).map(style.red), ...(hint === '' ? [] : fold(hint))].join('\n')),
    reportInternalError(error) {
      note(style.red('Rostrum met a fault of its own; this is not about your slides.'));
      note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    },
    startProgress(label, total) {
      if (!err.isTTY) return { advance() {}, end() {} };
      const columns = err.columns || MEASURE;
      return startBar({ label, total, write: (text) => err.write(text), columns, style });
    },
  };
}

/** Shows control characters as symbols, except colours, because names and foreign text can hold them. */
function showSafely(text: string): string {
  const parts = text.split(COLOUR);
  return parts.map((part, index) => (index % 2 === 0 ? showControls(part) : part)).join('');
}

const COLOUR = /(\u001b\[[\d;]*m)/;

/** Counts problems in words: "2 errors, 1 warning". */
export function summarize(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [errors && plural(errors, 'error'), warnings && plural(warnings, 'warning')];
  return parts.filter(Boolean).join(', ') || 'No problems';
}

/** More talks than these fill a screen, and then only the first are named. */
const MAX_WELCOMED = 24;
const MAX_NAMED = 12;

function renderWelcome(
  addresses: readonly string[],
  talks: readonly string[],
  { bold, cyan, dim }: Terminal['style'],
): string {
  const [first = '', ...others] = addresses;
  const named = talks.length > MAX_WELCOMED ? talks.slice(0, MAX_NAMED) : talks;
  const width = Math.max(0, ...named.map((name) => name.length));
  const left = talks.length - named.length;
  const none = `  No talk yet: the first file ${cyan('slides/talks/NAME.md')} shows when it is saved.`;
  return [
    '',
    `  ${bold('Rostrum')} is at ${cyan(first)}`,
    ...others.map((address) => `  and at ${cyan(address)}`),
    '',
    ...named.map((name) => `  ${name.padEnd(width)}  ${dim(toTalkAddress(first, name))}`),
    ...(left > 0 ? [`  and ${left} more, on the first page`] : []),
    ...(talks.length === 0 ? [none] : []),
    '',
    dim('  Save a file and the page follows. Ctrl-C ends.'),
    '',
  ].join('\n');
}

/** Returns the address of a talk, with the parameters of that of the index. */
function toTalkAddress(index: string, name: string): string {
  const [path = '', search] = index.split('?');
  return `${path}${encodeURIComponent(name)}/${search === undefined ? '' : `?${search}`}`;
}

function processStreams(): Streams {
  return { out: process.stdout, err: process.stderr, env: process.env };
}

function hasColour({ err, env }: Streams): boolean {
  if (env['NO_COLOR'] || env['FORCE_COLOR'] === '0') return false;
  return Boolean(env['FORCE_COLOR'] ?? (err.isTTY && env['TERM'] !== 'dumb'));
}

function makeStyle(isColoured: boolean): Terminal['style'] {
  const pairs = COLOURS.map((colour) => [
    colour,
    (text: string) => (isColoured ? styleText(colour, text, { validateStream: false }) : text),
  ]);
  return Object.fromEntries(pairs) as Terminal['style'];
}

/** How a problem is printed: colours and line width. */
interface Hand {
  style: Terminal['style'];
  fold: (text: string) => string[];
  /** Of the whole window, which lines of code may fill. */
  width: number;
}

/** Prints a problem as `formatProblem` does, in colour and no wider than the window; the first of a code with its explanation. */
function renderProblem(problem: Problem, textOf: TextOf, hand: Hand, isFirst: boolean): string {
  const { style, fold } = hand;
  const { place, code, severity, message, via, frame, hint } = problemParts(problem, textOf);
  const colour = severity === 'error' ? style.red : style.yellow;
  const drawing = cutFrame(frame, hand).map((line) => renderFrameLine(line, colour, style));
  return [
    [style.bold(place), colour(code)].filter(Boolean).join('  '),
    ...fold(message),
    ...via.map((line) => style.dim(`included at ${line}`)),
    ...(drawing.length > 0 ? ['', ...drawing] : []),
    ...(hint === '' ? [] : fold(hint)),
    ...(isFirst ? fold(`More: ${locateExplanation(code)}`).map(style.dim) : []),
  ].join('\n');
}

/** Cuts long lines at the edge of the window; the one that is marked only behind its mark. */
function cutFrame(frame: readonly FrameLine[], { width }: Hand): FrameLine[] {
  const carets = frame.find(({ kind }) => kind === 'carets')?.text.length ?? 0;
  return frame.map((line) => {
    const room = width - line.gutter.length - 1;
    const isWhole = line.text.length <= room || (line.kind !== 'context' && carets >= room);
    return isWhole ? line : { ...line, text: `${line.text.slice(0, room - 1)}…` };
  });
}

function renderFrameLine(
  { gutter, text, kind }: FrameLine,
  colour: (text: string) => string,
  { dim, bold }: Terminal['style'],
): string {
  if (kind === 'context') return dim(`${gutter} ${text}`.trimEnd());
  return kind === 'marked' ? `${bold(gutter)} ${text}` : `${dim(gutter)} ${colour(text)}`;
}
