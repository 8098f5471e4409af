import { expect, test } from 'vitest';
import { compileMarkdown } from '../../../../support/slide.ts';

const FILES = {
  'assets/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  'data/boats.json': `{ "title": "Boats", "unit": "boats",
    "sources": { "us": { "name": "Us", "url": "https://example.org/" } },
    "rows": [{ "asOf": "2020-01", "count": 20, "source": "us" }] }`,
};

function compile(line: string) {
  const { problems, talks } = compileMarkdown(`# T\n\nb\n\n${line}\n`, FILES);
  return { problems, slide: talks[0]?.slides[0] };
}

test('values in a caption and in alternative text are filled in, with their source', () => {
  const { problems, slide } = compile(
    '![{{ boats.count }} boats](../../assets/a.svg "Of {{ boats.count }} &amp; more")',
  );
  expect(problems).toEqual([]);
  expect(slide?.html).toContain('alt="20 boats"');
  expect(slide?.html).toContain(
    '<span class="caption">Of <rostrum-value data-expr="boats.count">20</rostrum-value> &amp; more</span>',
  );
  expect(slide?.uses).toHaveLength(1);
  expect(slide?.text).toContain('![20 boats](assets/a.svg "Of 20 & more")');
});

test('a tooltip and the title of a QR code have values as well', () => {
  expect(compile('b ![a](../../assets/a.svg "Of {{ boats.count }}")').slide?.html).toContain(
    'title="Of 20"',
  );
  const { html = '' } = compile('![a](qr:https://example.org "Of {{ boats.count }}")').slide ?? {};
  expect(html).toContain('Of <rostrum-value data-expr="boats.count">20</rostrum-value><br>');
});

test('an unknown value is reported in its place, also on a later line', () => {
  const { problems } = compile('![{{ w.y }}](../../assets/a.svg "Of {{ x.y }}")');
  expect(problems.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
    ['unknown-dataset', 11, 6],
    ['unknown-dataset', 11, 40],
  ]);
  const below = compile('![a](../../assets/a.svg\n"Of {{ x.y }}")').problems;
  expect(below.map(({ span }) => [span?.line, span?.column])).toEqual([[12, 8]]);
});

test('braces that never close are reported', () => {
  const { problems, slide } = compile('![a](../../assets/a.svg "Of {{ boats.count")');
  expect(problems.map(({ code }) => code)).toEqual(['unclosed-value']);
  expect(slide?.html).toContain('Of {{ boats.count</span>');
});
