import { expect, test } from 'vitest';
import { candidateDays, toCycles } from '../../../../../src/talk/blocks/timeline/timeline-cycle.ts';
import { toReleaseFacts } from '../../../../../src/talk/blocks/timeline/timeline-release.ts';

const FACTS = [
  { version: '6.10', released: '2024-07-14', mergeWindow: { opened: '2024-05-12' } },
  { version: '6.11', released: '2024-09-15', mergeWindow: { opened: '2024-07-14' } },
  { version: '6.12', released: '2024-11-17', mergeWindow: { opened: '2024-09-15' } },
  { version: '6.13', released: '2025-01-19', mergeWindow: { opened: '2024-11-17' } },
].flatMap((row) => toReleaseFacts(row) ?? []);

const stages = (asOf: string): string[] =>
  toCycles(FACTS, asOf).map(({ version, stage }) => `${version} ${stage}`);
const status = (version: string, asOf: string): string | undefined =>
  toCycles(FACTS, asOf).find((cycle) => cycle.version === version)?.status;

test('knows on a day only what was known then', () => {
  expect(stages('2024-09-18')).toEqual([
    '6.10 released',
    '6.11 released',
    '6.12 merge-window',
    '6.13 planned',
  ]);
});

test('counts -rcs from the end of the merge window', () => {
  expect(status('6.12', '2024-09-28')).toBe('merge window open');
  expect(status('6.12', '2024-09-29')).toBe('-rc1');
  expect(status('6.12', '2024-10-20')).toBe('-rc4');
  expect(status('6.12', '2024-11-16')).toBe('-rc7');
  expect(status('6.12', '2024-11-17')).toBe('released 17 November 2024');
});

test('never looks into the future for a date', () => {
  const late = FACTS.map((facts) =>
    facts.version === '6.12' ? { ...facts, released: '2024-12-24' } : facts,
  );
  const [, , cycle] = toCycles(late, '2024-09-18');
  expect(cycle).toMatchObject({
    releases: '2024-11-17',
    latest: '2024-11-24',
    closes: '2024-09-29',
  });
});

test('projects the next release from the usual cadence', () => {
  const planned = toCycles(FACTS, '2024-09-18').at(-1);
  expect(planned).toMatchObject({
    version: '6.13',
    opens: '2024-11-17',
    releases: '2025-01-19',
    latest: '2025-02-02',
    status: 'planned for about January 2025',
  });
});

test('adds a next release that the data do not have, x.19 being the last of its series', () => {
  expect(stages('2025-01-20').at(-1)).toBe('6.15 planned');
  const last = [
    {
      ...(FACTS[0] ?? {
        version: '',
        opened: null,
        closed: null,
        released: null,
        rust: null,
        highlights: [],
      }),
      version: '6.19',
    },
  ];
  expect(toCycles(last, '2024-07-20').map(({ version }) => version)).toEqual([
    '6.19',
    '7.0',
    '7.1',
  ]);
});

test('says that it does not know once the usual end of a cycle has passed', () => {
  expect(stages('2025-06-01').slice(-3)).toEqual(['6.14 unknown', '6.15 unknown', '6.16 planned']);
});

test('lists the weekly -rcs of a cycle', () => {
  const [cycle] = toCycles(FACTS, '2024-09-18');
  expect(cycle && candidateDays(cycle)).toHaveLength(7);
});
