import { requireNode } from './node-version.mjs';

requireNode();
const { installMissing, ROOT } = await import('./install.mjs');
const { runSteps } = await import('./steps.mjs');
installMissing();

const bin = (name) => `node_modules/${name}`;
const floors = ['src/talk', 'src/node', 'src/browser', 'src/kernel', 'test'];
const tsc = bin('typescript/bin/tsc');
const oxfmt = bin('oxfmt/bin/oxfmt');
// The tests beside them need the other processors, and threads that check types do some of the work twice.
const checks = [
  ...floors.map((floor) => ({
    name: `types of ${floor}`,
    args: [tsc, '-p', floor, '--singleThreaded'],
  })),
  { name: 'lint', args: [bin('oxlint/bin/oxlint'), '--deny-warnings'] },
  { name: 'format', args: [oxfmt, '--check', '.'] },
];
const testsOf = (...projects) => ({
  name: `${projects.join(' and ')} tests`,
  args: [
    bin('vitest/vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--passWithNoTests',
  ],
  hasReport: true,
});

// One run for both: unit tests follow where a worker has no more pages to test.
const first = await runSteps([testsOf('browser', 'unit'), ...checks], { root: ROOT, lanes: 2 });
// Where no other browser is installed, there is nothing to run.
const second = await runSteps([{ ...testsOf('installed'), isOptional: true }], {
  root: ROOT,
  lanes: 1,
});
const passed = first.passed + second.passed;
const failed = first.failed + second.failed;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
