import * as v from 'valibot';
import { openView } from '../../src/talk/data/periods/open-view.ts';
import type { DatasetView } from '../../src/talk/model/dataset.ts';
import { planPart } from '../../src/talk/render/elements/block/block-part.ts';
import type { Block, BlockContext } from '../../src/talk/model/block.ts';
import type { Problem } from '../../src/talk/model/problem.ts';
import { META } from '../support/meta.ts';
import type { Example } from './example.ts';

/** Compiles an example's block as the engine does, with the parts of datasets that it shows; throws what is wrong with it. */
export function compileExample(
  id: string,
  example: Example,
  block: Block,
  onPart: (view: DatasetView) => void = () => {},
): string {
  const problems: Problem[] = [];
  const span = { file: id, line: 1, column: 1, length: 1 };
  const asOf = '2024-09-18';
  // Values name datasets as their author does, without the example's own name.
  const find = (name: string): DatasetView | undefined =>
    example.datasets.find((view) => view.name === name || view.name.endsWith(`/${name}`));
  const context: BlockContext = {
    id,
    asOf,
    talk: { ...META, title: 'Gallery' },
    dataset(name) {
      const result = openView(name, { asOf }, (root) => {
        const view = find(root);
        return view && { ok: true, view };
      });
      if (result?.ok && result.view.part) onPart(result.view);
      return result?.ok ? result.view : undefined;
    },
    spanOf: () => span,
    report: (problem) => problems.push(problem),
  };
  const written = v.parse(block.schema, example.spec);
  const { data } = Object(written) as { data?: string };
  const spec = planPart(written, block, { ...context, view: () => find(data ?? '') });
  const output = spec === null ? null : block.compile(spec, context);
  if (!output)
    throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return output.html;
}
