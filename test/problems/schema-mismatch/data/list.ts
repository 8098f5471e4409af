import * as v from 'valibot';
import { defineDataset } from '../../../../src/talk/data/dataset/recipe.ts';

export default defineDataset({
  schema: v.object({ asOf: v.string(), subscribers: v.number() }),
  ranges: { subscribers: [500, 10_000] },
});
