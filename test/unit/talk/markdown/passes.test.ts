import { expect, test } from 'vitest';
import type { PieceDraft } from '../../../../src/talk/markdown/draft.ts';
import { PASSES, runPasses } from '../../../../src/talk/markdown/passes.ts';
import { allTokens, printProblem, printSpan } from './parse.ts';

const PIECE = { path: 'a.md', line: 1, isLast: true, blockNames: ['chart'] };
const run = (text: string, isLast = true) => runPasses({ ...PIECE, text, isLast });

/** Runs the passes one after the other, and gives what a question answers after each. */
function askAfterEach<Answer>(text: string, ask: (piece: PieceDraft) => Answer): Answer[] {
  const draft: PieceDraft = { ...PIECE, text, isWhole: true, tokens: [], slides: [] };
  return PASSES.map((pass) => {
    pass(draft);
    return ask(draft);
  });
}

test('no pass is twice in the list', () => {
  expect(new Set(PASSES).size).toBe(PASSES.length);
});

test('begins with lexing, places before it cuts, and cuts before a pass works on slides', () => {
  const text = '# A :tada: b\n\n---\n\nb';
  const [lexed] = askAfterEach(text, ({ tokens }) => tokens.map(({ type }) => type));
  expect(lexed).toEqual(['heading', 'space', 'cut', 'paragraph']);
  const hasForeign = askAfterEach(text, ({ tokens }) =>
    allTokens(tokens).some(({ type }) => type === 'foreign'),
  );
  const isPlaced = askAfterEach(text, ({ tokens }) => tokens[0]?.span !== undefined);
  const isCut = askAfterEach(text, ({ slides }) => slides.length > 0);
  expect([hasForeign, isPlaced, isCut].map((each) => each.indexOf(true))).toEqual([1, 2, 3]);
});

test('gives each slide its tokens, notes and problems, at their places', () => {
  const slides = run('# A\n\n<!-- say -->\n\n---\nid: b\n---\n\n`x`{.y}\n\nNote: n') ?? [];
  expect(slides.map(({ slide }) => slide.notes)).toEqual(['say', 'n']);
  expect(slides.map(({ slide }) => printSpan(slide.span))).toEqual(['1:1+3', '6:1+5']);
  expect(slides.map(({ slide }) => slide.spec.id)).toEqual([undefined, 'b']);
  expect(slides.map(({ problems }) => problems.map(printProblem))).toEqual([
    [],
    ['9:4+4 foreign-syntax'],
  ]);
});

test('counts lines from the line of the piece', () => {
  const [parsed] = runPasses({ ...PIECE, text: '\n# A', line: 7 }) ?? [];
  expect(printSpan(parsed?.slide.span)).toBe('8:1+3');
});

test('stops without slides where the cut below belongs to an open construct', () => {
  expect(run('```\ncode\n', false)).toBeNull();
  expect(run('```\ncode\n', true)).toHaveLength(1);
  expect(run('# A\n', false)).toHaveLength(1);
});

test('leaves no token that only the passes know', () => {
  const text = '::: foo\n{{ open\n:::\n\n<!-- x\n\n$a^2$';
  const types = (run(text) ?? []).flatMap(({ slide }) => allTokens(slide.tokens));
  expect(types.map(({ type }) => type)).not.toContain('rawcontainer');
  expect(types.filter(({ type }) => /^(?:foreign|open|comment|toodeep|cut)/.test(type))).toEqual(
    [],
  );
});
