import path from 'node:path';
import { expect, test } from 'vitest';
import { BROWSER_VARIABLE } from '../../src/node/chromium/find-browser.ts';
import { testFolder } from '../support/cases.ts';
import { makeProject } from '../support/project.ts';
import { runRostrum, type Ended } from '../support/run.ts';

const FAULTY = path.join(testFolder('check'), 'content-overflow');
const CLEAN = path.join(testFolder('check'), 'clean');

function check(words: string[], cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  return runRostrum(['check', ...words], { cwd, env });
}

test('check opens the slides, prints what is wrong with them and ends with 1', async () => {
  const { code, out, err } = await check([], FAULTY);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toMatch(/^slides\/talks\/talk\.md:37:3 {2}content-overflow\n/);
  expect(err).toMatch(/\d errors\n$/);
});

test('without a browser it sees no slide', async () => {
  expect(await check(['--no-browser'], FAULTY)).toMatchObject({ code: 0, err: 'No problems.\n' });
});

test('where nothing is wrong it ends with 0, in words and in JSON', async () => {
  expect(await check([], CLEAN)).toMatchObject({ code: 0, out: '', err: 'No problems.\n' });
  expect(await check(['--json'], CLEAN)).toMatchObject({ code: 0, out: '[]\n', err: '' });
});

test('a browser that does not start ends it with 3', async () => {
  const { code, err } = await check([], CLEAN, { [BROWSER_VARIABLE]: '/nowhere/chrome' });
  expect(code).toBe(3);
  expect(err).toContain(BROWSER_VARIABLE);
});

const ELEMENT = `import { BlockElement } from 'rostrum/browser';

export default class extends BlockElement {
  draw() {
    const { what } = this.readSpec();
    this.textContent = what;
    if (what === 'warn') console.warn('only a warning');
    if (what === 'print') console.error('no rows in', { a: 1 }, window);
    if (what === 'ask') confirm('really?');
    if (what === 'later') setTimeout(() => console.error('said later'), 0);
    if (what === 'reject') this.reject();
  }
  async reject() {
    await null;
    throw new TypeError('it is broken');
  }
}
`;

const BLOCK = `import { defineBlock, html, v } from 'rostrum';

export const noisy = defineBlock({
  name: 'noisy',
  about: 'Does more than draw.',
  schema: v.strictObject({ what: v.string() }),
  element: './noisy-element.js',
  compile: (spec, context) => ({
    html: html\`<rostrum-noisy class="block" data-block="\${context.id}" data-spec="\${JSON.stringify(spec)}">\${spec.what}</rostrum-noisy>\`.markup,
    steps: 0,
    text: spec.what,
    uses: [],
  }),
});
`;

const CONFIG = `import { rostrum } from 'rostrum';
import { noisy } from './noisy.ts';

export default { plugins: [rostrum({ blocks: [noisy] })] };
`;

test('what a block prints as an error, asks or fails with is reported at its place', async () => {
  const slides = ['warn', 'print', 'ask', 'reject', 'later'].map(
    (what) => `# ${what}\n\n\`\`\`noisy\nwhat: ${what}\n\`\`\`\n`,
  );
  const { root } = makeProject({
    'vite.config.ts': CONFIG,
    'noisy.ts': BLOCK,
    'noisy-element.js': ELEMENT,
    'slides/talks/t.md': `---\ntitle: T\ndate: 2024-01-01\n---\n\n${slides.join('\n---\n\n')}`,
  });
  const { out, err } = await check(['--json'], root);
  expect(err).toBe('');
  const problems = JSON.parse(out) as { code: string; message: string; span?: { line: number } }[];
  const page = 'The page of "t" reports:';
  expect(problems.map(({ message, span }) => [span?.line, message]).sort()).toEqual([
    [undefined, `${page} a script printed an error: said later.`],
    [16, `${page} a script printed an error: no rows in {"a":1} [object Window].`],
    [24, `${page} a dialog was dismissed: confirm "really?".`],
    [32, `${page} a script failed: TypeError: it is broken.`],
  ]);
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['page-fault']));
});
