import { unknown } from 'valibot';
import type { Block } from '../../../talk/model/block.ts';
import type { Problem } from '../../../talk/model/problem.ts';
import { unusableBlock } from '../../../talk/problems/problems.ts';

/** Returns a block in the place of one that cannot be used, so that its fences report that and are no code of an unknown language. */
export function standIn(name: string, why: Problem): Block {
  return {
    name,
    about: why.message,
    schema: unknown(),
    compile(_, { report, spanOf }) {
      report(unusableBlock(name, why, spanOf([])));
      return null;
    },
  };
}
