import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { INTERVAL_FORMS, toMilliseconds } from '../../../talk/text/duration.ts';
import type { CommandRequest } from '../../../talk/data/update/request.ts';
import { badOption } from '../../../talk/problems/problems.ts';
import { isFile } from '../../system-error.ts';
import type { OptionFault } from '../option-place.ts';

/** A program in `data/` that prints the rows of a dataset, which the configuration allows by name. */
export interface Loader {
  /** The name of its dataset. */
  name: string;
  /** Its path from the project's root. */
  file: string;
  request: CommandRequest;
}

/** Programs by the endings of scripts; any other file is run itself. */
const INTERPRETERS: Record<string, string> = {
  jl: 'julia',
  js: process.execPath,
  mjs: process.execPath,
  php: 'php',
  pl: 'perl',
  py: 'python3',
  R: 'Rscript',
  rb: 'ruby',
  sh: 'sh',
};
const FORMATS = ['csv', 'json', 'ndjson', 'tsv'] as const;
/** A name, perhaps a format, and perhaps an ending: `riders.py`, `riders.csv.sh`, `riders`. */
const FILE = /^([a-z0-9][\w-]*)((?:\.\w+){0,2})$/i;
const KEYS = ['file', 'env', 'timeout'];
const HINT =
  'Name files in data/: loaders: ["riders.py", { file: "stops.csv.sh", env: ["TOKEN"] }].';

/** Reads the option "loaders" of `rostrum()`; one that cannot be used is left out. */
export function readLoaders(option: unknown, root: string, faults: OptionFault[]): Loader[] {
  if (option === undefined) return [];
  const refuse = (at: string[], what: string): [] => {
    faults.push({ path: ['loaders', ...at], toProblem: (span) => badOption(what, span, HINT) });
    return [];
  };
  if (!Array.isArray(option)) return refuse([], '"loaders" has to be a list of files in data/');
  const taken = new Set<string>();
  return option.flatMap((item: unknown, index) => {
    const at = `"loaders[${index}]"`;
    const loader = readLoader(typeof item === 'string' ? { file: item } : item, root);
    if (typeof loader === 'string') return refuse([String(index)], `${at} ${loader}`);
    if (taken.has(loader.name))
      return refuse([String(index)], `${at} is the second for "${loader.name}"`);
    taken.add(loader.name);
    return [loader];
  });
}

/** Reads one loader; a text says what is wrong with it. */
function readLoader(item: unknown, root: string): Loader | string {
  if (typeof item !== 'object' || item === null) return 'has to be the name of a file';
  const { file, env, timeout, ...others } = item as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return `has no key "${unknown}"; it has ${KEYS.join(', ')}`;
  if (typeof file !== 'string') return 'has to name a "file"';
  const isList = Array.isArray(env) && env.every((name) => typeof name === 'string' && name !== '');
  if (env !== undefined && !isList) return 'has an "env" that is no list of names';
  if (timeout !== undefined && (typeof timeout !== 'string' || toMilliseconds(timeout) === null))
    return `has a wrong "timeout": ${INTERVAL_FORMS}`;
  const [, name, endings = ''] = FILE.exec(file) ?? [];
  if (name === undefined) return `names "${file}", which is no file in data/ such as "riders.py"`;
  const place = `data/${file}`;
  if (!isFile(path.join(root, place))) return `names "${file}", and there is no ${place}`;
  const command = findCommand(endings, path.join(root, place), place);
  if (command === null) return `names "${file}", which may not be run`;
  const more = { ...(isList ? { env: env as string[] } : {}), ...(timeout ? { timeout } : {}) };
  const request = { command, format: findFormat(endings), ...more } as CommandRequest;
  return { name, file: place, request };
}

/** Finds the words that run a file; null for one that the machine does not run. */
function findCommand(endings: string, file: string, place: string): string[] | null {
  const interpreter = INTERPRETERS[endings.split('.').at(-1) ?? ''];
  if (interpreter !== undefined) return [interpreter, place];
  try {
    accessSync(file, constants.X_OK);
    return [file];
  } catch {
    return null;
  }
}

/** Finds the format by the ending before the last, or the only one; JSON without it. */
function findFormat(endings: string): CommandRequest['format'] {
  return FORMATS.find((format) => endings.split('.').includes(format)) ?? 'json';
}
