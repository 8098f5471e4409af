import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDiskFault } from './disk.ts';
import { findFault } from './judge.ts';
import { makeSample, type Sample } from './project.ts';
import { createRandom } from './random.ts';
import { kindOf, shrink } from './shrink.ts';

const FOUND = path.resolve('test/fuzz/found');
const SLOW_MS = 2000;
const DISK_EVERY = 5;

/** Runs the fuzzer for some minutes; what it finds is shortened and written to `test/fuzz/found`. */
export async function runFuzzer(
  words: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const options = {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args: [...words], options });
  const seed = Number(values.seed ?? 1);
  const end = Date.now() + Number(values.minutes ?? 1) * 60_000;
  const kinds = new Map<string, number>();
  let [count, slowest, slow] = [0, 0, 0];
  for (; Date.now() < end; count++) {
    const sample = makeSample(createRandom(seed * 1_000_003 + count));
    const start = process.cpuUsage();
    const compiled = findFault(sample);
    // Of the processor, so that a busy machine makes nothing slow.
    const time = process.cpuUsage(start).user / 1000;
    // Files and pages take longer, and what is wrong with them mostly shows without them.
    const isOnDisk = compiled === null && count % DISK_EVERY === 0;
    const fault = isOnDisk ? await findDiskFault(sample) : compiled;
    slowest = Math.max(slowest, time);
    if (time > SLOW_MS) slow++;
    const kind = fault === null ? (time > SLOW_MS ? 'slow' : null) : kindOf(fault);
    if (kind === null) continue;
    const known = kinds.get(kind) ?? 0;
    kinds.set(kind, known + 1);
    if (known > 0) continue;
    say(`${count}: ${fault ?? `takes ${Math.round(time)} ms`}`.slice(0, 1500));
    const short = compiled === null ? sample : shrink(sample, findFault);
    say(`   ${JSON.stringify(short)}`.slice(0, 1500));
    if (values.keep) writeFixture(short, count);
  }
  say(
    `${count} projects from seed ${seed}: ${kinds.size} kinds of faults in ${sum(kinds)}, ${slow} slow, slowest ${Math.round(slowest)} ms`,
  );
  for (const [kind, times] of kinds) say(`  ${times} × ${kind}`);
  return kinds.size;
}

function sum(kinds: ReadonlyMap<string, number>): number {
  return [...kinds.values()].reduce((total, times) => total + times, 0);
}

function writeFixture(sample: Sample, count: number): void {
  mkdirSync(FOUND, { recursive: true });
  const taken = readdirSync(FOUND).length;
  writeFileSync(path.join(FOUND, `${taken}-${count}.json`), `${JSON.stringify(sample, null, 2)}\n`);
}
