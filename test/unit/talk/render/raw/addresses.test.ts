import { expect, test } from 'vitest';
import { compileMarkdown, codesOf } from '../../../../support/slide.ts';

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
  '<style>p { background: image-set("/assets/a.png" type("image/png") 1x) }</style>',
  `<p style="background: -webkit-image-set('/assets/a.png' 1x)">A</p>`,
  '<img alt="A" srcset="https://example.org/b.png 1x,/assets/a.png 2x">',
  '<video><track src="/assets/a.png"></video>',
  '<input type="image" alt="A" src="/assets/a.png">',
  '<svg><image xlink:href="/assets/a.png"/></svg>',
  '<svg><use href="/assets/a.png#a"/></svg>',
  '<svg><filter id="f"><feImage href="/assets/a.png"/></filter></svg>',
  '<svg><rect mask="url(/assets/a.png#m)"/></svg>',
  '<svg><rect><set attributeName="fill" to="url(/assets/a.png#m)"/></rect></svg>',
  '<img alt="A" data-src="/assets/a.png">',
  '<p data-background-image="/assets/a.png">A</p>',
  '<p data-preview-image="/assets/a.png">A</p>',
  'A <!-- .element: style="background: url(/assets/a.png)" -->',
  '**A**<!-- .element: data-preview-video="/assets/a.png" -->',
];

test.each(NAMING)('a file that raw HTML names is looked up: %s', (markup) => {
  expect(codesOf(`# A\n\n${markup}\n`)).toEqual(['missing-picture']);
  const { talks, problems } = compileMarkdown(`# A\n\n${markup}\n`, {
    'assets/a.png': '',
  });
  expect(problems).toEqual([]);
  expect(talks[0]?.assets.map(({ path }) => path)).toEqual(['assets/a.png']);
});

test('a file that a link in raw HTML leads to goes along', () => {
  const { talks } = compileMarkdown('# A\n\n<a href="/assets/a.csv">A</a>\n', {
    'assets/a.csv': '',
  });
  expect(talks[0]?.assets.map(({ path }) => path)).toEqual(['assets/a.csv']);
});

test('words and switches are no addresses', () => {
  expect(codesOf('<p title="url(a.png)" data-preview-link="true" data-x="a.png">A</p>\n')).toEqual(
    [],
  );
  expect(codesOf('<style>p::before { content: "a.png" }</style>\n')).toEqual([]);
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
