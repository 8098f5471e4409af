import { printDate } from '../data/date.ts';
import type { BlockUse, Slide, Talk, ValueUse } from '../model/talk.ts';
import type { FigureChange, WordRun } from './slide-change.ts';
import { readFacts, type Fact } from './block-facts.ts';
import { labelValue } from './change-label.ts';
import { diffWords } from './word-diff.ts';

/** Differences between the data of a slide in two talks. */
export interface DataChanges {
  figures: FigureChange[];
  /** Changed lines of blocks that are not figures. */
  words: WordRun[][];
}

/** A slide and its talk. */
export interface SlideInTalk {
  slide: Slide;
  talk: Talk;
}

/** Compares the values and the blocks of a slide. */
export function diffData(before: SlideInTalk, after: SlideInTalk): DataChanges {
  const blocks = pairBlocks(before.slide.blocks, after.slide.blocks).map(([first, second]) =>
    diffBlock(first, second, [before.talk, after.talk]),
  );
  const figures = [...diffValues(before, after), ...blocks.flatMap((block) => block.figures)];
  return { figures: distinct(figures), words: blocks.flatMap((block) => block.words) };
}

/** Names a slide's values by expression; repeated expressions are numbered. */
function diffValues(before: SlideInTalk, after: SlideInTalk): FigureChange[] {
  const earlier = nameValues(before.slide.values);
  const titleOf = (name: string): string =>
    (after.talk.datasets[name] ?? before.talk.datasets[name])?.title ?? '';
  return [...nameValues(after.slide.values)].flatMap(([name, { expression, text }]) => {
    const last = earlier.get(name);
    if (!last || last.text === text) return [];
    return [
      { label: labelValue(expression, titleOf), source: 'text', before: last.text, after: text },
    ];
  });
}

function nameValues(values: readonly ValueUse[]): Map<string, ValueUse> {
  const named = new Map<string, ValueUse>();
  for (const value of values) {
    if (value.datasets.length === 0) continue;
    let name = value.expression;
    while (named.has(name)) name += ' ';
    named.set(name, value);
  }
  return named;
}

/** Pairs blocks of a kind by order; a block without a counterpart has no figures to compare. */
function pairBlocks(
  before: readonly BlockUse[],
  after: readonly BlockUse[],
): [BlockUse, BlockUse][] {
  const free = [...before];
  return after.flatMap((block): [BlockUse, BlockUse][] => {
    const at = free.findIndex(({ name }) => name === block.name);
    const [partner] = at < 0 ? [] : free.splice(at, 1);
    return partner ? [[partner, block]] : [];
  });
}

function diffBlock(
  before: BlockUse,
  after: BlockUse,
  [earlier, later]: readonly [Talk, Talk],
): DataChanges {
  const [first, second] = [
    readFacts(undate(before.text, earlier)),
    readFacts(undate(after.text, later)),
  ];
  return {
    figures: diffFacts(first.facts, second.facts, after.name),
    words: diffWords(first.rest, second.rest),
  };
}

/** Removes the as-of date from a text, because its change is reported once for the whole talk. */
export function undate(text: string, { asOf }: Talk): string {
  return text.replaceAll(new RegExp(`${printDate(asOf)}(?! \\d\\d:)`, 'g'), 'the day');
}

function diffFacts(before: readonly Fact[], after: readonly Fact[], source: string) {
  const [first, second] = [groupRows(before), groupRows(after)];
  return [...new Set([...second.keys(), ...first.keys()])].flatMap((key): FigureChange[] => {
    const [was, is] = [first.get(key), second.get(key)];
    if (!was || !is) {
      return [{ label: key, source, before: joinRow(was), after: joinRow(is) }];
    }
    return pairCells(was, is).flatMap(([column, old, now]): FigureChange[] => {
      if (old === now) return [];
      const label = [key, column].filter(Boolean).join(', ');
      return [{ label, source, before: old, after: now }];
    });
  });
}

type CellPair = [column: string, before: string | null, after: string | null];

/** Pairs the cells of a row by position, so that renamed columns match; else by column. */
function pairCells(before: readonly Fact[], after: readonly Fact[]): CellPair[] {
  if (before.length === after.length) {
    return after.map(({ column, value }, at) => [column, before[at]?.value ?? null, value]);
  }
  const valueIn = (cells: readonly Fact[], column: string): string | null =>
    cells.find((cell) => cell.column === column)?.value ?? null;
  const columns = new Set([...after, ...before].map(({ column }) => column));
  return [...columns].map((name) => [name, valueIn(before, name), valueIn(after, name)]);
}

function groupRows(facts: readonly Fact[]): Map<string, Fact[]> {
  const rows = new Map<string, Fact[]>();
  for (const fact of facts) rows.set(fact.key, [...(rows.get(fact.key) ?? []), fact]);
  return rows;
}

function joinRow(row: readonly Fact[] | undefined): string | null {
  return row ? row.flatMap(({ value }) => value || []).join(', ') : null;
}

function distinct(figures: readonly FigureChange[]): FigureChange[] {
  return [...new Map(figures.map((figure) => [JSON.stringify(figure), figure])).values()];
}
