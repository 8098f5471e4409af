import { expect, test } from 'vitest';
import { DIALECTS, type Dialect } from '../../../../src/talk/model/import/imported-deck.ts';
import { toDay } from '../../../../src/talk/import/translate/keys/key-dates.ts';
import { importText, reportOf } from '../../../support/import.ts';

test.for([
  ['2024-09-18', '2024-09-18'],
  ['2024/9/8', '2024-09-08'],
  ['2024-09-18T10:00:00Z', '2024-09-18'],
  ['18 September 2024', '2024-09-18'],
  ['September 18th, 2024', '2024-09-18'],
  ['Wednesday, Sep 18, 2024', '2024-09-18'],
  ['2024 March 3', '2024-03-03'],
  ['today', null],
  ['2024-02-31', null],
  ['09/18/2024', '2024-09-18'],
  ['03/04/2024', null],
  ['May 2024', null],
] as const)('%s is the day %s', ([text, day]) => {
  expect(toDay(text)).toBe(day);
});

test('names come singly, in lists and with facts', () => {
  const head = 'author:\n  - Ada Holm\n  - name: Bo *Lind*\n    email: b@example.org\n';
  expect(importText('markdown', `---\n${head}---\n\n# A\n`).text).toContain(
    'speaker: Ada Holm, Bo Lind\n',
  );
});

test('a day that cannot be read is left to the author', () => {
  expect(reportOf(importText('markdown', '---\ndate: "\\\\today"\n---\n\n# A\n'))).toEqual([
    '2:1 manual: date: "\\\\today" -> Write the day as YYYY-MM-DD; ""\\\\today"" is not one.',
  ]);
});

test('an empty text is the same as no key', () => {
  const deck = importText('quarto', '---\ntitle: Quay\nsubtitle: "&nbsp;"\n---\n\n## A\n');
  expect(deck.text).not.toContain('subtitle');
});

const NAMES =
  'theme class layout background title author speaker date size aspectRatio aspectratio transition header footer paginate style headingDivider slide-level format output tags css logo fonts';

test.each(DIALECTS)('maps under keys of one value are reported in a deck of %s', (dialect) => {
  for (const name of NAMES.split(' ')) {
    const deck = importText(dialect, `---\n${name}: { toString: 1 }\n---\n\n# A\n\nText\n`);
    expect(deck.text, name).not.toContain('[object');
    // What a talk has a key for, or no front matter at all, comes along as it is.
    expect([deck.text, ...reportOf(deck)].join('\n'), name).toMatch(
      new RegExp(`${name}:\\s+(?:\\{ )?toString: 1`),
    );
  }
});

test.each<Dialect>(['slidev', 'marp', 'reveal', 'quarto', 'markdown'])(
  'text in the place of front matter is reported in a deck of %s',
  (dialect) => {
    const report = reportOf(importText(dialect, '---\n# Harbours\n---\n\n# A\n'));
    expect(report).toContain(
      '2:1 manual: # Harbours -> It is in the place of front matter, and has no keys.',
    );
  },
);

test('the word of YAML for no number is a word as any other', () => {
  const deck = importText('quarto', '---\ntitle: .nan\nauthor: .NaN\n---\n\n## A\n');
  expect(deck.text).toContain('title: ".nan"\nspeaker: ".NaN"\n');
  expect(importText('quarto', '---\ntitle: 1984\n---\n\n## A\n').text).toContain('title: "1984"');
});
