import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../projects/tiny');

test('the engine serves any folder with slides, data and assets', async () => {
  const project = new Project({ root: ROOT, today: () => '2026-01-01' });
  expect(await project.problems()).toEqual([]);
  const talk = (await project.compile('harbour'))?.value;
  expect(talk?.slides.map(({ id }) => id)).toEqual([
    'title',
    'boats',
    'tides',
    'the-quay',
    'thank-you',
  ]);
  expect(talk?.slides[1]?.title).toBe('21 boats at the quay');
  expect(talk?.slides[1]?.text).toContain('17');
  expect(talk?.slides[2]?.steps).toBe(2);
  expect(talk?.meta.css).toBe('assets/harbour.css');
});
