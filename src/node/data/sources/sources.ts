import type { LocalRequest } from '../../../talk/data/update/request.ts';
import { nameCommand } from './program-limits.ts';
import type { SourceContext } from './source-context.ts';

/** Sends a request to files, a program or a database; each kind is a module of its own, loaded when it is needed. */
export async function askLocal(request: LocalRequest, context: SourceContext): Promise<unknown> {
  if ('file' in request) return (await import('./file-source.ts')).askFiles(request, context);
  if ('command' in request)
    return (await import('./command-source.ts')).askCommand(request, context);
  if ('sqlite' in request) return (await import('./sqlite-source.ts')).askSqlite(request, context);
  if ('postgres' in request)
    return (await import('./postgres-source.ts')).askPostgres(request, context);
  return (await import('./duckdb-source.ts')).askDuckdb(request, context);
}

/** Names what a request reads, for messages. */
export function describeRequest(request: LocalRequest): string {
  if ('file' in request) return request.file;
  if ('command' in request) return nameCommand(request.command);
  if ('sqlite' in request) return request.sqlite;
  return 'postgres' in request ? 'PostgreSQL' : 'DuckDB';
}
