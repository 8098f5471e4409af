import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CHECK_FORMATS } from '../../src/node/check/annotations.ts';
import { readAsOf, readFormat } from '../../src/node/cli/arguments.ts';
import { parseWords } from '../../src/node/cli/parse-words.ts';
import { VERBS } from '../../src/node/cli/verbs.ts';
import { parseExportOptions, type ExportArguments } from '../../src/node/export/export-options.ts';
import { FRAME_HEADERS } from '../../src/node/pages/policy.ts';
import { createTerminal } from '../../src/node/terminal.ts';
import { HEADER_FORMATS } from '../../src/node/vite/build/headers.ts';
import { findCssFault } from '../../src/talk/html/css-faults.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const PAGES = [
  ...readdirSync(path.join(ROOT, 'docs')).map((name) => `docs/${name}`),
  ...['README.md', 'CONTRIBUTING.md', 'template/README.md', 'create-rostrum/README.md'],
].filter((page) => page.endsWith('.md') && page !== 'docs/api.md');
const FENCE = /^( *)(`{3,})([\w-]*)[^\n]*\n([^]*?)^\1\2$/gm;

/** Which other test reads the samples of a language, or why none does; those that are read here are not listed. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '': 'commands are read here, and what is printed or drawn has no form to hold to',
  text: 'slides are compiled by docs-slides, commands are read here, the rest is what is printed',
  md: 'compiled by docs-slides',
  markdown: 'compiled by docs-slides',
  yaml: 'read by docs-slides; of files of other programs the form alone',
  json: 'read by docs-slides, and as datasets by docs',
  ts: 'compiled by docs-samples',
  js: 'a few lines of a page of the reader',
  rust: 'code that a slide quotes',
  c: 'code that a slide quotes',
  nginx: 'run before a broker by relay.test',
};
/** Programs that are not ours, whose words nothing here knows. */
const OTHERS = /^(?:cd|git|npx vitest|rsync|node|sudo|apt|apt-get|systemctl|mosquitto_passwd)\b/;
/** What npm does with packages, which only a registry could tell. */
const OF_NPM = /^npm (?:ci|i|install|audit|pack|create)\b/;
/** A word in capitals stands for what a reader writes. */
const PLACEHOLDER = /^[A-Z][A-Z,.=]*$/;
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'check format': CHECK_FORMATS,
  'data refresh format': ['text', 'json', 'markdown'],
  'build headers': HEADER_FORMATS,
  'init ci': ['github'],
};
/** Own programs of this repository, which name their options themselves. */
const PROGRAMS: Readonly<Record<string, string>> = {
  bench: 'bench/measure.mjs',
  fuzz: 'test/fuzz/run.mjs',
  docs: 'bin/docs.mjs',
};

interface Sample {
  place: string;
  language: string;
  text: string;
}

const SAMPLES: Sample[] = PAGES.flatMap((page) => listFences(page, read(page)));
const { scripts: OURS } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
const { scripts: THEIRS } = JSON.parse(read('template/package.json')) as typeof JSON & {
  scripts: Record<string, string>;
};

test('samples of a language are read by a test, or a reason is given', () => {
  const read = ['sh', 'css', 'conf', 'toml', ...Object.keys(ELSEWHERE)];
  const others = SAMPLES.filter(({ language }) => !read.includes(language));
  expect(others).toEqual([]);
});

test('commands in samples and sentences are what the program takes', async () => {
  const commands = [...SAMPLES.flatMap(listCommands), ...PAGES.flatMap(listSpans)];
  expect(commands.length).toBeGreaterThan(120);
  const faults = await Promise.all(
    commands.map(async ({ place, text }) => {
      const fault = await findFault(text);
      // A sentence about an option need not say the rest.
      const isPart = !place.includes(':') && / needs a /.test(fault ?? '');
      return fault === null || isPart ? [] : [`${place} ${text}: ${fault}`];
    }),
  );
  expect(faults.flat()).toEqual([]);
}, 60_000);

test.each([
  ['npx rostrum chek', 'no verb'],
  ['npx rostrum build --ouput public', 'no option --ouput'],
  ['npx rostrum build --headers ngix', 'is not a format'],
  ['npx rostrum export my-talk -f pdff', 'pdff'],
  ['npx rostrum export my-talk -f notes --dark', '--dark'],
  ['npx rostrum import a.md --from slidv', 'slidv'],
  ['npm create rostrum@latest my-talks -- --ci gitlab', 'gitlab'],
  ['npm run biuld', 'no script'],
  ['npm run bench -- --onyl dev', 'no option --onyl'],
  ['npm run export -- a --scael 2', 'no option --scael'],
  ['nmp start', 'no program'],
])('the command %s would be a fault', async (command, fault) => {
  expect(await findFault(command)).toContain(fault);
});

test('stylesheets of samples have no fault, and set variables that there are', () => {
  const sheets = SAMPLES.filter(({ language }) => language === 'css');
  expect(sheets.length).toBeGreaterThan(3);
  const styles = readdirSync(path.join(ROOT, 'src/browser/styles'), { recursive: true })
    .filter((name): name is string => typeof name === 'string' && name.endsWith('.css'))
    .map((name) => read(`src/browser/styles/${name}`))
    .join('\n');
  const known = new Set([...styles.matchAll(/--[\w-]+(?=\s*:)/g)].map(String));
  const faults = sheets.flatMap(({ place, text }) => {
    const names = [...text.matchAll(/--[\w-]+/g)].map(String);
    const unknown = names.filter((name) => !known.has(name));
    const fault = findCssFault(text);
    return [...unknown, ...(fault ? [fault.what] : [])].map((what) => `${place}: ${what}`);
  });
  expect(faults).toEqual([]);
});

test('files of servers have a key and a value on each line', () => {
  const files = SAMPLES.filter(({ language }) => ['conf', 'toml'].includes(language));
  expect(files.length).toBeGreaterThan(2);
  const form = { conf: /^[a-z_]+ \S.*$/, toml: /^(?:\[[a-z.]+\]|[a-z]+ = "[^"]*")$/ };
  const faults = files.flatMap(({ place, language, text }) =>
    text
      .split('\n')
      .filter((line) => line !== '' && !form[language as keyof typeof form].test(line))
      .map((line) => `${place}: ${line}`),
  );
  expect(faults).toEqual([]);
});

test('the headers that a page names are those of a build', () => {
  const text = Object.entries(FRAME_HEADERS).map(([name, value]) => `${name}: ${value}\n`);
  expect(SAMPLES.map((sample) => sample.text)).toContain(text.join(''));
});

function listFences(page: string, text: string): Sample[] {
  return [...text.matchAll(FENCE)].map(({ index, 3: language = '', 4: inner = '' }) => ({
    place: `${page}:${text.slice(0, index).split('\n').length}`,
    language,
    text: inner,
  }));
}

/** Lists the command lines of a sample: all of a shell, and those of ours elsewhere. */
function listCommands({ place, language, text }: Sample): Omit<Sample, 'language'>[] {
  if (['ts', 'md', 'markdown'].includes(language)) return [];
  const ours = /(?:^\$ |^ *- |^command = "|^)((?:npx |npm |rostrum )[^"\n]*(?:"[^"\n]*"[^"\n]*)*)/;
  return text.split('\n').flatMap((line) => {
    const command = language === 'sh' ? line : ours.exec(line)?.[1];
    if (!command?.trim()) return [];
    // What it does stands behind it.
    const [words = ''] = (language === 'toml' ? command.replace(/"$/, '') : command).split(
      /\s+#\s|\s{2,}/,
    );
    return words.split(' && ').map((one) => ({ place, text: one.trim() }));
  });
}

/** Lists the commands within sentences. */
function listSpans(page: string): Omit<Sample, 'language'>[] {
  const sentences = read(page).replaceAll(FENCE, '');
  return [...sentences.matchAll(/`((?:npx rostrum|rostrum|npm) [^`\n]+)`/g)].map(
    ({ 1: text = '' }) => ({ place: page, text }),
  );
}

