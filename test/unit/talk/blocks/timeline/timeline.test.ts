import { expect, test } from 'vitest';
import { timeline } from '../../../../../src/talk/blocks/timeline/timeline.ts';
import {
  timelineView,
  type TimelineSpec,
} from '../../../../../src/talk/blocks/timeline/timeline-view.ts';
import { compileBlock, viewOf } from '../../../../support/block.ts';

const plan = (text: string, landed?: string): Record<string, string | boolean> =>
  landed === undefined ? { text, planned: true } : { text, planned: true, landed };

const KERNEL = viewOf(
  'kernel',
  [
    {
      version: '6.11',
      released: '2024-09-15',
      mergeWindow: { opened: '2024-07-14', closed: '2024-07-28' },
      rust: { version: '1.78.0', kind: 'minimum' },
      highlights: ['Several <Rust> versions'],
      source: 'k',
    },
    {
      version: '6.12',
      released: '2024-11-17',
      mergeWindow: { opened: '2024-09-15', closed: '2024-09-29' },
      rust: { version: '1.78.0', kind: 'minimum' },
      highlights: [{ text: 'RUSTC_VERSION', landed: '6.12' }],
      source: 'k',
    },
    {
      version: '6.13',
      released: '2025-01-19',
      mergeWindow: { opened: '2024-11-17', closed: '2024-12-01' },
      rust: { version: '1.79.0', kind: 'minimum' },
      highlights: [plan('locks', '6.13'), plan('hrtimer', '6.15'), plan('codecs')],
      source: 'k',
    },
    { version: '6.14', released: '2025-03-24', mergeWindow: { opened: '2025-01-19' }, source: 'k' },
    { version: '6.15', released: '2025-05-25', mergeWindow: { opened: '2025-03-24' }, source: 'k' },
  ],
  { sources: { k: { name: 'kernel.org' } } },
);

const SPEC = {
  data: 'kernel',
  cadence: '9w to 10w',
  candidates: { name: '-rc', every: '1w', after: '2w', window: 'merge window' },
  next: 'minor',
  lastMinor: 19,
  opened: 'mergeWindow.opened',
  closed: 'mergeWindow.closed',
  below: { column: 'rust', label: 'Rust' },
} as const;
/** The same as an author writes it. */
const KEYS = Object.entries(SPEC)
  .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
  .join('');
const view = (asOf: string, spec: Partial<TimelineSpec> = {}): ReturnType<typeof timelineView> =>
  timelineView({ ...SPEC, ...spec }, KERNEL, asOf);
const compile = (yaml: string, asOf = '2024-09-18'): ReturnType<typeof compileBlock> =>
  compileBlock(timeline, `${KEYS}${yaml}`, { asOf, datasets: [KERNEL] });
const states = (asOf: string): (string | null)[][] =>
  view(asOf, { to: '6.15' })
    .releases.flatMap(({ highlights }) => highlights)
    .map(({ text, state, elsewhere }) => [text, state, elsewhere]);

test('ends with the next planned release unless it is told otherwise', () => {
  expect(view('2024-09-18').releases.map(({ version }) => version)).toEqual([
    '6.11',
    '6.12',
    '6.13',
  ]);
  expect(view('2024-09-18', { from: '6.12', to: '6.12' }).releases).toHaveLength(1);
});

test('tells what has landed from what was queued or planned on the day', () => {
  expect(states('2024-09-18')).toEqual([
    ['Several <Rust> versions', 'landed', null],
    ['RUSTC_VERSION', 'queued', null],
    ['locks', 'planned', null],
    ['hrtimer', 'planned', null],
    ['codecs', 'planned', null],
  ]);
  expect(states('2025-06-01').slice(2)).toEqual([
    ['locks', 'landed', null],
    ['hrtimer', 'landed', '6.15'],
    ['codecs', 'missed', null],
  ]);
});

test('joins releases of one value on the second line and says nothing of a planned one', () => {
  expect(view('2024-09-18').below).toEqual([
    { label: '1.78.0 or newer', from: '2024-07-14', to: '2024-11-17' },
  ]);
  expect(timelineView({ data: 'kernel', cadence: '9w' }, KERNEL, '2024-09-18').below).toEqual([]);
  expect(view('2025-04-01', { from: '6.13', to: '6.14' }).below.map(({ label }) => label)).toEqual([
    '1.79.0 or newer',
    null,
  ]);
});

test('states the cadence only where something is projected', () => {
  expect(view('2024-09-18').cadence).toContain('seven or eight -rcs');
  expect(view('2025-06-01', { from: '6.11', to: '6.13' }).cadence).toBe('');
});

test('takes one step for each release that has something to tell', () => {
  expect(compile('').output?.steps).toBe(3);
  expect(compile('').output?.html).toContain('data-steps="3" data-step="3"');
  expect(compile('focus: "6.12"').output?.steps).toBe(0);
  expect(compile('highlights: none').output?.steps).toBe(0);
});

test('holds the real content as a list, escaped', () => {
  const html = compile('').output?.html ?? '';
  expect(html).toContain('Several &lt;Rust&gt; versions');
  expect(html).toContain('merge window open');
  expect(html).not.toContain('17 November');
});

