import { readFileSync } from 'node:fs';
import { findNearest } from '../../talk/text/nearest.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { MachineError, UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';
import { readPdfWithin } from './pdf-worker.ts';
import { preflight, VENUES, type VenueLimits } from './preflight.ts';

/** Reads a PDF and lists the problems that a venue would have with it. */
export async function checkPdf(file: string, venueName: string): Promise<Problem[]> {
  const venue = requireVenue(venueName);
  const bytes = readBytes(file);
  try {
    return preflight(await readPdfWithin(bytes), venue);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ code: 'pdf-unreadable', severity: 'error', ...explain(reason) }];
  }
}

function explain(reason: string): Pick<Problem, 'message' | 'hint'> {
  if (reason.includes('encrypted')) {
    const message = 'The file is encrypted, and a venue cannot open it.';
    return { message, hint: 'Save it without a password.' };
  }
  const isBeyond = BOUND.test(reason);
  const message = isBeyond
    ? `The file cannot be checked: ${reason}.`
    : 'The file cannot be read as a PDF.';
  return { message, hint: 'Export it again.' };
}

/** The reader's result for a file above its limits. */
const BOUND = /^it (?:takes more|draws more|could not)/;

function requireVenue(name: string): VenueLimits {
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
    if (hasCode(error, 'ENOENT'))
      throw new UsageError(
        `There is no file "${file}".`,
        'Give the path of a PDF, from this folder on.',
      );
    if (hasCode(error, 'EISDIR')) throw new UsageError(`"${file}" is a folder.`);
    if (hasCode(error, 'EACCES')) {
      throw new MachineError(`"${file}" cannot be read: you have no permission.`, { cause: error });
    }
    throw error;
  }
}
