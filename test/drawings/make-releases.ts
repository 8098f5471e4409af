import type { Random } from '../fuzz/random.ts';
import type { Row } from '../../src/talk/model/dataset.ts';
import type { Drawing } from './drawing.ts';

const DAY = 86_400_000;
const TEXTS = [
  'Allocator',
  'Timers and what they call back',
  'KASAN',
  'Build with several compilers',
];

/** Makes releases of a kernel, some with highlights, the last ones possibly still to come. */
export function makeReleases(random: Random): Pick<Drawing, 'spec' | 'rows' | 'key'> {
  const count = 1 + random.below(12);
  const first = 1 + random.below(12);
  const end = Date.UTC(2030, random.below(8), 1 + random.below(28));
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const rows = Array.from({ length: count }, (_, index): Row => {
    const released = end - (count - 1 - index) * 63 * DAY;
    const opened = released - 63 * DAY;
    const isKnown = released < Date.UTC(2030, 5, 1);
    return {
      version: `6.${first + index}`,
      ...(isKnown ? { released: day(released) } : {}),
      opened: day(opened),
      closed: day(opened + 14 * DAY),
      ...(index === 0 || random.chance(0.8)
        ? { rust: { version: `1.${70 + index}.0`, kind: random.pick(['exact', 'minimum']) } }
        : {}),
      highlights: random.many(4, () => random.pick(TEXTS)),
    };
  });
  const below = random.chance(0.6) ? { below: { column: 'rust', label: 'Rust' } } : {};
  const highlights = random.pick(['steps', 'all', 'none']);
  const from = random.chance(0.3) ? { from: `6.${first}` } : {};
  return { rows, key: 'version', spec: { cadence: '9w', highlights, ...below, ...from } };
}

/** Makes releases of the kernel, with merge windows and versions of Rust. */
export function makeKernelReleases(random: Random): Pick<Drawing, 'spec' | 'rows' | 'key'> {
  const { rows, key, spec } = makeReleases(random);
  const kernel = rows.map(({ opened, closed, ...row }): Row => {
    return { ...row, mergeWindow: { opened, closed } } as Row;
  });
  const { highlights, from } = spec;
  const options = { ...(from ? { from } : {}), ...(random.chance(0.3) ? { rust: false } : {}) };
  return { rows: kernel, key, spec: { highlights, ...options } };
}
