import type { Row } from '../../src/talk/model/dataset.ts';
import type { Drawing } from './drawing.ts';
import type { FaultKind } from './fault.ts';

/** Changes a drawing on the page; `svg` is the drawing, `named` finds the element with a text. */
export type Tamper = (svg: SVGSVGElement, named: (text: string) => SVGElement) => void;

const about = { key: null, unit: null, setting: 'alone', language: 'en' } as const;

const FIGURE: Drawing = {
  ...about,
  kind: 'spark',
  spec: { value: 'value', ago: '1y' },
  rows: [
    { asOf: '2021', value: 30 },
    { asOf: '2022', value: 45 },
    { asOf: '2023', value: 41 },
    { asOf: '2024', value: 52 },
  ],
};

const RELEASES: Row[] = [
  { version: '6.10', opened: '2029-08-05', closed: '2029-08-19', released: '2029-10-07' },
  { version: '6.11', opened: '2029-10-07', closed: '2029-10-21', released: '2029-12-09' },
  { version: '6.12', opened: '2029-12-09', closed: '2029-12-23', released: '2030-02-10' },
  { version: '6.13', opened: '2030-02-10', closed: '2030-02-24', released: '2030-04-14' },
];
const TIMELINE: Drawing = {
  ...about,
  kind: 'timeline',
  key: 'version',
  spec: { cadence: '9w', highlights: 'all' },
  rows: RELEASES,
};
const KERNEL: Drawing = {
  ...about,
  kind: 'kernel-timeline',
  key: 'version',
  spec: { highlights: 'all', rust: false },
  rows: RELEASES.map(({ opened, closed, ...row }) => {
    return { ...row, mergeWindow: { opened, closed } } as Row;
  }),
};

const AREAS: Row[] = [
  { name: 'networking', value: 30 },
  { name: 'memory', value: 12.5 },
  { name: 'sound', value: 4 },
];
const COLUMNS: Drawing = {
  ...about,
  kind: 'column',
  spec: { type: 'column', x: 'name', y: 'value' },
  rows: AREAS,
};
const HEATMAP: Drawing = {
  ...about,
  kind: 'heatmap',
  spec: { type: 'heatmap', x: 'name', label: 'year', y: 'value' },
  rows: ['first', 'second'].flatMap((year) => AREAS.map((row) => ({ ...row, year }))),
};

const DOTS: Drawing = {
  ...about,
  kind: 'dot',
  spec: { type: 'dot', label: 'name', y: ['stable', 'nightly'] },
  rows: [
    { name: 'networking', stable: 30, nightly: 34 },
    { name: 'memory', stable: null, nightly: 12.5 },
  ],
};
/** Two days of the month a year ago have one short number. */
const SHORT: Drawing = {
  ...FIGURE,
  spec: { value: 'value', ago: '1y', format: 'compact' },
  rows: [
    { asOf: '2022-05-02', value: 6012 },
    { asOf: '2022-05-09', value: 6278 },
    { asOf: '2022-05-16', value: 6342 },
    { asOf: '2023-05-20', value: 7980 },
  ],
};

/** Drawings that are right. */
export const RIGHT: [string, Drawing][] = [
  ['a figure', FIGURE],
  ['a figure with two days of one short number', SHORT],
  ['dots of two series', DOTS],
  ['a timeline', TIMELINE],
  ["the kernel's timeline", KERNEL],
  ['columns with names', COLUMNS],
  ['a heatmap', HEATMAP],
];

