import type { Change } from './compare-figures.ts';
import type { Impact } from './impact.ts';
import { printable, renderWords, shorten, type Screen } from './text-table.ts';
import { plural } from '../../../talk/text/plural.ts';

const MAX_FIGURES = 20;
/** Of a table or chart that changes in many places, these are enough to see what happened. */
const MAX_PARTS = 4;
const MAX_SIDE_LENGTH = 36;
const INDENT = '  ';
const GAP = '  ';
const DEEP = '      ';
const DEEPER = '          ';

/** Writes what changes on slides, each figure with its old and new value and where it is shown. */
export function renderChanges(
  { changes, unseen }: Impact,
  isDryRun: boolean,
  screen: Screen,
): string {
  const figures = groupFigures(changes);
  const rest = unseen.length === 0 ? [] : [`On no slide yet: ${unseen.join(', ')}.`];
  const news =
    figures.length === 0 ? 'No slide changes.' : renderNews(changes, figures, { isDryRun, screen });
  return [news, ...rest.flatMap((line) => ['', ...renderWords(line, '', screen)])].join('\n');
}

function renderNews(
  changes: readonly Change[],
  figures: readonly FigureGroup[],
  { isDryRun, screen }: { isDryRun: boolean; screen: Screen },
): string {
  const shown = figures.slice(0, MAX_FIGURES);
  const more = figures.length - shown.length;
  const problems = new Set(changes.flatMap(({ problem }) => problem ?? []));
  return [
    countChanges(changes, isDryRun),
    '',
    renderFigures(shown, screen),
    ...(more > 0 ? [screen.style.dim(`  and ${more} more`)] : []),
    ...(problems.size > 0 ? ['', ...[...problems].map(printable)] : []),
  ].join('\n');
}

/** Counts what changes: "3 figures on 5 slides in 2 talks change:". */
export function countChanges(changes: readonly Change[], isDryRun: boolean): string {
  const figures = new Set(changes.map(({ figure }) => figure)).size;
  const slides = new Set(changes.map(({ talk, slide }) => `${talk} ${slide}`)).size;
  const talks = new Set(changes.map(({ talk }) => talk)).size;
  const verb = isDryRun ? 'would change' : figures === 1 ? 'changes' : 'change';
  return `${plural(figures, 'figure')} on ${plural(slides, 'slide')} in ${plural(talks, 'talk')} ${verb}:`;
}

/** A figure and how it changes, the same wherever it is shown. */
export interface FigureGroup {
  figure: string;
  parts: Change[];
  places: string[];
}

/** Puts together what changes in the same way on several slides. */
export function groupFigures(changes: readonly Change[]): FigureGroup[] {
  const onSlides = groupBy(changes, ({ figure, talk, slide }) =>
    JSON.stringify([figure, talk, slide]),
  );
  const alike = groupBy(onSlides.values(), (parts) =>
    JSON.stringify(parts.map(({ figure, part, before, after }) => [figure, part, before, after])),
  );
  return [...alike.values()].flatMap((group): FigureGroup[] => {
    const [parts = []] = group;
    const [first] = parts;
    if (!first) return [];
    const places = group.flatMap(([one]) => (one ? [`${one.talk}/#/${one.slide}`] : []));
    return [{ figure: first.figure, parts: distinct(parts), places }];
  });
}

function groupBy<Item>(items: Iterable<Item>, nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}

/** Removes repetitions: the same value twice on a slide is one. */
function distinct(parts: readonly Change[]): Change[] {
  const known = new Map(
    parts.map((one) => [JSON.stringify([one.part, one.before, one.after]), one]),
  );
  return [...known.values()];
}

/** Writes a line a figure, with the places behind it where all fit and under it where not. */
function renderFigures(groups: readonly FigureGroup[], screen: Screen): string {
  const { style, columns } = screen;
  const figures = groups.map((group) => ({ group, head: headOf(group) }));
  const width = Math.max(...figures.map(({ head }) => head.name.length));
  const heads = figures.map(({ head }) => head.name.padEnd(width) + GAP + printSides(head));
  const room = Math.max(...heads.map((head) => head.length)) + INDENT.length + GAP.length;
  const isWide = figures.every(({ group }) => room + group.places.join(', ').length <= columns);
  const lines = figures.flatMap(({ group, head }, index) => {
    const places = group.places.join(', ');
    const line = INDENT + paintHead(head, width, screen);
    const blanks = ' '.repeat(Math.max(0, room - INDENT.length - (heads[index]?.length ?? 0)));
    const below = renderWords(places, DEEP, screen).map(style.dim);
    const parts = partLines(group, screen);
    return isWide ? [line + blanks + style.dim(places), ...parts] : [line, ...parts, ...below];
  });
  return lines.join('\n');
}

type Sides = Pick<Change, 'before' | 'after' | 'problem'>;

/** Returns the head of a figure; one that is one thing, or has one change, is told on its own line. */
function headOf({ figure, parts }: FigureGroup): Sides & { name: string; isMany: boolean } {
  const [first] = parts;
  const isMany = parts.length > 1 || !first;
  if (isMany) {
    const after = `${parts.length} changes`;
    return { name: plain(figure), before: '', after, problem: null, isMany };
  }
  const name = first.part === '' ? figure : `${figure}: ${first.part}`;
  return { ...first, name: plain(name), isMany };
}

function paintHead(head: ReturnType<typeof headOf>, width: number, { style }: Screen): string {
  const name = style.bold(head.name) + ' '.repeat(width - head.name.length);
  const text = printSides(head);
  if (head.isMany) return name + GAP + text;
  return name + GAP + (head.problem === null ? text : style.red(text));
}

function printSides({ before, after, problem, isMany }: Sides & { isMany?: boolean }): string {
  if (isMany) return after;
  const now = problem === null ? plain(after) || 'nothing' : 'a problem';
  return `${plain(before) || 'nothing'} → ${now}`;
}

/** Writes the first changes of a block that has several. */
function partLines({ parts }: FigureGroup, screen: Screen): string[] {
  if (parts.length < 2) return [];
  const shown = parts.slice(0, MAX_PARTS).flatMap((one) => {
    const name = one.part === '' ? '' : `${plain(one.part)}: `;
    const lines = renderWords(name + printSides(one), DEEPER, screen);
    return lines.map((line, index) => (index === 0 ? line.replace(DEEPER, DEEP) : line));
  });
  const more = parts.length - MAX_PARTS;
  return more > 0 ? [...shown, DEEP + screen.style.dim(`and ${more} more`)] : shown;
}

/** Marks of Markdown are not for a terminal. */
function plain(text: string): string {
  return shorten(text.replaceAll('**', ''), MAX_SIDE_LENGTH);
}
