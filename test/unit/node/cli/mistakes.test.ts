import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { expectFile, testFolder } from '../../../support/cases.ts';
import { makeProject } from '../../../support/project.ts';
import { callRostrum } from '../../../support/run.ts';

/*
 * Mistakes on the command line, one a line, with grades before and since in brackets, as in `newcomers.txt`. What is printed
 * about each stands in `commands.expected`.
 */

const FOLDER = testFolder('mistakes/commands');
const TALK = '---\ntitle: A talk\n---\n\n# A slide\n';
const LINE = /^(.*) \[[A-D](?: > [AB])?\]$/;

test('each mistake on the command line ends with 2, and is answered as it should be', async () => {
  const { root } = makeProject({
    'slides/talks/my-first-talk.md': TALK,
    'slides/talks/second.md': TALK,
    'data/co2.json': '{ "title": "CO2", "sources": { "a": { "name": "A" } }, "rows": [] }\n',
    'file.txt': 'Words.\n',
    't.csv': 'a,b\n1,2\n',
    'my-first-talk.pdf': '%PDF-1.7\n',
    'outdir/file.txt': 'Words.\n',
  });
  const lines = readFileSync(path.join(FOLDER, 'commands.txt'), 'utf8').trim().split('\n');
  expect(lines.length).toBeGreaterThan(90);
  const answers: string[] = [];
  for (const line of lines) {
    const [, words = ''] = LINE.exec(line) ?? [];
    const { code, out, err } = await callRostrum(words.split(' '), { cwd: root });
    expect({ line, code, out }).toEqual({ line, code: 2, out: '' });
    // A path is shown from the folder of the process where that is shorter.
    const shown = path.relative(process.cwd(), root);
    const answer = err.replaceAll(shown, 'PROJECT').replaceAll(root, 'PROJECT');
    answers.push(`${line}\n${answer.trim().replaceAll(/^/gm, '  ')}`);
  }
  expectFile(path.join(FOLDER, 'commands.expected'), answers.join('\n\n'));
});
