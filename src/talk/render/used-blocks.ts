import { knownEditions } from '../data/view.ts';
import type { Block } from '../model/block.ts';
import { BLOCK_FILE_KINDS, type BlockFile, type BlockFiles } from '../model/block-files.ts';
import type { IsoDate } from '../model/dataset.ts';
import type { Problem } from '../model/problem.ts';
import type { TalkProject } from '../model/project.ts';
import type { Slide, Talk } from '../model/talk.ts';
import type { TalkLive, TalkTime } from '../model/time/talk-time.ts';
import { notLive, valueNotLive } from '../problems/problems.ts';
import type { RenderedSlide } from './render-cache.ts';

/** How the path of a file begins that is not the engine's. */
const OWN = /^\.\.?\//;

/** Returns the names of the blocks on slides, sorted, and the files that pages load for those of the project's own. */
export function describeBlocks(
  drawn: readonly { rendered: RenderedSlide }[],
  project: TalkProject,
): Pick<Talk, 'blocks' | 'blockFiles'> {
  const names = drawn.flatMap(({ rendered }) => rendered.parts.blocks.map(({ name }) => name));
  const blocks = [...new Set(names)].sort();
  const entries = blocks.flatMap((name) => {
    const files = listBlockFiles(findBlock(name, project));
    return Object.keys(files).length > 0 ? [[name, files] as const] : [];
  });
  return entries.length > 0 ? { blocks, blockFiles: Object.fromEntries(entries) } : { blocks };
}

/** Lists the files of a block that are not the engine's. */
export function listBlockFiles(block: Block | undefined): BlockFiles {
  const files = BLOCK_FILE_KINDS.flatMap((kind) => {
    const file: BlockFile | undefined = block?.[kind];
    return typeof file === 'string' && OWN.test(file) ? [[kind, file] as const] : [];
  });
  return Object.fromEntries(files);
}

/** Finds the datasets of a talk that may change while it is shown; null for none. */
export function findLive(
  { datasets, asOf, slides }: Talk,
  until: IsoDate | null,
  project: TalkProject,
): TalkLive | null {
  const entries = Object.keys(datasets).flatMap((name) => {
    const dataset = project.dataset(name);
    if (!dataset?.live) return [];
    const isWhole = dataset.kind !== 'editions';
    const editions = isWhole ? {} : { editions: knownEditions(dataset, asOf) };
    const { prefer, sources } = dataset;
    const rule = prefer ? { prefer } : {};
    return [[name, { ...dataset.live, sources, ...editions, ...rule }] as const];
  });
  if (entries.length === 0) return null;
  const { compiled, drawn } = sortMoving(slides, project);
  const uses = slides.flatMap(({ blocks }) => blocks);
  const hasTexts = (one: string): boolean =>
    uses.some(({ name, texts }) => name === one && texts !== undefined);
  // A page that draws all of a kind needs no code to compile it.
  const needed = compiled.filter((name) => !drawn.includes(name) || hasTexts(name));
  return { until, datasets: Object.fromEntries(entries), compiled: needed, drawn };
}

/** Lists the blocks on slides that pages compile again for other data, and those that draw themselves; by name. */
export function sortMoving(
  slides: readonly Slide[],
  project: TalkProject,
): Pick<TalkTime, 'compiled' | 'drawn'> {
  const uses = slides.flatMap(({ blocks }) => blocks);
  const moving = uses.filter(({ datasets, texts }) => datasets.length > 0 || texts !== undefined);
  const names = new Set(moving.map(({ name }) => name));
  const used = project.blocks.filter(({ name }) => names.has(name));
  const compiled = used.filter(({ live }) => live !== undefined).map(({ name }) => name);
  const drawn = used.filter(({ drawsItself }) => drawsItself === true).map(({ name }) => name);
  return { compiled: compiled.sort(), drawn: drawn.sort() };
}

/** Reports blocks and values that show live data and cannot follow them. */
export function listStill({ slides, live }: Talk, project: TalkProject): Problem[] {
  if (!live) return [];
  const findName = (names: readonly string[]) =>
    names.find((name) => Object.hasOwn(live.datasets, name));
  return slides.flatMap(({ blocks, values }) => [
    ...blocks.flatMap(({ name, datasets, span }) => {
      const block = findBlock(name, project);
      const dataset = findName(datasets);
      if (!block || block.drawsItself === true || block.live !== undefined) return [];
      return dataset === undefined ? [] : [notLive(name, dataset, span)];
    }),
    ...values.flatMap(({ expression, datasets, isStill, span }) => {
      const dataset = isStill ? findName(datasets) : undefined;
      return dataset === undefined ? [] : [valueNotLive(expression, dataset, span)];
    }),
  ]);
}

function findBlock(name: string, { blocks }: TalkProject): Block | undefined {
  return blocks.find((block) => block.name === name);
}
