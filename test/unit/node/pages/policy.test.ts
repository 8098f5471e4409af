import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';
import { collectNeeds, mergeNeeds, writePolicy } from '../../../../src/node/pages/policy.ts';

function talkOf(html: string, more: object = {}): Talk {
  return {
    slides: [{ html, notes: '' } as Slide],
    meta: { css: null },
    ...more,
  } as unknown as Talk;
}

const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]),
  );

test('no script runs but those of the page’s origin and those within it, by their hashes', () => {
  const script = 'let a = 1;\r\nlet b = 2;';
  const hash = createHash('sha256').update('let a = 1;\nlet b = 2;').digest('base64');
  const { 'script-src': scripts } = directives(writePolicy({ scripts: [script, script] }));
  expect(scripts).toBe(`'self' 'sha256-${hash}'`);
  for (const needs of [{}, { isOpen: true, hasFrames: true, isDev: true }]) {
    const found = directives(writePolicy(needs));
    expect(found['script-src']).toBe("'self'");
    expect(found['object-src']).toBe("'none'");
    expect(found['base-uri']).toBe("'none'");
  }
});

test('a page loads from other origins only what its slides name', () => {
  const plain = collectNeeds(
    talkOf('<p style="color: red"><a href="https://example.org/">x</a></p>'),
  );
  expect(plain).toMatchObject({ hosts: [], isOpen: false, hasFrames: false, origins: [] });
  const remote = [
    '<img alt="" src="https://example.org/a.png">',
    '<img alt="" src="HTTPS://user@Example.org:443/a.png">',
    '<img srcset="a.png 1x,https://example.org/a.png 2x">',
    '<video poster="https://example.org/a.png"></video>',
    '<div style="background: url(https://example.org/a.png)"></div>',
    '<div style="background: image-set(&quot;https://example.org/a.png&quot; 1x)"></div>',
    '<div style="background: url(&quot;https\\3a //example.org/a.png&quot;)"></div>',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<svg><feImage xlink:href="https://example.org/a.png"/></svg>',
    '<section data-background-image="https://example.org/a.png">',
    '<style>@font-face { src: url(https://example.org/a.woff2) }</style>',
  ];
  for (const html of remote) {
    expect(collectNeeds(talkOf(html)), html).toMatchObject({
      hosts: ['https://example.org'],
      isOpen: false,
    });
  }
  expect(collectNeeds(talkOf('<img src="//a.example:81/b">')).hosts).toEqual([
    'https://a.example:81',
    'http://a.example:81',
  ]);
  const noted = { html: '', notes: '<img src="https://example.org/a.png">' } as Slide;
  const spoken = { ...talkOf(''), slides: [noted] };
  expect(collectNeeds(spoken).hosts).toEqual([]);
  expect(collectNeeds(spoken, true).hosts).toEqual(['https://example.org']);
  expect(
    collectNeeds(talkOf('<p title="https://example.org/">src="//x.example/"</p>')).hosts,
  ).toEqual([]);
  const two = talkOf('<img src="https://b.example/"><img src="https://a.example/">');
  const policy = directives(writePolicy(mergeNeeds([two, two])));
  expect(policy['img-src']).toBe("'self' data: blob: https://a.example https://b.example");
  expect(policy['style-src']).toBe("'self' 'unsafe-inline'");
  const framed = collectNeeds(talkOf('<iframe src="https://example.org/"></iframe>'));
  expect(framed).toMatchObject({ hasFrames: true, hosts: [] });
});

test('a stylesheet of the talk’s own names the origins that it may load from', () => {
  const styleNeeds = {
    sheets: ['https://sheets.example/a.css?family=A', '//both.example/b.css'],
    files: ['https://files.example/a.woff2'],
    isWhole: true,
  };
  const needs = collectNeeds(talkOf('<img src="https://slide.example/a.png">', { styleNeeds }));
  const policy = directives(writePolicy(needs));
  const sheets = 'http://both.example https://both.example https://sheets.example';
  expect(policy['style-src']).toBe(`'self' 'unsafe-inline' ${sheets}`);
  const files =
    'http://both.example https://both.example https://files.example https://sheets.example https://slide.example';
  expect(policy['font-src']).toBe(`'self' data: ${files}`);
  expect(policy['img-src']).toBe(`'self' data: blob: ${files}`);
  expect(policy['script-src']).toBe("'self'");
  const unread = collectNeeds(talkOf('', { styleNeeds: { ...styleNeeds, isWhole: false } }));
  expect(directives(writePolicy(unread))['font-src']).toBe("'self' data: https: http:");
  expect(directives(writePolicy(mergeNeeds([talkOf('', { styleNeeds })])))['style-src']).toBe(
    policy['style-src'],
  );
});

test('a page connects to the origin of the relay by which a room follows', () => {
  const talk = talkOf('');
  const followed = { ...talk, meta: { ...talk.meta, follow: 'https://relay.example.org/live/a' } };
  expect(collectNeeds(followed).origins).toEqual(['https://relay.example.org']);
  expect(collectNeeds(talk).origins).toEqual([]);
});

test('a page connects to the origins of pages in frames, to ask whether they answer', () => {
  const slide = (address: string) =>
    `<iframe src="${address}"></iframe><a class="frame-still" href="${address}">${address}</a>`;
  const framed = collectNeeds(talkOf(slide('https://town.example/a?b&amp;c')));
  expect(framed.origins).toEqual(['https://town.example']);
  expect(collectNeeds(talkOf('<iframe src="/assets/in.html"></iframe>')).origins).toEqual([]);
});

test('a page connects to the origins of its live data', () => {
  const datasets = {
    a: { url: 'https://one.example/data?x' },
    b: { stream: 'wss://two.example/told' },
    c: { url: 'not an address' },
    d: {},
  };
  const { origins } = collectNeeds(talkOf('', { live: { datasets } }));
  expect(origins).toEqual(['https://one.example', 'wss://two.example']);
  expect(directives(writePolicy({ origins }))['connect-src']).toBe(
    "'self' https://one.example wss://two.example",
  );
});
