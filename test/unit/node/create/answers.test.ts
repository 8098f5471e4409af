import { expect, test } from 'vitest';
import { completeAnswers, defaultAnswers } from '../../../../src/node/create/answers.ts';
import { fillHead, toYaml } from '../../../../src/node/create/talk-head.ts';
import type { Prompt } from '../../../../src/node/prompt.ts';

const DEFAULTS = defaultAnswers('2026-01-31');

function type(...lines: string[]): Prompt & { asked: string[] } {
  const asked: string[] = [];
  const ask = async (question: string): Promise<string | null> => {
    asked.push(question);
    return lines.shift() ?? null;
  };
  return { asked, ask, close: () => {} };
}

test('without a prompt the options win over the defaults', async () => {
  const answers = await completeAnswers({ title: ' Bees ', date: '2026-03-01' }, DEFAULTS, null);
  expect(answers).toEqual({ ...DEFAULTS, title: 'Bees', date: '2026-03-01' });
});

test('a prompt asks only for what is not given, and an empty line takes the default', async () => {
  const prompt = type('', 'Hive Days', '');
  const answers = await completeAnswers({ title: 'Bees' }, DEFAULTS, prompt);
  expect(prompt.asked).toEqual([
    'Speaker (Your name): ',
    'Event (Where you give it): ',
    'Date, YYYY-MM-DD (2026-01-31): ',
  ]);
  expect(answers).toEqual({ ...DEFAULTS, title: 'Bees', event: 'Hive Days' });
});

test('a day that is no day is asked for again, and refused as an option', async () => {
  const prompt = type('A', 'B', 'C', 'tomorrow', '2026-02-30', '2026-03-01');
  expect(await completeAnswers({}, DEFAULTS, prompt)).toMatchObject({ date: '2026-03-01' });
  await expect(completeAnswers({ date: '2026-02-30' }, DEFAULTS, null)).rejects.toThrow(
    '"2026-02-30" is not a date.',
  );
});

test('the end of the input ends the questions', async () => {
  await expect(completeAnswers({}, DEFAULTS, type('Bees'))).rejects.toThrow('Nothing was written');
});

test('an answer is one line without control characters', async () => {
  const answers = await completeAnswers({ title: 'Bees\nevent: x\u0007' }, DEFAULTS, null);
  expect(answers.title).toBe('Bees event: x');
});

test.each([
  ['Bees and bears', 'Bees and bears'],
  ['Ada O’Hara, Jr.', 'Ada O’Hara, Jr.'],
  ['Bees: a count', '"Bees: a count"'],
  ['a #1', '"a #1"'],
  ['true', '"true"'],
  ['42', '"42"'],
  ['- dash', '"- dash"'],
  ['say "hi"', '"say \\"hi\\""'],
  ['{{ x.y }}', '"{{ x.y }}"'],
])('writes %s as YAML', (text, yaml) => {
  expect(toYaml(text)).toBe(yaml);
});

test('only lines of the front matter are filled', () => {
  const text = '---\ntitle: A\nevent: B\n---\n\ntitle: A\n';
  expect(fillHead(text, { title: 'No' })).toBe('---\ntitle: "No"\nevent: B\n---\n\ntitle: A\n');
});
