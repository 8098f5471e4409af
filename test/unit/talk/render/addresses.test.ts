import { expect, test } from 'vitest';
import { compileMarkdown, codesOf } from '../../../support/slide.ts';

/** Raw HTML that names a file of the project, each in a way of its own. */
const NAMING = [
  `<div style="background: url('/assets/a.png')"></div>`,
  '<div style="background: url( /assets/a.png ) no-repeat"></div>',
  '<svg><rect fill="url(/assets/a.png)"/></svg>',
  '<img alt="A" srcset="/assets/a.png 1x">',
  '<picture><source srcset="/assets/a.png"></picture>',
  '<video poster="/assets/a.png"></video>',
  '<svg><image href="/assets/a.png"/></svg>',
  '<table><tr><td background="/assets/a.png">A</td></tr></table>',
  '<style>p { background: url("/assets/a.png") }</style>',
  '<style>@font-face { font-family: X; src: url(/assets/a.png) }</style>',
];

test.each(NAMING)('a file that raw HTML names is looked up: %s', (markup) => {
  expect(codesOf(`# A\n\n${markup}\n`)).toEqual(['missing-picture']);
  const { talks, problems } = compileMarkdown(`# A\n\n${markup}\n`, {
    'assets/a.png': '',
  });
  expect(problems).toEqual([]);
  expect(talks[0]?.assets.map(({ path }) => path)).toEqual(['assets/a.png']);
});

test('addresses that leave the project or lead into the page are no files', () => {
  expect(
    codesOf(
      `<div style="background: url(https://example.org/a.png), url('data:image/png;base64,AA==')"></div>\n`,
    ),
  ).toEqual([]);
  expect(codesOf('<svg><g id="a"/><rect fill="url(#a)"/></svg>\n')).toEqual([]);
});

test('a message shows the beginning of a long address', () => {
  const markup = `<div style="background: url('/${'a'.repeat(100_000)}')"></div>`;
  const [problem] = compileMarkdown(`# A\n\n${markup}\n`).problems;
  expect(problem?.message.length).toBeLessThan(300);
});
