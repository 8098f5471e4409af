import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { compileTexts, readTexts } from '../../support/fixtures.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const PLUGIN = path.join(ROOT, 'bin/prettier.mjs');
/** Each file is formatted, which takes a while on a busy machine. */
const LONG_MS = 180_000;
const tidy = (text: string): Promise<string> =>
  format(text, { parser: 'rostrum-slides', plugins: [PLUGIN] });

function listSlides(): string[] {
  const folders = [
    'slides',
    'examples',
    'template/slides',
    'test/talks',
    'test/problems',
    'test/cases',
  ];
  return folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) =>
          /(?:^|[\\/])slides[\\/]|^(?:talks|library)[\\/]/.test(`${folder}/${file}`) &&
          file.endsWith('.md'),
      )
      .map((file) => path.join(folder, file)),
  );
}

test('text is formatted, and what belongs to slides stays as it is written', async () => {
  const text = [
    '---',
    'title:   A talk',
    '---',
    '',
    '# One',
    '* a',
    '* b {{ list.some_thing | ago 1y }}',
    '',
    '',
    '',
    'Some *words* ![A code](<qr:{{ talk.link }}>)',
    '',
    '***',
    '---',
    'layout:   center',
    '---',
    '',
    '```chart',
    'data:   list',
    '',
    '',
    'type: line',
    '```',
    '::: columns',
    '|a|b|',
    '|-|-|',
    '|1|{{ list.x }}|',
    ':::',
    '<!-- Note   this -->',
    '',
  ].join('\n');
  expect(await tidy(text)).toBe(
    [
      '---',
      'title:   A talk',
      '---',
      '',
      '# One',
      '',
      '- a',
      '- b {{ list.some_thing | ago 1y }}',
      '',
      'Some _words_ ![A code](<qr:{{ talk.link }}>)',
      '',
      '***',
      '---',
      'layout:   center',
      '---',
      '',
      '```chart',
      'data:   list',
      '',
      '',
      'type: line',
      '```',
      '::: columns',
      '| a   | b            |',
      '| --- | ------------ |',
      '| 1   | {{ list.x }} |',
      ':::',
      '<!-- Note   this -->',
      '',
    ].join('\n'),
  );
});

test(
  'every slide file of the tests and examples is formatted once, and stays so',
  { timeout: LONG_MS },
  async () => {
    const files = listSlides();
    expect(files.length).toBeGreaterThan(150);
    const unstable: string[] = [];
    for (const file of files) {
      const once = await tidy(readFileSync(path.join(ROOT, file), 'utf8'));
      if ((await tidy(once)) !== once) unstable.push(file);
    }
    expect(unstable).toEqual([]);
  },
);

test('slides show the same after they were formatted', { timeout: LONG_MS }, async () => {
  const cases = ['problems', 'cases'].flatMap((name) =>
    readdirSync(path.join(ROOT, 'test', name)).map((one) => `test/${name}/${one}`),
  );
  const changed: string[] = [];
  for (const folder of ['.', 'examples/features', 'test/talks/dialect', ...cases]) {
    const texts = Object.fromEntries(
      ['slides', 'data', 'assets'].flatMap((name) => readFolder(path.join(ROOT, folder), name)),
    );
    const formatted = { ...texts };
    for (const [file, text] of Object.entries(texts)) {
      if (file.endsWith('.md')) formatted[file] = await tidy(text);
    }
    const isSame = JSON.stringify(formatted) === JSON.stringify(texts);
    if (!isSame && JSON.stringify(showAll(formatted)) !== JSON.stringify(showAll(texts)))
      changed.push(folder);
  }
  // What is nested deeper than the limit is shown as it is written.
  expect(changed).toEqual(['test/problems/nested-too-deep']);
});

function readFolder(root: string, name: string): [file: string, text: string][] {
  try {
    const texts = readTexts(path.join(root, name));
    return Object.entries(texts).map(([file, text]) => [`${name}/${file}`, text]);
  } catch {
    return [];
  }
}

/** Returns what the slides of talks show, without the white space between elements. */
function showAll(texts: Record<string, string>): string[] {
  return compileTexts(texts).talks.flatMap(({ slides }) =>
    slides.map(({ id, html, notes }) =>
      `${id} ${html} ${JSON.stringify(notes)}`.replace(/\s+/g, ' '),
    ),
  );
}
