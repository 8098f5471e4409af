import { expect, test } from 'vitest';
import { bodyOf, codesOf, compileMarkdown } from '../../../../support/slide.ts';

/** A drawing of ten to the power of `levels` shapes, each level ten times the one before. */
function repeat(levels: number): string {
  const groups = Array.from({ length: levels }, (_, level) => {
    const uses = `<use href="#g${level}"/>`.repeat(10);
    return `<g id="g${level + 1}">${uses}</g>`;
  });
  return `<svg><rect id="g0"/>${groups.join('')}<use xlink:href="#g${levels}"/></svg>`;
}

test('a drawing that repeats itself too often is left out, on the slide and in a file', () => {
  expect(codesOf(`${repeat(3)}\n`)).toEqual([]);
  expect(codesOf(`${repeat(6)}\n`)).toEqual(['heavy-drawing']);
  expect(bodyOf(`<p>a${repeat(40)}b</p>\n`)).toBe('<p>ab</p>');
  const file = (svg: string) => ({ 'assets/a.svg': svg });
  expect(codesOf('![A](/assets/a.svg)\n', file(repeat(3)))).toEqual([]);
  expect(codesOf('![A](/assets/a.svg)\n', file(repeat(6)))).toEqual(['heavy-drawing']);
  expect(bodyOf('![A](/assets/a.svg)\n', file(repeat(6)))).not.toContain('<img');
});

test('the problem of a drawing on a slide stands at its own tag', () => {
  const { problems } = compileMarkdown(`# A\n\n${repeat(3)}\n\nWords\n\n${repeat(6)}\n`);
  expect(problems.map(({ code, span }) => [code, span?.line])).toEqual([['heavy-drawing', 13]]);
  expect(bodyOf(`${repeat(3)}\n`)).not.toContain('rostrum:');
});

test('an id that is on another slide alone is reported where a drawing or a style names it', () => {
  const defs = '# A\n\n<svg><linearGradient id="sun"/><use href="#sun"/></svg>\n\n---\n\n# B\n\n';
  const naming = [
    '<svg><rect fill="url(#sun)"/></svg>',
    '<svg><use xlink:href="#sun"/></svg>',
    '<p style="filter: url(\'#sun\')">x</p>',
    '<style>p { mask: url(#sun) }</style>',
  ];
  for (const markup of naming)
    expect(codesOf(`${defs}${markup}\n`), markup).toEqual(['unknown-reference']);
  expect(codesOf(`${defs}<svg><a href="#a"><text y="9">x</text></a></svg>\n`)).toEqual([]);
});

test('what refers to itself or to another file counts once', () => {
  expect(codesOf('<svg><g id="a"><use href="#a"/><use href="b.svg#a"/></g></svg>\n')).toEqual([
    'missing-picture',
  ]);
});
