import { readFileSync } from 'node:fs';
import { findNearest } from '../../talk/model/nearest.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { MachineError, UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { readPdfFacts } from './pdf-facts.ts';
import { preflight, VENUES, type VenueLimits } from './preflight.ts';

/** Reads a PDF and lists what a venue would do to it. */
export async function checkPdf(file: string, venueName: string): Promise<Problem[]> {
  const venue = findVenue(venueName);
  const bytes = readBytes(file);
  try {
    return preflight(await readPdfFacts(bytes), venue);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isLocked = reason.includes('encrypted');
    const message = isLocked
      ? 'The file is encrypted, and a venue cannot open it.'
      : 'The file cannot be read as a PDF.';
    const hint = isLocked ? 'Save it without a password.' : 'Export it anew.';
    return [{ code: 'pdf-unreadable', severity: 'error', message, hint }];
  }
}

function findVenue(name: string): VenueLimits {
  const venues: Record<string, VenueLimits> = VENUES;
  const venue = Object.hasOwn(venues, name) ? venues[name] : undefined;
  if (venue) return venue;
  const names = Object.keys(venues);
  const nearest = findNearest(name, names);
  const list = `There is ${names.join(', ')}.`;
  throw new UsageError(
    `Rostrum knows no venue "${name}".`,
    nearest ? `Did you mean "${nearest}"? ${list}` : list,
  );
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) throw new UsageError(`There is no file "${file}".`);
    if (hasCode(error, 'EISDIR')) throw new UsageError(`"${file}" is a folder.`);
    if (hasCode(error, 'EACCES')) {
      throw new MachineError(`"${file}" cannot be read: you have no permission.`, { cause: error });
    }
    throw error;
  }
}
