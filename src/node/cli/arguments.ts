import type { ArgDef, ArgsDef } from 'citty';
import { findNearest } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const PORT = /^\d{1,5}$/;

/** Throws a `UsageError` for unknown options and surplus arguments. */
export function refuseUnknown(rawArgs: readonly string[], args: ArgsDef, verb: string): void {
  const names = listOptions(args);
  const positionals = Object.values(args).filter((arg) => arg.type === 'positional');
  const most = positionals.some(isRepeated) ? Infinity : positionals.length;
  let words = 0;
  let isOver = false;
  for (let index = 0; index < rawArgs.length; index++) {
    const word = rawArgs[index] ?? '';
    if (isOver || !word.startsWith('-') || word === '-') {
      if (++words > most) throw unexpectedWord(word, verb);
      continue;
    }
    // By convention, everything after `--` is an argument.
    isOver = word === '--';
    if (isOver) continue;
    const name = word.replace(/=.*$/s, '');
    if (!names.has(name)) throw unknownOption(name, names, verb);
    const option = names.get(name);
    const next = rawArgs[index + 1];
    const value = word.includes('=') ? word.slice(name.length + 1) : isValue(next) ? next : '';
    if (value === '' && option?.needs) throw missingValue(name, option.needs, verb);
    if (option?.takesNext && !word.includes('=') && isValue(next)) index++;
  }
}

/** Returns whether an argument may be repeated. */
export function isRepeated({ valueHint = '' }: ArgDef): boolean {
  return valueHint.endsWith('...');
}

/** Reads all values of a repeatable option. */
export function readRepeated(name: string, words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (word.startsWith(`--${name}=`)) return [word.slice(name.length + 3)];
    return word === `--${name}` ? [words[index + 1] ?? ''] : [];
  });
}

/** Parses `--port`; undefined when it was not given. */
export function readPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (PORT.test(value) && Number(value) <= 65_535) return Number(value);
  throw new UsageError(`"${value}" is not a port.`, 'A port is a number from 0 to 65535.');
}

/** Parses `--format`: one of the names, or the default when it was not given. */
export function readFormat<const Name extends string>(
  value: string | undefined,
  names: readonly Name[],
  fallback: Name,
): Name {
  if (value === undefined) return fallback;
  const name = names.find((one) => one === value);
  if (name !== undefined) return name;
  const nearest = findNearest(value, names);
  const list = `There is ${names.join(', ')}.`;
  throw new UsageError(
    `"${value}" is not a format of this command.`,
    nearest ? `Did you mean ${nearest}? ${list}` : list,
  );
}

/** Parses `--as-of`; undefined when it was not given. */
export function readAsOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (ISO_DATE.test(value) && isOnCalendar(value)) return value;
  throw new UsageError(`"${value}" is not a date.`, 'Write a day as YYYY-MM-DD, like 2024-09-18.');
}

function isOnCalendar(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isValue(word: string | undefined): boolean {
  return word !== undefined && !word.startsWith('-');
}

interface Option {
  takesNext: boolean;
  /** The hint of a required value; absent when the value is optional. */
  needs?: string;
}

const FLAG: Option = { takesNext: false };

function listOptions(args: ArgsDef): Map<string, Option> {
  const options = new Map<string, Option>([
    ['--help', FLAG],
    ['-h', FLAG],
  ]);
  for (const [name, arg] of Object.entries(args)) {
    if (arg.type === 'positional') continue;
    const option = arg.type === 'boolean' ? FLAG : readOption(arg);
    options.set(`--${name}`, option);
    if (arg.type === 'boolean') options.set(`--no-${name}`, FLAG);
    for (const alias of listAliases(arg)) options.set(`-${alias}`, option);
  }
  return options;
}

/** Reads an option; a hint in brackets marks an optional value. */
function readOption({ valueHint = 'VALUE' }: ArgDef): Option {
  return valueHint.startsWith('[') ? { takesNext: true } : { takesNext: true, needs: valueHint };
}

/** Lists the short names of an option. */
export function listAliases(arg: ArgDef): string[] {
  return 'alias' in arg ? [arg.alias ?? []].flat() : [];
}

function unknownOption(name: string, names: Map<string, unknown>, verb: string): UsageError {
  const nearest = findNearest(name, names.keys());
  const advice = `"npx rostrum ${verb} --help" lists the options.`;
  return new UsageError(
    `rostrum ${verb} has no option ${name}.`,
    nearest ? `Did you mean ${nearest}? ${advice}` : advice,
  );
}

function missingValue(name: string, needs: string, verb: string): UsageError {
  return new UsageError(
    `${name} needs a value: ${name} ${needs}.`,
    `"npx rostrum ${verb} --help" lists the options.`,
  );
}

function unexpectedWord(word: string, verb: string): UsageError {
  return new UsageError(
    `rostrum ${verb} has no use for "${word}".`,
    `"npx rostrum ${verb} --help" shows what it takes.`,
  );
}
