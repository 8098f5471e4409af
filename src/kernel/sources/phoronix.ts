import { formats, v } from 'rostrum';
import type { SourceRecipe } from './kernel-source.ts';

/** Results of the Phoronix Test Suite. */
export interface PhoronixOptions {
  /** What `phoronix-test-suite result-file-to-csv` wrote, from the folder `data` on. */
  file: string;
  /** The day of the measurement, which is not in the file. */
  asOf: string;
  /** Where it was measured; defaults to the name of the suite. */
  name?: string;
}

/** A result of a test on a system. */
export interface PhoronixResult {
  test: string;
  system: string;
  value: number | null;
  unit: string;
  /** Whether a higher or a lower value is better; null where the suite does not say. */
  better: 'higher' | 'lower' | null;
}

const HEAD = /^ ?,,(".*")\s*$/;
const RESULT = /^"(.*) \(([^()]*)\)",(HIB|LIB|),?(.*)$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Reads what `phoronix-test-suite result-file-to-csv` writes. */
export function readPhoronixCsv(answer: unknown): PhoronixResult[] {
  const lines = formats.toText(answer).split(/\r?\n/);
  const heads = lines.flatMap((line, index) => (HEAD.test(line) ? [index] : []));
  // The first table has the machines, the last one what was measured.
  const start = heads.at(-1);
  if (start === undefined || heads.length < 2) {
    throw new Error('there is no table of results below one of systems');
  }
  const systems = (HEAD.exec(lines[start] ?? '')?.[1] ?? '').slice(1, -1).split('","');
  const rows = lines.slice(start + 1).filter((line) => line.trim() !== '');
  if (rows.length === 0) throw new Error('the table of results is empty');
  return rows.flatMap((line) => readLine(line, systems));
}

function readLine(line: string, systems: readonly string[]): PhoronixResult[] {
  const [, test, unit, proportion, rest] = RESULT.exec(line) ?? [];
  if (test === undefined || unit === undefined || rest === undefined) {
    throw new Error(`"${line.slice(0, 80)}" is no result`);
  }
  const values = rest.split(',');
  if (values.length !== systems.length) {
    throw new Error(`"${test}" has ${values.length} values for ${systems.length} systems`);
  }
  const better = { HIB: 'higher', LIB: 'lower' } as const;
  return systems.map((system, index) => {
    const text = values[index]?.trim() ?? '';
    if (text !== '' && !NUMBER.test(text)) throw new Error(`"${test}" has the value "${text}"`);
    return {
      test,
      system,
      value: text === '' ? null : Number(text),
      unit,
      better: better[proportion as 'HIB' | 'LIB'] ?? null,
    };
  });
}

/** Lists what the Phoronix Test Suite measured, by test and system, as of the day of the measurement. */
export function phoronixResults(options: PhoronixOptions): SourceRecipe {
  const { file, asOf, name = 'Phoronix Test Suite' } = options;
  return {
    title: 'Benchmarks',
    key: 'id',
    schema: v.object({
      asOf: v.pipe(v.string(), v.isoDate()),
      id: v.string(),
      test: v.string(),
      system: v.string(),
      value: v.nullable(v.number()),
      unit: v.string(),
      better: v.nullable(v.picklist(['higher', 'lower'])),
    }),
    refresh: {
      id: 'phoronix',
      source: { name },
      minInterval: '1min',
      updatePeriod: '365d',
      staleAfter: '365d',
      ask: { file, format: 'text' },
      parse: ({ answer }) => ({
        rows: readPhoronixCsv(answer).map((row) => ({
          asOf,
          id: `${row.test}, ${row.system}`,
          ...row,
        })),
      }),
    },
  };
}
