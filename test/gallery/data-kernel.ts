import { makeView } from './example.ts';

const cycle = (opened: string, closed: string): { opened: string; closed: string } => ({
  opened,
  closed,
});

/** Four releases; the last is still to come on the gallery's day. */
export const kernels = makeView(
  'kernels',
  [
    {
      version: '6.10',
      released: '2024-07-14',
      mergeWindow: cycle('2024-05-12', '2024-05-26'),
      rust: { version: '1.78.0', kind: 'exact' },
      highlights: ['RISC-V', 'Ktime abstraction', 'DWARFv5, zlib and zstd'],
    },
    {
      version: '6.11',
      released: '2024-09-15',
      mergeWindow: cycle('2024-07-14', '2024-07-28'),
      rust: { version: '1.78.0', kind: 'minimum' },
      highlights: ['Several Rust and bindgen versions', 'uaccess module', 'firmware module'],
    },
    {
      version: '6.12',
      mergeWindow: cycle('2024-09-15', '2024-09-29'),
      rust: { version: '1.78.0', kind: 'minimum' },
      highlights: ['KCFI, KASAN and SCS', 'RUSTC_VERSION', 'list and rbtree modules'],
    },
    {
      version: '6.13',
      highlights: [
        { text: 'Generic Allocator', planned: true },
        { text: 'hrtimer', planned: true },
      ],
    },
  ],
  { title: 'Linux releases', key: 'version' },
);

/** The compilers of some distributions, made up. */
export const distributions = makeView(
  'distributions',
  [
    { name: 'Arch Linux', kind: 'rolling', rustc: '1.81.0', packages: ['rust', 'rust-src'] },
    { name: 'Debian', kind: 'stable', rustc: '1.63.0', packages: ['rustc'] },
    { name: 'Gentoo', kind: 'rolling', rustc: null, packages: ['dev-lang/rust'] },
    { name: 'Ubuntu', kind: 'stable', rustc: '1.80', packages: ['rustc-1.80'] },
  ],
  { title: 'Compilers of distributions', key: 'name' },
);

/** What the kernel asks for. */
export const minimum = makeView('minimum', [
  { asOf: '2024-09-15', kernel: '6.11', rust: '1.78.0' },
]);

/** As many names as a slide holds. */
export const people = makeView(
  'people',
  Array.from({ length: 116 }, (_, index) => ({ name: `Person number ${index + 1}` })),
  { title: 'People', key: 'name' },
);

/** An entry of the MAINTAINERS file, made up. */
export const entry = makeView(
  'entry',
  [
    { key: 'M', value: 'First Maintainer <first@example.org>', name: 'First Maintainer' },
    { key: 'R', value: 'New Reviewer <new@example.org>', name: 'New Reviewer' },
    { key: 'L', value: 'list@example.org', name: null },
    { key: 'W', value: 'https://example.org', name: null },
    { key: '...', value: null, name: null },
  ],
  { title: 'MAINTAINERS: EXAMPLE' },
);

/** Commits, made up. */
export const commits = makeView('commits', [
  { id: 'aaaaaaaaaaaa', subject: 'rust: sync: add locks', url: 'https://example.org/a' },
  { id: 'bbbbbbbbbbbb', subject: 'x86/rust: support mitigations', url: 'https://example.org/b' },
]);

/** A morning in two rooms, made up. */
export const sessions = makeView('sessions', [
  {
    room: 'Hall',
    start: '10:00',
    end: '10:45',
    title: 'Gallery',
    speakers: ['A Speaker'],
    timezone: 'Europe/Vienna',
  },
  {
    room: 'Hall',
    start: '11:15',
    end: '12:00',
    title: 'Locks and what they guard',
    speakers: ['B Speaker'],
  },
  {
    room: 'Side room',
    start: '10:00',
    end: '11:00',
    title: 'Codecs in the kernel',
    speakers: ['C Speaker'],
  },
]);

/** Firms, made up. */
export const firms = makeView(
  'firms',
  ['Alpha', 'Beta Works', 'Gamma', 'Delta University', 'Epsilon'].map((name, index) => ({
    name,
    role: index < 2 ? 'sponsor' : 'support',
    icon: null,
    url: 'https://example.org',
  })),
  { title: 'Firms', key: 'name' },
);
