import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isWebAddress } from '../../../talk/text/value/record.ts';
import type { DuckdbRequest } from '../../../talk/data/update/request.ts';
import { findPackage } from '../../find-package.ts';
import { readTimeout } from './program-limits.ts';
import { DUCKDB_SCRIPT } from './duckdb-script.ts';
import { findProjectFiles, refuse } from './project-files.ts';
import { runQuery } from './query-program.ts';
import { MAX_QUERY_ROWS, queryFailure, type QueryRow } from './query-rows.ts';
import type { SourceContext } from './source-context.ts';

const PACKAGE = '@duckdb/node-api';
const DATABASE = 'DuckDB';
/** How files are read, by the ends of their names. */
const READERS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:csv|tsv|txt)(?:\.gz)?$/i, 'read_csv'],
  [/\.(?:parquet|pq)$/i, 'read_parquet'],
  [/\.(?:json|ndjson|jsonl)(?:\.gz)?$/i, 'read_json'],
  [/\.(?:duckdb|ddb)$/i, 'attach'],
];
const KINDS =
  'DuckDB reads .csv, .tsv, .json, .ndjson, .parquet and .duckdb here; write other files as one of these.';

const ARROW = /\.(?:arrow|arrows|feather|ipc)$/i;
const AS_PARQUET =
  'DuckDB reads Arrow by an extension that it would have to load from the web. Write the file as Parquet: pyarrow.parquet.write_table(pyarrow.feather.read_table("a.arrow"), "a.parquet").';

/** A table that a query may name. */
interface Table {
  name: string;
  reader: string;
  files: string[];
}

/** Queries files by DuckDB, in a process of its own that reads those files and nothing else. */
export async function askDuckdb(
  request: DuckdbRequest,
  context: SourceContext,
): Promise<QueryRow[]> {
  const { root, world } = context;
  const module = findPackage(PACKAGE, { root, isSafe: false });
  if (module === undefined) {
    throw queryFailure(
      DATABASE,
      `the package "${PACKAGE}" is not installed`,
      `Run "npm install --save-dev ${PACKAGE}".`,
    );
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-duckdb-'));
  try {
    const tables: Table[] = [];
    for (const [name, place] of Object.entries(request.duckdb)) {
      tables.push(await openTable(name, place, { ...context, folder }));
    }
    const { query, values = [] } = request;
    const input = {
      module: pathToFileURL(module).href,
      tables,
      query,
      values,
      most: MAX_QUERY_ROWS + 1,
    };
    const { PATH, HOME } = world.env;
    const timeout = readTimeout(request.timeout);
    const program = { script: DUCKDB_SCRIPT, input, cwd: folder, env: { PATH, HOME }, timeout };
    return await runQuery({ ...program, database: DATABASE, kinds: context.kinds });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openTable(
  name: string,
  place: string,
  { root, fetchBytes, folder }: SourceContext & { folder: string },
): Promise<Table> {
  const isOnWeb = isWebAddress(place);
  const pathname = isOnWeb && URL.canParse(place) ? new URL(place).pathname : place;
  const reader = READERS.find(([form]) => form.test(pathname))?.[1];
  if (reader === undefined) {
    const hint = ARROW.test(pathname) ? AS_PARQUET : KINDS;
    throw refuse(place, 'it is no file of a kind that is read', hint);
  }
  if (!isOnWeb) return { name, reader, files: findProjectFiles(root, place) };
  const file = path.join(folder, `${name}-${path.posix.basename(pathname)}`);
  writeFileSync(file, await fetchBytes(place));
  return { name, reader, files: [file] };
}
