import { expect, test } from 'vitest';
import { isCover, renderCover, writeCover } from '../../../../src/talk/render/cover.ts';
import { META } from '../../../support/meta.ts';

const TALK = {
  ...META,
  subtitle: 'About <it>',
  speaker: 'Ada',
  affiliation: 'Engine',
  email: 'a@b.example',
  event: 'Conf',
};

test('covers are the first and the last slide', () => {
  expect((['cover', 'end', 'section'] as const).map(isCover)).toEqual([true, true, false]);
});

test('shows who, where and when, escaped', () => {
  const html = renderCover(TALK, 'cover');
  expect(html).toContain('<p class="cover-subtitle">About &lt;it&gt;</p>');
  expect(html).toContain('<p class="cover-speaker">Ada, Engine</p>');
  expect(html).toContain('href="mailto:a@b.example"');
  expect(html).toContain('<p class="cover-event">Conf, 18 September 2024</p>');
});

test('the end has no subtitle, and a talk without facts no lines', () => {
  expect(renderCover(TALK, 'end')).not.toContain('cover-subtitle');
  expect(renderCover({ ...META, date: null }, 'cover')).toBe('');
});

test('words of a talk from right to left keep their own direction', () => {
  expect(renderCover({ ...TALK, language: 'he' }, 'cover')).toContain(
    '<bdi>Ada</bdi>, <bdi>Engine</bdi>',
  );
});

test('writes the same as text, a paragraph for each line', () => {
  expect(writeCover(TALK, 'end')).toBe('Ada, Engine\n\na@b.example\n\nConf, 18 September 2024');
});

test('several speakers have a line each where each has an affiliation, and one for all otherwise', () => {
  const talk = { ...TALK, subtitle: null, speaker: 'Ada, Grace', affiliation: 'A, B' };
  const [ada, grace] = [
    { name: 'Ada', affiliation: 'A' },
    { name: 'Grace', affiliation: 'B' },
  ];
  const email = 'a@b.example, c@d.example';
  const each = renderCover({ ...talk, email, speakers: [ada, grace] }, 'cover');
  expect(each).toContain(
    '<p class="cover-speaker">Ada, A</p><p class="cover-speaker">Grace, B</p>',
  );
  expect(each).toContain('<a href="mailto:c@d.example">c@d.example</a>');
  const alone = [ada, grace].map((one) => ({ ...one, affiliation: null }));
  expect(writeCover({ ...talk, affiliation: 'A', speakers: alone }, 'end')).toMatch(
    /^Ada, Grace, A\n\n/,
  );
});
