import { isIsoDate } from '../../talk/data/date.ts';
import { UsageError } from '../errors.ts';
import type { Prompt } from '../prompt.ts';

/** What the front matter of a new talk says. */
export interface Answers {
  title: string;
  speaker: string;
  event: string;
  /** `YYYY-MM-DD`. */
  date: string;
}

const QUESTIONS: readonly (readonly [keyof Answers, string])[] = [
  ['title', 'Title of the talk'],
  ['speaker', 'Speaker'],
  ['event', 'Event'],
  ['date', 'Date, YYYY-MM-DD'],
];
const CONTROLS = /\p{Cc}+/gu;

/** Returns the default answers. */
export function defaultAnswers(today: string): Answers {
  return { title: 'My first talk', speaker: 'Your name', event: 'Where you give it', date: today };
}

/** Checks the options of the command line, and asks for the rest when there is a prompt. */
export async function completeAnswers(
  given: Partial<Record<keyof Answers, string | undefined>>,
  defaults: Answers,
  prompt: Prompt | null,
): Promise<Answers> {
  const answers = { ...defaults };
  for (const [key, question] of QUESTIONS) {
    const text = clean(given[key]);
    if (key === 'date' && text !== '' && !isIsoDate(text)) throw badDate(text);
    if (text !== '') answers[key] = text;
    else if (prompt)
      answers[key] = await ask(prompt, `${question} (${answers[key]}): `, answers[key], key);
  }
  return answers;
}

/** Asks until the answer can be used; an empty one takes the default. */
async function ask(
  prompt: Prompt,
  question: string,
  fallback: string,
  key: keyof Answers,
): Promise<string> {
  const answer = await prompt.ask(question);
  if (answer === null)
    throw new UsageError('Nothing was written: the questions were not answered.');
  const text = clean(answer);
  if (text === '') return fallback;
  return key !== 'date' || isIsoDate(text) ? text : ask(prompt, question, fallback, key);
}

/** Removes line ends and control characters, since front matter has one line a key. */
function clean(text = ''): string {
  return text.replaceAll(CONTROLS, ' ').trim();
}

function badDate(text: string): UsageError {
  return new UsageError(`"${text}" is not a date.`, 'Write a day as YYYY-MM-DD, like 2026-09-18.');
}
