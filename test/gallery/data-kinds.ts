import { makeView } from './example.ts';

/** Drivers with their size in two languages, made up. */
export const drivers = makeView(
  'drivers',
  [
    ['null_blk', 'block', 620, 41],
    ['nvme', 'block', 2900, 118],
    ['nova-core', 'graphics', 5100, 171],
    ['asahi', 'graphics', 7300, 262],
    ['tyr', 'graphics', 1900, 77],
    ['panic QR', 'graphics', 980, 30],
    ['ax88796b', 'network', 140, 12],
    ['qt2025', 'network', 160, 14],
    ['e1000', 'network', 2400, null],
    ['binder', 'other', 4800, 196],
    ['puzzlefs', 'other', 1300, 96],
    ['cpufreq-dt', 'other', 230, 22],
  ].map(([name, area, lines, size]) => ({
    name: String(name),
    area: String(area),
    lines: Number(lines),
    size: size === null ? null : Number(size),
  })),
  { title: 'Drivers in Rust', key: 'name' },
);

/** The drivers after one grew, made up. */
export const driversLater = makeView(
  'drivers',
  drivers.rows.map((row) => (row['name'] === 'tyr' ? { ...row, lines: 6200, size: 140 } : row)),
  { title: 'Drivers in Rust', key: 'name' },
);

/** Four hundred times from a generator of numbers, most of them short. */
export const latencies = makeView(
  'latencies',
  Array.from({ length: 400 }, (_, index) => {
    const [a, b] = [spread(index * 2 + 1), spread(index * 2 + 2)];
    return { run: `run ${index + 1}`, us: Math.round(18 + 9 * a + 60 * a ** 6 + 6 * b) / 1 };
  }),
  { title: 'Latency of a read in 400 runs', unit: 'µs', key: 'run' },
);

/** Returns a number from 0 to 1 that looks random. */
function spread(index: number): number {
  const value = Math.sin(index * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}
