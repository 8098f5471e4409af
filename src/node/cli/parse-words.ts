import { parseArgs } from 'node:util';
import { findNearest, suggestName } from '../../talk/text/nearest.ts';
import { UsageError } from '../errors.ts';
import { adviseOption, adviseSurplus } from './advice/other-words.ts';

/** An argument of a command, from which parsing, types and help follow. */
export interface Argument {
  type: 'positional' | 'string' | 'boolean';
  description?: string;
  /** How its value is written; in brackets where the value may be left out, with dots where there may be several. */
  valueHint?: string;
  /** Tells whether the next word is its value, where that may be left out; defaults to any that is no option. */
  takes?: (word: string) => boolean;
  /** Its letter, as in `-o`. */
  alias?: string;
  /** Defaults to undefined. */
  default?: string | boolean;
  /** Whether a positional must be given; defaults to no. */
  required?: boolean;
  /** A value that a message may show. */
  example?: string;
}

/** The arguments of a command, by name. */
export type Arguments = Readonly<Record<string, Argument>>;

/** The values of arguments; an option with several has a list, and `_` has all positionals. */
export type Parsed<Args extends Arguments> = {
  [Name in keyof Args]: Value<Args[Name]> | Absence<Args[Name]>;
} & { _: string[] };

type Value<One extends Argument> = One extends { type: 'boolean' }
  ? boolean
  : One extends { type: 'string'; valueHint: `${string}...` }
    ? string[]
    : string;
type Absence<One extends Argument> = One extends
  | { default: string | boolean }
  | { required: true }
  | { type: 'string'; valueHint: `${string}...` }
  ? never
  : undefined;

