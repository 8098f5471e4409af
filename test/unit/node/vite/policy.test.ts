import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Slide, Talk } from '../../../../src/talk/model/talk.ts';
import { findNeeds, mergeNeeds, writePolicy } from '../../../../src/node/vite/policy.ts';

function talkOf(html: string, more: object = {}): Talk {
  return { slides: [{ html } as Slide], meta: { css: null }, ...more } as unknown as Talk;
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

test('a page loads from other origins only what its slides need', () => {
  const plain = findNeeds(talkOf('<p style="color: red"><a href="https://example.org/">x</a></p>'));
  expect(plain).toMatchObject({ isOpen: false, hasFrames: false, origins: [] });
  const remote = [
    '<img alt="" src="https://example.org/a.png">',
    '<img srcset="//example.org/a.png 2x">',
    '<div style="background: url(https://example.org/a.png)"></div>',
    '<svg><image href="http://example.org/a.png"/></svg>',
    '<section data-background-image="https://example.org/a.png">',
    '<style>@import "//example.org/a.css";</style>',
  ];
  for (const html of remote) expect(findNeeds(talkOf(html)).isOpen, html).toBe(true);
  expect(findNeeds(talkOf('', { meta: { css: 'slides/own.css' } })).isOpen).toBe(true);
  expect(mergeNeeds([talkOf(''), talkOf(remote[0] ?? '')]).isOpen).toBe(true);
  expect(findNeeds(talkOf('<iframe src="https://example.org/"></iframe>')).hasFrames).toBe(true);
});

test('a page connects to the origins of its live data', () => {
  const datasets = {
    a: { url: 'https://one.example/data?x' },
    b: { stream: 'wss://two.example/told' },
    c: { url: 'not an address' },
    d: {},
  };
  const { origins } = findNeeds(talkOf('', { live: { datasets } }));
  expect(origins).toEqual(['https://one.example', 'wss://two.example']);
  expect(directives(writePolicy({ origins }))['connect-src']).toBe(
    "'self' https://one.example wss://two.example",
  );
});
