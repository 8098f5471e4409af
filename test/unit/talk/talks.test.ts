import path from 'node:path';
import { expect, test } from 'vitest';
import type { Talk } from '../../../src/talk/model/talk.ts';
import { expectFile, listCases, testFolder } from '../../support/cases.ts';
import { compileFolder } from '../../support/fixtures.ts';

const FOLDER = testFolder('talks');

test.each(listCases(FOLDER))('compiles the talk "%s"', async (name) => {
  const folder = path.join(FOLDER, name);
  const { talks, printed } = await compileFolder(folder);
  expect(printed).toBe('');
  expectFile(path.join(folder, 'talk.json'), talks.map(toJson).join('\n'));
  expectFile(path.join(folder, 'slides.html'), talks.map(toHtml).join('\n'));
});

/** A talk without its HTML, which has a file of its own. */
function toJson(talk: Talk): string {
  const slides = talk.slides.map(({ html: _html, notes: _notes, ...slide }) => slide);
  return JSON.stringify({ ...talk, slides }, null, 2);
}

function toHtml({ slides }: Talk): string {
  return slides
    .map(({ html, notes }) => (notes ? `${html}\n<!-- notes -->\n${notes}` : html))
    .join('\n\n');
}
