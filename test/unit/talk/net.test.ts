import * as v from 'valibot';
import { expect, test } from 'vitest';
import { compileTalk } from '../../../src/talk/compile.ts';
import { parseDataset } from '../../../src/talk/data/dataset/dataset.ts';
import { findRecipeFault } from '../../../src/talk/data/dataset/recipe-fault.ts';
import type { Block } from '../../../src/talk/model/block.ts';
import type { TalkProject } from '../../../src/talk/model/project.ts';
import { compileTexts, openProject } from '../../support/fixtures.ts';

const FILE = 'slides/talks/talk.md';
const TEXT = '---\ntitle: T\n---\n\n# A\n\n---\n\n# B\n\n```own\n```\n\n---\n\n# C\n';

function compileWith(compile: () => unknown) {
  const own = { name: 'own', about: '', schema: v.strictObject({}), compile } as unknown as Block;
  return compileTexts({ [FILE]: TEXT }, { blocks: [own] });
}

/** What is wrong with a block that returns a value. */
const faultOf = (value: unknown) => compileWith(() => value).problems.map(({ message }) => message);

test('a block that throws has a problem in its place, and the other slides are shown', () => {
  const { talks, problems } = compileWith(() => {
    throw new TypeError('no\nmore');
  });
  expect(problems.map(({ code, span }) => [code, span?.line])).toEqual([['broken-block', 11]]);
  expect(talks[0]?.slides.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
  expect(talks[0]?.slides[1]?.html).toContain('failed: no.');
});

test('a block that returns no output has a problem that says so', () => {
  const start = 'The code of the block "own" failed: ';
  expect(faultOf(undefined)).toEqual([`${start}it returned undefined.`]);
  expect(faultOf(null)).toEqual([`${start}it returned null and reported nothing.`]);
  expect(faultOf(Promise.resolve())).toEqual([`${start}"html" of what it returned is no text.`]);
  expect(faultOf({ html: '', steps: -1, text: '', uses: [] })[0]).toContain('"steps"');
  expect(faultOf({ html: '', steps: 0, text: '' })[0]).toContain('"uses"');
});

test('what throws on one slide is a problem of that slide, and the log names a file', () => {
  const { project } = openProject({ [FILE]: `${TEXT}\n![a](x.svg)\n` });
  const broken: TalkProject = {
    ...project,
    hasAsset: () => {
      throw new Error('the disk is gone');
    },
    logFault: (error) => `faults/${String(error)}.txt`,
  };
  const file = project.slideFile(FILE);
  if (!file) throw new Error('There is no file');
  const { value, problems } = compileTalk(file, broken, { today: '2025-01-01' });
  expect(value.slides.map(({ title }) => title)).toEqual(['A', 'B', '']);
  const found = problems.find(({ code }) => code === 'internal-error');
  expect(found?.message).toBe('Rostrum failed on this slide: the disk is gone.');
  expect(found?.hint).toContain('The stack trace is in faults/Error: the disk is gone.txt.');
  expect(value.slides[2]?.html).toContain('the disk is gone');
});

test('what throws outside of slides is a problem of the talk, which keeps its title', () => {
  const { project } = openProject({ [FILE]: TEXT });
  const file = project.slideFile(FILE);
  if (!file) throw new Error('There is no file');
  const slides = file.slides.map((slide) => ({ ...slide, anchors: null }) as never);
  const { value, problems } = compileTalk({ ...file, slides }, project, { today: '2025-01-01' });
  expect(problems.map(({ code }) => code)).toEqual(['internal-error']);
  expect(value.meta.title).toBe('T');
  expect(value.slides).toHaveLength(1);
});

test('a recipe whose schema throws is a problem of each row', () => {
  const boom = () => {
    throw new Error('boom');
  };
  const recipe = { schema: v.pipe(v.object({}), v.check(boom)) };
  const text = '{"title": "d", "sources": {}, "rows": [{"a": 1}]}';
  const { problems } = parseDataset({ path: 'data/d.json', text }, 'd', recipe);
  expect(problems.map(({ message }) => message)).toEqual([
    '"rows[0]" cannot be checked: the recipe failed with "boom".',
  ]);
});

const REFRESH = {
  id: 'a',
  source: { name: 'X', url: 'https://x.example/', licence: 'CC0' },
  minInterval: '6h',
  updatePeriod: '7d',
  staleAfter: '2mo',
  ask: {},
  parse: () => ({ rows: [] }),
};

test('a recipe is checked before it is used', () => {
  const schema = v.object({});
  expect(findRecipeFault({ schema })).toBeNull();
  expect(findRecipeFault({ schema, ranges: { a: [0, 1] } })).toBeNull();
  expect(findRecipeFault(undefined)).toContain('no default export');
  expect(findRecipeFault({})).toContain('its "schema" is missing');
  expect(findRecipeFault({ schema: {} })).toContain('no schema of valibot');
  expect(findRecipeFault({ schema, refersh: {} })).toContain('did you mean "refresh"');
  const faults = [
    [{ ranges: { a: 3 } }, 'its "ranges.a" should be Array, and is 3'],
    [{ ranges: { a: [0] } }, 'its "ranges.a[1]" is missing'],
    [{ key: 3 }, 'its "key" should be string, and is 3'],
    [{ refresh: { id: 'a' } }, 'its "refresh.source" is missing'],
    [{ refresh: { ...REFRESH, parse: 3 } }, 'its "refresh.parse" should be Function, and is 3'],
    [{ refresh: { ...REFRESH, needs: 'X' } }, 'its "refresh.needs" should be Array, and is "X"'],
    [
      { refresh: { ...REFRESH, minInterval: '5m' } },
      'its "refresh.minInterval" does not fit: an interval is like',
    ],
    [
      { refresh: { ...REFRESH, source: { ...REFRESH.source, url: 'x' } } },
      'its "refresh.source.url" does not fit: it is no web address',
    ],
    [
      {
        refresh: {
          ...REFRESH,
          ask: { url: 'https://x.example/a.json', format: 'json' },
          source: { name: 'X', url: 'https://x.example/' },
        },
      },
      'its "refresh.source.licence" is missing',
    ],
  ] as const;
  expect(findRecipeFault({ schema, refresh: REFRESH })).toBeNull();
  for (const [part, fault] of faults) {
    expect(findRecipeFault({ schema, ...part })).toContain(fault);
  }
});
