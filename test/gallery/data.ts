import { makeView } from './example.ts';

/** Two points, the earlier one inexact: what a new series looks like. */
export const subscribers = makeView(
  'mailing-list',
  [
    { asOf: '2023-09', subscribers: 460, exact: false },
    { asOf: '2024-09', subscribers: 536 },
  ],
  { title: 'Subscribers of the rust-for-linux list', unit: 'subscribers' },
);

/** Two rounded points that are far apart. */
export const messages = makeView(
  'zulip-messages',
  [
    { asOf: '2023-09', messages: 12_000, exact: false },
    { asOf: '2024-09', messages: 25_000, exact: false },
  ],
  { title: 'Messages sent in Zulip', unit: 'messages' },
);

/** A longer series with a gap, made up. */
export const quarters = makeView(
  'quarters',
  [
    ['2021-03', 118],
    ['2021-06', 131],
    ['2021-09', 142],
    ['2021-12', 160],
    ['2022-03', 171],
    ['2022-06', 198],
    ['2022-09', 240],
    ['2022-12', null],
    ['2023-03', 290],
    ['2023-06', 322],
    ['2023-09', 380],
    ['2023-12', 371],
    ['2024-03', 402],
    ['2024-06', 455],
    ['2024-09', 536],
  ].map(([asOf, subscribers]) => ({ asOf: String(asOf), subscribers: subscribers ?? null })),
  { title: 'Subscribers by quarter', unit: 'subscribers' },
);

/** Pull requests to Linus, by kernel version. */
export const pulls = makeView(
  'rust-pulls',
  [
    { version: '6.8', commits: 13, authors: 10 },
    { version: '6.9', commits: 29, authors: 10 },
    { version: '6.10', commits: 31, authors: 11 },
    { version: '6.11', commits: 26, authors: 10 },
    { version: '6.12', commits: 54, authors: 13 },
    { version: '6.13', commits: null, authors: null },
  ],
  { title: 'Rust pull requests', key: 'version' },
);

/** Three lines that end close to each other, made up. */
export const channels = makeView(
  'channels',
  [
    { asOf: '2021-09', list: 180, chat: 120, forum: 60 },
    { asOf: '2022-09', list: 290, chat: 310, forum: 150 },
    { asOf: '2023-09', list: 460, chat: 530, forum: 420 },
    { asOf: '2024-09', list: 536, chat: 754, forum: 521 },
  ],
  { title: 'Members by channel', unit: 'members' },
);

/** Names with a value each year, made up. */
export const crates = makeView(
  'lines',
  [
    { asOf: '2023-09', area: 'drivers/net', lines: 910 },
    { asOf: '2023-09', area: 'drivers/block', lines: 1200 },
    { asOf: '2023-09', area: 'rust/kernel', lines: 8200, exact: false },
    { asOf: '2024-09', area: 'drivers/net', lines: 1530 },
    { asOf: '2024-09', area: 'drivers/gpu/drm', lines: 1050 },
    { asOf: '2024-09', area: 'drivers/block', lines: 1480 },
    { asOf: '2024-09', area: 'rust/kernel', lines: 13_400 },
    { asOf: '2024-09', area: 'samples/rust', lines: 640, exact: false },
  ],
  { title: 'Lines of Rust by area', unit: 'lines', key: 'area' },
);

/** The subscribers a year later, made up. */
export const subscribersLater = makeView(
  'mailing-list',
  [
    { asOf: '2023-09', subscribers: 460, exact: false },
    { asOf: '2024-09', subscribers: 536 },
    { asOf: '2025-09', subscribers: 702 },
  ],
  { title: 'Subscribers of the rust-for-linux list', unit: 'subscribers' },
);

/** The lines of Rust in another order, made up. */
export const cratesLater = makeView(
  'lines',
  [
    ...crates.rows,
    { asOf: '2025-09', area: 'drivers/gpu/drm', lines: 18_200 },
    { asOf: '2025-09', area: 'drivers/net', lines: 2100 },
    { asOf: '2025-09', area: 'rust/kernel', lines: 15_900 },
  ],
  { title: 'Lines of Rust by area', unit: 'lines', key: 'area' },
);

/** The subscribers by quarter, one quarter later, made up. */
export const quartersLater = makeView(
  'quarters',
  [...quarters.rows, { asOf: '2024-12', subscribers: 610 }],
  { title: 'Subscribers by quarter', unit: 'subscribers' },
);

/** Riders of two lines on each day of a year and a half, made up; one month was not counted. */
export const trips = makeView(
  'trips',
  Array.from({ length: 540 }, (_, index) => {
    const day = new Date(Date.UTC(2023, 2, 28 + index)).toISOString().slice(0, 10);
    const riders = 900 + index * 2 + Math.round(Math.sin(index / 58) * 160) - (index % 7) * 40;
    return ['north', 'south'].map((line, at) => ({ asOf: day, line, riders: riders - at * 300 }));
  })
    .flat()
    .filter(({ asOf }) => !asOf.startsWith('2024-02')),
  { title: 'Riders of two lines', unit: 'riders' },
);
