import { expect, test } from 'vitest';
import { needsBrowser, parseExportOptions } from '../../../../src/node/export/export-options.ts';

test('is a light PDF of all slides where nothing is said', () => {
  expect(parseExportOptions({})).toEqual({
    format: 'pdf',
    range: null,
    steps: false,
    dark: undefined,
    scale: 1,
    contactSheet: false,
    paper: 'a4',
    perPage: null,
    notes: false,
    sources: false,
    keepGoing: false,
  });
});

test('takes the format from the ending of the file', () => {
  expect(parseExportOptions({ output: 'talk.pptx' }).format).toBe('pptx');
  expect(parseExportOptions({ output: 'out/talk.HTML' }).format).toBe('html');
  expect(parseExportOptions({ output: 'notes.txt' }).format).toBe('notes');
  expect(parseExportOptions({ output: 'folder' }).format).toBe('pdf');
  expect(parseExportOptions({ output: 'talk.md', format: 'notes' }).format).toBe('notes');
  expect(parseExportOptions({ single: true }).format).toBe('html');
});

test('keeps notes from the public, and gives readers the sources', () => {
  const having = (name: 'notes' | 'sources', format: string): boolean =>
    parseExportOptions({ format })[name];
  const formats = ['pdf', 'png', 'html', 'md', 'json', 'handout', 'notes', 'pptx'];
  expect(formats.filter((format) => having('notes', format))).toEqual(['handout', 'notes', 'pptx']);
  expect(formats.filter((format) => having('sources', format))).toEqual(['html', 'handout']);
  expect(parseExportOptions({ format: 'handout', notes: false }).notes).toBe(false);
});

test('refuses what means nothing to the format', () => {
  expect(() => parseExportOptions({ format: 'md', steps: true })).toThrow(
    '--steps means nothing to the format "md".',
  );
  expect(() => parseExportOptions({ paper: 'letter' })).toThrow(
    '--paper means nothing to the format "pdf".',
  );
});

test('refuses what it does not know', () => {
  expect(() => parseExportOptions({ format: 'pdff' })).toThrow('"pdff" is no format');
  expect(() => parseExportOptions({ format: 'png', scale: '0' })).toThrow('"0" is not a scale.');
  expect(() => parseExportOptions({ format: 'handout', 'per-page': '3' })).toThrow(
    'cannot hold 3 slides',
  );
  expect(() => parseExportOptions({ format: 'handout', paper: 'a5' })).toThrow('"a5" is no paper');
});

test('starts no browser for text', () => {
  expect(
    ['md', 'json', 'notes', 'html'].some((format) =>
      needsBrowser(parseExportOptions({ format }).format),
    ),
  ).toBe(false);
  expect(needsBrowser('pdf')).toBe(true);
});
