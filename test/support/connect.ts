import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { RefreshResult } from '../../src/node/data/refresh/refresh-result.ts';
import type { World } from '../../src/node/data/http/session.ts';
import type { DatasetRecipe } from '../../src/talk/data/dataset/recipe.ts';
import type { RefreshRecipe } from '../../src/talk/data/update/refresh-context.ts';
import type { Request } from '../../src/talk/data/update/request.ts';
import { makeFolder, runRefresh, testWorld } from './refresh.ts';

/** What is asked, and beside what files. */
export interface ConnectOptions extends Partial<Pick<RefreshRecipe, 'parse' | 'source'>> {
  /** Files of the project by their paths from its root. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  root?: string;
  schema?: DatasetRecipe['schema'];
  key?: string;
  world?: World;
  mirrors?: readonly string[];
}

/** What a source gave: the outcome, and the rows of the file. */
export interface Connected {
  result: RefreshResult;
  root: string;
  /** The text of the file; empty for none. */
  text: string;
  rows: Record<string, unknown>[];
}

/** Rows of riders by day. */
export const RIDERS = v.object({ asOf: v.string(), riders: v.number() });

/** Writes files into a folder. */
export function writeFiles(
  root: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Refreshes a dataset "riders" from one request in a folder of its own. */
export async function connect(ask: Request, options: ConnectOptions = {}): Promise<Connected> {
  const { files = {}, root = makeFolder(), schema = RIDERS, key, parse, source } = options;
  writeFiles(root, files);
  const refresh: RefreshRecipe = {
    id: 'counter',
    source: source ?? { name: 'Counter' },
    minInterval: '1h',
    updatePeriod: '1d',
    staleAfter: '30d',
    ask,
    ...(parse ? { parse } : {}),
  };
  const recipe: DatasetRecipe = { schema, refresh, ...(key === undefined ? {} : { key }) };
  const { world = testWorld(), mirrors = [] } = options;
  const [result] = await runRefresh(root, { riders: recipe }, { world, mirrors });
  if (!result) throw new Error('There is no result.');
  return { result, root, ...readDataset(root, 'riders') };
}

/** Reads the rows of a dataset's file, of its newest edition; none without a file. */
export function readDataset(root: string, name: string): Pick<Connected, 'text' | 'rows'> {
  const file = path.join(root, `data/${name}.json`);
  if (!existsSync(file)) return { text: '', rows: [] };
  const text = readFileSync(file, 'utf8');
  const dataset = JSON.parse(text) as {
    rows?: Record<string, unknown>[];
    editions?: { rows: Record<string, unknown>[] }[];
  };
  return { text, rows: dataset.rows ?? dataset.editions?.at(-1)?.rows ?? [] };
}

/** Returns the columns of rows that a test looks at, without those that keep the books. */
export function bare(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  const books = ['since', 'source', 'retrieved'];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !books.includes(column))),
  );
}
