import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatasetView } from '../../src/talk/model/dataset.ts';
import { createRandom } from '../fuzz/random.ts';
import { alterView } from '../drawings/alter-view.ts';
import { compileDrawing } from '../drawings/compile-drawing.ts';
import type { Drawing } from '../drawings/drawing.ts';
import type { FaultKind } from '../drawings/fault.ts';
import { makeDrawing } from '../drawings/make-drawing.ts';
import { openJudge, type DrawingJudge } from '../drawings/open-judge.ts';
import { groupFaults, writeGroup } from '../drawings/report.ts';
import { growDrawing } from '../drawings/grow-drawing.ts';
import { follow, redraw } from '../drawings/redraw.ts';
import { RIGHT, SPOILED, type Tamper } from '../drawings/spoiled.ts';

/** How many drawings are made, and from which seed; more of both show more. */
const COUNT = Number(process.env['ROSTRUM_DRAWINGS'] ?? 1000);
const SEED = Number(process.env['ROSTRUM_SEED'] ?? 1);
const TIMEOUT_MS = 60_000 + 600 * COUNT;
/** How many of them get other data as well. */
const REDRAWN = COUNT / 5;

let judge: DrawingJudge;
beforeAll(async () => {
  judge = await openJudge();
});
afterAll(() => judge[Symbol.asyncDispose]());

const about = { key: null, unit: null, setting: 'alone', language: 'en' } as const;

const BARS: Drawing = {
  ...about,
  kind: 'bar',
  spec: { type: 'bar', label: 'name', y: 'value' },
  rows: [
    { name: 'networking', value: 30 },
    { name: 'memory', value: 12.5 },
    { name: 'sound', value: 4 },
  ],
};

const LINES: Drawing = {
  ...about,
  kind: 'line',
  spec: { type: 'line', x: 'date', y: ['list', 'chat'] },
  rows: [
    { asOf: '2021', list: 1000, chat: 200 },
    { asOf: '2022', list: 1400, chat: 500 },
    { asOf: '2023', list: 1700, chat: 900 },
  ],
};

/** Each fault, made in a drawing without any, and what has to be found. */
const FAULTS: [string, FaultKind, Drawing, Tamper][] = [
  [
    'a text over another by 2 px',
    'overlap',
    BARS,
    (_, named) => {
      const [memory, sound] = [named('memory'), named('sound')];
      // "d" reaches as high as no other letter of the two, and no letter reaches below the line.
      const font = getComputedStyle(sound).font;
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      if (!pen) return;
      pen.font = font;
      const { actualBoundingBoxAscent } = pen.measureText('sound');
      const down = pen.measureText('memory').actualBoundingBoxDescent;
      const y = Number(memory.getAttribute('y')) + down + actualBoundingBoxAscent - 2;
      sound.setAttribute('y', String(y));
    },
  ],
  [
    'a turned text over another',
    'overlap',
    BARS,
    (_, named) => {
      const [memory, sound] = [named('memory'), named('sound')];
      const [x, y] = [Number(memory.getAttribute('x')) + 20, memory.getAttribute('y')];
      sound.setAttribute('x', String(x));
      sound.setAttribute('y', String(y));
      sound.setAttribute('transform', `rotate(-60 ${x} ${y})`);
    },
  ],
  [
    'a text that leaves the drawing by 2 px',
    'outside',
    BARS,
    (_, named) => named('sound').setAttribute('x', '-3'),
  ],
  [
    'a bar that leaves the drawing',
    'outside',
    BARS,
    (svg) => svg.querySelector('rect.bar')?.setAttribute('y', '-4'),
  ],
  ['a row without its bar', 'rows', BARS, (svg) => svg.querySelector('rect.bar')?.remove()],
  [
    'a bar that is longer than its value by 2 px',
    'rows',
    BARS,
    (svg) => {
      const bar = svg.querySelectorAll('rect.bar')[1];
      bar?.setAttribute('width', String(Number(bar.getAttribute('width')) + 2));
    },
  ],
  [
    'a line without one of its points',
    'rows',
    LINES,
    (svg) => {
      const line = svg.querySelector('path.line');
      line?.setAttribute('d', line.getAttribute('d')?.replace(/L[^L]*$/, '') ?? '');
    },
  ],
  ['a row without a name', 'name', BARS, (_, named) => named('sound').remove()],
  ['a line without a name', 'name', LINES, (_, named) => named('chat').remove()],
  [
    'two names that are cut to the same letters',
    'name',
    {
      ...BARS,
      rows: [
        { name: 'networking', value: 30 },
        { name: 'network', value: 4 },
      ],
    },
    (_, named) => {
      for (const name of ['networking', 'network']) named(name).textContent = 'netw\u2026';
    },
  ],
  [
    'a label that is not its value',
    'number',
    BARS,
    (svg) => {
      const cell = svg.closest('.block')?.querySelectorAll('td')[1];
      if (cell) cell.textContent = '12.4';
    },
  ],
  [
    'a small value that is written as zero',
    'number',
    { ...BARS, rows: [{ name: 'sound', value: 4 }] },
    (svg) => {
      const cell = svg.closest('.block')?.querySelector('td');
      if (cell) cell.textContent = '\u22120';
    },
  ],
  [
    'a tick that is not where it says',
    'tick',
    LINES,
    (_, named) => (named('500').textContent = '501'),
  ],
  [
    'a tick that is written twice',
    'tick',
    LINES,
    (_, named) => (named('1000').textContent = '500'),
  ],
  [
    'a text of 17 px',
    'small-text',
    BARS,
    (_, named) => named('sound').setAttribute('font-size', '17'),
  ],
  [
    'a drawing that is scaled down',
    'small-text',
    LINES,
    (svg) => svg.setAttribute('viewBox', `0 0 ${svg.clientWidth * 1.2} ${svg.clientHeight * 1.2}`),
  ],
  [
    'a text on a bar of nearly its own colour',
    'contrast',
    BARS,
    (svg, named) => {
      const bar = svg.querySelector('rect.bar');
      const sound = named('sound');
      sound.setAttribute('x', String(Number(bar?.getAttribute('x')) + 10));
      sound.setAttribute('y', String(Number(bar?.getAttribute('y')) + 20));
      svg.append(sound);
      bar?.setAttribute('style', 'fill: #333');
    },
  ],
  [
    'a text whose ground is light in dark as well',
    'contrast',
    BARS,
    (_, named) => named('sound').setAttribute('style', 'fill: #1b1916'),
  ],
  [
    'a line that crosses a text',
    'contrast',
    BARS,
    (svg, named) => {
      const [x, y] = ['x', 'y'].map((name) => Number(named('memory').getAttribute(name)));
      const line = svg.querySelector('line');
      for (const [name, value] of Object.entries({ x1: x, x2: (x ?? 0) + 90, y1: (y ?? 0) - 5 }))
        line?.setAttribute(name, String(value));
      line?.setAttribute('y2', String((y ?? 0) - 5));
      line?.setAttribute('style', 'stroke: #bf310a; stroke-width: 3');
      if (line) svg.prepend(line);
    },
  ],
  ['a drawing that is missing', 'not-drawn', BARS, (svg) => svg.remove()],
];

