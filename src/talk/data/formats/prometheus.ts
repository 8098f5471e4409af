import * as v from 'valibot';
import { ShapeError, toShape } from './answer-shape.ts';

/** One value of a metric, as Prometheus and OpenMetrics write it. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  /** Null for NaN and what is infinite, which no figure is. */
  value: number | null;
  /** Its own time, in milliseconds since 1970 for Prometheus, in seconds for OpenMetrics; null for now. */
  time: number | null;
}

const NAME = /[A-Za-z_:][\w:]*/y;
const LABEL = /\s*([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(,?)/y;
const VALUE = /^\s*(\S+)(?:\s+(-?\d+(?:\.\d+)?))?\s*(?:#\s.*)?$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_A_FIGURE = /^(?:nan|[+-]?inf(?:inity)?)$/i;
const SAMPLES = v.array(
  v.object({
    name: v.string(),
    labels: v.record(v.string(), v.string()),
    value: v.nullable(v.number()),
    time: v.nullable(v.number()),
  }),
);

/** Parses the text format of Prometheus; throws an error with the line of the first fault. */
export function parsePrometheus(text: string): Sample[] {
  return text.split('\n').flatMap((line, index) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const sample = parseSample(trimmed);
    if (sample) return [sample];
    throw new ShapeError(`line ${index + 1} is no sample: "${trimmed.slice(0, 60)}"`);
  });
}

/** Returns the samples of a metric, of those that have the given labels; throws an error when there is none. */
export function readSamples(
  answer: unknown,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Sample[] {
  const samples = toShape(SAMPLES, answer);
  const found = samples.filter(
    (sample) =>
      sample.name === name &&
      Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  );
  if (found.length > 0) return found;
  const names = [...new Set(samples.map((sample) => sample.name))].slice(0, 10).join(', ');
  throw new ShapeError(
    `no sample is called "${name}" with these labels; there is ${names || 'none'}`,
  );
}

function parseSample(line: string): Sample | null {
  NAME.lastIndex = 0;
  const name = NAME.exec(line)?.[0];
  if (name === undefined) return null;
  const labelled = parseLabels(line, name.length);
  if (!labelled) return null;
  const [, value = '', time] = VALUE.exec(line.slice(labelled.end)) ?? [];
  if (!NUMBER.test(value) && !NOT_A_FIGURE.test(value)) return null;
  const number = Number(value);
  return {
    name,
    labels: labelled.labels,
    value: Number.isFinite(number) ? number : null,
    time: time === undefined ? null : Number(time),
  };
}

function parseLabels(
  line: string,
  start: number,
): { labels: Record<string, string>; end: number } | null {
  const open = /^\s*\{/.exec(line.slice(start));
  if (!open) return { labels: {}, end: start };
  const labels: [string, string][] = [];
  let end = start + open[0].length;
  for (;;) {
    LABEL.lastIndex = end;
    const [all = '', name = '', value = '', comma] = LABEL.exec(line) ?? [];
    if (all === '') break;
    labels.push([name, unescapeLabel(value)]);
    end += all.length;
    if (comma === '') break;
  }
  const close = /^\s*\}/.exec(line.slice(end));
  return close && { labels: Object.fromEntries(labels), end: end + close[0].length };
}

function unescapeLabel(value: string): string {
  return value.replaceAll(/\\(.)/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign));
}
