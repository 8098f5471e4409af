import { stripVTControlCharacters } from 'node:util';

/** Where in a file something is wrong; line and column count from 1. */
export interface FilePlace {
  file: string;
  line: number;
  column: number;
}

/** Why an import failed, in one line, and the place when it is known. */
export interface ImportFailure {
  reason: string;
  place: FilePlace | null;
}

const CODE = /^\[[A-Z_]+\] /;
/** The bundler names the importing file relative to wherever it was started. */
const IMPORTER = / in \S+$/;

/** Reads the first error of a bundler, without its code frame, or that of the file itself. */
export function explainImport(error: unknown): ImportFailure {
  const first = firstError(error);
  const line = lineOf(first instanceof Error ? first.message : String(first));
  return { reason: line.replace(CODE, '').replace(IMPORTER, ''), place: placeOf(first) };
}

function firstError(error: unknown): unknown {
  const inner = error instanceof Error && 'errors' in error ? error.errors : null;
  return Array.isArray(inner) && inner.length > 0 ? inner[0] : error;
}

function lineOf(message: string): string {
  const lines = stripVTControlCharacters(message).split('\n');
  const line = lines.find((text) => text.trim() !== '');
  return (line ?? 'it does not say why').trim().replace(/\.$/, '');
}

function placeOf(error: unknown): FilePlace | null {
  if (!(error instanceof Error) || !('loc' in error)) return null;
  const { loc } = error;
  if (typeof loc !== 'object' || loc === null) return null;
  const { file, line, column }: Record<string, unknown> = { ...loc };
  if (typeof file !== 'string' || typeof line !== 'number' || typeof column !== 'number') {
    return null;
  }
  return { file, line, column: column + 1 };
}
