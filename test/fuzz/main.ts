import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from './random.ts';
import { kindOf, shrink } from './shrink.ts';
import type { Judge, Target } from './target.ts';
import { TARGETS } from './targets.ts';

/** One run of one target. */
export interface RunOptions {
  target: string;
  seed: number;
  /** Number of the first input. */
  from: number;
  /** Milliseconds, from when everything has started. */
  time: number;
  /** Whether what is found is written to `test/fuzz/found`. */
  isKept: boolean;
  say(line: string): void;
  /** Called before each input with its number, or null while one is shortened. */
  onTrial(count: number | null): void;
}

/** What a run found. */
export interface RunFigures {
  inputs: number;
  /** How often each kind of fault was found. */
  kinds: Record<string, number>;
  slow: number;
  slowestMs: number;
}

const FOUND = path.resolve('test/fuzz/found');
const SLOW_MS = 2000;
const SHRINK_MS = 90_000;

/** Names of all targets, in order. */
export const TARGET_NAMES: readonly string[] = TARGETS.map(({ name }) => name);

/** Tries inputs of a target until the time is over; what it finds is shortened. */
export async function runTarget(options: RunOptions): Promise<RunFigures> {
  const { seed, from, time, say, onTrial } = options;
  const target = findTarget(options.target);
  const figures: RunFigures = { inputs: 0, kinds: {}, slow: 0, slowestMs: 0 };
  await using trial = await target.open();
  const end = Date.now() + time;
  for (let count = from; Date.now() < end; count++) {
    onTrial(count);
    const input = makeInput(target.name, seed, count);
    const start = process.cpuUsage();
    const found = await trial.judge(input);
    // Of the processor, so that a busy machine makes nothing slow.
    const cost = process.cpuUsage(start).user / 1000;
    figures.inputs++;
    figures.slowestMs = Math.max(figures.slowestMs, Math.round(cost));
    if (cost > SLOW_MS) figures.slow++;
    const fault = found ?? (cost > SLOW_MS ? `slow: takes ${Math.round(cost)} ms` : null);
    if (fault === null) continue;
    const kind = kindOf(fault);
    const times = (figures.kinds[kind] ?? 0) + 1;
    figures.kinds[kind] = times;
    if (times > 1) continue;
    say(`${target.name} ${count}: ${fault}`.slice(0, 1500));
    const judge: Judge = (next) => {
      onTrial(null);
      return trial.judge(next);
    };
    const short = found === null ? input : await shrink(input, judge, { timeout: SHRINK_MS });
    say(`   ${JSON.stringify(short)}`.slice(0, 1500));
    if (options.isKept) keepInput(target.name, count, short);
  }
  return figures;
}

/** Makes the input of a target with a number; the same seed makes the same one. */
export function makeInput(name: string, seed: number, count: number): unknown {
  return findTarget(name).make(createRandom(seed * 1_000_003 + count));
}

/** Writes an input to where the test suite tries it again each time. */
export function keepInput(name: string, count: number, input: unknown): void {
  const folder = path.join(FOUND, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${count}.json`), `${JSON.stringify(input, null, 2)}\n`);
}

function findTarget(name: string): Target {
  const target = TARGETS.find((one) => one.name === name);
  if (!target) throw new Error(`There is no target "${name}", but ${TARGET_NAMES.join(', ')}.`);
  return target;
}
