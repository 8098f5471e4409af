import type { Block, BlockContext, BlockOutput } from '../../../talk/model/block.ts';
import type { LiveBlock } from '../../../talk/model/live-shape.ts';
import type { TalkMeta } from '../../../talk/model/talk.ts';
import type { DayData } from '../../page/data.ts';
import { COMPILERS } from '../../page/project-blocks.ts';

/** The part of a block that the browser needs. */
export type Compiler = Pick<Block<never>, 'compile'>;
type Loader = () => Promise<Compiler>;

/** The blocks of the engine that pages compile again; each is loaded on first use. */
const LOADERS: Record<string, Loader> = {
  chart: async () => (await import('../../../talk/blocks/chart/chart.ts')).chart,
  figure: async () => (await import('../../../talk/blocks/figure/figure.ts')).figure,
  table: async () => (await import('../../../talk/blocks/table/table.ts')).table,
  timeline: async () => (await import('../../../talk/blocks/timeline/timeline.ts')).timeline,
  names: async () => (await import('../../../talk/blocks/names.ts')).names,
  schedule: async () => (await import('../../../talk/blocks/schedule.ts')).schedule,
  tree: async () => (await import('../../../talk/blocks/tree/tree.ts')).tree,
  logos: async () => (await import('../../../talk/blocks/logos.ts')).logos,
};

const NOWHERE = { file: '', line: 1, column: 1, length: 1 };

/** Returns what loads the code of a block; undefined for a block that pages cannot compile. */
export function findLoader(name: string): Loader | undefined {
  const own = COMPILERS[name];
  return LOADERS[name] ?? (own && (async () => (await own()).default));
}

/** What a block is compiled with. */
export interface Around {
  id: string;
  talk: TalkMeta;
  data: DayData;
  /** Whether the day is before the talk's own; defaults to no. */
  isEarlier?: boolean;
}

/** Compiles a block; null when it cannot or throws, which the browser reports. */
export function compileBlock(
  kind: Compiler,
  { spec, icons = {} }: LiveBlock,
  { id, talk, data, isEarlier = false }: Around,
): BlockOutput | null {
  const context: BlockContext = {
    id,
    asOf: data.asOf,
    ...(isEarlier ? { isEarlier } : {}),
    talk,
    dataset: (name) => data.get(name),
    spanOf: () => NOWHERE,
    report: () => undefined,
    icon: (name) => (Object.hasOwn(icons, name) ? icons[name] : undefined),
  };
  try {
    return kind.compile(spec as never, context);
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** Parses the element that a block was compiled to. */
export function parseOutput({ html }: BlockOutput): HTMLElement | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild as HTMLElement | null;
}
