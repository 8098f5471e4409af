import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_VARIABLE } from '../../src/node/chromium/find-browser.ts';
import { testFolder } from '../support/cases.ts';
import { openProjectFolder } from '../support/project.ts';
import { runRostrum, type Ended } from '../support/run.ts';

const FAULTY = path.join(testFolder('check'), 'content-overflow');
const FEATURES = path.resolve(import.meta.dirname, '../../examples/features');
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

test('the example of all constructs has nothing wrong', async () => {
  expect(await check([], FEATURES)).toMatchObject({ code: 0, out: '', err: 'No problems.\n' });
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

const THROWN = ['nothing', 'empty', 'words', 'rows'];
/** What the blocks of each talk do, one a slide. */
const TALKS = {
  reported: ['warn', 'print', 'ask', 'reject', 'later'],
  harmless: ['resize', 'picture'],
  thrown: [...THROWN, ...THROWN.map((name) => `${name}-promise`)],
  framed: ['frame'],
};

function toTalk(doings: readonly string[]): string {
  const slides = doings.map((what) => `# ${what}\n\n\`\`\`noisy\nwhat: ${what}\n\`\`\`\n`);
  const links = '[Frame](/assets/frame.html), [script](/assets/frame.js)';
  return `---\ntitle: T\ndate: 2024-01-01\n---\n\n${slides.join('\n---\n\n')}\n${links}\n`;
}

interface Found {
  code: string;
  message: string;
  span?: { file: string; line: number };
}

describe('of a block that does more than draw', () => {
  let found: Found[];
  beforeAll(async () => {
    const talks = Object.entries(TALKS).map(
      ([name, doings]) => [`slides/talks/${name}.md`, toTalk(doings)] as const,
    );
    const { root } = openProjectFolder({
      'vite.config.ts': CONFIG,
      'noisy.ts': BLOCK,
      'noisy-element.js': ELEMENT,
      'assets/frame.html': '<!doctype html><title>A frame</title><script src="frame.js"></script>',
      'assets/frame.js': "confirm('really?'); throw new TypeError('it is framed');",
      ...Object.fromEntries(talks),
    });
    const { out, err } = await check(['--json'], root);
    rmSync(root, { recursive: true, force: true });
    expect(err).toBe('');
    found = JSON.parse(out) as Found[];
  });

  /** Lists places and messages of what is reported of a talk. */
  const listOf = (talk: string): [number | undefined, string][] =>
    found
      .filter(({ message }) => message.startsWith(pageOf(talk)))
      .map(({ message, span }): [number | undefined, string] => {
        if (span) expect(span.file).toBe(`slides/talks/${talk}.md`);
        return [span?.line, message.replace(pageOf(talk), '').trim()];
      })
      .sort();
  const pageOf = (talk: string): string => `The page of "${talk}" reports:`;

  test('nothing else is reported', () => {
    expect(found.filter(({ code }) => code !== 'page-fault')).toEqual([]);
    const ofTalks = Object.keys(TALKS).flatMap(listOf);
    expect(found).toHaveLength(ofTalks.length);
  });

  test('what it prints as an error, asks or fails with is reported at its place', () => {
    expect(listOf('reported')).toEqual([
      [undefined, 'a script printed an error: said later.'],
      [16, 'a script printed an error: no rows in {"a":1} [object Window].'],
      [24, 'a dialog was dismissed: confirm "really?".'],
      [32, 'a script failed: TypeError: it is broken.'],
    ]);
  });

  test('a layout that takes two frames and a picture that is not shown are no failures of a script', () => {
    expect(listOf('harmless')).toEqual([]);
  });

  test('a script that throws something other than an error is reported once, with what it threw', () => {
    expect(listOf('thrown')).toEqual([
      [undefined, 'a script failed: Uncaught (in promise) null.'],
      [undefined, 'a script failed: Uncaught (in promise) undefined.'],
      [undefined, 'a script failed: Uncaught null.'],
      [undefined, 'a script failed: Uncaught undefined.'],
      [undefined, 'a script failed: it is words.'],
      [undefined, 'a script failed: {"rows":3}.'],
    ]);
  });

  test('what a frame does is reported for the talk', () => {
    expect(listOf('framed')).toEqual([
      [undefined, 'a dialog was dismissed: confirm "really?".'],
      [undefined, 'a script failed: TypeError: it is framed.'],
    ]);
  });
});
