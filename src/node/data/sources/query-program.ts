import { MAX_OUTPUT_BYTES, explain } from './program-limits.ts';
import { queryFailure, tidyRows, tooManyRows, type QueryRow } from './query-rows.ts';
import { runProgram } from './run-program.ts';

/** What a query program is given, and what it runs with. */
export interface QueryProgram {
  /** The script, a module that reads JSON and prints the rows, or why there are none. */
  script: string;
  input: unknown;
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

/** What the script prints. */
type Printed = { rows: QueryRow[] } | { fault: string } | { isTooMany: true };

/** The beginning of each script: reads the question, and answers it once. */
export const QUERY_PRELUDE = `
import { stdout } from 'node:process';
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const ask = JSON.parse(Buffer.concat(chunks).toString('utf8'));
const answer = (value) => new Promise((done) => stdout.write(JSON.stringify(value), done));
const fail = (error) => answer({ fault: String(error && error.message || error) });
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
  const words = [process.execPath, ...flags, '--no-warnings', '--input-type=module', '-e', script];
  const options = { cwd, env, ...limits, input: JSON.stringify(input) };
  const result = await runProgram(words, options);
  if (!result.ok) throw explain(database, result, limits);
  const printed = JSON.parse(result.output.toString('utf8')) as Printed;
  if ('rows' in printed) return tidyRows(printed.rows, kinds);
  if ('isTooMany' in printed) throw tooManyRows(database);
  throw queryFailure(database, firstLine(printed.fault));
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
