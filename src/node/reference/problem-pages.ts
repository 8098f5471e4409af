import {
  diffFile,
  listChanged,
  listShown,
  readPrinted,
  renderDiffs,
  type FixtureFile,
  type ProblemExample,
} from './problem-examples.ts';

/** What the pages of problems are made of. */
export interface ProblemSources {
  problems: string;
  exampleOf(code: string): ProblemExample;
}

const SECTION = /^### ([a-z0-9-]+)\n+([^]*?)(?=^#{2,3} |$(?![^]))/gm;
/** Longer files are shown around what is wrong. */
const MAX_LINES = 40;
const AROUND = 4;

/** Returns a page for each code of problem: what it means, a project that has it, what is printed, and the project without it. */
export function problemPages({ problems, exampleOf }: ProblemSources): Record<string, string> {
  const pages = [...problems.matchAll(SECTION)].map(([, code = '', text = '']) => {
    const example = exampleOf(code);
    const printed = readPrinted(example);
    const shown = listShown(example.wrong).filter(
      (file) => countLines(file.text) <= MAX_LINES || isChanged(file, example),
    );
    const wrong = shown.toSorted(
      (a, b) => Number(isChanged(b, example)) - Number(isChanged(a, example)),
    );
    const page = [
      `# ${code}`,
      '',
      text.trim().replaceAll(/\]\((?=[a-z-]+\.md)/g, '](../'),
      '',
      ...(wrong.length > 0
        ? ['## Wrong', '', ...wrong.flatMap((file) => showWrong(file, example))]
        : []),
      ...(printed === undefined ? [] : ['## What is printed', '', ...fence('text', printed), '']),
      ...(wrong.length > 0 || printed !== undefined
        ? ['## Right', '', ...showRight(example), '']
        : []),
      `\`npx rostrum explain ${code}\` prints this, also without a network.`,
      '',
    ];
    return [`problems/${code}.md`, page.join('\n')];
  });
  return Object.fromEntries(pages) as Record<string, string>;
}

/** Returns the page about problems with the lines that make each wrong project right, for `rostrum explain`. */
export function explanations({ problems, exampleOf }: ProblemSources): string {
  return problems.replaceAll(SECTION, (_, code: string, text: string) => {
    const diffs = renderDiffs(exampleOf(code));
    const shown = diffs === '' ? [] : ['', ...fence('diff', diffs)];
    return [`### ${code}`, '', text.trim(), ...shown, '', ''].join('\n');
  });
}

function isChanged({ path }: FixtureFile, example: ProblemExample): boolean {
  return listChanged(example).some((file) => file.path === path && file.before !== undefined);
}

function showWrong({ path, text }: FixtureFile, example: ProblemExample): string[] {
  const changed = listChanged(example).find((file) => file.path === path);
  const marked = changed
    ? diffFile(changed).flatMap(({ kind, number }) => (kind === 'gone' ? [number] : []))
    : [];
  return showFile({ path, text }, changed?.after === undefined ? [] : marked);
}

function showRight(example: ProblemExample): string[] {
  const changed = listChanged(example);
  if (changed.length === 0)
    return ['The files are right as they are: do what the last line of the message says.'];
  return changed.flatMap(({ path, before, after }) => {
    if (after === undefined) return [`The file \`${path}\` is gone.`, ''];
    const added = diffFile({ path, before, after }).flatMap(({ kind, number }) =>
      kind === 'added' ? [number] : [],
    );
    return showFile({ path, text: after }, before === undefined ? [] : added);
  });
}

/** Shows a file with marked lines; of a long one, the lines around them. */
function showFile({ path, text }: FixtureFile, marked: readonly number[]): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const isLong = lines.length > MAX_LINES;
  const from = isLong ? Math.max(0, (marked[0] ?? 1) - 1 - AROUND) : 0;
  const to = isLong ? Math.min(from + MAX_LINES / 2, lines.length) : lines.length;
  const shown = [
    ...(from > 0 ? ['…'] : []),
    ...lines.slice(from, to).map((line) => (line.length > 200 ? `${line.slice(0, 200)}…` : line)),
    ...(to < lines.length ? ['…'] : []),
  ];
  const offset = from > 0 ? 1 - from : 0;
  const numbers = marked
    .filter((number) => number > from && number <= to)
    .map((number) => number + offset);
  const marks = numbers.length > 0 ? `{${numbers.join(',')}}` : '';
  return [`\`${path}\``, '', ...fence(`${languageOf(path)}${marks}`, shown.join('\n')), ''];
}

function languageOf(path: string): string {
  const ending = path.split('.').at(-1) ?? '';
  return ending === 'lock' ? 'json' : ending;
}

function countLines(text: string): number {
  return text.split('\n').length;
}

/** Returns a fence that is longer than those in the text. */
function fence(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}`, text.trimEnd(), marks];
}
