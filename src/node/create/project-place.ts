import { readdirSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../errors.ts';
import { requirePlainPath } from '../root.ts';
import { findStats, hasCode } from '../system-error.ts';

/** What a folder holds before a project is written into it. */
export interface Place {
  /** Whether it has talks already. */
  hasTalks: boolean;
  hasManifest: boolean;
}

/** What hosts, package managers and systems put into a folder that is empty otherwise. */
const INCIDENTAL =
  /^(?:\.git|\.github|\.gitignore|\.gitattributes|\.DS_Store|Thumbs\.db|desktop\.ini|\.idea|\.vscode|\.editorconfig|node_modules|readme(?:\..*)?|licen[cs]e(?:\..*)?|.*-lock\.(?:json|yaml)|yarn\.lock)$/i;

/** Looks at the folder of a new project; refuses one that holds anything but a project. */
export function inspectPlace(root: string): Place {
  requirePlainPath(root);
  if (findStats(root)?.isFile()) throw isTaken(root);
  const names = listNames(root);
  const hasManifest = names.includes('package.json');
  const talks = names.includes('slides') ? listNames(path.join(root, 'slides/talks')) : [];
  const isOwn = hasManifest || names.includes('slides');
  if (!isOwn && !names.every((name) => INCIDENTAL.test(name))) throw notEmpty(root);
  return { hasTalks: talks.some((name) => name.endsWith('.md')), hasManifest };
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    if (hasCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

function isTaken(folder: string): UsageError {
  return new UsageError(`"${folder}" is a file.`, 'Name a folder: npx rostrum init my-talks.');
}

function notEmpty(root: string): UsageError {
  return new UsageError(
    `The folder "${root}" holds other files and no project, so nothing is written there.`,
    'Name a new folder: npx rostrum init my-talks.',
  );
}
