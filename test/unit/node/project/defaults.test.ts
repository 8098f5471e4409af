import { expect, test } from 'vitest';
import { readDefaults, readEvents } from '../../../../src/node/project/defaults.ts';
import type { OptionFault } from '../../../../src/node/project/option-place.ts';
import { Project } from '../../../../src/node/project/project.ts';
import { makeProject } from '../../../support/project.ts';

const FILES = {
  'slides/talks/own.md':
    '---\ntitle: Own\nspeaker: Grace\ntheme: rostrum\n---\n\n# {{ talk.speaker }}\n',
  'slides/talks/bare.md': '---\ntitle: Bare\nspeaker:\n---\n\n# {{ talk.speaker }}\n',
  'assets/own.css': ':root {}\n',
};

test('what a project says of all talks holds where a talk says nothing', async () => {
  const { root } = makeProject(FILES);
  const defaults = { speaker: 'Ada', theme: 'paper', css: '/assets/own.css', language: 'de' };
  const project = new Project({ root, engine: null, defaults });
  const [bare, own] = await project.talks();
  expect(await project.problems()).toEqual([]);
  expect(bare?.meta).toMatchObject({
    speaker: 'Ada',
    theme: 'paper',
    css: 'assets/own.css',
    language: 'de',
  });
  expect(own?.meta).toMatchObject({ speaker: 'Grace', theme: 'rostrum', language: 'de' });
  expect(bare?.slides[0]?.title).toBe('Ada');
});

test('a broker for all talks needs the package, and is left out without it', () => {
  const follow = 'wss://broker.example.org/mqtt#talks/{talk}';
  const faults: OptionFault[] = [];
  expect(readDefaults({ follow }, { root: '.', faults, find: () => 'node_modules/mqtt' })).toEqual({
    follow,
  });
  expect(faults).toEqual([]);
  expect(readDefaults({ follow }, { root: '.', faults, find: () => undefined })).toEqual({});
  const problem = faults[0]?.toProblem({ file: 'vite.config.ts', line: 1, column: 1, length: 1 });
  expect(problem?.message).toContain('npm install mqtt');
});

test('a talk that was kept is compiled again when the defaults change', async () => {
  const { root } = makeProject(FILES);
  const speakerOf = async (speaker: string): Promise<string | null | undefined> => {
    const project = new Project({ root, engine: 'test', defaults: { speaker } });
    return (await project.compile('bare'))?.value.meta.speaker;
  };
  expect(await speakerOf('Ada')).toBe('Ada');
  expect(await speakerOf('Grace')).toBe('Grace');
});

test('a talk of an event has the look of its kit', async () => {
  const talk = '---\ntitle: T\nevent: lpc\n---\n\n# {{ talk.event }}, {{ talk.place }}\n';
  const { root } = makeProject({ 'slides/talks/t.md': talk, 'assets/own.css': ':root {}\n' });
  const faults: OptionFault[] = [];
  const kit = { event: 'LPC 2026', place: 'Prague', theme: 'lecture', css: 'assets/own.css' };
  const defaults = { theme: 'paper', ...readEvents({ lpc: kit }, { root, faults }) };
  expect(faults).toEqual([]);
  const project = new Project({ root, engine: null, defaults });
  const [only] = await project.talks();
  expect(await project.problems()).toEqual([]);
  expect(only?.meta).toMatchObject({ theme: 'lecture', css: 'assets/own.css' });
  expect(only?.slides[0]?.title).toBe('LPC 2026, Prague');
});

test('keys of an event that cannot be used are reported where they are', () => {
  const faults: OptionFault[] = [];
  const events = { a: { theme: 'dark', titel: 'x' }, b: 3 };
  expect(readEvents(events, { root: '.', faults })).toEqual({ events: { a: {}, b: {} } });
  expect(readEvents([], { root: '.', faults })).toEqual({});
  const span = { file: 'vite.config.ts', line: 1, column: 1, length: 1 };
  expect(faults.map(({ path, toProblem }) => [path.join('.'), toProblem(span).code])).toEqual([
    ['events.a.theme', 'bad-option'],
    ['events.a.titel', 'unknown-option'],
    ['events.b', 'bad-option'],
    ['events', 'bad-option'],
  ]);
});

test('the kit of an event names the picture of its covers by its path in the project', () => {
  const { root } = makeProject({ 'assets/sea.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  const faults: OptionFault[] = [];
  const events = { quay: { cover: 'assets/sea.svg', link: 'https://a.example/{talk}/' } };
  expect(readEvents(events, { root, faults }).events?.['quay']).toEqual({
    cover: '/assets/sea.svg',
    link: 'https://a.example/{talk}/',
  });
  expect(faults).toEqual([]);
  expect(readEvents({ quay: { cover: 'assets/see.svg' } }, { root, faults }).events).toEqual({
    quay: {},
  });
  expect(faults).toHaveLength(1);
});
