import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHART_TYPES } from '../../../../../src/talk/blocks/chart/chart-spec.ts';
import { compileExample } from '../../../../gallery/compile.ts';
import { examples } from '../../../../gallery/registry.ts';
import { ALL_BLOCKS } from '../../../../support/blocks.ts';

const DOCS = readFileSync('docs/blocks.md', 'utf8');
const CHART = DOCS.slice(DOCS.indexOf('\n## chart\n'), DOCS.indexOf('\n## figure\n'));
const SAMPLES = [...CHART.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(
  ([, text = '']) => parse(text) as Record<string, unknown>,
);
const DATASETS = Object.values(examples).flatMap(({ datasets }) => datasets);
const KEYS = [...CHART.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, key = '']) => key),
);
/** Keys whose samples are in other pages or in the sentence about them. */
const IN_WORDS = ['order', 'bins'];

test.each(SAMPLES)('the sample of $type is a chart of a dataset of the gallery', (spec) => {
  const block = ALL_BLOCKS.find(({ name }) => name === 'chart');
  if (!block) throw new Error('There are no charts.');
  const datasets = DATASETS.filter(({ name }) => name === spec['data']).slice(0, 1);
  const html = compileExample('docs/blocks', { title: '', spec, datasets }, block);
  expect(html).toContain('<rostrum-chart');
});

test('every key of a chart that the page names is in a sample, and the types are those there are', () => {
  expect(KEYS).toContain('annotate');
  const shown = new Set(SAMPLES.flatMap((spec) => Object.keys(spec)));
  expect(KEYS.filter((key) => !shown.has(key) && !IN_WORDS.includes(key))).toEqual([]);
  const [, row = ''] = /^\| `type` .*?\| (.*)\|$/m.exec(CHART) ?? [];
  const types = [...row.matchAll(/`(\w+)`/g)].map(([, type = '']) => type);
  expect(types.sort()).toEqual([...CHART_TYPES].sort());
});
