import { MAX_OUTPUT_BYTES, explain } from './program-limits.ts';
import { queryFailure, tidyRows, tooManyRows, type QueryRow } from './query-rows.ts';
import { runProgram } from './run-program.ts';

/** What a query program is given, and what it runs with. */
export interface QueryProgram {
  /** The script, a module that reads JSON and prints the rows, or why there are none. */
  script: string;
  input: Readonly<Record<string, unknown>>;
  /** Options of Node. */
  flags?: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds. */
  timeout: number;
  /** Names the database, for messages. */
  database: string;
  /** The columns that the schema names. */
  kinds: ReadonlyMap<string, unknown>;
}

/** Somewhat less than a program may print. */
const MAX_ROWS_BYTES = 60_000_000;
const MAX_HEAP_MB = 1024;
const OUT_OF_MEMORY = /out of memory/i;
const TOO_LARGE = `its rows have more than ${MAX_ROWS_BYTES / 1_000_000} MB`;
const SELECT_LESS = 'Select fewer columns, or fewer rows.';

/** What the script prints. */
type Printed = { rows: QueryRow[] } | { fault: string } | { isTooMany: true };

/** The beginning of each script: reads the question, and answers it once. */
export const QUERY_PRELUDE = `
import { stdout } from 'node:process';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const ask = JSON.parse(Buffer.concat(chunks).toString('utf8'));
const send = (text) => new Promise((done) => stdout.write(text, done));
const fail = (error) => {
  const fault = String(error && error.message || error);
  return send(JSON.stringify({ fault: /string longer than|Invalid string length/.test(fault) ? ask.tooLarge : fault }));
};
const rows = [];
let size = 0;
const add = (row) => {
  const text = JSON.stringify(row);
  size += Buffer.byteLength(text);
  if (size > ask.bytes) throw new Error(ask.tooLarge);
  rows.push(text);
};
const answer = () => send(rows.length >= ask.most ? '{"isTooMany":true}' : '{"rows":[' + rows.join(',') + ']}');
const toNumber = (text) => {
  const number = Number(text);
  if (Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))) return number;
  return /^-?\\d/.test(String(text)) ? String(text) : null;
};
`;

/** Runs a query in a process of its own, so that it can be ended at any time. */
export async function runQuery(program: QueryProgram): Promise<QueryRow[]> {
  const { script, input, flags = [], cwd, env, timeout, database, kinds } = program;
  const limits = { timeout, bytes: MAX_OUTPUT_BYTES };
  const own = ['--no-warnings', `--max-old-space-size=${MAX_HEAP_MB}`, ...flags];
  const words = [process.execPath, ...own, '--input-type=module', '-e', script];
  const options = {
    cwd,
    env,
    ...limits,
    input: JSON.stringify({ ...input, bytes: MAX_ROWS_BYTES, tooLarge: TOO_LARGE }),
  };
  const result = await runProgram(words, options);
  if (!result.ok && result.why === 'failed' && OUT_OF_MEMORY.test(result.words))
    throw queryFailure(database, 'its rows need more memory than a query has', SELECT_LESS);
  if (!result.ok) throw explain(database, result, limits);
  const printed = JSON.parse(result.output.toString('utf8')) as Printed;
  if ('rows' in printed) return tidyRows(printed.rows, kinds);
  if ('isTooMany' in printed) throw tooManyRows(database);
  if (printed.fault === TOO_LARGE) throw queryFailure(database, TOO_LARGE, SELECT_LESS);
  throw queryFailure(database, firstLine(printed.fault));
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
