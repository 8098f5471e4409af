import { badOption, unknownOption } from '../../../talk/problems/problems.ts';
import type { Problem, Span } from '../../../talk/model/problem.ts';
import type { Repositories, Repository } from '../../code/code.ts';
import type { OptionFault } from '../option-place.ts';
import { isRecord } from '../../../talk/text/value/record.ts';

const KEYS = ['path', 'url', 'link'] as const;
const NAME = /^[A-Za-z][\w-]*$/;
const WEB = /^https?:\/\/[^\s@]+$/;
const HINT =
  'A repository is the folder of a clone, or { path, url, link }: repositories: { linux: "../linux" }.';

/** Reads the option "repositories" of `rostrum()`; one that cannot be used is left out. */
export function readRepositories(option: unknown, faults: OptionFault[]): Repositories {
  if (option === undefined) return {};
  const refuse = (path: string[], what: string): void => {
    const toProblem = (span: Span): Problem => badOption(what, span, HINT);
    faults.push({ path: ['repositories', ...path], toProblem });
  };
  if (!isRecord(option)) {
    refuse([], '"repositories" has to be an object, such as { linux: "../linux" }');
    return {};
  }
  const entries = Object.entries(option).flatMap(([name, value]) => {
    const at = `"repositories.${name}"`;
    if (!NAME.test(name)) {
      refuse([name], `${at} needs a name of letters, digits, "-" and "_"`);
      return [];
    }
    const repository = typeof value === 'string' ? { path: value } : value;
    if (!isRecord(repository)) {
      refuse([name], `${at} has to be a path or an object`);
      return [];
    }
    return [[name, readKeys(repository, name, { refuse, faults })] as const];
  });
  return Object.fromEntries(entries);
}

interface Report {
  refuse: (path: string[], what: string) => void;
  faults: OptionFault[];
}

function readKeys(
  value: Record<string, unknown>,
  name: string,
  { refuse, faults }: Report,
): Repository {
  const read: Repository = {};
  for (const [key, text] of Object.entries(value)) {
    const known = KEYS.find((one) => one === key);
    const at = `"repositories.${name}.${key}"`;
    if (known === undefined) {
      const names = KEYS.map((one) => `repositories.${name}.${one}`);
      const toProblem = (span: Span): Problem =>
        unknownOption(`repositories.${name}.${key}`, names, span);
      faults.push({ path: ['repositories', name, key], toProblem });
    } else if (typeof text !== 'string' || text.trim() === '') {
      refuse([name, key], `${at} has to be a text`);
    } else if (known !== 'path' && !WEB.test(text)) {
      refuse([name, key], `${at} has to begin with "https://", and hold no user name`);
    } else {
      read[known] = text.trim();
    }
  }
  return read;
}