describe('the judge of drawings', () => {
  test.each([['bars', BARS], ['lines', LINES], ...RIGHT])(
    'finds nothing in %s that are right',
    async (_, drawing) => {
      await judge.show([drawing]);
      expect(await judge.measure([drawing])).toEqual([[]]);
    },
  );

  test.each([...FAULTS, ...SPOILED])('finds %s', async (_, kind, drawing, tamper) => {
    await judge.show([drawing]);
    const [before] = await judge.measure([drawing]);
    expect(before?.filter((fault) => fault.kind === kind)).toEqual([]);
    await judge.page.evaluate(`(() => {
      const svg = document.querySelector('.block svg');
      const named = (text) => [...svg.querySelectorAll('text')].find((one) => one.textContent === text);
      (${tamper})(svg, named);
    })()`);
    const [faults] = await judge.measure([drawing]);
    expect(faults?.map((fault) => fault.kind)).toContain(kind);
  });
});

test('a live value without a place on a logarithmic axis is reported, and the drawing stays', async () => {
  const rows = [
    { asOf: '2021', value: 10 },
    { asOf: '2022', value: 200 },
    { asOf: '2023', value: 3000 },
  ];
  const spec = { type: 'line', x: 'date', y: 'value', scale: 'log' };
  const drawing: Drawing = { ...about, kind: 'line', spec, rows };
  await judge.show([drawing]);
  const { view } = compileDrawing(drawing, 'drawing0');
  const next = view && { ...view, rows: view.rows.map((row) => ({ ...row, value: 0 })) };
  const result = await judge.page.evaluate(async (text) => {
    const chart = document.querySelector<HTMLElement>('rostrum-chart');
    const read = (): string | null | undefined =>
      chart?.querySelector('path.line')?.getAttribute('d');
    const before = read();
    if (chart) chart.dataset['live'] = 'live';
    const kept = new Promise<string>((resolve) => {
      chart?.addEventListener('rostrum:kept', (event) =>
        resolve((event as CustomEvent<string>).detail),
      );
    });
    window.updateData(JSON.parse(text) as DatasetView);
    const reason = await kept;
    return { reason, isSame: before !== undefined && before === read() };
  }, JSON.stringify(next));
  expect(result.isSame).toBe(true);
  expect(result.reason).toContain('is 0 at "2021"');
});

test(
  'a drawing after updates of every kind is the one that is made at once',
  async () => {
    const random = createRandom(SEED);
    for (let at = 0; at < REDRAWN; at += 40) {
      const drawings = Array.from({ length: 40 }, (_, index) => makeDrawing(SEED, at + index));
      const changes = await redraw(judge, drawings, (view) => alterView(random, view));
      expect(changes).toEqual([]);
    }
  },
  TIMEOUT_MS,
);

test(
  'a live drawing has no fault after any of its updates, and is the one that is made at once',
  async () => {
    const random = createRandom(SEED);
    for (let at = 0; at < REDRAWN; at += 40) {
      const drawings = Array.from({ length: 40 }, (_, index) => makeDrawing(SEED, at + index));
      expect(await follow(judge, drawings, (drawing) => growDrawing(random, drawing))).toEqual([]);
    }
  },
  TIMEOUT_MS,
);

test(
  `${COUNT} drawings of seed ${SEED} have no fault`,
  async () => {
    const numbers = Array.from({ length: COUNT }, (_, number) => number);
    const verdicts = await judge.judge(numbers.map((number) => makeDrawing(SEED, number)));
    const found: string[] = [];
    for (const group of groupFaults(verdicts, numbers)) {
      found.push(await writeGroup(group, SEED, judge));
    }
    expect(found.join('\n')).toBe('');
    // Too many absent ones would leave little to judge.
    const absent = verdicts.filter(({ isDrawn }) => !isDrawn).length;
    expect(absent / COUNT).toBeLessThan(0.25);
  },
  TIMEOUT_MS,
);
