import * as v from 'valibot';
import type { Block, BlockContext } from '../../src/talk/model/block.ts';
import type { Problem } from '../../src/talk/model/problem.ts';
import { META } from '../support/meta.ts';
import type { Example } from './example.ts';

/** Compiles an example's block as the engine does; throws what is wrong with it. */
export function compileExample(id: string, example: Example, block: Block): string {
  const problems: Problem[] = [];
  const span = { file: id, line: 1, column: 1, length: 1 };
  const context: BlockContext = {
    id,
    asOf: '2024-09-18',
    talk: { ...META, title: 'Gallery' },
    // Values name datasets as their author does, without the example's own name.
    dataset: (name) =>
      example.datasets.find((view) => view.name === name || view.name.endsWith(`/${name}`)),
    spanOf: () => span,
    report: (problem) => problems.push(problem),
  };
  const output = block.compile(v.parse(block.schema, example.spec), context);
  if (!output)
    throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return output.html;
}
