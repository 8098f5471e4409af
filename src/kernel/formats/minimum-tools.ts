import { formats } from 'rostrum';

/** The oldest Rust and bindgen that a kernel builds with. */
export interface MinimumTools {
  rust: string;
  bindgen: string;
}

const CASE = /^\s*([\w-]+)\)/;
const ECHO = /\becho (\d+(?:\.\d+)+)\b/;
const RULE = /^=+(?:\s+=+)+\s*$/;
const VERSION = /^\d+(?:\.\d+)+$/;

/** Reads `scripts/min-tool-version.sh` of the kernel. */
export function readMinToolVersions(answer: unknown): MinimumTools {
  const versions = new Map<string, string>();
  let tool: string | undefined;
  for (const line of formats.toText(answer).split('\n')) {
    tool = CASE.exec(line)?.[1] ?? tool;
    // When a tool has a version for each architecture, the last one is the default.
    const version = ECHO.exec(line)?.[1];
    if (tool && version) versions.set(tool, version);
  }
  return pick('min-tool-version.sh', versions.get('rustc'), versions.get('bindgen'));
}

/** Reads the table of minimal requirements in `Documentation/process/changes.rst`. */
export function readChangesTable(answer: unknown): MinimumTools {
  const lines = formats.toText(answer).split('\n');
  const rule = lines.findIndex((line) => RULE.test(line));
  const bounds = columnsOf(lines[rule] ?? '');
  const cell = (line: string, column: number): string =>
    line.slice(bounds[column], bounds[column + 1]).trim();
  const isMinimum = /minim/i.test(cell(lines[rule + 1] ?? '', 1));
  if (rule < 0 || !isMinimum) throw new Error('the table of minimal versions is not there');
  const rows = lines
    .slice(rule + 3)
    .map((line) => [cell(line, 0).replace(/\s*\(optional\)$/, ''), cell(line, 1)] as const);
  const find = (name: string): string | undefined =>
    rows.find(([program, version]) => program === name && VERSION.test(version))?.[1];
  return pick('changes.rst', find('Rust'), find('bindgen'));
}

/** Returns the start of each column of a simple table. */
function columnsOf(rule: string): number[] {
  return [...rule.matchAll(/=+/g)].map(({ index }) => index);
}

function pick(file: string, rust: string | undefined, bindgen: string | undefined): MinimumTools {
  if (!rust) throw new Error(`${file} names no version of Rust`);
  if (!bindgen) throw new Error(`${file} names no version of bindgen`);
  return { rust, bindgen };
}
