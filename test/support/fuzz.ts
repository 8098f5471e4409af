import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from '../fuzz/random.ts';
import type { Target } from '../fuzz/target.ts';

const FOUND = path.resolve('test/fuzz/found');

/** Tries the first inputs of a target and what the fuzzer found earlier; returns what is wrong. */
export async function tryTarget(target: Target, inputs: number): Promise<string[]> {
  const made = Array.from(
    { length: inputs },
    (_, seed) => [String(seed), target.make(createRandom(seed))] as const,
  );
  const faults: string[] = [];
  await using trial = await target.open();
  for (const [name, input] of [...readFound(target.name), ...made]) {
    const fault = await trial.judge(input);
    if (fault !== null) faults.push(`${name}: ${fault}`);
  }
  return faults;
}

function readFound(name: string): (readonly [name: string, input: unknown])[] {
  const folder = path.join(FOUND, name);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files.map((file) => {
    const input: unknown = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    return [file, input] as const;
  });
}
