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
    return { run: `run ${index + 1}`, latency: Math.round(18 + 9 * a + 60 * a ** 6 + 6 * b) / 1 };
  }),
  { title: 'Latency of a read in 400 runs', unit: 'µs', key: 'run' },
);

/** Returns a number from 0 to 1 that looks random. */
function spread(index: number): number {
  const value = Math.sin(index * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

/** Times of a benchmark with their spread, made up. */
export const timings = makeView(
  'timings',
  [
    { build: 'C', time: 812, least: 801, most: 830 },
    { build: 'Rust, debug', time: 1190, least: 1120, most: 1304 },
    { build: 'Rust, release', time: 835, least: 818, most: 866 },
    { build: 'Rust, LTO', time: 806, least: 795, most: 815, exact: false },
    { build: 'Rust, no checks', time: null, least: null, most: null },
  ],
  { title: 'Time of a null block read', unit: 'ns', key: 'build' },
);

/** The same benchmark after another run, made up. */
export const timingsLater = makeView(
  'timings',
  timings.rows.map((row) =>
    row['build'] === 'Rust, no checks' ? { ...row, time: 790, least: 720, most: 870 } : row,
  ),
  { title: 'Time of a null block read', unit: 'ns', key: 'build' },
);

/** Days until a patch is applied, from quarter to quarter, made up. */
export const delays = makeView(
  'delays',
  [
    ['2023-03', 6, 41],
    ['2023-06', 5, 38],
    ['2023-09', 7, 45],
    ['2023-12', null, null],
    ['2024-03', 4, 29],
    ['2024-06', 3, 27],
    ['2024-09', 3, 21],
  ].map(([asOf, low, high]) => ({ asOf: String(asOf), low: low ?? null, high: high ?? null })),
  { title: 'Days until a patch is applied', unit: 'days' },
);

/** Where the lines of releases are, made up. */
export const shares = makeView(
  'shares',
  [
    { release: '6.9', core: 5200, drivers: 1400, samples: 610 },
    { release: '6.10', core: 6900, drivers: 2300, samples: 640 },
    { release: '6.11', core: 8100, drivers: 4800, samples: 655 },
    { release: '6.12', core: 9400, drivers: 9900, samples: 700 },
  ],
  { title: 'Lines of Rust by place', unit: 'lines', key: 'release' },
);

/** The lines after more drivers, made up. */
export const sharesLater = makeView(
  'shares',
  [...shares.rows.slice(0, 3), { release: '6.12', core: 9400, drivers: 14_900, samples: 700 }],
  { title: 'Lines of Rust by place', unit: 'lines', key: 'release' },
);

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Mails to a list by day and hour, made up. */
export const hours = makeView(
  'hours',
  DAYS.flatMap((day, index) =>
    Array.from({ length: 24 }, (_, hour) => {
      const isFree = index > 4 ? 0.35 : 1;
      const busy = Math.max(0, 1 - ((hour - 14) / 9) ** 2);
      const mails = Math.round(isFree * (3 + 58 * busy * (0.7 + 0.3 * spread(index * 24 + hour))));
      return { day, hour, mails: day === 'Sunday' && hour < 4 ? null : mails };
    }),
  ),
  { title: 'Mails to the list by day and hour', unit: 'mails' },
);

/** Changes of subsystems from release to release, some of them fewer, made up. */
export const subsystems = makeView(
  'subsystems',
  ['drivers/gpu', 'drivers/net', 'fs', 'kernel', 'rust'].flatMap((area, row) =>
    ['6.8', '6.9', '6.10', '6.11', '6.12'].map((release, column) => ({
      area,
      release,
      change: Math.round(-24 + 9 * row + 8 * column * spread(row * 5 + column + 3)),
    })),
  ),
  { title: 'Change of commits since the last release', unit: 'commits' },
);

/** Commits by subsystem from year to year, made up. */
export const areas = makeView(
  'areas',
  ['drivers', 'core', 'filesystems', 'samples', 'scripts', 'documentation'].flatMap((area, row) =>
    [2019, 2020, 2021, 2022, 2023, 2024].flatMap((year, column) =>
      area === 'scripts' && year < 2021
        ? []
        : [
            {
              asOf: String(year),
              area,
              commits: Math.round(
                (12 + column * 17) * (0.3 + spread(row + 5) + 0.3 * spread(row * 6 + column)),
              ),
            },
          ],
    ),
  ),
  { title: 'Commits by subsystem', unit: 'commits' },
);

export const sizes = makeView(
  'sizes',
  Array.from({ length: 10 }, (_, year) => ({
    asOf: `${2015 + year}-09`,
    kernel: Math.round(180_000 * 1.35 ** year),
    driver: Math.round(900 * 1.9 ** year),
    module: Math.round(12 * 2.6 ** year),
  })),
  { title: 'Size of code', unit: 'lines' },
);
