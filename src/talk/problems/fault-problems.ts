import { identify, type Problem, type Span } from '../model/problem.ts';
import { namesHint, nearestHint } from './hints.ts';
import { synonymOf } from './keys/synonyms.ts';
import { describeStill } from './time/time-problems.ts';

/** The path of a written stack trace; undefined when it could not be written. */
type Log = string | undefined;

/** Reports an internal error on a slide, a dataset or a talk. */
export function internalError(what: string, reason: string, span: Span, log: Log): Problem {
  const report = 'This is a bug in Rostrum: report it with the lines that cause it.';
  return {
    code: 'internal-error',
    severity: 'error',
    message: `Rostrum failed on ${what}: ${toClause(reason)}.`,
    hint: log === undefined ? report : `${report} The stack trace is in ${log}.`,
    span,
  };
}

/** Reports a block whose code threw or returned an invalid output. */
export function brokenBlock(block: string, reason: string, span: Span, log: Log): Problem {
  const shape =
    'Its compile() returns { html, steps, text, uses }, or null after reporting a problem.';
  return {
    code: 'broken-block',
    severity: 'error',
    message: `The code of the block "${block}" failed: ${toClause(reason)}.`,
    hint: log === undefined ? shape : `The stack trace is in ${log}.`,
    span,
  };
}

/** Reports a block that the configuration names and that cannot be used; `why` is the problem of its option. */
export function unusableBlock(block: string, why: Problem, span: Span): Problem {
  const { file = '', line = 1, column = 1 } = why.span ?? {};
  return {
    code: 'broken-block',
    severity: 'error',
    cause: identify(why),
    message: `The block "${block}" cannot be used.`,
    hint: `${file}:${line}:${column} ${why.code}: ${why.message}`,
    span,
  };
}

/** A block shows live data and has no module that a page could compile it again with. */
export function notLive(block: string, dataset: string, span: Span): Problem {
  return {
    code: 'not-live',
    severity: 'warning',
    message: `The block "${block}" does not follow "${dataset}", which is live.`,
    hint: 'A built page shows its rows as they were when it was built. Give the block a module "live".',
    span,
  };
}

/** A value that is filled in only when the page is built shows live data. */
export function valueNotLive(expression: string, dataset: string, span: Span): Problem {
  return {
    code: 'not-live',
    severity: 'warning',
    message: `${describeStill(expression)} does not follow "${dataset}", which is live.`,
    hint: 'A built page shows it as it was when it was built. Write the value in a paragraph or a heading.',
    span,
  };
}

/** An option of `rostrum()` cannot be used. */
export function badOption(
  what: string,
  span: Span,
  hint = 'Blocks are made by defineBlock({ name, about, schema, compile }).',
): Problem {
  return {
    code: 'bad-option',
    severity: 'error',
    message: `${what}.`,
    hint,
    span,
  };
}

/** Reports an unknown option of `rostrum()`. */
export function unknownOption(name: string, names: readonly string[], span: Span): Problem {
  return {
    code: 'unknown-option',
    severity: 'error',
    message: `rostrum() has no option "${name}".`,
    hint: nearestHint(name, names, 'Other settings of Vite are beside "plugins"'),
    span,
  };
}

/** Reports an unknown key of the defaults of all talks. */
export function unknownDefault(
  key: string,
  names: readonly string[],
  span: Span,
  place = 'defaults',
): Problem {
  const meant = synonymOf(key, 'talk');
  const own = meant !== undefined && names.includes(meant) ? meant : undefined;
  const all = namesHint(key, names, 'Defaults');
  return {
    code: 'unknown-option',
    severity: 'error',
    message: `"${place}" has no key "${key}".`,
    hint: own === undefined ? all : `Did you mean "${own}"? ${all}`,
    span,
  };
}

/** Returns the first line of a thrown value, as the end of a sentence. */
function toClause(reason: string): string {
  const [first = ''] = reason.split('\n');
  const text = first.length > MAX_REASON ? `${first.slice(0, MAX_REASON)}…` : first;
  return text.replace(/[.\s]+$/, '') || 'it gave no reason';
}

const MAX_REASON = 200;
