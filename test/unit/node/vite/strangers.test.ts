import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { Project } from '../../../../src/node/project/project.ts';
import { renderIndexPage } from '../../../../src/node/pages/index/index-page.ts';
import { renderMissingPage } from '../../../../src/node/pages/missing-page.ts';
import { renderTalkPage } from '../../../../src/node/pages/talk-page.ts';
import { makeProject } from '../../../support/project.ts';

type Node = DefaultTreeAdapterTypes.Node;

const links = { icon: 'i.svg', styles: ['s.css'], scripts: ['m.js'], preloads: [] };
const toUrl = (path: string): string => `/x/${path}`;

/** Ways to become markup: ends of texts, attributes, comments, scripts and styles, in letters of all kinds. */
const VECTORS = [
  '<intruder>',
  '"><intruder>',
  "'><intruder>",
  '" onintruder="1',
  "' onintruder='1",
  '` onintruder=`1',
  'x onintruder=1 ',
  '</title><intruder>',
  '</script><intruder>',
  '</SCRIPT\t><intruder>',
  '</style><intruder>',
  '</textarea><intruder>',
  '</noscript><intruder>',
  '</template><intruder>',
  '--><intruder>',
  '--!><intruder>',
  '<!--><intruder>',
  '<!--<script><intruder>',
  ']]><intruder>',
  '<![CDATA[<intruder>]]>',
  '<svg><intruder>',
  '<math><intruder>',
  '<intruder/onintruder=1//',
  '<\u0000intruder>',
  '<intruder\u2028>',
  '\ufeff<intruder>',
  '&lt;intruder&gt;',
  '&#60;intruder&#62;',
  '\\u003cintruder\\u003e',
  '{{ "<intruder>" }}',
  '$&<intruder>$`',
  '\u202e<intruder>',
];

function filesOf(vector: string): Record<string, string> {
  const text = JSON.stringify(vector);
  const keys = 'title subtitle speaker email affiliation event place description'.split(' ');
  const head = keys.map((key) => `${key}: ${text}`).join('\n');
  const blocks = 'table names logos maintainers commits schedule chart figure timeline'.split(' ');
  const fences = blocks.map(
    (name) =>
      `# ${name}\n\n\`\`\`${name}\ndata: strange\n${name === 'timeline' ? 'cadence: 9w\n' : ''}\`\`\``,
  );
  const slides = [...fences, '# {{ strange.name }} {{ talk.title }}\n\nNote: {{ strange.name }}'];
  const row = { asOf: '2024', name: vector, version: vector, count: 1, [vector]: vector };
  const sources = { s: { name: vector, licence: vector } };
  const data = { title: vector, unit: vector, key: 'name', sources, rows: [row] };
  return {
    'slides/talks/first.md': `---\n${head}\n---\n\n${slides.join('\n\n---\n\n')}\n`,
    'data/strange.json': JSON.stringify(data),
    'data/broken.json': JSON.stringify({ ...data, [vector]: 1 }),
  };
}

/** The elements and attributes that a page has of an intruder, in templates as well. */
function findIntruders(page: string): string[] {
  const found: string[] = [];
  const stack: Node[] = [parse(page)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('content' in node) stack.push(node.content);
    if ('childNodes' in node) stack.push(...node.childNodes);
    if (!('attrs' in node)) continue;
    const names = [node.tagName, ...node.attrs.map(({ name }) => name)];
    found.push(...names.filter((name) => name.includes('intruder')));
  }
  return found;
}

test('the guard of this test sees what it has to', () => {
  expect(findIntruders('<p><intruder></p><b onintruder="1"><template><intruder>')).toHaveLength(3);
});

test.each(VECTORS)(
  'no text of data or front matter becomes markup on a page: %j',
  async (vector) => {
    const project = new Project({
      root: makeProject(filesOf(vector)).root,
      today: () => '2025-01-01',
    });
    const talk = (await project.compile('first'))?.value;
    if (!talk) throw new Error('No talk.');
    const today = project.today();
    const lists = { talks: [talk], datasets: await project.datasets() };
    const pages = [
      renderTalkPage(talk, { links, hasNotes: true, toUrl }),
      renderIndexPage({ ...lists, links, toUrl, today }),
      renderMissingPage(`/${vector}/`, [vector], links),
    ];
    expect(pages.flatMap(findIntruders)).toEqual([]);
    expect(pages[0]).toContain('intruder');
  },
);
