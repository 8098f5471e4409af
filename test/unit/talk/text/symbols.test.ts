import { expect, test } from 'vitest';
import { readArrival } from '../../../../src/talk/data/update/arrive.ts';
import { parseDataset } from '../../../../src/talk/data/dataset/dataset.ts';
import {
  showControls,
  showControlsIn,
  showDirections,
  showForTerminal,
  showOnLine,
} from '../../../../src/talk/text/symbols.ts';
import { compileTexts } from '../../../support/fixtures.ts';

const FILE = 'slides/talks/talk.md';
/** Every control character but tab and line end. */
const CONTROLS = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code))
  .filter((character) => /\p{Cc}/u.test(character) && !'\t\n'.includes(character))
  .join('');

test('shows each control character as one symbol, and keeps tabs and line ends', () => {
  expect(showControls('a\u0000b\u001b[31m\u007f\u009b')).toBe('a␀b␛[31m␡\ufffd');
  expect(showControls('a\tb\nc é 😀 \u202e')).toBe('a\tb\nc é 😀 \u202e');
  expect(showControls('\ud800a')).toBe('\ufffda');
  expect(showControls(CONTROLS)).not.toMatch(/\p{Cc}/u);
  expect(showControls(CONTROLS)).toHaveLength(CONTROLS.length);
});

test('shows what turns text around by its code, and in terminals not at all', () => {
  expect(showDirections('a\u202eb\u2066')).toBe('a[U+202E]b[U+2066]');
  expect(showForTerminal('a\u202eb\u0007')).toBe('a\ufffdb␇');
  expect(showOnLine('a\nb\tc\u2028')).toBe('a␊b␉c\ufffd');
});

test('goes through lists, objects and keys', () => {
  expect(showControlsIn({ 'a\u0000': ['b\u0001', { c: 'd\r\ne' }, 7, null] })).toEqual({
    'a␀': ['b␁', { c: 'd\ne' }, 7, null],
  });
});

test('no control character of data, front matter or slides reaches a page', () => {
  const row = { asOf: '2024', who: `A${CONTROLS}B \u00007\u0000`, source: 's' };
  const data = { title: CONTROLS, sources: { s: { name: CONTROLS } }, rows: [row] };
  const text = `---\ntitle: "A\\0B\\e[31m"\n---\n\n# Hello {{ d.who }}\n\n\`\`\`table\ndata: d\n\`\`\`\n\nBody \u0001\n\n\`\`\`js\n"\u202e"\n\`\`\`\n`;
  const { talks } = compileTexts({ [FILE]: text, 'data/d.json': JSON.stringify(data) });
  const [slide] = talks[0]?.slides ?? [];
  expect(JSON.stringify(talks)).not.toMatch(/\\u00[0189]/);
  expect(slide?.html).toContain('␀7␀');
  expect(slide?.html).toContain('Body ␁');
  expect(slide?.html).toContain('[U+202E]');
  expect(talks[0]?.meta.title).toBe('A␀B␛[31m');
});

test('rows that arrive while a talk is shown are cleaned as well', () => {
  const gate = { kind: 'series', sources: {}, row: { kind: 'any' }, ranges: {} } as never;
  const arrival = readArrival([{ asOf: '2024', who: 'a\u001b[2J' }], gate);
  expect(arrival).toMatchObject({ rows: [{ who: 'a␛[2J' }] });
});

test('keys of data with control characters keep their places', () => {
  const text = '{"title": "d", "sources": {}, "rows": [{"a\\u0000": 1, "asOf": "x\\u0007"}]}';
  const { problems } = parseDataset({ path: 'data/d.json', text }, 'd');
  expect(problems.map(({ code, message, span }) => [code, message, span?.column])).toEqual([
    ['control-character', 'The control character U+0000 is shown as the symbol "\u2400".', 43],
    ['bad-date', '"x␇" is not a date.', 63],
  ]);
});

test('a lost character is placed where it is, byte order mark or not', () => {
  for (const mark of ['', '\ufeff']) {
    const { problems } = compileTexts({ [FILE]: `${mark}# a\u0000b\r\n` });
    expect(problems.map(({ code, span }) => [code, span?.line, span?.column])).toEqual([
      ['lost-character', 1, 4],
    ]);
  }
});
