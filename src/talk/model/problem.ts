/** A stretch of one source file; `line` and `column` count from 1, `length` in UTF-16 units within that line. */
export interface Span {
  file: string;
  line: number;
  column: number;
  length: number;
}

/** How bad a problem is: an error fails `check` and `build`, a warning does not. */
export type Severity = 'error' | 'warning';

/** Something wrong in the author's files, as a plain value. */
export interface Problem {
  /** Permanent kebab-case name, one function in `catalogue.ts`. */
  code: string;
  severity: Severity;
  /** What happened and why, one whole sentence. */
  message: string;
  /** What to do about it. */
  hint?: string;
  span?: Span;
  /** The `src:` lines that led to the file, outermost first. */
  via?: Span[];
  /** Further places of the same cause. */
  also?: Span[];
  /** What `identify` returns of the problem that caused it; absent where it has a cause of its own. */
  cause?: string;
}

/** A result together with everything that is wrong with it. */
export interface Checked<T> {
  value: T;
  problems: Problem[];
}

/** Reports whether any of the problems is an error. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Names a problem by what it says and where. */
export function identify({ code, message, span }: Problem): string {
  return `${span?.file}:${span?.line}:${span?.column} ${code} ${message}`;
}

/** Leaves out problems whose cause is among them, because it is solved in one place. */
export function withoutEchoes(problems: readonly Problem[]): Problem[] {
  if (problems.every(({ cause }) => cause === undefined)) return [...problems];
  const known = new Set(problems.map(identify));
  return problems.filter(({ cause }) => cause === undefined || !known.has(cause));
}

/** Sorts problems by file, line and column, those without a place first; returns a new list. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
      (a.span?.column ?? 0) - (b.span?.column ?? 0),
  );
}

/** How many problems of one kind in one file are printed. */
const MAX_ALIKE = 20;

/** Keeps the first problems of each kind in each file, and counts the rest. */
export function limitProblems(problems: readonly Problem[]): {
  shown: Problem[];
  others: string[];
} {
  const counts = new Map<string, number>();
  const shown = problems.filter(({ code, span }) => {
    const kind = `${span?.file ?? 'The talk'} has MORE more problems of the kind ${code}.`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MAX_ALIKE;
  });
  const others = [...counts].flatMap(([kind, count]) =>
    count > MAX_ALIKE ? [kind.replace('MORE', String(count - MAX_ALIKE))] : [],
  );
  return { shown, others };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Sorts problems and removes repeated ones, as a slide can be in a talk twice, and those that others cause. */
export function distinctProblems(problems: readonly Problem[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const problem of problems) {
    const key = identify(problem);
    if (!found.has(key)) found.set(key, problem);
  }
  return joinAlike(sortProblems(withoutEchoes([...found.values()])));
}

/** Problems whose cause is in one place, a name or a file, however often slides use it. */
const OF_NAMES: ReadonlySet<string> = new Set([
  'missing-picture',
  'no-data',
  'no-row-before',
  'no-row-key',
  'unknown-block',
  'unknown-column',
  'unknown-dataset',
  'unknown-row',
  'wrong-cell',
]);

/** Joins sorted problems of one cause: the first of them has the places of the others. */
function joinAlike(problems: readonly Problem[]): Problem[] {
  const joined = new Map<string, Problem>();
  for (const problem of problems) {
    const { code, message, span, also = [] } = problem;
    const key = OF_NAMES.has(code) ? `${code} ${message}` : identify(problem);
    const first = joined.get(key);
    const places = [...(first?.also ?? []), ...(first && span ? [span] : []), ...also];
    const own = places.filter((place) => !isSamePlace(place, (first ?? problem).span));
    const distinct = own.filter(
      (place, at) => own.findIndex((each) => isSamePlace(each, place)) === at,
    );
    joined.set(key, { ...(first ?? problem), ...(distinct.length > 0 ? { also: distinct } : {}) });
  }
  return [...joined.values()];
}

function isSamePlace(one: Span, other: Span | undefined): boolean {
  return one.file === other?.file && one.line === other.line && one.column === other.column;
}
