import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { distinctProblems } from '../../src/talk/model/problem.ts';
import { problemParts } from '../../src/talk/source/frame.ts';
import { expectFile, testFolder } from '../support/cases.ts';
import { compileTexts, type Texts } from '../support/fixtures.ts';

/*
 * Mistakes that newcomers make, with what is printed about each. A file of `test/mistakes` holds mistakes of one kind:
 * "=== title", then "--- slide" for the text of a slide or "--- PATH" for a file. What is printed stands in `NAME.expected`.
 * In brackets behind a title are grades, before and since: A names the cause and the right thing, B the cause, C misleads or says
 * one thing several times, D is silent.
 */

const FOLDER = testFolder('mistakes');
const KINDS = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
const HEAD = '---\ntitle: A talk\nspeaker: Ada\ndate: 2025-01-01\n---\n\n# Hello\n\n---\n\n';
const TALK = 'slides/talks/t.md';
const DATA = `${JSON.stringify(
  {
    title: 'Members',
    sources: { s: { name: 'List' } },
    rows: [
      { asOf: '2023-09', members: 460 },
      { asOf: '2024-09', members: 536 },
    ],
  },
  null,
  1,
)}\n`;

test.each(KINDS)('%s: each mistake is reported as it should be', (kind) => {
  const mistakes = readFileSync(path.join(FOLDER, kind), 'utf8').split(/^=== /m).slice(1);
  const printed = mistakes.map((mistake) => {
    const [title = '', ...parts] = mistake.split(/^--- (?=slide$|[\w./ -]+\.\w+$)/m);
    const texts = readFiles(parts);
    const problems = distinctProblems(compileTexts(texts).problems);
    const lines = problems.map((problem) => {
      const { place, code, message, hint } = problemParts(problem, () => undefined);
      return `  ${place} ${code}: ${message} ${hint}`;
    });
    return `${title.trim()}\n${lines.join('\n') || '  (nothing)'}`;
  });
  expect(printed.length).toBeGreaterThan(5);
  expectFile(path.join(FOLDER, kind.replace('.txt', '.expected')), printed.join('\n\n'));
});

function readFiles(parts: readonly string[]): Texts {
  const texts: Texts = { [TALK]: `${HEAD}## Plain\n`, 'data/members.json': DATA };
  for (const part of parts) {
    const end = part.indexOf('\n');
    const [name, text] = [part.slice(0, end), part.slice(end + 1)];
    if (name === 'slide') texts[TALK] = `${HEAD}${text}`;
    else texts[name] = text;
  }
  return texts;
}
