import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseJson, type JsonText } from '../../talk/data/json-place.ts';
import type { Problem } from '../../talk/model/problem.ts';
import { parseRehearsal, type Rehearsal } from '../../talk/model/rehearsal/rehearsal.ts';
import { wrongValue } from '../../talk/problems/problems.ts';
import { UsageError } from '../errors.ts';
import { hasCode } from '../system-error.ts';

/** The folder of a project in which rehearsals lie. */
export const REHEARSALS = 'rehearsals';

/** The rehearsals of a talk, in the order of time, and what is wrong in the files. */
export interface FoundRuns {
  runs: Rehearsal[];
  problems: Problem[];
  /** Texts of the files with problems, for their frames. */
  texts: Map<string, string>;
}

/** Which rehearsals are read. */
export interface RunSources {
  /** The project's folder. */
  root: string;
  talk: string;
  /** Files with one rehearsal or a list of them; none for all of the talk in `rehearsals/`. */
  files: readonly string[];
}

/** Longer files hold no rehearsals. */
const MAX_BYTES = 8 << 20;
const MAX_FILES = 1000;

/** Reads the rehearsals of a talk, each once; throws a `UsageError` for a file that cannot be read. */
export function readRuns({ root, talk, files }: RunSources): FoundRuns {
  const found: FoundRuns = { runs: [], problems: [], texts: new Map() };
  const isNamed = files.length > 0;
  const seen = new Set<string>();
  for (const file of isNamed ? files : listFiles(root)) {
    const text = readText(path.resolve(root, file), file);
    const { value: json, problems } = parseJson({ path: file, text });
    const read = json ? readFile(json, file) : { runs: [], problems };
    const others = read.runs.filter(({ run }) => run.talk !== talk);
    const ofOthers = isNamed && json ? others.map((one) => reportOther(one, talk, json)) : [];
    found.problems.push(...read.problems, ...ofOthers);
    found.texts.set(file, text);
    for (const { run } of read.runs) {
      if (run.talk !== talk || seen.has(run.startedAt)) continue;
      seen.add(run.startedAt);
      found.runs.push(run);
    }
  }
  found.runs.sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  return found;
}

/** A rehearsal, and its place in a list; null where the file holds just one. */
interface PlacedRun {
  run: Rehearsal;
  index: number | null;
}

function readFile(json: JsonText, file: string): { runs: PlacedRun[]; problems: Problem[] } {
  const isMany = Array.isArray(json.value);
  const values = isMany ? (json.value as unknown[]) : [json.value];
  const runs: PlacedRun[] = [];
  const problems: Problem[] = [];
  for (const [at, value] of values.entries()) {
    const index = isMany ? at : null;
    const parsed = parseRehearsal(value);
    if ('value' in parsed) runs.push({ run: parsed.value, index });
    else {
      const span = json.spanOf(toPath(index, parsed.key));
      const hint = `${file} is not as the speaker\u2019s page writes rehearsals; the others are read.`;
      problems.push(wrongValue(parsed.key, parsed.expected, shortenSpan(span), hint));
    }
  }
  return { runs, problems };
}

function reportOther({ run, index }: PlacedRun, talk: string, json: JsonText): Problem {
  const span = json.spanOf(toPath(index, 'talk'));
  return wrongValue('talk', `"${talk}"`, span, `This is a rehearsal of "${run.talk}".`);
}

function toPath(index: number | null, key: string): (string | number)[] {
  return index === null ? [key] : [index, key];
}

/** A value of several lines is marked at its start. */
function shortenSpan<Place extends { length: number }>(span: Place): Place {
  return { ...span, length: Math.min(span.length, 40) };
}

function listFiles(root: string): string[] {
  try {
    const names = readdirSync(path.join(root, REHEARSALS)).filter((name) => name.endsWith('.json'));
    return names
      .sort()
      .slice(-MAX_FILES)
      .map((name) => `${REHEARSALS}/${name}`);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

function readText(file: string, shown: string): string {
  try {
    if (statSync(file).size > MAX_BYTES) throw new UsageError(`${shown} is too long.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EISDIR', 'EACCES', 'ENOTDIR')) throw error;
    throw new UsageError(
      `${shown} cannot be read.`,
      `Rehearsals are JSON files, in ${REHEARSALS}/ or in the folder that you saved them to.`,
    );
  }
}
