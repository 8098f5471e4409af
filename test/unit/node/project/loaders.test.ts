import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLoaders } from '../../../../src/node/project/options/loader-options.ts';
import type { OptionFault } from '../../../../src/node/project/option-place.ts';
import { readDataset } from '../../../support/connect.ts';
import { makeProject } from '../../../support/project.ts';
import { runRostrum } from '../../../support/run.ts';

const IS_WINDOWS = process.platform === 'win32';
const CONFIG = (loaders: string): string =>
  `import { rostrum } from 'rostrum';\nexport default { plugins: [rostrum({ loaders: ${loaders} })] };\n`;
const TALK = '---\ntitle: T\n---\n\n# T\n\n{{ riders.riders }}\n';
const NODE_LOADER = `console.log(JSON.stringify([{ asOf: '2020-11-20', riders: 1200, key: process.env.LOADER_TOKEN ?? 'none' }]));\n`;

const refresh = (root: string, ...words: string[]) =>
  runRostrum(['data', 'refresh', ...words], { cwd: root, env: { LOADER_TOKEN: 's3cret-token' } });

test.skipIf(IS_WINDOWS)(
  'scripts and executables that are named print the rows of datasets',
  { timeout: 120_000 },
  async () => {
    const project = makeProject({
      'slides/talks/talk.md': TALK,
      'vite.config.ts': CONFIG("['riders.mjs', 'lines.csv.sh', 'stops']"),
      'data/riders.mjs': NODE_LOADER,
      'data/lines.csv.sh': 'echo "line;stops"\necho "U1;24"\n',
      'data/stops': '#!/bin/sh\necho \'[{"stop": "A"}]\'\n',
      'data/other.sh': 'touch ran\n',
    });
    const { root } = project;
    chmodSync(path.join(root, 'data/stops'), 0o755);
    const { code, out } = await refresh(root);
    expect([code, out]).toEqual([0, expect.stringContaining('3 new')]);
    expect(readDataset(root, 'riders').rows).toMatchObject([
      { asOf: '2020-11-20', riders: 1200, key: 'none' },
    ]);
    expect(readDataset(root, 'riders').text).toContain('"name": "data/riders.mjs"');
    expect(readDataset(root, 'lines').rows).toEqual([{ line: 'U1', stops: 24 }]);
    expect(readDataset(root, 'stops').rows).toEqual([{ stop: 'A' }]);
    expect(existsSync(path.join(root, 'ran'))).toBe(false);
    const status = await runRostrum(['data', 'status', '--json'], { cwd: root });
    const states = JSON.parse(status.out) as { name: string; state: string }[];
    expect(Object.fromEntries(states.map(({ name, state }) => [name, state]))).toMatchObject({
      riders: 'fresh',
    });
  },
);

test(
  'a recipe beside a loader checks its rows, and old rows stay',
  { timeout: 120_000 },
  async () => {
    const recipe = `import { defineDataset, v } from 'rostrum';
export default defineDataset({ source: { name: 'City counter' }, schema: v.object({ asOf: v.string(), riders: v.number() }), ranges: { riders: [0, 5000] } });\n`;
    const { root, write } = makeProject({
      'slides/talks/talk.md': TALK,
      'vite.config.ts': CONFIG("['riders.mjs']"),
      'data/riders.mjs': NODE_LOADER,
      'data/riders.ts': recipe,
    });
    expect((await refresh(root, 'riders')).code).toBe(0);
    const before = readFileSync(path.join(root, 'data/riders.json'), 'utf8');
    expect(before).toContain('City counter');
    write('data/riders.mjs', NODE_LOADER.replace('1200', '9999'));
    const { out } = await refresh(root, 'riders');
    expect(out).toContain('riders is 9999, and can only be from 0 to 5000');
    write('data/riders.mjs', 'console.error("no route to the counter"); process.exit(2);\n');
    expect((await refresh(root, 'riders')).out).toContain(
      'it ended with 2: no route to the counter',
    );
    expect(readFileSync(path.join(root, 'data/riders.json'), 'utf8')).toBe(before);
  },
);

test(
  'a loader gets the variables that are named, and its rows never hold them',
  { timeout: 120_000 },
  async () => {
    const { root } = makeProject({
      'slides/talks/talk.md': TALK,
      'vite.config.ts': CONFIG("[{ file: 'riders.mjs', env: ['LOADER_TOKEN'] }]"),
      'data/riders.mjs': NODE_LOADER,
    });
    const { out, err } = await refresh(root, 'riders');
    expect(out).toContain('hold the value of LOADER_TOKEN');
    expect(out + err).not.toContain('s3cret-token');
    expect(existsSync(path.join(root, 'data/riders.json'))).toBe(false);
  },
);

test(
  'nothing is run that the configuration does not name, nor with --safe',
  { timeout: 120_000 },
  async () => {
    const { root } = makeProject({
      'slides/talks/talk.md': TALK,
      'vite.config.ts': CONFIG("['riders.mjs']").replace("'riders.mjs'", ''),
      'data/riders.mjs': "import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\n",
    });
    expect((await refresh(root, 'riders')).err).toContain('There is no dataset "riders".');
    expect((await refresh(root, '--safe')).code).toBe(2);
    expect(existsSync(path.join(root, 'ran'))).toBe(false);
  },
);

test.each([
  ['riders.py', '"loaders" has to be a list'],
  [[5], 'has to be the name of a file'],
  [[{}], 'has to name a "file"'],
  [[{ file: 'riders.py', shell: true }], 'has no key "shell"'],
  [[{ file: 'riders.py', env: 'TOKEN' }], 'has an "env" that is no list'],
  [[{ file: 'riders.py', timeout: 'long' }], 'has a wrong "timeout"'],
  [['../x.py'], 'names "../x.py", which is no file in data/'],
  [['raw/x.py'], 'which is no file in data/'],
  [['none.py'], 'there is no data/none.py'],
  [['plain.txt'], 'which may not be run'],
  [['riders.py', 'riders.csv.py'], 'is the second for "riders"'],
])('the loaders %j are refused, with the reason', (option, said) => {
  const { root } = makeProject({
    'data/riders.py': '',
    'data/riders.csv.py': '',
    'data/plain.txt': '',
  });
  const faults: OptionFault[] = [];
  readLoaders(option, root, faults);
  const span = { file: 'vite.config.ts', line: 1, column: 1, length: 1 };
  expect(faults.map(({ toProblem }) => toProblem(span).message).join(' ')).toContain(said);
});