/** Says what is wrong with a command line; null for nothing. */
async function findFault(line: string): Promise<string | null> {
  const [program = '', ...words] = splitWords(
    line.replace(/^(?:[A-Z_]+=(?:\$\([^)]*\)|\S+) )+/, ''),
  );
  if (program === 'npx' && words[0] === 'rostrum') return findOwnFault(words.slice(1));
  if (program === 'rostrum') return findOwnFault(words);
  if (program === 'npm' && words[0] === 'create')
    return words[1] === 'rostrum@latest' || words[1] === undefined
      ? findOwnFault(['init', ...words.slice(2).filter((word) => word !== '--')])
      : 'no package of ours';
  if (OF_NPM.test(line) || OTHERS.test(line)) return null;
  if (program !== 'npm') return `no program ${program}`;
  return findScriptFault(words[0] === 'run' ? words.slice(1) : words);
}

async function findScriptFault([name = '', ...words]: string[]): Promise<string | null> {
  const script = OURS[name] ?? THEIRS[name];
  if (script === undefined) return `no script ${name}`;
  const given = words.filter((word) => word !== '--');
  const [, own] = /^(?:node bin\/rostrum\.mjs|rostrum) (.*)/.exec(THEIRS[name] ?? script) ?? [];
  if (own !== undefined) return findOwnFault([...own.split(' '), ...given]);
  const program = PROGRAMS[name];
  if (program === undefined) return given.length > 0 ? `no words known for ${name}` : null;
  const text = read(program);
  const isKnown = (word: string): boolean => new RegExp(`(?:--|\\b)${word}['":]`).test(text);
  const unknown = given
    .filter((word) => word.startsWith('--'))
    .find((word) => !isKnown(word.slice(2)));
  return unknown === undefined ? null : `no option ${unknown}`;
}

