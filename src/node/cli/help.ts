import { hangText } from '../../talk/text/wrap.ts';
import type { Terminal } from '../terminal.ts';
import { isRepeated, type Argument, type Arguments } from './parse-words.ts';
import { VERBS } from './verbs.ts';

/** How help is printed; the width defaults to that of common terminals. */
type Screen = Pick<Terminal, 'style' | 'columns'>;

const USUAL_WIDTH = 80;
/** The files that Rostrum reads in the current folder. */
const FILES: Line[] = [
  ['slides/talks/NAME.md', 'a talk; its name is NAME'],
  ['slides/library/', 'slides that talks share'],
  ['data/NAME.json', 'a dataset'],
  ['data/NAME.csv', 'one without JSON, beside its recipe data/NAME.ts'],
];

/** Renders the help of Rostrum, with its verbs. */
export function renderHelp(version: string, screen: Screen): string {
  const { bold } = screen.style;
  return [
    `${bold('Rostrum')} ${version}: slides, data and a date become talks that stay true.`,
    '',
    `${bold('Usage')}  npx rostrum VERB [options]`,
    '',
    ...renderLines(listVerbs(), screen),
    '',
    bold('Files'),
    '',
    ...renderLines(FILES, screen),
    '',
    `${bold('npx rostrum VERB --help')} describes a verb, with examples.`,
    'npx rostrum --version says which Rostrum this is.',
  ].join('\n');
}

/** Renders the help of the verbs that begin with a word; empty when there is none. */
export function renderFamilyHelp(word: string, screen: Screen): string {
  const verbs = listVerbs().flatMap(([name, about]): Line[] =>
    name.startsWith(`${word} `) ? [[name.slice(word.length + 1), about]] : [],
  );
  if (verbs.length === 0) return '';
  const { bold } = screen.style;
  return [
    `${bold('Usage')}  npx rostrum ${word} VERB [options]`,
    '',
    ...renderLines(verbs, screen),
    '',
    `${bold(`npx rostrum ${word} VERB --help`)} describes a verb.`,
  ].join('\n');
}

/** Renders the help of one verb. */
export function renderVerbHelp(name: string, args: Arguments, screen: Screen): string {
  const { bold } = screen.style;
  const { about = '', examples = [] } = VERBS[name] ?? {};
  const entries = Object.entries(args);
  const words = entries.filter(([, arg]) => arg.type === 'positional');
  const options = entries.filter(([, arg]) => arg.type !== 'positional');
  const usage = [
    `npx rostrum ${name}`,
    ...words.map(([word, arg]) => toWord(word, arg)),
    ...(options.length > 0 ? ['[options]'] : []),
  ];
  const lines = [...words, ...options].map(([word, arg]): Line => [
    arg.type === 'positional' ? word.toUpperCase() : toOption(word, arg),
    arg.description ?? '',
  ]);
  const given = examples.map(([words, does]): Line => [
    `npx rostrum ${name} ${words}`.trimEnd(),
    does,
  ]);
  return [
    about,
    '',
    `${bold('Usage')}  ${usage.join(' ')}`,
    ...(lines.length > 0 ? ['', ...renderLines(lines, screen)] : []),
    ...(given.length > 0 ? ['', bold('Examples'), '', ...renderLines(given, screen, false)] : []),
  ].join('\n');
}

type Line = [name: string, about: string];

function listVerbs(): Line[] {
  return Object.entries(VERBS).map(([name, verb]) => [name, verb.about]);
}

/** Renders names and descriptions in two columns that fit the window. */
function renderLines(lines: Line[], { style, columns }: Screen, isBold = true): string[] {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.flatMap(([name, about]) => {
    const padded = name.padEnd(width);
    const head = `  ${isBold ? style.bold(padded) : padded}  `;
    return hangText(head, about, Math.min(columns, USUAL_WIDTH));
  });
}

function toWord(name: string, arg: Argument): string {
  const word = name.toUpperCase() + (isRepeated(arg) ? '...' : '');
  return arg.required === false ? `[${word}]` : word;
}

function toOption(name: string, arg: Argument): string {
  const value = arg.type === 'boolean' ? '' : ` ${(arg.valueHint ?? 'VALUE').replace('...', '')}`;
  // An option that is on by default is listed as its negation.
  const word = arg.type === 'boolean' && arg.default === true ? `no-${name}` : name;
  return [...(arg.alias ? [`-${arg.alias}`] : []), `--${word}`].join(', ') + value;
}
