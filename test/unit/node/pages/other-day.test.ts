import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { answerOtherDay, compileForAddress } from '../../../../src/node/pages/other-day.ts';
import { makeProject, SMALL_PROJECT } from '../../../support/project.ts';

function open() {
  const { root } = makeProject(SMALL_PROJECT);
  const project = new Project({ root, today: () => '2026-06-01' });
  const ask = (address: string) =>
    answerOtherDay(new URL(address, 'http://localhost'), project, (file) => file);
  return { project, ask };
}

test('a page gets the slides that differ on another day, and the talk’s own day', async () => {
  const answer = await open().ask('/@rostrum/day/first?to=2024-06-01&from=');
  expect(answer?.own).toBe('2026-01-01');
  expect(answer?.update?.asOf).toBe('2024-06-01');
  expect(Object.keys(answer?.update?.sections ?? {})).toEqual(['shared']);
  expect(answer?.update?.sections['shared']?.html).toContain('10</rostrum-value> users');
});

test('the way back is the same, and nothing is sent where nothing differs', async () => {
  const { ask } = open();
  const back = await ask('/@rostrum/day/first?to=&from=2024-06-01');
  expect(back?.update?.sections['shared']?.html).toContain('20</rostrum-value> users');
  expect((await ask('/@rostrum/day/first?to=2026-01-01&from='))?.update).toBeNull();
});

test('a page that may be out of date gets all slides', async () => {
  const answer = await open().ask('/@rostrum/day/first?to=2024-06-01');
  expect(Object.keys(answer?.update?.sections ?? {})).toEqual(['opening', 'picture', 'shared']);
});

test('a day before all rows shows the problem in its place', async () => {
  const answer = await open().ask('/@rostrum/day/first?to=2020-01-01&from=');
  expect(answer?.update?.sections['shared']?.html).toContain('its earliest is of 2024-01');
});

test('a page’s address can name the day, and what is no day means the talk’s own', async () => {
  const { project, ask } = open();
  const compile = async (query: string) =>
    (await compileForAddress('first', new URL(`http://localhost/first/${query}`), project))?.asOf;
  expect(await compile('?as-of=2024-06-01')).toBe('2024-06-01');
  expect(await compile('?as-of=soon')).toBe('2026-01-01');
  expect(await compile('')).toBe('2026-01-01');
  expect(await ask('/first/')).toBeNull();
  expect(await ask('/@rostrum/day/none?to=')).toBeNull();
});