async function findOwnFault(words: string[]): Promise<string | null> {
  const [first = '', second = ''] = words;
  const name = Object.hasOwn(VERBS, `${first} ${second}`) ? `${first} ${second}` : first;
  const verb = VERBS[name];
  // A family of verbs, such as data, is named in sentences.
  if (!verb && words.length === 1 && Object.keys(VERBS).some((one) => one.startsWith(`${name} `)))
    return null;
  if (!verb) return name === '--help' ? null : `no verb ${name}`;
  const { args } = await verb.load({ terminal: createTerminal(), root: ROOT });
  const rest = words.slice(name.split(' ').length);
  // In a sentence the name of a verb alone means all that it does.
  if (rest.length === 0) return null;
  try {
    const given: Record<string, unknown> = parseWords(rest, args, name);
    for (const [option, value] of Object.entries(given)) {
      const list = CHOICES[`${name} ${option}`] ?? choicesOf(args[option]?.valueHint);
      for (const one of [value].flat()) checkValue(option, one, list);
    }
    if (name === 'export' && !PLACEHOLDER.test(String(given['format'])))
      parseExportOptions(given as unknown as ExportArguments);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function checkValue(option: string, value: unknown, choices: readonly string[] | null): void {
  if (typeof value !== 'string' || PLACEHOLDER.test(value)) return;
  if (option === 'as-of' || option === 'date') readAsOf(value.replace(/^(\d{4}-\d{2})$/, '$1-01'));
  if (choices) readFormat(value, choices, '');
}

/** Lists the values of an option whose hint names them: `point|comma`. */
function choicesOf(hint = ''): readonly string[] | null {
  return /^[a-z\d]+(?:\|[a-z\d]+)+$/.test(hint) ? hint.split('|') : null;
}

/** Splits a line as a shell does. */
function splitWords(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}
