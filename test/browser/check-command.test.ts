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

const THROWN = { nothing: undefined, empty: null, words: 'it is words', rows: { rows: 3 } };

export default class extends BlockElement {
  draw() {
    const { what } = this.readSpec();
    this.textContent = what;
    if (what === 'warn') console.warn('only a warning');
    if (what === 'print') console.error('no rows in', { a: 1 }, window);
    if (what === 'ask') confirm('really?');
    if (what === 'later') setTimeout(() => console.error('said later'), 0);
    if (what === 'reject') this.reject();
    if (what === 'resize') this.resize();
    if (what === 'picture') new Image().src = 'data:image/png,';
    if (what === 'frame') this.frame();
    for (const [name, thrown] of Object.entries(THROWN)) {
      if (what === name) setTimeout(() => { throw thrown; }, 0);
      if (what === name + '-promise') Promise.reject(thrown);
    }
  }
  frame() {
    const frame = Object.assign(document.createElement('iframe'), { title: 'A frame' });
    frame.src = document.querySelector('a[href*=frame]').href;
    this.append(frame);
  }
  resize() {
    this.style.display = 'block';
    new ResizeObserver(() => {
      if (this.offsetWidth < 100) this.style.width = '200px';
    }).observe(this);
    this.style.width = '50px';
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

/** Checks a talk with a slide for each thing that the block can do, and gives places and messages of what is reported. */
async function checkNoisy(doings: readonly string[]): Promise<[number | undefined, string][]> {
  const slides = doings.map((what) => `# ${what}\n\n\`\`\`noisy\nwhat: ${what}\n\`\`\`\n`);
  const { root } = makeProject({
    'vite.config.ts': CONFIG,
    'noisy.ts': BLOCK,
    'noisy-element.js': ELEMENT,
    'assets/frame.html': '<!doctype html><title>A frame</title><script src="frame.js"></script>',
    'assets/frame.js': "confirm('really?'); throw new TypeError('it is framed');",
    'slides/talks/t.md': `---\ntitle: T\ndate: 2024-01-01\n---\n\n${slides.join('\n---\n\n')}\n[Frame](/assets/frame.html), [script](/assets/frame.js)\n`,
  });
  const { out, err } = await check(['--json'], root);
  expect(err).toBe('');
  const problems = JSON.parse(out) as { code: string; message: string; span?: { line: number } }[];
  expect(problems.filter(({ code }) => code !== 'page-fault')).toEqual([]);
  return problems
    .map(({ message, span }): [number | undefined, string] => [span?.line, message])
    .sort();
}

const PAGE = 'The page of "t" reports:';

test('what a block prints as an error, asks or fails with is reported at its place', async () => {
  expect(await checkNoisy(['warn', 'print', 'ask', 'reject', 'later'])).toEqual([
    [undefined, `${PAGE} a script printed an error: said later.`],
    [16, `${PAGE} a script printed an error: no rows in {"a":1} [object Window].`],
    [24, `${PAGE} a dialog was dismissed: confirm "really?".`],
    [32, `${PAGE} a script failed: TypeError: it is broken.`],
  ]);
});

test('a layout that takes two frames and a picture that is not shown are no failures of a script', async () => {
  expect(await checkNoisy(['resize', 'picture'])).toEqual([]);
});

test('a script that throws something other than an error is reported once, with what it threw', async () => {
  const thrown = ['nothing', 'empty', 'words', 'rows'];
  const found = await checkNoisy([...thrown, ...thrown.map((name) => `${name}-promise`)]);
  expect(found).toEqual([
    [undefined, `${PAGE} a script failed: Uncaught (in promise) null.`],
    [undefined, `${PAGE} a script failed: Uncaught (in promise) undefined.`],
    [undefined, `${PAGE} a script failed: Uncaught null.`],
    [undefined, `${PAGE} a script failed: Uncaught undefined.`],
    [undefined, `${PAGE} a script failed: it is words.`],
    [undefined, `${PAGE} a script failed: {"rows":3}.`],
  ]);
});

test('what a frame does is reported for the talk', async () => {
  expect(await checkNoisy(['frame'])).toEqual([
    [undefined, `${PAGE} a dialog was dismissed: confirm "really?".`],
    [undefined, `${PAGE} a script failed: TypeError: it is framed.`],
  ]);
});
