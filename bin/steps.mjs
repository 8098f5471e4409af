import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How a test that passed in its second run stands in the output of vitest. */
const AGAIN = /^\s*\S+ (.*) \(retry x\d+\)/gm;

/** Runs steps, some at once, shows what failed, and counts: one a check, one a test. */
export async function runSteps(steps, { root, lanes }) {
  const queue = [...steps];
  const total = { passed: 0, failed: 0 };
  const work = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const { passed, failed } = await runStep(step, root);
      total.passed += passed;
      total.failed += failed;
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return total;
}

async function runStep({ name, args, hasReport = false, isOptional = false }, root) {
  const started = performance.now();
  const folder = mkdtempSync(path.join(tmpdir(), 'rostrum-test-'));
  const file = path.join(folder, 'report.json');
  const report = hasReport ? ['--reporter=default', '--reporter=json', `--outputFile=${file}`] : [];
  const { status, output } = await run([...args, ...report], root);
  const counts = hasReport ? readReport(file, status) : countCheck(status);
  rmSync(folder, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const isSkipped = isOptional && counts.passed + counts.failed === 0;
  const result = counts.failed > 0 ? 'FAILED' : isSkipped ? 'skip' : 'ok';
  process.stdout.write(`${result.padEnd(6)} ${name}, ${seconds} s\n`);
  for (const [, test = ''] of stripVTControlCharacters(output).matchAll(AGAIN))
    process.stdout.write(`twice  ${test}\n`);
  if (counts.failed > 0) process.stdout.write(`${output.trimEnd()}\n`);
  return counts;
}

function run(args, cwd) {
  return new Promise((resolve) => {
    const env = { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const add = (chunk) => (output += chunk);
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', (error) => resolve({ status: 1, output: String(error) }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

function countCheck(status) {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A run that ends badly without a failed test (a file that cannot be loaded) is one failure more. */
function readReport(file, status) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = status === 0 ? numFailedTests : Math.max(1, numFailedTests);
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1 };
  }
}