test('shows only the highlights of the release in focus', () => {
  const html = compile('focus: "6.12"').output?.html ?? '';
  expect(html).toContain('RUSTC_VERSION');
  expect(html).not.toContain('codecs');
});

test('writes itself as Markdown', () => {
  expect(compile('from: "6.12"').output?.text).toBe(
    [
      'As of 18 September 2024:',
      '',
      '- **6.12**: merge window open, Rust 1.78.0 or newer',
      '  - RUSTC_VERSION',
      '- **6.13**: planned for about January 2025',
      '  - locks',
      '  - hrtimer',
      '  - codecs',
      '',
      'What lies ahead is projected from the usual cadence: merge window of two weeks, then seven or eight -rcs.',
    ].join('\n'),
  );
});

test('names its source once', () => {
  expect(compile('').output?.uses).toEqual([
    { dataset: 'kernel', source: { name: 'kernel.org' }, asOf: null, exact: true },
  ]);
});

test('reports releases that do not exist, with the nearest', () => {
  const { output, problems } = compile('from: "6.31"');
  expect(output).toBeNull();
  expect(problems[0]).toMatchObject({ code: 'unknown-row', span: { file: 'from' } });
  expect(problems[0]?.hint).toContain('"6.11"');
});

test('reports highlights that have no room', () => {
  const { problems } = compileBlock(timeline, 'data: kernel\ncadence: 9w', {
    datasets: [
      viewOf('kernel', [
        {
          version: '6.11',
          released: '2024-09-15',
          highlights: Array.from(
            { length: 60 },
            () => 'a long line about something new in the kernel',
          ),
        },
      ]),
    ],
  });
  expect(problems[0]?.code).toBe('too-much-to-show');
});

test('refuses keys it does not know', () => {
  expect(compile('form: "6.8"').issues).toHaveLength(1);
});

test('ends with what is in sight where its last release is not yet, and knows a wrong name', () => {
  expect(compile('to: "7.2"').output?.text).not.toContain('6.15');
  expect(compile('to: "6.1"').problems[0]?.code).toBe('unknown-row');
});

test('reports a cadence that is none, and parts that do not fit into it', () => {
  const codes = (yaml: string): unknown[] =>
    compileBlock(timeline, `data: kernel\n${yaml}`, { datasets: [KERNEL] }).problems.map(
      ({ code, span }) => `${span?.file} ${code}`,
    );
  const candidates = (after: string, every = '1w'): string =>
    `candidates: { name: -rc, every: ${every}, after: ${after}, window: merge window }`;
  expect(codes('cadence: often')).toEqual(['cadence wrong-value']);
  expect(codes('cadence: 10w to 9w')).toEqual(['cadence wrong-value']);
  expect(codes(`cadence: 9w\n${candidates('9w')}`)).toEqual(['candidates.after wrong-value']);
  expect(codes(`cadence: 9w\n${candidates('2w', '0w')}`)).toEqual(['candidates.every wrong-value']);
  expect(codes('cadence: 9w\nopened: begun\nbelow: { column: python }')).toEqual([
    'opened unknown-column',
    'below.column unknown-column',
  ]);
  expect(compileBlock(timeline, 'data: kernel', { datasets: [KERNEL] }).issues).toHaveLength(1);
});

test('reads values of the second line as they are, or as versions of a kind', () => {
  const rows = [
    { version: '1', released: '2024-01-01', tool: 'gcc' },
    { version: '2', released: '2024-02-01', tool: { version: '14', kind: 'minimum' } },
    { version: '3', released: '2024-03-01', tool: 15 },
  ];
  const spec = { data: 'list', cadence: '1mo', below: { column: 'tool' } };
  const { releases } = timelineView(spec, viewOf('list', rows), '2024-04-01');
  expect(releases.map(({ below }) => below)).toEqual(['gcc', '14 or newer', '15']);
});

/** Gives what a timeline writes into the page. */
function markupOf(keys: string, data = KERNEL): string {
  const { output } = compileBlock(timeline, `${KEYS}${keys}`, {
    datasets: [data],
    asOf: '2024-10-01',
  });
  return output?.html ?? '';
}

test('the highlights of all steps have one size', () => {
  const many = Array.from({ length: 14 }, (_, index) => `A change number ${index} of some length`);
  const rows = KERNEL.rows.map((row, index) => (index === 1 ? { ...row, highlights: many } : row));
  const sizes = [...markupOf('', { ...KERNEL, rows }).matchAll(/--size: (\d+)px/g)];
  expect(sizes.length).toBeGreaterThan(1);
  expect(new Set(sizes.map(([, size]) => size)).size).toBe(1);
});

test('the key names what is drawn', () => {
  const all = markupOf('');
  for (const name of ['key-window', 'key-candidates', 'key-released', 'key-projected']) {
    expect(all).toContain(name);
  }
  const done = markupOf('to: "6.11"\n');
  expect(done).not.toContain('key-projected');
  const ahead = markupOf('from: "6.13"\nto: "6.13"\n');
  expect(ahead).toContain('key-projected');
  for (const name of ['key-window', 'key-candidates', 'key-released']) {
    expect(ahead).not.toContain(name);
  }
});