/** Parses the words after a verb; throws a `UsageError` for an unknown option, a missing value and a surplus word. */
export function parseWords<const Args extends Arguments>(
  words: readonly string[],
  args: Args,
  verb: string,
): Parsed<Args> {
  const options = listOptions(args);
  const end = words.indexOf('--');
  for (const word of end < 0 ? words : words.slice(0, end)) requireTwoDashes(word, options, verb);
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries([...options].map(([name, one]) => [name, toNodeOption(one)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, unknown>();
  for (const [name, one] of options) values.set(name, isRepeated(one) ? [] : one.default);
  const given = new Set<string>();
  let takenAt = -1;
  for (const token of tokens) {
    if (token.kind === 'positional' && token.index !== takenAt) positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, isOn } = resolveOption(token, options, verb);
    const one = options.get(name);
    const next = words[token.index + 1];
    const follows = one && token.value === undefined && takesNext(one, next);
    if (follows) takenAt = token.index + 1;
    const value =
      !one || one.type === 'boolean' ? isOn : follows ? next : readValue(token, one, verb);
    const list = values.get(name);
    if (given.has(name) && !Array.isArray(list)) throw givenTwice(name);
    given.add(name);
    values.set(name, Array.isArray(list) ? [...list, value] : value);
  }
  const named = namePositionals(positionals, args, verb);
  return Object.assign(Object.fromEntries(values), named) as Parsed<Args>;
}

/** Throws for a long option with a single dash, whose letters would be read as options of their own, and for other dashes. */
function requireTwoDashes(word: string, options: Options, verb: string): void {
  if (LONG_DASH.test(word)) {
    const own = word.replace(/^[\u2010-\u2015\u2212]+/, (signs) =>
      word.length - signs.length > 1 ? '--' : '-',
    );
    throw new UsageError(
      `"${word}" begins with a dash of word processors, and options begin with hyphens.`,
      own === '-' ? 'Take it out.' : `Write "${own}".`,
    );
  }
  const [, name = ''] = /^-([a-z][a-z-]+)(?:=|$)/.exec(word) ?? [];
  const letters = new Set([...options.values()].flatMap(({ alias = [] }) => alias));
  if (name !== '' && !letters.has(name.slice(0, 1)) && !options.has(name.replace(/^no-/, '')))
    throw unknownOption(word, options, verb);
  if (!options.has(name.replace(/^no-/, ''))) return;
  throw new UsageError(`"-${name}" has one dash, and long options have two.`, `Write "--${name}".`);
}

/** In shorter options a letter is too much of the whole. */
const MIN_CLOSE = 5;
const LONG_DASH = /^[\u2010-\u2015\u2212]/;

function givenTwice(name: string): UsageError {
  return new UsageError(`--${name} is given twice.`, 'Leave one of them out.');
}

/** Returns whether an argument may be repeated. */
export function isRepeated({ valueHint = '' }: Argument): boolean {
  return valueHint.endsWith('...');
}

const isOptional = ({ valueHint = '' }: Argument): boolean => valueHint.startsWith('[');
const isValue = (word: string | undefined): word is string =>
  word !== undefined && !word.startsWith('-');
const takesNext = (one: Argument, next: string | undefined): boolean =>
  isOptional(one) && isValue(next) && (one.takes?.(next) ?? true);

type Options = ReadonlyMap<string, Argument>;

function listOptions(args: Arguments): Options {
  return new Map(Object.entries(args).filter(([, { type }]) => type !== 'positional'));
}

/** An option whose value may be left out must not take the next option as its value. */
function toNodeOption(one: Argument): { type: 'string' | 'boolean'; short?: string } {
  const type = one.type === 'boolean' || isOptional(one) ? 'boolean' : 'string';
  return { type, ...(one.alias ? { short: one.alias } : {}) };
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function resolveOption({ name, rawName, value }: OptionToken, options: Options, verb: string) {
  const isOn = options.has(name);
  const own = isOn ? name : name.replace(/^no-/, '');
  const one = options.get(own);
  const isKnown = one !== undefined && (isOn || one.type === 'boolean');
  if (!isKnown) throw unknownOption(rawName, options, verb);
  if (one.type === 'boolean' && value !== undefined) throw surplusValue(rawName, verb);
  return { name: own, isOn };
}

function readValue({ rawName, value, inlineValue }: OptionToken, one: Argument, verb: string) {
  const { valueHint = 'VALUE' } = one;
  if (isOptional(one)) return value ?? '';
  if (value && (inlineValue || isValue(value))) return value;
  throw new UsageError(
    `${rawName} needs a value: ${rawName} ${valueHint.replace('...', '')}.`,
    `"npx rostrum ${verb} --help" lists the options.`,
  );
}

function namePositionals(words: readonly string[], args: Arguments, verb: string) {
  const wanted = Object.entries(args).filter(([, { type }]) => type === 'positional');
  const hint = `"npx rostrum ${verb} --help" shows what it takes.`;
  const surplus = wanted.some(([, one]) => isRepeated(one)) ? undefined : words[wanted.length];
  if (surplus !== undefined) {
    const advice = adviseSurplus(words, verb) ?? hint;
    throw new UsageError(`rostrum ${verb} has no use for "${surplus}".`, advice);
  }
  const missing = wanted.find(([, one], at) => one.required && words[at] === undefined);
  if (missing) {
    const [name, { example }] = missing;
    const shown = example === undefined ? hint : `For instance: npx rostrum ${verb} ${example}`;
    throw new UsageError(`rostrum ${verb} needs a ${name.toUpperCase()}.`, shown);
  }
  return { ...Object.fromEntries(wanted.map(([name], at) => [name, words[at]])), _: [...words] };
}

function unknownOption(name: string, options: Options, verb: string): UsageError {
  const names = [...options].flatMap(([own, { type, alias }]) => [
    `--${own}`,
    ...(type === 'boolean' ? [`--no-${own}`] : []),
    ...(alias ? [`-${alias}`] : []),
  ]);
  const nearest = suggestName(name, ['--help', ...names]);
  const isClose = name.length > MIN_CLOSE && findNearest(name, names, 1) !== undefined;
  const advice = `"npx rostrum ${verb} --help" lists the options.`;
  return new UsageError(
    `rostrum ${verb} has no option ${name}.`,
    (isClose ? null : adviseOption(name, verb)) ??
      (nearest ? `Did you mean ${nearest}? ${advice}` : advice),
  );
}

function surplusValue(name: string, verb: string): UsageError {
  return new UsageError(
    `${name} takes no value.`,
    `"npx rostrum ${verb} --help" lists the options.`,
  );
}
