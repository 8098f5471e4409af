import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findLost } from '../../../talk/source/encoding.ts';
import { hasCode } from '../../system-error.ts';
import { explainImport } from '../../project/import-error.ts';
import { findConfigFile } from './vite-config.ts';

/** What is wrong with a project's configuration of Vite, and what to do about it. */
export interface ConfigFault {
  message: string;
  hint?: string;
}

/** Names in stack traces of Vite's own reading of the file. */
const READING = /\bloadConfigFromFile\b|\bvite\.config\.[mc]?[jt]s\b/;
/** The plugin is a named export. */
const DEFAULT_IMPORT = /import\s+\w+\s+from\s+['"]rostrum['"]/;
const BE_UTF_8 = 'Characters were lost in it: save the file as UTF-8.';

/** Describes a failure caused by the project's own Vite configuration; null for other failures. */
export function describeConfigFault(error: unknown, root: string): ConfigFault | null {
  const file = findConfigFile(root);
  if (file === null || !(error instanceof Error)) return null;
  // A package that is missing is Node's to report, which names no file of Vite's.
  const isMissing = hasCode(error, 'ERR_MODULE_NOT_FOUND');
  if (!isMissing && !READING.test(`${error.message}\n${error.stack}`)) return null;
  const { reason, place } = explainImport(error);
  const isHere = place !== null && path.basename(place.file) === file;
  const at = isHere ? `${file}:${place.line}:${place.column}` : file;
  const message = `${at} cannot be used: ${reason}.`;
  const text = readFileSync(path.join(root, file), 'utf8');
  if (findLost(text, file).length > 0) return { message, hint: BE_UTF_8 };
  const isDefault = DEFAULT_IMPORT.test(text);
  return isDefault ? { message, hint: "Write import { rostrum } from 'rostrum'." } : { message };
}
