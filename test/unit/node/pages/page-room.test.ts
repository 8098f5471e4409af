import { expect, test } from 'vitest';
import { renderRoomScript, toPageRoom } from '../../../../src/node/pages/page-data/page-room.ts';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';
import { META } from '../../../support/meta.ts';

const URL = 'https://relay.example.org/live/a';

function talkOf(slides: Partial<Slide>[], follow: string | null = URL): Talk {
  return { meta: { ...META, follow }, slides } as unknown as Talk;
}

test('a talk has the same state where its slides are equal, and another where one differs', () => {
  const slide = { id: 'a', steps: 0, html: '<p>', notes: 'x' };
  const build = (change: Partial<Slide>): string | undefined =>
    toPageRoom(talkOf([{ ...slide, ...change }]))?.build;
  expect(build({})).toMatch(/^[\da-f]{16}$/);
  expect(build({ notes: 'y' })).toBe(build({}));
  for (const change of [{ id: 'b' }, { steps: 1 }, { html: '<b>' }]) {
    expect(build(change)).not.toBe(build({}));
  }
});

test('a talk that names no relay has none', () => {
  expect(toPageRoom(talkOf([], null))).toBeNull();
});

test('only a page of a talk with a broker names the script of its client', () => {
  const project = { root: '.', isSafe: true };
  const render = (follow: string | null): string | undefined =>
    renderRoomScript(talkOf([], follow), project, (file) => file)?.markup;
  expect(render('wss://broker.example.org/mqtt#talks/a')).toMatch(/mqtt\.min\.js">\n$/);
  expect(render(URL)).toBeUndefined();
  expect(render(null)).toBeUndefined();
});
