import type { IncomingMessage, ServerResponse } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Project } from '../../../../../src/node/project/project.ts';
import { answerFirstTalk } from '../../../../../src/node/vite/dev/answer-first-talk.ts';
import { makeProject, SMALL_PROJECT } from '../../../../support/project.ts';

const ADDRESS = '/@rostrum/first-talk';

function request(project: Project, method: string, url: string): { status: number; text: string } {
  const answer = { status: 0, text: '' };
  const response = {
    writeHead(status: number) {
      answer.status = status;
      return response;
    },
    end(text: string) {
      answer.text = text;
    },
  };
  const asked = { method, url } as IncomingMessage;
  answerFirstTalk(project)(asked, response as unknown as ServerResponse, () => undefined);
  return answer;
}

const open = (root: string): Project =>
  new Project({ root, engine: null, today: () => '2026-06-01' });

test('the button of an empty project writes a talk that has no problem', async () => {
  const { root } = makeProject({});
  mkdirSync(path.join(root, 'slides'));
  expect(request(open(root), 'POST', ADDRESS)).toEqual({
    status: 201,
    text: 'slides/talks/my-talk.md',
  });
  const checked = await open(root).compile('my-talk');
  expect(checked?.problems).toEqual([]);
  expect(checked?.value.meta.date).toBe('2026-06-01');
});

test('a project that has a talk, or a file of that name, keeps what it has', () => {
  const full = makeProject(SMALL_PROJECT).root;
  expect(request(open(full), 'POST', ADDRESS).status).toBe(409);
  expect(existsSync(path.join(full, 'slides/talks/my-talk.md'))).toBe(false);
  const { root, write } = makeProject({});
  const project = open(root);
  write('slides/talks/my-talk.md', '# Mine\n');
  expect(request(project, 'POST', ADDRESS).status).toBe(500);
  expect(readFileSync(path.join(root, 'slides/talks/my-talk.md'), 'utf8')).toBe('# Mine\n');
});

test('nothing else writes', () => {
  const { root } = makeProject({});
  expect(request(open(root), 'GET', ADDRESS).status).toBe(0);
  expect(request(open(root), 'POST', '/other').status).toBe(0);
  expect(existsSync(path.join(root, 'slides'))).toBe(false);
});
