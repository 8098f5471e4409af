import { expect } from 'vitest';
import { parseDataset } from '../../../../src/talk/data/dataset/dataset.ts';
import type { DatasetRecipe } from '../../../../src/talk/data/dataset/recipe.ts';
import type { ValueContext } from '../../../../src/talk/data/value/value.ts';
import type { Dataset } from '../../../../src/talk/model/dataset.ts';
import type { TalkMeta } from '../../../../src/talk/model/talk.ts';
import { META } from '../../../support/meta.ts';

/** A talk's front matter for tests, complete. */
export const talk: TalkMeta = { ...META, speaker: 'A Speaker', event: 'LPC 2024', duration: 45 };

/** Reads a dataset that is expected to be fine. */
export function readDataset(name: string, content: unknown, recipe?: DatasetRecipe): Dataset {
  const text = JSON.stringify(content);
  const { value, problems } = parseDataset({ path: `data/${name}.json`, text }, name, recipe);
  expect(problems).toEqual([]);
  if (!value) throw new Error('no dataset');
  return value;
}

/** A context in which some datasets exist. */
export function makeContext(asOf: string, datasets: readonly Dataset[]): ValueContext {
  return {
    asOf,
    talk,
    dataset: (name) => datasets.find((dataset) => dataset.name === name),
    datasetNames: datasets.map((dataset) => dataset.name),
  };
}
