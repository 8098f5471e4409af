import { expect, test } from 'vitest';
import { linkToCode, toWebAddress } from '../../../../src/talk/code/forge-link.ts';

const TARGET = {
  commit: 'c1',
  before: null,
  revision: 'v6.12',
  path: 'rust/kernel/a b#.rs',
  lines: { first: 3, last: 9 },
};

test.each([
  ['https://github.com/o/r.git', 'https://github.com/o/r'],
  ['git@github.com:o/r.git', 'https://github.com/o/r'],
  ['ssh://git@codeberg.org/o/r.git', 'https://codeberg.org/o/r'],
  ['ssh://git@host.example:2222/o/r.git', 'https://host.example/o/r'],
  ['https://user:token@gitlab.com/o/r.git/', 'https://gitlab.com/o/r'],
  ['git://git.kernel.org/pub/scm/linux.git', 'https://git.kernel.org/pub/scm/linux.git'],
  ['https://git.kernel.org/pub/scm/linux.git/', 'https://git.kernel.org/pub/scm/linux.git'],
  ['/home/ada/linux', null],
  ['../linux', null],
  ['file:///home/ada/linux', null],
  ['ext::sh -c x', null],
  ['C:\\linux', null],
  ['', null],
])('finds the page of %s', (remote, web) => {
  expect(toWebAddress(remote)).toBe(web);
});

test.each([
  ['https://github.com/o/r', 'https://github.com/o/r/blob/c1/FILE#L3-L9', '/compare/c0...c1'],
  ['https://gitlab.com/o/r', 'https://gitlab.com/o/r/-/blob/c1/FILE#L3-9', '/-/compare/c0...c1'],
  [
    'https://codeberg.org/o/r',
    'https://codeberg.org/o/r/src/commit/c1/FILE#L3-L9',
    '/compare/c0...c1',
  ],
  [
    'https://git.kernel.org/l.git',
    'https://git.kernel.org/l.git/tree/FILE?id=c1#n3',
    '/diff/FILE?id=c1&id2=c0',
  ],
  [
    'https://git.sr.ht/~o/r',
    'https://git.sr.ht/~o/r/tree/c1/item/FILE#L3-9',
    '/tree/c1/item/FILE#L3-9',
  ],
  [
    'https://android.googlesource.com/k',
    'https://android.googlesource.com/k/+/c1/FILE#3',
    '/+/c0..c1/FILE',
  ],
])('links to lines on %s, and to a comparison', (web, link, compared) => {
  const file = 'rust/kernel/a%20b%23.rs';
  const forge = { web, link: null };
  expect(linkToCode(forge, TARGET)).toBe(link.replace('FILE', file));
  expect(linkToCode(forge, { ...TARGET, before: 'c0' })).toBe(web + compared.replace('FILE', file));
  expect(linkToCode(forge, { ...TARGET, lines: null })).not.toContain('#');
});

test('links nowhere on a host that it does not know, unless there is a template', () => {
  expect(linkToCode({ web: 'https://code.example/r', link: null }, TARGET)).toBeNull();
  expect(linkToCode({ web: null, link: null }, TARGET)).toBeNull();
  const link = 'https://x.org/{revision}/{path}?c={commit}#L{first}-{last}{other}';
  expect(linkToCode({ web: null, link }, TARGET)).toBe(
    'https://x.org/v6.12/rust/kernel/a%20b%23.rs?c=c1#L3-9{other}',
  );
});
