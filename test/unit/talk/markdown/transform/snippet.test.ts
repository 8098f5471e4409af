import { expect, test } from 'vitest';
import { parseLibrary, parseSlide, printSpan, problemsOf, tokensOf, typesOf } from '../parse.ts';

test('reads a line of its own, between other lines too, with its place', () => {
  const slide = parseSlide('# A\n\nwords\n<<< ./a.rs#L2-3 rust {2|3} {title="T"}\nmore\n');
  expect(typesOf(slide)).toEqual(['heading', 'paragraph', 'snippet', 'paragraph']);
  const [snippet] = tokensOf(slide, 'snippet');
  expect(snippet).toMatchObject({ language: 'rust', title: 'T', steps: { text: '2|3' } });
  expect(printSpan(snippet?.placeSpan)).toBe('4:5+11');
  expect(printSpan(snippet?.steps?.span)).toBe('4:22+5');
});

test('reads it in lists, quotes and columns', () => {
  const text = '- a\n\n  <<< ./a.rs\n\n::: columns\n::: column\n<<< ./b.rs\n:::\n:::\n';
  const places = tokensOf(parseSlide(text), 'snippet').map(({ placeSpan }) => printSpan(placeSpan));
  expect(places).toEqual(['3:7+6', '7:5+6']);
});

test('is code in a fence, words in a paragraph, and no mark of a merge', () => {
  for (const text of ['```\n<<< ./a.rs\n```', 'a <<< ./a.rs', '<<<<<<< ours', '<<<', '<<<a']) {
    expect(tokensOf(parseSlide(`# A\n\n${text}`), 'snippet'), text).toEqual([]);
  }
});

test('stays a line of words in notes', () => {
  const [slide] = parseLibrary('# A\n\nNote: say\n\n<<< ./a.rs\n').slides;
  expect(slide?.notes).toContain('<<< ./a.rs');
  expect(tokensOf(slide ?? expect.fail(), 'snippet')).toEqual([]);
});

test('reports places and options that mean nothing', () => {
  expect(problemsOf('# A\n\n<<< a@-x:b\n')).toEqual(['3:5+6 bad-code-place']);
  expect(problemsOf('# A\n\n<<< ./a.rs {startLine=3} {values} {titel="x"}\n')).toEqual([
    '3:13+11 unknown-fence-option',
    '3:27+6 unknown-fence-option',
    '3:36+9 unknown-fence-option',
  ]);
});
