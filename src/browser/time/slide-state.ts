import { parseExpression } from '../../talk/data/value/expression.ts';
import { useRow } from '../../talk/data/view.ts';
import type { BlockOutput } from '../../talk/model/block.ts';
import type { DataUse } from '../../talk/model/dataset.ts';
import type { PageTime, TimeBlock, TimeSlide } from '../../talk/model/time/time-shape.ts';
import { distinctUses, renderSources } from '../../talk/render/sources.ts';
import { compileBlock, findLoader, type Compiler } from '../live/blocks/compile-block.ts';
import { evaluateOn, fillTexts } from '../live/blocks/fill-texts.ts';
import { store, type DayData } from '../page/data.ts';
import { slideIdOf } from '../page/page.ts';
import { holdScale } from './hold-scale.ts';

/** A block on a day: compiled, only drawn again, as it always is, or without anything to show. */
export type BlockState =
  | { kind: 'compiled'; output: BlockOutput }
  | { kind: 'drawn' | 'still' | 'gap' };

/** What a slide shows on a day. */
export interface SlideState {
  /** By block id. */
  blocks: Map<string, BlockState>;
  /** Texts of the values in their order; null for no data. */
  values: (string | null)[];
  /** What the values say of their dates, in the same order; null for nothing. */
  titles: (string | null)[];
  /** Number of the values that stay as they are. */
  stillValues: number;
  /** The line of sources as HTML; null for none. */
  sources: string | null;
}

/** Computes what slides show on a day, with the functions of the compiler. */
export interface SlideClock {
  find(section: HTMLElement): TimeSlide | undefined;
  compute(section: HTMLElement, data: DayData): SlideState;
}

const PARTS = ':is(rostrum-value, [data-block]):not(.notes *)';

/** Stands for a value without data. */
export const NOTHING = '\u2013';

/** Loads what computes the blocks of a page's slides. */
export async function openClock(time: PageTime): Promise<SlideClock> {
  const names = Object.values(time.slides).flatMap(({ blocks }) =>
    Object.values(blocks).flatMap(({ name, spec }) => (spec === undefined ? [] : name)),
  );
  const compilers = new Map<string, Compiler>();
  const load = async (name: string): Promise<void> => {
    const compiler = await findLoader(name)?.();
    if (compiler) compilers.set(name, compiler);
  };
  await Promise.all([...new Set(names)].map(load));
  const find: SlideClock['find'] = (section) => time.slides[slideIdOf(section) ?? ''];
  return {
    find,
    compute: (section, data) =>
      computeState(section, data, { slide: find(section), time, compilers }),
  };
}

interface Known {
  slide: TimeSlide | undefined;
  time: PageTime;
  compilers: ReadonlyMap<string, Compiler>;
}

function computeState(section: HTMLElement, data: DayData, known: Known): SlideState {
  const { slide, time } = known;
  const state: SlideState = {
    blocks: new Map(),
    values: [],
    titles: [],
    stillValues: 0,
    sources: null,
  };
  const uses: DataUse[] = [];
  for (const element of section.querySelectorAll<HTMLElement>(PARTS)) {
    const id = element.dataset['block'];
    if (id === undefined) {
      const expression = element.dataset['expr'] ?? '';
      const isStill = findRoots([expression]).some((name) => time.large.includes(name));
      const value = evaluateOn(expression, isStill ? store : data);
      if (isStill) state.stillValues++;
      state.values.push(value.ok ? value.text : null);
      state.titles.push(value.ok ? value.title : null);
      if (value.ok) uses.push(...value.uses);
      continue;
    }
    const block = slide?.blocks[id];
    if (!block) continue;
    const found = computeBlock(id, block, data, known);
    state.blocks.set(id, found);
    if (found.kind === 'compiled') uses.push(...found.output.uses);
    else if (found.kind !== 'gap')
      uses.push(...useNewest(block, found.kind === 'still' ? store : data));
  }
  uses.push(...list(slide?.still, store), ...(slide?.uses ?? []));
  state.sources = renderSources(distinctUses(uses), time.talk.language)?.markup ?? null;
  return state;
}

function computeBlock(
  id: string,
  block: TimeBlock,
  data: DayData,
  { time, compilers }: Known,
): BlockState {
  if (block.isStill) return { kind: 'still' };
  if (block.datasets.some((name) => (data.get(name)?.rows.length ?? 0) === 0))
    return { kind: 'gap' };
  if (block.spec === undefined) return { kind: 'drawn' };
  const compiler = compilers.get(block.name);
  if (!compiler) return { kind: 'still' };
  const isEarlier = data !== store;
  const dataFor = (name: string): DayData => (time.large.includes(name) ? store : data);
  const filled = fillTexts(block, { dataFor, missing: NOTHING });
  if (!filled) return { kind: 'gap' };
  const shown = isEarlier ? holdScale(filled.block, store) : filled.block;
  const output = compileBlock(compiler, shown, { id, talk: time.talk, data, isEarlier });
  if (!output) return { kind: 'gap' };
  return { kind: 'compiled', output: { ...output, uses: [...output.uses, ...filled.uses] } };
}

/** Returns the sources of the newest rows of a block that pages cannot compile. */
function useNewest({ datasets }: TimeBlock, data: DayData): DataUse[] {
  return datasets.flatMap((name) => {
    const view = data.get(name);
    const row = view?.rows.at(-1);
    return view && row ? useRow(view, row) : [];
  });
}

function list(expressions: readonly string[] = [], data: DayData): DataUse[] {
  return expressions.flatMap((expression) => {
    const value = evaluateOn(expression, data);
    return value.ok ? value.uses : [];
  });
}

/** Returns the names of the datasets of expressions. */
export function findRoots(expressions: readonly string[]): string[] {
  return expressions.flatMap((expression) => {
    const parsed = parseExpression(expression);
    return parsed.ok ? parsed.expression.root.text : [];
  });
}
