import type { ArgDef, ArgsDef } from 'citty';
import type { Terminal } from '../terminal.ts';
import { isRepeated, listAliases } from './arguments.ts';
import { VERBS } from './verbs.ts';

/** Says what Rostrum is and which verbs it has. */
export function renderHelp(version: string, { bold }: Terminal['style']): string {
  const verbs = Object.entries(VERBS).map(([name, verb]): Line => [name, verb.about]);
  return [
    `${bold('Rostrum')} ${version}: slides, data and a date become talks that stay true.`,
    '',
    `${bold('Usage')}  rostrum VERB [options]`,
    '',
    ...renderLines(verbs, bold),
    '',
    'rostrum VERB --help tells more about one; rostrum --version says which Rostrum this is.',
  ].join('\n');
}

/** Says what one verb does and what it takes. */
export function renderVerbHelp(name: string, args: ArgsDef, { bold }: Terminal['style']): string {
  const entries = Object.entries(args);
  const words = entries.filter(([, arg]) => arg.type === 'positional');
  const options = entries.filter(([, arg]) => arg.type !== 'positional');
  const usage = [
    `rostrum ${name}`,
    ...words.map(([word, arg]) => toWord(word, arg)),
    ...(options.length > 0 ? ['[options]'] : []),
  ];
  const lines = [...words, ...options].map(([word, arg]): Line => [
    arg.type === 'positional' ? word.toUpperCase() : toOption(word, arg),
    arg.description ?? '',
  ]);
  return [
    VERBS[name]?.about ?? '',
    '',
    `${bold('Usage')}  ${usage.join(' ')}`,
    ...(lines.length > 0 ? ['', ...renderLines(lines, bold)] : []),
  ].join('\n');
}

type Line = [name: string, about: string];

function renderLines(lines: Line[], bold: (text: string) => string): string[] {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, about]) => `  ${bold(name.padEnd(width))}  ${about}`);
}

function toWord(name: string, arg: ArgDef): string {
  const word = name.toUpperCase() + (isRepeated(arg) ? '...' : '');
  return arg.required === false ? `[${word}]` : word;
}

function toOption(name: string, arg: ArgDef): string {
  const aliases = listAliases(arg);
  const value = arg.type === 'boolean' ? '' : ` ${arg.valueHint ?? 'VALUE'}`;
  // What is on by itself can only be switched off.
  const word = arg.type === 'boolean' && arg.default === true ? `no-${name}` : name;
  return [...aliases.map((alias) => `-${alias}`), `--${word}`].join(', ') + value;
}