/** Faults made in figures, timelines and names of places, and what has to be found. */
export const SPOILED: [string, FaultKind, Drawing, Tamper][] = [
  [
    'a figure that is not the newest value',
    'number',
    FIGURE,
    (svg) => {
      const value = svg.closest('.block')?.querySelector('.figure-value > span');
      if (value) value.textContent = '41';
    },
  ],
  [
    'a figure without its number',
    'number',
    FIGURE,
    (svg) => svg.closest('.block')?.querySelector('.figure-value > span')?.remove(),
  ],
  [
    'a figure whose earlier value is another one',
    'number',
    FIGURE,
    (svg) => {
      const past = svg.closest('.block')?.querySelector('.figure-past');
      if (past?.firstChild) past.firstChild.textContent = 'from 45 a year earlier ';
    },
  ],
  [
    'a figure whose change goes the wrong way',
    'number',
    FIGURE,
    (svg) => {
      const change = svg.closest('.block')?.querySelector('.figure-change');
      if (change) change.textContent = 'down 27%';
    },
  ],
  [
    'a figure whose series is higher than its value by 3 px',
    'rows',
    FIGURE,
    (svg) => {
      const bar = svg.querySelector('rect.bar');
      bar?.setAttribute('y', String(Number(bar.getAttribute('y')) - 3));
    },
  ],
  [
    'a figure whose series has one column',
    'rows',
    FIGURE,
    (svg) => [...svg.querySelectorAll('rect.bar')].slice(1).forEach((bar) => bar.remove()),
  ],
  [
    'a figure that does not say that its series begins before the comparison',
    'rows',
    FIGURE,
    (svg) => svg.closest('.block')?.querySelector('.figure-period')?.remove(),
  ],
  [
    'a row of dots that does not say which series it lacks',
    'rows',
    DOTS,
    (_, named) => named('stable: no data').remove(),
  ],
  ['a figure without its series', 'not-drawn', FIGURE, (svg) => svg.remove()],
  ...[TIMELINE, KERNEL].flatMap((drawing): [string, FaultKind, Drawing, Tamper][] => [
    [
      `a release under the name of the next (${drawing.kind})`,
      'rows',
      drawing,
      (_, named) => (named('6.11').textContent = '6.12'),
    ],
    [
      `a release without its name (${drawing.kind})`,
      'rows',
      drawing,
      (_, named) => named('6.12').remove(),
    ],
    [
      `a release on another day by 4 px (${drawing.kind})`,
      'rows',
      drawing,
      (svg) => {
        const dot = svg.querySelectorAll('circle.release-dot')[1];
        dot?.setAttribute('cx', String(Number(dot.getAttribute('cx')) + 4));
      },
    ],
    [
      `a release that is missing from the list (${drawing.kind})`,
      'rows',
      drawing,
      (svg) => svg.closest('.block')?.querySelectorAll('.release')[1]?.remove(),
    ],
    [
      `a release whose date is another one (${drawing.kind})`,
      'number',
      drawing,
      (svg) => {
        const date = svg.querySelector('text.date');
        if (date) date.textContent = '8 Oct 2029';
      },
    ],
    [
      `a release that leaves the drawing (${drawing.kind})`,
      'outside',
      drawing,
      (svg) => svg.querySelector('rect.candidates')?.setAttribute('y', '-9'),
    ],
    [
      `two releases whose names touch (${drawing.kind})`,
      'overlap',
      drawing,
      (_, named) => named('6.12').setAttribute('x', named('6.11').getAttribute('x') ?? ''),
    ],
  ]),
  [
    'two numbers that read as one',
    'overlap',
    COLUMNS,
    (_, named) => {
      const [one, other] = [named('30.0'), named('12.5')] as SVGTextElement[];
      if (!one || !other) return;
      const { x, width } = one.getBBox();
      other.setAttribute('x', String(x + width + other.getBBox().width / 2 + 1));
      other.setAttribute('y', one.getAttribute('y') ?? '');
    },
  ],
  [
    'a column under the name of the next',
    'name',
    COLUMNS,
    (_, named) => (named('memory').textContent = 'sound'),
  ],
  [
    'a name of a column that is cut to another one',
    'name',
    COLUMNS,
    (_, named) => (named('memory').textContent = 'net\u2026'),
  ],
  [
    'two columns that have changed places',
    'rows',
    COLUMNS,
    (svg) => {
      const [one, two] = svg.querySelectorAll('rect.bar');
      for (const name of ['y', 'height']) {
        const value = one?.getAttribute(name) ?? '';
        one?.setAttribute(name, two?.getAttribute(name) ?? '');
        two?.setAttribute(name, value);
      }
    },
  ],
  [
    'a heatmap whose column has the name of the next',
    'name',
    HEATMAP,
    (_, named) => (named('memory').textContent = 'sound'),
  ],
  ['a heatmap whose row has no name', 'name', HEATMAP, (_, named) => named('second').remove()],
];
