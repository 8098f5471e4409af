import { expect, test } from 'vitest';
import type { DataUse } from '../../../../src/talk/model/dataset.ts';
import { renderSources } from '../../../../src/talk/render/sources.ts';

const use = (name: string, asOf: string | null): DataUse => ({
  dataset: 'd',
  source: { name },
  asOf,
  exact: true,
});
const line = (...uses: DataUse[]): string | undefined =>
  renderSources(uses, 'en')?.markup.replace(/<[^>]+>/g, '');

test('sources of one day share their date, and say to how many of them it belongs', () => {
  const [a, b, c] = [use('A', '2024-09'), use('B, of C', '2024-09'), use('D', '2024-09')];
  expect(line(a)).toBe('Source: A, as of September 2024');
  expect(line(a, b)).toBe('Sources: A; B, of C, both as of September 2024');
  expect(line(a, b, c)).toBe('Sources: A; B, of C; D, all as of September 2024');
});

test('dates keep the order of the slide, and what has none comes last', () => {
  const uses = [use('A', null), use('B', '2024'), use('C', '2024-09-05'), use('D', '2024')];
  expect(line(...uses)).toBe('Sources: B; D, both as of 2024; C, as of 5 September 2024; A');
});

test('a source that is used twice is named once, with its newest date', () => {
  expect(line(use('A', '2023'), use('A', '2024'))).toBe('Source: A, as of 2024');
  expect(line()).toBeUndefined();
});

test('rows of the past are named as such, unless they are all there is', () => {
  const past = (name: string, asOf: string): DataUse => ({ ...use(name, asOf), isEarlier: true });
  expect(line(use('A', '2024'), past('A', '2023'), past('A', '2024'))).toBe(
    'Source: A, as of 2024, compared with 2023',
  );
  expect(line(past('A', '2023'))).toBe('Source: A, as of 2023');
  expect(line(past('A', '2022'), past('A', '2023'))).toBe(
    'Source: A, as of 2023, compared with 2022',
  );
  expect(line(use('A', '2024'), use('B', '2024'), past('B', '2023'))).toBe(
    'Sources: A, as of 2024; B, as of 2024, compared with 2023',
  );
  const earlier = ['2020', '2021', '2022', '2023'].map((asOf) => past('A', asOf));
  expect(line(use('A', '2024'), ...earlier)).toBe(
    'Source: A, as of 2024, compared with 2022, 2023 and 2 earlier',
  );
});

test('a name that fills a line may be broken, others go to the next line whole', () => {
  const linked = (name: string): string | undefined => {
    const source = { name, url: 'https://example.org/' };
    return renderSources([{ dataset: 'd', source, asOf: null, exact: true }], 'en')?.markup;
  };
  expect(linked('short')).toContain('<a href=');
  expect(linked('word '.repeat(20))).toContain('<a class="long" href=');
});

test('pages of one site follow each other and name it once', () => {
  const uses = ['site.example, Sponsors', 'Other, of site', 'site.example, Support'];
  expect(line(...uses.map((name) => use(name, '2024')))).toBe(
    'Sources: site.example, Sponsors; Support; Other, of site, all as of 2024',
  );
  expect(line(use('site.example, A', '2024'), use('site.example, B', '2023'))).toBe(
    'Sources: site.example, A, as of 2024; site.example, B, as of 2023',
  );
});
