import type { Block, BlockContext } from '../../talk/model/block.ts';
import type { LiveBlock, PageLive } from '../../talk/model/live-shape.ts';
import type { TalkMeta } from '../../talk/model/talk.ts';
import type { DataStore } from '../page/data.ts';
import { COMPILERS } from '../page/project-blocks.ts';
import { isInSight } from '../elements/sight.ts';
import { setSteps } from '../elements/step-marks.ts';
import type { LiveReport } from './loss-report.ts';
import { patchElement } from './patch-html.ts';

/** The part of a block that the browser needs. */
type Compiler = Pick<Block<never>, 'compile'>;
type Loader = () => Promise<Compiler>;

/** Blocks without a live element, which are compiled again; each is loaded on first use. */
const LOADERS: Record<string, Loader> = {
  table: async () => (await import('../../talk/blocks/table/table.ts')).table,
  timeline: async () => (await import('../../talk/blocks/timeline/timeline.ts')).timeline,
  names: async () => (await import('../../talk/blocks/names.ts')).names,
  schedule: async () => (await import('../../talk/blocks/schedule.ts')).schedule,
  logos: async () => (await import('../../talk/blocks/logos.ts')).logos,
};

function findLoader(name: string): Loader | undefined {
  const own = COMPILERS[name];
  return LOADERS[name] ?? (own && (async () => (await own()).default));
}

const NOWHERE = { file: '', line: 1, column: 1, length: 1 };

/** Updates the blocks of a page that do not draw themselves. */
export interface LiveBlocks {
  /** Records that a dataset changed. */
  invalidate(dataset: string): void;
  /** Compiles changed blocks that are visible; the rest when they become visible. */
  update(): Promise<void>;
}

/** Follows the blocks of a page. */
export function followBlocks(
  getPage: () => PageLive,
  store: DataStore,
  report: Pick<LiveReport, 'drop'>,
): LiveBlocks {
  const dirty = new Set<string>();

  async function updateOne(id: string): Promise<void> {
    const { blocks, talk } = getPage();
    const block = blocks[id];
    const element = document.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`);
    const loader = block?.spec === undefined ? undefined : findLoader(block.name);
    if (!block || !element || !loader) return void dirty.delete(id);
    if (!isInSight(element)) return;
    dirty.delete(id);
    const kind = await loader();
    const next = compileSafely(kind, block, { id, talk, store });
    // A block that cannot show the new rows keeps the last ones.
    if (!next) return report.drop(block.datasets[0] ?? id, `a ${block.name} cannot show it`, 1);
    setSteps(element, Number(next.dataset['steps'] ?? 0));
    patchElement(element, next);
  }

  return {
    invalidate(dataset) {
      for (const [id, { datasets }] of Object.entries(getPage().blocks)) {
        if (datasets.includes(dataset)) dirty.add(id);
      }
    },
    async update() {
      await Promise.all([...dirty].map(updateOne));
    },
  };
}

interface Around {
  id: string;
  talk: TalkMeta;
  store: DataStore;
}

/** Compiles a block; null when it cannot or throws, which the browser reports. */
function compileSafely(kind: Compiler, block: LiveBlock, around: Around): HTMLElement | null {
  try {
    return compile(kind, block, around);
  } catch (error) {
    reportError(error);
    return null;
  }
}

function compile(
  kind: Compiler,
  { spec, icons = {} }: LiveBlock,
  { id, talk, store }: Around,
): HTMLElement | null {
  const context: BlockContext = {
    id,
    asOf: store.asOf,
    talk,
    dataset: (name) => store.get(name),
    spanOf: () => NOWHERE,
    report: () => undefined,
    icon: (name) => (Object.hasOwn(icons, name) ? icons[name] : undefined),
  };
  const output = kind.compile(spec as never, context);
  const template = document.createElement('template');
  template.innerHTML = output?.html ?? '';
  return template.content.firstElementChild as HTMLElement | null;
}
