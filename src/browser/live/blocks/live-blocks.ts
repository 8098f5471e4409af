import type { PageLive } from '../../../talk/model/live-shape.ts';
import { dataOf } from '../../page/data.ts';
import { isInSight } from '../../elements/sight.ts';
import { setSteps } from '../../elements/step-marks.ts';
import { compileBlock, findLoader, parseOutput } from './compile-block.ts';
import type { LiveReport } from '../loss-report.ts';
import { patchElement } from './patch-html.ts';

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
    const data = dataOf(element);
    // Few blocks have values in their texts.
    const texts = block.texts && (await import('./live-texts.ts'));
    const filled = texts ? texts.fillLive(block, data) : block;
    const output = filled && compileBlock(kind, filled, { id, talk, data });
    const next = output && parseOutput(output);
    // A block that cannot show the new rows keeps the last ones.
    if (!next) return report.drop(block.datasets[0] ?? id, `a ${block.name} cannot show it`, 1);
    if (texts?.takeDrawing(element, next)) return;
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
