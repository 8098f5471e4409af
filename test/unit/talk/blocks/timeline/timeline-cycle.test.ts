import { expect, test } from 'vitest';
import { toCycles } from '../../../../../src/talk/blocks/timeline/timeline-cycle.ts';
import { toReleaseFacts } from '../../../../../src/talk/blocks/timeline/timeline-release.ts';

const SPEC = {
  cadence: '9w to 10w',
  candidates: { name: '-rc', every: '1w', after: '2w', window: 'merge window' },
  next: 'minor',
  lastMinor: 19,
} as const;
const FACTS = [
  { version: '6.10', released: '2024-07-14', opened: '2024-05-12' },
  { version: '6.11', released: '2024-09-15', opened: '2024-07-14' },
  { version: '6.12', released: '2024-11-17', opened: '2024-09-15' },
  { version: '6.13', released: '2025-01-19', opened: '2024-11-17' },
].flatMap((row) => toReleaseFacts(row, {}) ?? []);

const stages = (asOf: string): string[] =>
  toCycles(FACTS, asOf, SPEC).map(({ version, stage }) => `${version} ${stage}`);
const status = (version: string, asOf: string): string | undefined =>
  toCycles(FACTS, asOf, SPEC).find((cycle) => cycle.version === version)?.status;

test('knows on a day only what was known then', () => {
  expect(stages('2024-09-18')).toEqual([
    '6.10 released',
    '6.11 released',
    '6.12 in-window',
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

test('a name of several words stands apart from its number', () => {
  const spec = { ...SPEC, candidates: { ...SPEC.candidates, name: 'release candidate' } };
  const cycles = toCycles(FACTS, '2024-10-20', spec);
  expect(cycles.find(({ version }) => version === '6.12')?.status).toBe('release candidate 4');
});

test('never looks into the future for a date', () => {
  const late = FACTS.map((facts) =>
    facts.version === '6.12' ? { ...facts, released: '2024-12-24' } : facts,
  );
  const [, , cycle] = toCycles(late, '2024-09-18', SPEC);
  expect(cycle).toMatchObject({
    releases: '2024-11-17',
    latest: '2024-11-24',
    closes: '2024-09-29',
  });
});

test('projects the next release from the usual cadence', () => {
  const planned = toCycles(FACTS, '2024-09-18', SPEC).at(-1);
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
        below: null,
        highlights: [],
      }),
      version: '6.19',
    },
  ];
  expect(toCycles(last, '2024-07-20', SPEC).map(({ version }) => version)).toEqual([
    '6.19',
    '7.0',
    '7.1',
  ]);
});

test('says that it does not know once the usual end of a cycle has passed', () => {
  expect(stages('2025-06-01').slice(-3)).toEqual(['6.14 unknown', '6.15 unknown', '6.16 planned']);
});

test('lists the weekly -rcs of a cycle', () => {
  const [cycle] = toCycles(FACTS, '2024-09-18', SPEC);
  expect(cycle?.candidates).toHaveLength(7);
});

test('a cadence without candidates is in the works from release to release', () => {
  const spec = { cadence: '6w' };
  const facts = [
    { version: '1.0', released: '2024-01-01' },
    { version: '1.1' },
    { version: '1.2' },
  ];
  const cycles = toCycles(
    facts.flatMap((row) => toReleaseFacts(row, {}) ?? []),
    '2024-01-20',
    spec,
  );
  expect(cycles.map(({ version, status }) => `${version} ${status}`)).toEqual([
    '1.0 released 1 January 2024',
    '1.1 in the works',
    '1.2 planned for about March 2024',
  ]);
  expect(cycles[1]).toMatchObject({ opens: '2024-01-01', closes: '2024-01-01', candidates: [] });
});

test('a release that the data do not name is projected only where its number follows', () => {
  const facts = [{ version: '24.04', released: '2024-04-25' }].flatMap(
    (row) => toReleaseFacts(row, {}) ?? [],
  );
  const versions = (next?: 'minor' | 'major') =>
    toCycles(facts, '2024-05-01', { cadence: '6mo', ...(next ? { next } : {}) }).map(
      ({ version }) => version,
    );
  expect(versions()).toEqual(['24.04']);
  expect(versions('major').slice(1)).toEqual(['25.0', '26.0']);
});
