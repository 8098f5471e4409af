import { expect, test } from 'vitest';
import { findFilmPage } from '../../../../src/talk/html/film-page.ts';

test.each([
  ['https://www.youtube.com/watch?v=ab-C_1', 'https://www.youtube.com/embed/ab-C_1'],
  ['//youtube.com/watch?list=x&v=abc&t=4', 'https://www.youtube.com/embed/abc'],
  ['https://youtu.be/abc?t=4', 'https://www.youtube.com/embed/abc'],
  ['https://m.youtube.com/shorts/abc', 'https://www.youtube.com/embed/abc'],
  ['https://vimeo.com/123', 'https://player.vimeo.com/video/123'],
  ['https://www.youtube.com/embed/abc', undefined],
  ['https://www.youtube.com/@channel', undefined],
  ['https://player.vimeo.com/video/123', undefined],
  ['https://vimeo.com/channels', undefined],
])('%s', (address, player) => {
  expect(findFilmPage(address)?.player).toBe(player);
});
