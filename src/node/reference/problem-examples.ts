import { diffCode, type DiffLine } from '../../talk/code/code-diff.ts';

/** A file of a fixture. */
export interface FixtureFile {
  /** Its path in the fixture. */
  path: string;
  text: string;
}

/** A project that has a problem, and the same one without it. */
export interface ProblemExample {
  /** The files of the project that has it, with `expected.txt`, what is printed. */
  wrong: readonly FixtureFile[];
  /** The files of the right one that differ, with `gone.txt`, which lists those that it does not have. */
  right: readonly FixtureFile[];
}

/** A file whose two forms are shown; undefined where one of them does not exist. */
export interface ChangedFile {
  path: string;
  before: string | undefined;
  after: string | undefined;
}

const EXPECTED = 'expected.txt';
const GONE = 'gone.txt';
const SHOWN = /\.(?:md|json|csv|css|html|ts|svg|c|lock)$/;
/** What only tests need: drawings and repositories that are not made there. */
const ASIDE = new Set(['drawings.json']);
const CONTEXT = 2;
const MAX_WIDTH = 160;

/** Returns what is printed about the wrong project; undefined for nothing. */
export function readPrinted({ wrong }: ProblemExample): string | undefined {
  return wrong.find(({ path }) => path === EXPECTED)?.text;
}

/** Lists the files that a reader is shown. */
export function listShown(files: readonly FixtureFile[]): FixtureFile[] {
  return files.filter(({ path }) => SHOWN.test(path) && !ASIDE.has(path));
}

/** Lists the files that differ between the wrong project and the right one. */
export function listChanged({ wrong, right }: ProblemExample): ChangedFile[] {
  const gone =
    right
      .find(({ path }) => path === GONE)
      ?.text.trim()
      .split('\n') ?? [];
  const textOf = (file: string) => wrong.find(({ path }) => path === file)?.text;
  const written = listShown(right).map(({ path, text }) => ({
    path,
    before: textOf(path),
    after: text,
  }));
  const removed = listShown(wrong)
    .filter(({ path }) => gone.includes(path))
    .map(({ path, text }) => ({ path, before: text, after: undefined }));
  return [...removed, ...written];
}

/** Compares the two forms of a file, line by line. */
export function diffFile({ before, after }: ChangedFile): DiffLine[] {
  return diffCode({ first: 1, lines: toLines(before) }, { first: 1, lines: toLines(after) });
}

/** Writes what makes the right project of the wrong one: lines that go behind "-", new ones behind "+", with some around them. */
export function renderDiffs(example: ProblemExample): string {
  return listChanged(example)
    .map((file) => [`${file.path}:`, ...renderLines(diffFile(file))].join('\n'))
    .join('\n');
}

const SIGNS = { same: ' ', gone: '-', added: '+' } as const;

function renderLines(lines: readonly DiffLine[]): string[] {
  const isNear = (at: number): boolean =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same');
  return lines.flatMap(({ kind, text }, at) => {
    if (!isNear(at))
      return at > 0 && isNear(at - 1) && lines.slice(at).some((_, more) => isNear(at + more))
        ? ['  …']
        : [];
    return [`${SIGNS[kind]} ${cut(text)}`.trimEnd()];
  });
}

function toLines(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function cut(text: string): string {
  return text.length <= MAX_WIDTH ? text : `${text.slice(0, MAX_WIDTH)}…`;
}
